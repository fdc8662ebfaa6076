"""Events of several incidents: merged row by row, or carried over where nothing was told anew of them.

An event is known again by a mark, a hash of all that its incidents and their reports say. So it does not matter which
build merged it, and a late report costs the merging of its own event alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.matching.memory import Memory
from etl.matching.merging import merged
from etl.matching.voices import COMPARED, Telling
from etl.tables import table_of

MERGED = "merged"
"""The table of a memory with the events of several incidents and their marks."""
OF_REPORT = ("report_id", "publisher", "agency", "language", "published", "form")
"""The columns of reports that decide whose voice a report is, and when it was heard; its prose does, too."""

_BATCH = 5_000
"""Groups merged at a time: what bounds the memory that rows take as Python objects."""
_MARKS = """
with said as (select report_id, hash({facts}) as said from heard)
select hash(list(hash({values}, said) order by place)) as mark
from told left join said using (report_id) group by g order by g
"""


def report_of(incidents: pa.Table, reports: pa.Table) -> pa.Array:
    """For each incident the row of its report; null where it is missing."""
    return pc.index_in(incidents["report_id"].combine_chunks(), value_set=reports["report_id"].combine_chunks())


def several_events(
    groups: Sequence[tuple[int, ...]], event_ids: Sequence[str], incidents: pa.Table, reports: pa.Table, memory: Memory
) -> pa.Table:
    """Each group of rows of `incidents` as one event of its id, in order; with their marks, which a memory keeps."""
    parts = [_events([], []).append_column("mark", pa.array([], pa.uint64()))]
    known = memory.get(MERGED, parts[0])
    with duckdb.connect() as reader:
        for begin in range(0, len(groups), _BATCH):
            sizes = np.array([len(group) for group in groups[begin : begin + _BATCH]])
            ids = pa.array(event_ids[begin : begin + _BATCH], pa.string())
            told = incidents.take(pa.array(np.concatenate(groups[begin : begin + _BATCH])))
            heard = _heard(told, reports)
            marks = _marks(reader, sizes, told, heard)
            at = pc.index_in(marks, value_set=known["mark"].combine_chunks())
            carried = known.take(at.drop_null()).set_column(0, "event_id", ids.filter(at.is_valid()))
            new = at.is_null().to_numpy(zero_copy_only=False)
            made = _merged(sizes[new], told.filter(pa.array(np.repeat(new, sizes))), heard)
            merged_now = _events(ids.filter(pa.array(new)).to_pylist(), made)
            both = pa.concat_tables([carried, merged_now.append_column("mark", marks.filter(pa.array(new)))])
            parts.append(both.take(pa.array(np.argsort(np.argsort(new, kind="stable")))))
    return pa.concat_tables(parts)


def _events(ids: Sequence[str], made: Sequence[dict[str, Any]]) -> pa.Table:
    return table_of("events", [{"event_id": i, **event} for i, event in zip(ids, made, strict=True)])


def _heard(incidents: pa.Table, reports: pa.Table) -> pa.Table:
    """What decides whose voice each report of the incidents is: each report once, however many incidents it tells."""
    told = reports.select([*OF_REPORT, "text"]).take(pc.unique(report_of(incidents, reports)).drop_null())
    # A row's text is its own cells again: only prose is compared.
    prose = pc.if_else(pc.equal(told["form"], "text"), pc.utf8_slice_codeunits(told["text"], 0, COMPARED), None)
    return told.set_column(told.column_names.index("text"), "text", prose)


def _marks(reader: duckdb.DuckDBPyConnection, sizes: np.ndarray[Any, Any], told: pa.Table, heard: pa.Table) -> pa.Array:
    """The mark of each group, in order; `told` holds their incidents, group by group."""
    group, place = np.repeat(np.arange(len(sizes)), sizes), np.arange(told.num_rows)
    reader.register("heard", heard)
    reader.register("told", told.append_column("g", pa.array(group)).append_column("place", pa.array(place)))
    values = ", ".join(f"told.{name}" for name in told.column_names)
    asked = reader.sql(_MARKS.format(values=values, facts=", ".join(heard.column_names)))
    marks: pa.Array = asked.to_arrow_table()["mark"].combine_chunks()
    return marks


def _merged(sizes: np.ndarray[Any, Any], told: pa.Table, heard: pa.Table) -> list[dict[str, Any]]:
    tellings = {fact["report_id"]: _telling(fact) for fact in heard.to_pylist()} if len(sizes) else {}
    rows = iter(told.to_pylist())
    made = []
    for size in sizes:
        own = [next(rows) for _ in range(size)]
        voices = [tellings.get(row["report_id"]) or _silent(row["report_id"]) for row in own]
        with_day = [row | {"published": telling.published} for row, telling in zip(own, voices, strict=True)]
        made.append(merged(with_day, voices))
    return made


def _telling(fact: dict[str, Any]) -> Telling:
    words = {name: fact[name] or "" for name in ("report_id", "publisher", "agency", "language", "text")}
    return Telling(published=fact["published"], is_row=fact["form"] == "row", **words)


def _silent(report_id: str) -> Telling:
    """A report that is missing: nothing is known but its id."""
    return Telling(report_id, "", "", None, "", is_row=False, text="")
