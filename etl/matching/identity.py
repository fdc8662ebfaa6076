"""Ids of events that stay: across rebuilds, late reports, merges and splits."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import schema


def event_ids(
    group_of: np.ndarray, incident_ids: pa.Array, previous: pa.Table | None, aliases: pa.Table | None
) -> tuple[list[str], pa.Table]:
    """The id of each group, and the alias table.

    group_of: for each incident (sorted by id) its group, numbered by their first incidents. A group keeps the id of the
    previous event that holds most of its incidents, if no other group holds more of that event; a new id is made from
    the smallest incident id. An id that vanished leads to the group holding most of its incidents; ids that led to it
    lead there too.
    """
    shared = _shared(group_of, incident_ids, previous)
    kept: dict[int, str] = {}
    taken: set[str] = set()
    for group, event_id in shared:
        if group not in kept and event_id not in taken:
            kept[group] = event_id
            taken.add(event_id)
    groups, first = np.unique(group_of, return_index=True)
    smallest = incident_ids.take(pa.array(first)).to_pylist()
    ids = [kept[g] if g in kept else _new_id(one, taken) for g, one in zip(groups.tolist(), smallest, strict=True)]
    return ids, _alias_table(shared, ids, taken, aliases)


def _shared(group_of: np.ndarray, incident_ids: pa.Array, previous: pa.Table | None) -> list[tuple[int, str]]:
    """Each group with each previous event that it shares incidents with, most shared first."""
    if previous is None:
        return []
    lists = previous["incident_ids"].combine_chunks()
    place = pc.index_in(lists.flatten(), value_set=incident_ids)
    held = pc.list_parent_indices(lists).filter(place.is_valid())
    place = place.drop_null()
    columns = [pa.array(group_of).take(place), previous["event_id"].combine_chunks().take(held), place]
    both = pa.table(columns, ["group", "event_id", "place"]).group_by(["group", "event_id"])
    order = [("place_count", "descending"), ("place_min", "ascending"), ("event_id", "ascending")]
    counted = both.aggregate([("place", "count"), ("place", "min")]).sort_by(order)
    return [*zip(counted["group"].to_pylist(), counted["event_id"].to_pylist(), strict=True)]


def _new_id(smallest: str, taken: set[str]) -> str:
    """An id made from the incident's; from it and a number where another group now holds the event once made so."""
    made, number = _id_of(smallest), 0
    while made in taken:
        number += 1
        made = _id_of(f"{smallest}/{number}")
    taken.add(made)
    return made


def _id_of(seed: str) -> str:
    return f"ev-{hashlib.blake2b(seed.encode(), digest_size=7).hexdigest()}"


def _alias_table(
    shared: Sequence[tuple[int, str]], ids: Sequence[str], live: set[str], aliases: pa.Table | None
) -> pa.Table:
    leads = {
        event_id: ids[group]
        for group, event_id in reversed(shared)
        if event_id not in live
    }  # fmt: skip
    former = [] if aliases is None else aliases.select(["old_id", "event_id"]).to_pylist()
    for old, event_id in (row.values() for row in former):
        target = leads.get(event_id, event_id)
        if old not in live and target in live:
            leads[old] = target
    rows = sorted(leads.items())
    wanted = schema("aliases")
    return pa.Table.from_arrays([pa.array([row[k] for row in rows], pa.string()) for k in (0, 1)], schema=wanted)
