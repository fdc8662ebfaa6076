"""Events of one incident, made column by column: most of a dataset's rows are such."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import names, schema
from etl.lexicon import fold
from etl.matching.merging import canonical
from etl.told_columns import COUNTS, ORIGINS, TEXT, TEXTS

RULE = "only report"
_FROM_INCIDENT = tuple(set(names("events")) & set(names("incidents")))
OF_INCIDENT = (*_FROM_INCIDENT, "incident_id", "report_id", "source")
"""The columns of incidents that `single_events` looks at."""


def single_events(event_ids: pa.Array, incidents: pa.Table, reports: pa.Table) -> pa.Table:
    """Incidents as events of their own; `reports` holds the report of each, row by row (nulls where it is missing)."""
    incidents = incidents.combine_chunks()
    columns: dict[str, pa.Array] = {name: incidents[name].combine_chunks() for name in _FROM_INCIDENT}
    total = incidents.num_rows
    columns |= {
        "event_id": event_ids,
        "incident_ids": _each(incidents["incident_id"]),
        "report_ids": _each(incidents["report_id"]),
        "sources": _each(incidents["source"]),
        "publishers": _each(reports["publisher"]),
        "languages": _each(reports["language"]),
        "actors": _actors(columns["attributions"]),
        "independent_sources": pa.array(np.ones(total, dtype=np.int32)),
        "first_reported": reports["published"].combine_chunks(),
        "origins": _origins(columns, incidents["incident_id"].combine_chunks()),
        "disagreements": _none(total),
        "is_contested": _denied(columns["attributions"]),
        "corrections": _none(total),
        "sensitivity": pa.repeat("none", total),
    }
    wanted = schema("events")
    return pa.Table.from_arrays([columns[f.name].cast(f.type) for f in wanted], schema=wanted)


def _each(column: pa.ChunkedArray) -> pa.ListArray:
    """Lists of one; of none where the value is null or empty."""
    values = column.combine_chunks()
    there = pc.fill_null(pc.not_equal(values, ""), False)
    return pa.ListArray.from_arrays(_offsets(there.to_numpy(zero_copy_only=False)), values.filter(there))


def _none(total: int) -> pa.ListArray:
    return pa.array([[]], TEXTS).take(pa.array(np.zeros(total, dtype=np.int32)))


def _offsets(lengths: np.ndarray) -> pa.Array:
    return pa.array(np.concatenate(([0], np.cumsum(lengths))).astype(np.int32))


def _actors(attributions: pa.ListArray) -> pa.ListArray:
    """The actors of each, under their names in the actor file, each once."""
    written = attributions.flatten().field("actor").dictionary_encode()
    known = [canonical(name) if name else "" for name in written.dictionary.to_pylist()]
    folded = pa.array([fold(name) for name in known], TEXT).dictionary_encode().indices.to_numpy()
    at = written.indices.to_numpy()
    owner = pc.list_parent_indices(attributions).to_numpy()
    _, first = np.unique(owner * (len(known) + 1) + folded[at], return_index=True) if len(at) else (None, at)
    first = np.sort(first)
    told = pa.array(known, TEXT).take(pa.array(at[first]))
    lengths = np.bincount(owner[first], minlength=len(attributions)) if len(at) else np.zeros(len(attributions))
    return pa.ListArray.from_arrays(_offsets(lengths), told)


def _denied(attributions: pa.ListArray) -> pa.Array:
    stances = attributions.flatten().field("stance")
    denied = pc.fill_null(pc.equal(stances, "denied"), False)
    contested = np.zeros(len(attributions), dtype=bool)
    contested[pc.list_parent_indices(attributions).filter(denied).to_numpy()] = True
    return pa.array(contested)


def _origins(columns: Mapping[str, pa.Array], incident_ids: pa.Array) -> pa.ListArray:
    """For every field that is told, the incident and the rule, by row and then by field."""
    told = {
        "event_type": columns["event_type"].is_valid(),
        "status": columns["status"].is_valid(),
        "place": pc.or_(columns["latitude"].is_valid(), _filled(columns["places"])),
        "date": pc.or_(columns["date_start"].is_valid(), columns["date_end"].is_valid()),
        **{name: _filled(columns[name]) for name in ("weapons", "targets", "attributions")},
        **{name: columns[f"{name}_told"].is_valid() for name in COUNTS},
    }
    mask = np.column_stack([flags.to_numpy(zero_copy_only=False) for flags in told.values()])
    row, field = np.nonzero(mask)
    parts = [pa.array(list(told), TEXT).take(pa.array(field)), incident_ids.take(pa.array(row)),
             pa.array([RULE], TEXT).take(pa.array(np.zeros(len(row), dtype=np.int32)))]  # fmt: skip
    entries = pa.StructArray.from_arrays(parts, fields=list(ORIGINS.value_type))
    return pa.ListArray.from_arrays(_offsets(mask.sum(axis=1)), entries)


def _filled(lists: pa.ListArray) -> pa.Array:
    return pc.greater(pc.fill_null(pc.list_value_length(lists), 0), 0)
