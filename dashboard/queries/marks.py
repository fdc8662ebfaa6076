"""What the map draws: single events while they are few, hexagons of them when they are many."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import atan, degrees, exp, pi, sqrt
from operator import itemgetter
from typing import Any, NamedTuple

import pandas as pd

from dashboard.filters import View
from dashboard.geography import Bounds
from dashboard.queries.condition import where
from dashboard.queries.conditions import conditions
from dashboard.queries.connection import every, frame
from dashboard.queries.ground import inside
from dashboard.queries.held import held
from dashboard.queries.naming import in_tongue
from etl.store import Version

CELL_PIXELS = 13
"""Distance from a hexagon's centre to its corner on the screen, pixels; up to sqrt(2) times that between two steps."""
WORLD_PIXELS = 512
"""Width of the world at zoom 0 in MapLibre, pixels."""

MARK_COLUMNS = """event_id, event_type, status, date_start::varchar as date_start, date_end::varchar as date_end,
    date_precision, latitude, longitude, place_precision, radius_km, place, admin1, country,
    killed_low, killed_best, killed_high, killed_told, wounded_low, wounded_best, wounded_high, wounded_told,
    detained_low, detained_best, detained_high, detained_told,
    independent_sources, is_contested, sources"""
"""What one event brings to figures and tables; days as ISO strings, so that no browser moves them by its time zone."""

_NAMES = [column.split()[-1].strip() for column in MARK_COLUMNS.split(",")]

LATEST_FIRST = "coalesce(date_start, date_end) desc nulls last, event_id"


def events(version: Version, view: View, limit: int, bounds: Bounds | None = None) -> pd.DataFrame:
    """At most `limit` events of the view, latest first, one a row with MARK_COLUMNS; with bounds, only those there."""
    found = conditions(version, view)
    if bounds is not None:
        found["bounds"] = inside(bounds)
    kept = where(found)
    sql = f"select {MARK_COLUMNS} from {held(version)} where {kept.sql} order by {LATEST_FIRST} limit ?"
    rows = frame(sql, [*kept.values, limit])
    return in_tongue(rows, version, view.language)


def no_events() -> pd.DataFrame:
    """What `events` gives where it finds none: the map's, where hexagons stand for all."""
    return pd.DataFrame(columns=_NAMES)


class Cell(NamedTuple):
    """A hexagon: its centre in degrees, its events, how many they killed (sums; None where none of them tells a number)
    and the commonest of their types.
    """

    longitude: float
    latitude: float
    events: int
    killed_low: float | None
    killed_best: float | None
    killed_high: float | None
    event_type: str


class Cells(NamedTuple):
    """Hexagons, regular in web Mercator, standing on a corner; radius: centre to corner, in degrees of longitude."""

    cells: tuple[Cell, ...]
    radius: float


# A point's hexagon: axial coordinates are rounded together with their third one, and the one that moved farthest is set
# from the other two (the usual way with hexagonal grids).
_CELLS = """select case when dq > dr and dq > ds then -hr - hs else hq end as hq,
        case when dr >= dq and dr > ds then -hq - hs else hr end as hr, event_type, count(*) as events,
        sum(coalesce(killed_low, killed_best)), sum(killed_best), sum(coalesce(killed_high, killed_best, killed_low))
    from (select *, round(q) as hq, round(r) as hr, round(-q - r) as hs,
            abs(round(q) - q) as dq, abs(round(r) - r) as dr, abs(round(-q - r) + q + r) as ds
        from (select event_type, killed_low, killed_best, killed_high, ((x - 0.5) / sqrt(3) - y / 3) / ? as q,
                y * 2 / 3 / ? as r from {table} where {kept}))
    group by 1, 2, 3 order by 1, 2, events desc, 3"""


def cells(version: Version, view: View, bounds: Bounds, zoom: float) -> Cells:
    """The placed events of a view within bounds as hexagons that look equally large at any zoom.

    The grid is fixed to the world, so that a pan moves it and a zoom by less than half a level leaves it alone.
    """
    radius = CELL_PIXELS / (WORLD_PIXELS * 2 ** (int(2 * zoom) / 2))
    kept = where(conditions(version, view) | {"bounds": inside(bounds)})
    rows = every(_CELLS.format(table=held(version), kept=kept.sql), [radius, radius, *kept.values])
    return Cells(tuple(_cell(list(rows), radius) for _, rows in groupby(rows, key=itemgetter(0, 1))), radius * 360)


def _cell(rows: Sequence[tuple[Any, ...]], radius: float) -> Cell:
    """Rows of one hexagon: its two coordinates, and what its events of one type are, the commonest type first."""
    across, up, commonest = rows[0][:3]
    longitude = sqrt(3) * (across + up / 2) * radius * 360
    latitude = degrees(2 * atan(exp(1.5 * up * radius * 2 * pi)) - pi / 2)
    low, best, high = (_sum(row[column] for row in rows) for column in (4, 5, 6))
    return Cell(longitude, latitude, sum(row[3] for row in rows), low, best, high, commonest)


def _sum(numbers: Iterable[float | None]) -> float | None:
    told = [float(number) for number in numbers if number is not None]
    return sum(told) if told else None
