"""Single rows of an Arrow table changed; the others are never touched."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.tables import table_of

Rows = dict[int, dict[str, Any]]
"""Rows by their position in the table, as they shall be."""


def positions(table: pa.Table, column: str, ids: Iterable[str]) -> dict[str, int]:
    """Where each of the ids stands in a column; ids that it does not hold are left out."""
    wanted = pa.array(sorted(set(ids)), pa.string())
    if not len(wanted):
        return {}
    found = pc.index_in(wanted, value_set=table[column].combine_chunks())
    return {i: p for i, p in zip(wanted.to_pylist(), found.to_pylist(), strict=True) if p is not None}


def holders(table: pa.Table, column: str, ids: Iterable[str]) -> dict[str, int]:
    """For each id the row whose list in `column` holds it; ids that no list holds are left out."""
    wanted = pa.array(sorted(set(ids)), pa.string())
    if not len(wanted):
        return {}
    lists = table[column].combine_chunks()
    among = pc.is_in(lists.flatten(), value_set=wanted)
    rows = pc.list_parent_indices(lists).filter(among)
    held = zip(lists.flatten().filter(among).to_pylist(), rows.to_pylist(), strict=True)
    return dict(held)


def row_of(table: pa.Table, position: int) -> dict[str, Any]:
    """One row as Python values."""
    row: dict[str, Any] = table.slice(position, 1).to_pylist()[0]
    return row


def with_rows(table: pa.Table, name: str, changed: Mapping[int, Mapping[str, Any]]) -> pa.Table:
    """The table of the schema `name` with some of its rows changed, in the same order."""
    if not changed:
        return table
    places = sorted(changed)
    new = table_of(name, [changed[position] for position in places])
    parts = [part for number, before in enumerate(_between(table, places)) for part in (before, new.slice(number, 1))]
    return pa.concat_tables(parts).combine_chunks()


def without_rows(table: pa.Table, gone: Iterable[int]) -> pa.Table:
    """The table without the rows at some positions."""
    places = sorted(set(gone))
    return pa.concat_tables(_between(table, places)).combine_chunks() if places else table


def _between(table: pa.Table, places: Sequence[int]) -> list[pa.Table]:
    """What stands before each of the rows, and after the last, without copying it."""
    starts = [0, *(position + 1 for position in places)]
    return [table.slice(start, end - start) for start, end in zip(starts, [*places, table.num_rows], strict=True)]
