"""Tables that lie in files and not in memory: of a mapped file only what somebody looks at takes memory.

What was looked at stays in memory until somebody else needs the room, and counts as the program's own until then; so
whoever has gone through a large table gives it back.
"""

from __future__ import annotations

import mmap
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

import numpy as np
import pyarrow as pa

STRETCH = 16_384
"""Rows that are looked at before what they took is given back."""

_mapped_now: weakref.WeakSet[mmap.mmap] = weakref.WeakSet()


def mapped(path: Path) -> pa.Table:
    """The table of an Arrow file. Raises OSError where it cannot be opened, ValueError where it is no such file."""
    with path.open("rb") as file:
        return _mapped(file)


def spilled(schema: pa.Schema, parts: Iterable[pa.Table]) -> pa.Table:
    """The rows of some tables of one schema, in their order, as one table in a file that goes with it."""
    with tempfile.TemporaryFile(prefix="atlas-") as file:
        with pa.ipc.new_file(file, schema) as writer:
            for part in parts:
                writer.write_table(part.combine_chunks())
        file.flush()
        return _mapped(file)


def give_back() -> None:
    """Give back what was looked at of mapped files, and what Arrow has freed and would keep for itself."""
    if hasattr(mmap, "MADV_DONTNEED"):
        for held in list(_mapped_now):
            held.madvise(mmap.MADV_DONTNEED)
    pa.default_memory_pool().release_unused()


def rows_at(table: pa.Table, rows: pa.Array) -> pa.Table:
    """The rows of a table by their numbers, in that order; rows of nulls for nulls.

    Looked up a stretch of the table at a time, for `take` would first copy every column of several chunks whole.
    """
    if rows.null_count or table.num_rows <= STRETCH:
        return table.take(rows)
    places = rows.to_numpy()
    if (places[1:] > places[:-1]).all():
        return pa.concat_tables([table.slice(0, 0), *_by_stretch(table, places)])
    by_place = np.argsort(places, kind="stable")
    back = np.empty(len(places), dtype=np.int64)
    back[by_place] = np.arange(len(places))
    found = pa.concat_tables([table.slice(0, 0), *_by_stretch(table, places[by_place])])
    return found.combine_chunks().take(pa.array(back))


def _by_stretch(table: pa.Table, places: np.ndarray) -> Iterator[pa.Table]:
    """The rows by their numbers, which are sorted."""
    begin = 0
    for stretch in table.to_batches(max_chunksize=STRETCH):
        first, last = np.searchsorted(places, (begin, begin + stretch.num_rows))
        if first < last:
            yield pa.Table.from_batches([stretch.take(pa.array(places[first:last] - begin))])
            give_back()
        begin += stretch.num_rows


def _mapped(file: IO[bytes]) -> pa.Table:
    held = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    _mapped_now.add(held)
    return pa.ipc.open_file(pa.BufferReader(pa.py_buffer(held))).read_all()
