"""Where the events of a view lie, and how many of them are in sight."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

import pandas as pd

from dashboard.filters import View
from dashboard.geography import Bounds
from dashboard.queries.condition import where
from dashboard.queries.conditions import conditions
from dashboard.queries.connection import frame, one
from dashboard.queries.ground import inside
from dashboard.queries.held import held
from etl.store import Version

SAMPLED = 2000
"""Placed events that stand for all of them when the map is fitted to its content."""


def sample(version: Version, view: View) -> pd.DataFrame:
    """At most SAMPLED placed events, the same ones every time: event_id, latitude, longitude, place_precision."""
    kept = where(conditions(version, view))
    sql = f"""select event_id, latitude, longitude, place_precision from {held(version)}
        where {kept.sql} and latitude is not null order by hash(event_id), event_id limit ?"""
    return frame(sql, [*kept.values, SAMPLED])


def around(version: Version, event_ids: Sequence[str]) -> Bounds | None:
    """The narrowest bounds that hold the points of events, to four digits; None where none of them has a point."""
    sql = f"""select min(longitude), min(latitude), max(longitude), max(latitude)
        from {held(version)} where list_contains(?, event_id) and latitude is not null"""
    row = one(sql, [list(event_ids)])
    if row is None or row[0] is None:
        return None
    west, south = (floor(value * 10_000) / 10_000 for value in row[:2])
    east, north = (ceil(value * 10_000) / 10_000 for value in row[2:])
    return Bounds(west, south, east, north)


def in_sight(version: Version, view: View, bounds: Bounds) -> int:
    """The number of the view's events whose point lies within bounds."""
    kept = where(conditions(version, view) | {"bounds": inside(bounds)})
    row = one(f"select count(*) from {held(version)} where {kept.sql}", [*kept.values])
    return int(row[0]) if row else 0
