"""Events of our own exports: they stand as they left, and their incidents are not matched again."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc


def standing(given: pa.Table, incidents: pa.Table) -> pa.Table:
    """The given events (schema "events") all of whose incidents are there.

    Where an input told a report anew, its incidents took the place of those of the export: such an event is made again.
    """
    lists = given["incident_ids"].combine_chunks()
    there = pc.is_in(lists.flatten(), value_set=incidents["incident_id"].combine_chunks())
    broken = pc.unique(pc.list_parent_indices(lists).filter(pc.invert(there)))
    rows = pa.array(range(given.num_rows), pa.int64())
    return given.filter(pc.invert(pc.is_in(rows, value_set=broken.cast(pa.int64()))))


def to_match(incidents: pa.Table, given: pa.Table) -> pa.ChunkedArray:
    """Whether each incident belongs to none of the given events."""
    taken = given["incident_ids"].combine_chunks().flatten()
    return pc.invert(pc.is_in(incidents["incident_id"], value_set=taken))


def of_sources(given: pa.Table, named: pa.Array) -> pa.Table:
    """The given events that only the named sources tell."""
    lists = given["sources"].combine_chunks()
    barred = pc.invert(pc.is_in(lists.flatten(), value_set=named))
    broken = pc.unique(pc.list_parent_indices(lists).filter(barred))
    rows = pa.array(range(given.num_rows), pa.int64())
    return given.filter(pc.invert(pc.is_in(rows, value_set=broken.cast(pa.int64()))))
