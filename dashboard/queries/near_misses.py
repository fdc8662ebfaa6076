"""The events that were nearly matched into one with another, for an editor to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.queries.connection import arrow, every, file
from dashboard.queries.event import EventFile, Match
from dashboard.queries.naming import told_in_tongue
from etl.store import Version

MOST = 12
"""Other events that are told of; the surest come first."""


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Another event, as a row of the table "events", and the pairs of incidents that are alike, the surest first.

    In each pair the left incident is of the event asked for, the right one of the other.
    """

    values: Mapping[str, Any]
    pairs: tuple[Match, ...]


def near_misses(version: Version, found: EventFile, language: str) -> tuple[NearMiss, ...]:
    """The events that an event was nearly matched with, the surest first, at most MOST."""
    own = list(found.values["incident_ids"])
    alike = every(_ALIKE, [own, file(version, "matches")])
    theirs = [right for _, right, *_ in alike]
    holding = dict(every(_HOLDING, [theirs, file(version, "events"), theirs])) if theirs else {}
    pairs: dict[str, list[Match]] = {}
    for left, right, score, reasons, is_episode in alike:
        if (event_id := holding.get(right, found.event_id)) != found.event_id:
            pairs.setdefault(event_id, []).append(Match(left, right, score, tuple(reasons or ()), bool(is_episode)))
    ids = [*pairs][:MOST]
    sql = "select * from read_parquet(?) where list_contains(?, event_id)"
    rows = {row["event_id"]: row for row in arrow(sql, [file(version, "events"), ids]).to_pylist()} if ids else {}
    return tuple(NearMiss(told_in_tongue(rows[one], version, language), tuple(pairs[one])) for one in ids)


_ALIKE = """
select if(list_contains(own, left_id), left_id, right_id) as mine,
    if(list_contains(own, left_id), right_id, left_id) as theirs, score, reasons, is_episode
from (select ? as own), read_parquet(?)
where event_id is null and (list_contains(own, left_id) or list_contains(own, right_id))
order by score desc, mine, theirs
"""
_HOLDING = """
select incident_id, event_id
from (select event_id, unnest(list_intersect(incident_ids, ?)) as incident_id from read_parquet(?)
    where list_has_any(incident_ids, ?))
"""
