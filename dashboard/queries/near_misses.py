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
    pairs: dict[str, list[Match]] = {}
    for event_id, left, right, score, reasons, is_episode in every(
        _SQL, [own, file(version, "matches"), file(version, "events"), found.event_id]
    ):
        pairs.setdefault(event_id, []).append(Match(left, right, score, tuple(reasons or ()), bool(is_episode)))
    ids = [*pairs][:MOST]
    sql = "select * from read_parquet(?) where list_contains(?, event_id)"
    rows = {row["event_id"]: row for row in arrow(sql, [file(version, "events"), ids]).to_pylist()} if ids else {}
    return tuple(NearMiss(told_in_tongue(rows[one], version, language), tuple(pairs[one])) for one in ids)


_SQL = """
with asked as (select ? as own),
near as (
    select list_contains(own, left_id) as is_left, left_id, right_id, score, reasons, is_episode
    from read_parquet(?), asked
    where event_id is null and (list_contains(own, left_id) or list_contains(own, right_id))),
turned as (
    select if(is_left, left_id, right_id) as mine, if(is_left, right_id, left_id) as theirs, score, reasons, is_episode
    from near),
holding as (
    select event_id, unnest(incident_ids) as incident_id from read_parquet(?)
    where list_has_any(incident_ids, (select list(theirs) from turned)))
select event_id, mine, theirs, score, reasons, is_episode
from turned join holding on incident_id = theirs where event_id <> ?
order by max(score) over (partition by event_id) desc, event_id, score desc, mine, theirs
"""
