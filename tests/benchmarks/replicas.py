"""Incidents of the UCDP union, replicated with a fixed seed to any size: pairs of datasets that tell the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from etl.items import Rows
from etl.sources import recognise
from etl.store import Version

SEED = 11
_DAYS_APART = 15_000
"""Days by which each pair of copies lies behind the one before, so that nothing grows denser."""
_ROWS = 25_000
"""Rows of one copy."""

Tables = tuple[pa.Table, pa.Table]


def union(path: Path) -> Tables:
    """The incidents and reports of a file, without the text of the reports."""
    rows = [item for item in recognise(path).read(path) if isinstance(item, Rows)]
    return pa.concat_tables([one.incidents for one in rows]), _untold(pa.concat_tables([one.reports for one in rows]))


def replicated(union_tables: Tables, total: int) -> Tables:
    """`total` incidents: every second copy tells the one before as another dataset, a little off in day and place."""
    copies = list(_copies(union_tables, total))
    incidents = pa.concat_tables([i for i, _ in copies]).combine_chunks()
    return incidents, pa.concat_tables([r for _, r in copies]).combine_chunks()


def as_another_dataset(tables: Tables) -> Tables:
    """The same rows under other ids, of another source and publisher."""
    incidents, reports = tables
    for name in ("incident_id", "report_id", "source"):
        incidents = _changed(incidents, name, lambda text: _named(text, 0))
    for name in ("report_id", "source", "publisher"):
        reports = _changed(reports, name, lambda text: _named(text, 0))
    return incidents, reports


def enlarge(version: Version, total: int) -> int:
    """Bring the events of a built version to `total` in place, copies spread in time and a little off; their number.

    Only what Explore asks is enlarged: the copies bear ids of their own and share the reports of the first.
    """
    path = version.table("events")
    events, chance = pq.read_table(path), np.random.default_rng(SEED)
    copies = [events]
    while sum(copy.num_rows for copy in copies) < total:
        number, rows = len(copies), events.num_rows
        copy = _changed(events, "event_id", lambda text, n=number: _named(text, n))
        for name in ("date_start", "date_end"):
            days = np.full(rows, -200 * number)
            copy = _changed(copy, name, lambda day, days=days: _later(day, days))
        for name in ("latitude", "longitude"):
            off = pa.array(chance.normal(0, 0.05, rows))
            copy = _changed(copy, name, lambda degrees, off=off: pc.add(degrees, off))
        copies.append(copy)
    whole = pa.concat_tables(copies).slice(0, total)
    pq.write_table(whole.sort_by([("date_start", "ascending"), ("event_id", "ascending")]), path, compression="zstd")
    return whole.num_rows


def _copies(union_tables: Tables, total: int) -> Iterator[Tables]:
    chance = np.random.default_rng(SEED)
    chosen = pa.array(np.sort(chance.permutation(union_tables[0].num_rows)[:_ROWS]))
    number, left = 0, total
    while left > 0:
        incidents, reports = (table.take(chosen).slice(0, left) for table in union_tables)
        rows = incidents.num_rows
        days = np.full(rows, _DAYS_APART * (number // 2)) + (chance.integers(-1, 2, rows) if number % 2 else 0)
        for name in ("date_start", "date_end"):
            incidents = _changed(incidents, name, lambda day, days=days: _later(day, days))
        for name in ("latitude", "longitude") if number % 2 else ():
            off = pa.array(chance.normal(0, 0.05, rows))
            incidents = _changed(incidents, name, lambda degrees, off=off: pc.add(degrees, off))
        for name in ("incident_id", "report_id", "source"):
            incidents = _changed(incidents, name, lambda text, n=number: _named(text, n))
        for name in ("report_id", "source", "publisher"):
            reports = _changed(reports, name, lambda text, n=number: _named(text, n))
        yield incidents, reports
        number, left = number + 1, left - rows


def _later(day: pa.ChunkedArray, days: np.ndarray) -> pa.ChunkedArray:
    return pc.cast(pc.add(pc.cast(day, pa.int32()), pa.array(days.astype(np.int32))), pa.date32())


def _named(text: pa.ChunkedArray, number: int) -> pa.ChunkedArray:
    return pc.binary_join_element_wise(str(number), text, "~")


def _changed(table: pa.Table, name: str, change: Callable[[pa.ChunkedArray], pa.ChunkedArray]) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, change(table[name]))


def _untold(reports: pa.Table) -> pa.Table:
    return _changed(reports, "text", lambda text: pa.chunked_array([pa.repeat("", len(text))]))
