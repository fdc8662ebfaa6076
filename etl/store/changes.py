"""What changed between two versions: events added, changed (old and new value), removed, and merged into others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.columns import schema
from etl.errors import StoreError
from etl.store.version import Version

KINDS = ("added", "changed", "merged", "removed")
_NOT_COMPARED = ("event_id", "incident_ids", "origins")
_WORDS = """concat_ws(', ', {e}.event_type, coalesce({e}.date_start, {e}.date_end)::varchar,
    coalesce({e}.places[1], nullif({e}.admin1, ''), nullif({e}.country, '')))"""

_ADDED = """select n.event_id, 'added' as kind, {new} as event, null as field, null as old, null as new
from new n anti join before using (event_id)"""
_GONE = """select o.event_id, case when a.event_id is null then 'removed' else 'merged' end, {old}, null, null,
    a.event_id from before o anti join new using (event_id) left join aliases a on a.old_id = o.event_id"""
_CHANGED = """select event_id, 'changed', event, '{field}', {old}, {new} from both_of
where (n_{field} is distinct from o_{field}) {unless}"""
_SPOKEN = "and (sensitivity = 'none' or sensitivity is null)"
"""Of a sensitive event the values that it had before it became one are not told again."""


def changes(before: Version, after: Version, *, with_words: bool) -> pa.Table:
    """The table "changes", one row a field of a changed event.

    with_words: whether what is gone is named by its type, day and place, or by its id alone. Raises StoreError where
    the events of one of them cannot be read.
    """
    try:
        return _changes(before, after, with_words=with_words)
    except (duckdb.Error, OSError, pa.ArrowException) as error:
        raise StoreError(f"{before.folder}: cannot be compared ({error}). Build again: python -m etl build") from error


def _changes(before: Version, after: Version, *, with_words: bool) -> pa.Table:
    with duckdb.connect() as reader:
        for name, version in (("before", before), ("new", after)):
            path = str(version.table("events")).replace("'", "''")
            reader.execute(f"create view {name} as select * from read_parquet('{path}')")
        path = str(after.table("aliases")).replace("'", "''")
        reader.execute(f"create view aliases as select * from read_parquet('{path}')")
        there = [set(pq.read_schema(version.table("events")).names) for version in (before, after)]
        fields = [f.name for f in schema("events") if f.name in there[0] & there[1] and f.name not in _NOT_COMPARED]
        _pair(reader, fields)
        gone = _GONE.format(old=_WORDS.format(e="o") if with_words else "null")
        parts = [_ADDED.format(new=_WORDS.format(e="n")), gone, *_of_fields(fields)]
        found: pa.Table = reader.sql(" union all ".join(f"({part})" for part in parts)).to_arrow_table()
        return found.cast(schema("changes"))


def _pair(reader: duckdb.DuckDBPyConnection, fields: list[str]) -> None:
    """Events that both versions hold with different values, each field of both beside one another."""
    columns = ", ".join(f"n.{field} as n_{field}, o.{field} as o_{field}" for field in fields)
    differ = " or ".join(f"n.{field} is distinct from o.{field}" for field in fields)
    reader.execute(
        f"create temp table both_of as select n.event_id, n.sensitivity as sensitivity, "
        f"{_WORDS.format(e='n')} as event, {columns} from new n join before o using (event_id) where {differ}"
    )


def _of_fields(fields: list[str]) -> Iterator[str]:
    lists = {f.name for f in schema("events") if pa.types.is_list(f.type)}
    for field in fields:
        form = "to_json({})::varchar" if field in lists else "{}::varchar"
        unless = "" if field == "sensitivity" else _SPOKEN
        yield _CHANGED.format(field=field, old=form.format(f"o_{field}"), new=form.format(f"n_{field}"), unless=unless)


def counted(table: pa.Table) -> dict[str, int]:
    """The number of events of each kind."""
    one = table.group_by(["kind", "event_id"]).aggregate([])
    number: Mapping[str, Any] = {row["values"]: row["counts"] for row in pc.value_counts(one["kind"]).to_pylist()}
    return {kind: number.get(kind, 0) for kind in KINDS}
