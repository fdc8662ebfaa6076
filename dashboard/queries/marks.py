"""What the map draws: single events while they are few, hexagons of them when they are many."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from dashboard.filters import View
from dashboard.geography import Bounds
from dashboard.queries.condition import where
from dashboard.queries.conditions import conditions
from dashboard.queries.connection import frame
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


class Cells(NamedTuple):
    """Hexagons. cells: cell (its id), longitude, latitude (its centre), events, killed_low, killed_best, killed_high
    (sums; null where none of its events tells a number), event_type (the commonest). radius: from centre to corner,
    in degrees of longitude; the hexagons are regular and stand on a corner in web Mercator.
    """

    cells: pd.DataFrame
    radius: float


def cells(version: Version, view: View, bounds: Bounds, zoom: float) -> Cells:
    """The placed events of a view within bounds as hexagons that look equally large at any zoom.

    The grid is fixed to the world, so that a pan moves it and a zoom by less than half a level leaves it alone.
    """
    # A point's hexagon: axial coordinates are rounded together with their third one, and the one that moved
    # farthest is set from the other two (the usual way with hexagonal grids).
    radius = CELL_PIXELS / (WORLD_PIXELS * 2 ** (int(2 * zoom) / 2))
    kept = where(conditions(version, view) | {"bounds": inside(bounds)})
    points = f"""select event_type, killed_low, killed_best, killed_high, (x - 0.5) / ? as x, y / ? as y
        from {held(version)} where {kept.sql}"""
    sql = f"""with points as ({points}),
        axial as (select *, x / sqrt(3) - y / 3 as q, y * 2 / 3 as r from points),
        whole as (select *, round(q) as hq, round(r) as hr, round(-q - r) as hs from axial),
        moved as (select *, abs(hq - q) as dq, abs(hr - r) as dr, abs(hs + q + r) as ds from whole),
        placed as (select * replace (
            case when dq > dr and dq > ds then -hr - hs else hq end as hq,
            case when dr >= dq and dr > ds then -hq - hs else hr end as hr) from moved),
        summed as (select hq, hr, count(*) as events, mode(event_type) as event_type,
            sum(coalesce(killed_low, killed_best))::double as killed_low, sum(killed_best)::double as killed_best,
            sum(coalesce(killed_high, killed_best, killed_low))::double as killed_high from placed group by hq, hr)
        select hq::int || ':' || hr::int as cell, events, event_type, killed_low, killed_best, killed_high,
            sqrt(3) * (hq + hr / 2) * ? * 360 as longitude,
            degrees(2 * atan(exp(1.5 * hr * ? * 2 * pi())) - pi() / 2) as latitude
        from summed order by cell"""
    return Cells(frame(sql, [radius, radius, *kept.values, radius, radius]), radius * 360)
