"""Checking a version: its files, its accounts, what its tables say of one another, and every span."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from etl.columns import TABLES, schema
from etl.store.disk import sha256
from etl.store.search import indexed
from etl.told_columns import COUNTS

SHOWN = 5
"""Offenders that a message names; the others are counted."""

_LISTED = "select {owner} as owner, unnest({column}) as id from {table}"
_REFERENCES = (
    ("incidents tell of a report that is missing", "select incident_id as owner, report_id as id from incidents",
     "reports", "report_id"),
    ("remarks stand under a report that is missing", "select report_id as owner, report_id as id from remarks",
     "reports", "report_id"),
    ("events hold an incident that is missing",
     _LISTED.format(owner="event_id", column="incident_ids", table="events"), "incidents", "incident_id"),
    ("events name a report that is missing",
     _LISTED.format(owner="event_id", column="report_ids", table="events"), "reports", "report_id"),
    ("merged values name an incident that is missing",
     "select event_id as owner, o.incident_id as id from (select event_id, unnest(origins) as o from events)",
     "incidents", "incident_id"),
    ("matches name an incident that is missing", "select left_id as owner, unnest([left_id, right_id]) as id "
     "from matches", "incidents", "incident_id"),
    ("matches name an event that is missing", "select left_id as owner, event_id as id from matches "
     "where event_id is not null", "events", "event_id"),
    ("links name an event that is missing", "select report_id as owner, unnest([from_event_id, to_event_id]) as id "
     "from links", "events", "event_id"),
    ("links name an incident that is missing",
     "select report_id as owner, unnest([from_incident_id, to_incident_id]) as id from links",
     "incidents", "incident_id"),
    ("links stand under a report that is missing", "select report_id as owner, report_id as id from links",
     "reports", "report_id"),
    ("corrections name an event that is missing", "select correction_id as owner, event_id as id from corrections",
     "events", "event_id"),
    ("old ids lead to an event that is missing", "select old_id as owner, event_id as id from aliases",
     "events", "event_id"),
)  # fmt: skip
_TWICE = {"events": "event_id", "incidents": "incident_id", "reports": "report_id", "aliases": "old_id"}
_SPANS = """
create temp table spans as
select i.incident_id, e.field, e.start, e."end" as stop, length(r.text) as total,
    substring(r.text, e.start + 1, e."end" - e.start) as words
