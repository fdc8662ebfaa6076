"""The tables of many files as one: a report that came twice is kept once, its newest content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.pipeline.batch import OF_REPORTS
from etl.pipeline.taken import Taken

Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """Tables by name over all files; merged[i] counts the rows of file i whose report another row replaced."""

    tables: dict[str, pa.Table]
    merged: tuple[int, ...]
    revised: int


def gather(taken: Sequence[Taken]) -> Gathered:
    """Join the files in their order: of two rows with one report_id the later file's (or row's) holds."""
    reports = [t.tables["reports"] for t in taken]
    ids = pa.chunked_array([chunk for one in reports for chunk in one["report_id"].chunks], pa.string())
    holds = last_of_each(ids)
    bounds = np.cumsum([0, *(one.num_rows for one in reports)])
    held = [holds[begin:end] for begin, end in pairwise(bounds)]
    merged = [int((~one).sum()) for one in held]
    hashes = pa.chunked_array([chunk for one in reports for chunk in one["content_sha256"].chunks], pa.string())
    revised = 0 if holds.all() else _in_other_words(ids, hashes)
    kept = [_only(t, one) for t, one in zip(taken, held, strict=True)]
    given, again = _given(taken)
    kept = [{**tables, "given": own} for tables, own in zip(kept, given, strict=True)]
    names = kept[0] if kept else ()
    tables = {name: pa.concat_tables([k[name] for k in kept]) for name in names}
    # A file of given events is accounted for by them: its reports are as many as they name.
    counted = [again[n] if t.tables["given"].num_rows else merged[n] for n, t in enumerate(taken)]
    return Gathered(tables, tuple(counted), revised)


def _given(taken: Sequence[Taken]) -> tuple[list[pa.Table], list[int]]:
    """The given events of each file without those that a later file gives again, and how many these were."""
    kept: list[pa.Table] = []
    again: list[int] = []
    later = pa.array([], pa.string())
    for one in reversed(taken):
        own = one.tables["given"]
        left = own.filter(pc.invert(pc.is_in(own["event_id"], value_set=later)))
        later = pa.concat_arrays([later, own["event_id"].combine_chunks()])
        kept.append(left)
        again.append(own.num_rows - left.num_rows)
    return kept[::-1], again[::-1]


def _only(taken: Taken, holds: Flags) -> dict[str, pa.Table]:
    """One file's tables without the reports that another row replaced."""
    tables = taken.tables
    if holds.all():
        return tables
    reports = tables["reports"].filter(pa.array(holds))
    wanted = reports["report_id"].combine_chunks()
    of_those = {
        name: tables[name].filter(pc.is_in(tables[name].column("report_id"), value_set=wanted)) for name in OF_REPORTS
    }
    return {**tables, "reports": reports, **of_those}


def last_of_each(ids: pa.ChunkedArray) -> Flags:
    """For each row whether no later one bears its id."""
    codes = _codes(ids)
    last = np.zeros(int(codes.max(initial=-1)) + 1, dtype=np.int64)
    rows = np.arange(len(codes))
    last[codes] = rows  # of several rows with one code the last is written last
    same: Flags = last[codes] == rows
    return same


def _in_other_words(ids: pa.ChunkedArray, hashes: pa.ChunkedArray) -> int:
    """How many ids came with more than one hash."""
    told = np.unique(np.column_stack([_codes(ids), _codes(hashes)]), axis=0)
    return int((np.bincount(told[:, 0]) > 1).sum())


def _codes(column: pa.ChunkedArray) -> np.ndarray[Any, np.dtype[np.int32]]:
    codes: np.ndarray[Any, np.dtype[np.int32]] = column.combine_chunks().dictionary_encode().indices.to_numpy()
    return codes
