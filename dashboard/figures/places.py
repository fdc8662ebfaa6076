"""Which marks the map draws for a table of events at one zoom: single marks, fans, and rings of several.

Exactly placed events nearer to each other than a mark is wide become one ring; where they share one point and the
radius of that point has room on the screen, they stand side by side within it instead (an honest place: anywhere within
the radius is as true). Events placed by an area are never mixed with those: one badge an area.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import asinh, atan, cos, degrees, hypot, log2, pi, radians, sin, sinh, sqrt, tan

import pandas as pd

from dashboard.address import MOST_NORTHERN, Camera
from dashboard.figures.marks import COARSE

WORLD = 512
"""Width of the world at zoom 0 in MapLibre, pixels."""
MARK = 20
"""Pixels that one mark covers."""
TILE = 64
"""Pixels: no two drawings farther apart than this cover each other."""
STEP = 21
"""Pixels between neighbours of a fan."""
LARGEST_FAN = 24
KM_A_DEGREE = 111.195
"""Kilometres of one degree of latitude (mean Earth radius 6,371.0 km, IUGG)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to draw at a longitude and latitude: the rows of the events it stands for.

    `same_place` is False for a ring of events that would come apart on zooming in.
    """

    longitude: float
    latitude: float
    rows: tuple[int, ...]
    is_area: bool
    same_place: bool = True


def x_of(longitude: float) -> float:
    """Web Mercator x, the world's width = 1."""
    return longitude / 360 + 0.5


def y_of(latitude: float) -> float:
    """Web Mercator y from the north, the world's width = 1."""
    held = max(-MOST_NORTHERN, min(MOST_NORTHERN, latitude))
    return 0.5 - asinh(tan(radians(held))) / (2 * pi)


def latitude_of(y: float) -> float:
    """The latitude of a Web Mercator y."""
    return degrees(atan(sinh(pi * (1 - 2 * y))))


def pixel_km(latitude: float, zoom: float) -> float:
    """Kilometres on the ground of one pixel of the map."""
    return KM_A_DEGREE * 360 * cos(radians(latitude)) / (WORLD * 2**zoom)


def ring_size(number: int) -> float:
    """Width in pixels of the ring of several events: its area grows with their number."""
    return round(min(58.0, 20 + 4.2 * sqrt(number)))


def spots(events: pd.DataFrame, zoom: float) -> list[Spot]:
    """The spots of events that have a point, areas first so that marks lie above them."""
    kept = events[events["latitude"].notna() & events["longitude"].notna()]
    columns = (events.index.get_indexer(kept.index), kept["longitude"], kept["latitude"], kept["place_precision"])
    radii = kept["radius_km"].astype(float).fillna(0.0)
    areas: dict[tuple[float, float, float], list[int]] = {}
    points: dict[tuple[float, float], _Group] = {}
    world = WORLD * 2**zoom
    for row, lon, lat, precision, radius in zip(*columns, radii, strict=True):
        if precision in COARSE:
            areas.setdefault((lon, lat, radius), []).append(int(row))
        else:
            where = (round(lon, 4), round(lat, 4))
            group = points.setdefault(where, _Group(x_of(lon) * world, y_of(lat) * world, radius))
            group.rows.append(int(row))
            group.radius = min(group.radius, radius)
    found = [Spot(lon, lat, tuple(rows), is_area=True) for (lon, lat, _), rows in areas.items()]
    for group in _merged(list(points.values())):
        found.extend(_drawn(group, world))
    return found


@dataclass(slots=True)
class _Group:
    """Events about one point of the screen, x and y in pixels of the whole world at the zoom; radius in km."""

    x: float
    y: float
    radius: float
    rows: list[int] = field(default_factory=list)
    same_place: bool = True

    @property
    def reach(self) -> float:
        return ring_size(len(self.rows)) / 2 if len(self.rows) > 1 else MARK / 2


def _merged(groups: list[_Group]) -> list[_Group]:
    """Groups whose drawings would cover each other, taken together, the largest first."""
    kept: dict[tuple[int, int], list[_Group]] = {}
    for group in sorted(groups, key=lambda g: (-len(g.rows), g.rows)):
        column, line = int(group.x // TILE), int(group.y // TILE)
        near = [g for i in (-1, 0, 1) for j in (-1, 0, 1) for g in kept.get((column + i, line + j), ())]
        covered = (g for g in near if hypot(g.x - group.x, g.y - group.y) < 0.85 * (g.reach + group.reach))
        other = next(covered, None)
        if other is None:
            kept.setdefault((column, line), []).append(group)
        else:
            other.rows += group.rows
            other.same_place = False
    return [group for cell in kept.values() for group in cell]


def _drawn(group: _Group, world: float) -> Iterator[Spot]:
    """The group as one ring, or as a fan of marks where all share one point and its radius has room for them."""
    lon, lat, count = (group.x / world - 0.5) * 360, latitude_of(group.y / world), len(group.rows)
    room = group.radius / (KM_A_DEGREE * cos(radians(lat)) * 360) * world
    if count == 1 or not group.same_place or count > LARGEST_FAN or room < STEP * sqrt(count) * 0.7:
        yield Spot(lon, lat, tuple(group.rows), is_area=False, same_place=group.same_place)
        return
    for place, row in enumerate(group.rows):
        # Sunflower arrangement: even spacing at any number (Vogel 1979), the golden angle from mark to mark.
        away, angle = STEP * 0.62 * sqrt(place + 0.4), place * pi * (3 - sqrt(5))
        x, y = group.x + away * cos(angle), group.y + away * sin(angle)
        yield Spot((x / world - 0.5) * 360, latitude_of(y / world), (row,), is_area=False)


def camera_for(events: pd.DataFrame, width: float = 900, height: float = 520) -> Camera:
    """Where the map stands to show the events: all but the outermost hundredth on each side, with a margin.

    width, height: the map's size in pixels. With no placed event, the whole world.
    """
    placed = events[events["latitude"].notna() & events["longitude"].notna()]
    exact = placed[~placed["place_precision"].isin(COARSE)]
    chosen = exact if len(exact) else placed
    if chosen.empty:
        return Camera(20.0, 20.0, 0.8)
    cut = 0.01 if len(chosen) > 50 else 0.0
    west, east = (float(chosen["longitude"].quantile(q)) for q in (cut, 1 - cut))
    south, north = (float(chosen["latitude"].quantile(q)) for q in (cut, 1 - cut))
    wide = max(x_of(east) - x_of(west), 1e-6)
    high = max(y_of(south) - y_of(north), 1e-6)
    zoom = min(log2(0.82 * width / WORLD / wide), log2(0.82 * height / WORLD / high))
    middle = latitude_of((y_of(south) + y_of(north)) / 2)
    return Camera(round((west + east) / 2, 4), round(middle, 4), round(max(0.6, min(10.0, zoom)), 2))