from (select incident_id, report_id, unnest(evidence) as e from incidents) i join spoken r using (report_id)
"""
_SPOKEN = """
create temp table spoken as select report_id, text from reports
where text <> '' or not list_contains(?, source)
"""
"""Reports but those whose words their licence keeps back: of these only the offsets may leave."""
_OUTSIDE = "select incident_id || ' (' || field || ')' from spans where start < 0 or stop <= start or stop > total"
_SAID_OUTSIDE = """
select report_id || ' ({name})' from {name} join spoken using (report_id)
where start < 0 or "end" <= start or "end" > length(text)
"""
_OTHER_WORDS = """
select i.incident_id || ' (' || '{count}' || ')' from incidents i join spans s using (incident_id)
where s.field = '{count}' and i.{count}_told is not null
group by i.incident_id, i.{count}_told
having not bool_or(s.words = i.{count}_told) and not list_has_all(list(s.words), string_split(i.{count}_told, ' / '))
"""
_AS_WRITTEN = {
    "place": "places", "launched_from": "launched_from", "weapons": "weapons", "targets": "targets",
    "attributions": "list_concat([a.actor for a in attributions], [a.by for a in attributions])",
}  # fmt: skip
"""Fields of the evidence whose values are words of the report, and where these stand."""
_NOT_SAID = """
select i.incident_id || ' ({field}: ' || i.value || ')'
from (select incident_id, unnest({values}) as value from incidents) i join spans s using (incident_id)
where s.field = '{field}' and i.value <> ''
group by i.incident_id, i.value having not bool_or(contains(s.words, i.value))
"""


def problems(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """Everything wrong with the version in `folder`, one sentence each; references only where all files are whole."""
    damaged = [*_files(folder, manifest), *_accounts(manifest)]
    if damaged:
        return damaged
    with duckdb.connect() as reader:
        for name in TABLES:
            path = str(folder / f"{name}.parquet").replace("'", "''")
            reader.execute(f"create view {name} as select * from read_parquet('{path}')")
        return [*_references(reader), *_repeats(reader), *_spans(reader, manifest)]


def _files(folder: Path, manifest: dict[str, Any]) -> Iterator[str]:
    files: dict[str, Any] = manifest.get("files", {})
    for name in sorted({f"{table}.parquet" for table in TABLES} - set(files)):
        yield f"{name}: the manifest does not list it"
    for name, told in files.items():
        path = folder / name
        if not path.is_file():
            yield f"{name}: the file is missing"
        elif path.stat().st_size != told["bytes"]:
            yield f"{name}: the file has {path.stat().st_size} bytes where the manifest says {told['bytes']}"
        elif sha256(path) != told["sha256"]:
            yield f"{name}: the file's checksum is not the manifest's"
        else:
            yield from _content(path, told["rows"])


def _accounts(manifest: dict[str, Any]) -> Iterator[str]:
    """Rows in = kept + out of scope + rejected + merged, file by file, and the counts are those of the tables."""
    for told in manifest.get("inputs", []):
        through = sum(told.get(name, 0) for name in ("kept", "out_of_scope", "rejected", "merged"))
        if told.get("rows", through) != through:
            yield f"{told['file']}: {told['rows']} rows went in where {through} are accounted for"
    for name in ("events", "incidents", "reports", "remarks"):
        file = manifest.get("files", {}).get(f"{name}.parquet", {})
        counted = manifest.get("counts", {}).get(name)
        if counted is not None and counted != file.get("rows"):
            yield f"the manifest counts {counted} {name} where {file.get('rows')} are written"


def _content(path: Path, rows: int) -> Iterator[str]:
    try:
        if path.suffix == ".parquet":
            whole = pq.read_metadata(path)
            found = whole.num_rows
            if not whole.schema.to_arrow_schema().equals(schema(path.stem)):
                yield f"{path.name}: its columns are not those of etl/columns.py"
        else:
            found = indexed(path)
    except (pa.ArrowException, OSError, sqlite3.Error) as error:
        yield f"{path.name}: cannot be read ({error})"
        return
    if found != rows:
        yield f"{path.name}: {found} rows where the manifest says {rows}"


def _references(reader: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for what, asked, table, key in _REFERENCES:
        missing = reader.execute(
            f"select distinct owner || ' -> ' || id from ({asked}) where id not in (select {key} from {table})"
        )
        yield from _told(what, missing)


def _repeats(reader: duckdb.DuckDBPyConnection) -> Iterator[str]:
    for table, key in _TWICE.items():
        twice = reader.execute(f"select {key} from {table} group by {key} having count(*) > 1")
        yield from _told(f"{table} hold an id more than once", twice)
    shared = reader.execute(
        "select id from (select unnest(incident_ids) as id from events) group by id having count(*) > 1"
    )
    yield from _told("incidents belong to more than one event", shared)


def _spans(reader: duckdb.DuckDBPyConnection, manifest: dict[str, Any]) -> Iterator[str]:
    reader.execute(_SPOKEN, [[told["name"] for told in manifest.get("sources", []) if not told.get("text", True)]])
    reader.execute(_SPANS)
    yield from _told("spans lie outside their report's text", reader.execute(_OUTSIDE))
    for name in ("remarks", "links"):
        yield from _told("spans lie outside their report's text", reader.execute(_SAID_OUTSIDE.format(name=name)))
    for count in COUNTS:
        yield from _told(
            "counts are told in other words than their spans'", reader.execute(_OTHER_WORDS.format(count=count))
        )
    for field, values in _AS_WRITTEN.items():
        yield from _told("values are not in their spans", reader.execute(_NOT_SAID.format(field=field, values=values)))


def _told(what: str, asked: duckdb.DuckDBPyConnection) -> Iterator[str]:
    offenders = sorted(offender for (offender,) in asked.fetchall())
    if offenders:
        more = f" and {len(offenders) - SHOWN} more" if len(offenders) > SHOWN else ""
        yield f"{what}: {', '.join(offenders[:SHOWN])}{more}"
