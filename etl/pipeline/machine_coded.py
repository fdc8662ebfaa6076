"""Which events rest on machine-coded incidents alone."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import schema


def flagged(events: pa.Table, incidents: pa.Table) -> pa.Table:
    """The events (schema "events") with `machine_coded` set where every incident of theirs is machine-coded."""
    lists = events["incident_ids"].combine_chunks()
    row = pc.index_in(lists.flatten(), value_set=incidents["incident_id"].combine_chunks())
    by_machine = pc.fill_null(incidents["machine_coded"].combine_chunks().take(row), False)
    looked_at = np.bincount(
        pc.list_parent_indices(lists).to_numpy(),
        weights=~by_machine.to_numpy(zero_copy_only=False),
        minlength=events.num_rows,
    )
    told = pc.greater(pc.fill_null(pc.list_value_length(lists), 0), 0)
    flags = pc.and_(pa.array(looked_at == 0), told)
    place = events.column_names.index("machine_coded")
    return events.set_column(place, schema("events").field("machine_coded"), flags)
