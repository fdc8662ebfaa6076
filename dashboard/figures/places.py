"""Which marks the map draws for a table of events at one zoom: single marks, fans, and rings of several.

Exactly placed events nearer to each other than a mark is wide become one ring; where they share one point and the
radius of that point has room on the screen, they stand side by side within it instead (an honest place: anywhere within
the radius is as true). Events placed by an area are never mixed with those: one badge an area.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import asinh, atan, cos, degrees, hypot, log2, pi, radians, sin, sinh, sqrt, tan

import pandas as pd

from dashboard.figures.marks import COARSE
from dashboard.geography import MOST_NORTHERN, Camera

WORLD = 512
"""Width of the world at zoom 0 in MapLibre, pixels."""
CLOSEST = 8.5
"""Zoom at which a map opens at the most: about 140 km across, so that a named town shows where one is."""
MARK = 20
"""Pixels that one mark covers."""
SMALLEST_AREA = 28
"""Pixels of radius from which an area is more than a mark."""
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


def ring_size(number: float) -> float:
    """Width in pixels of a ring: its area grows with the number of what it counts."""
    return round(min(58.0, 20 + 4.2 * sqrt(number)))


def spots(events: pd.DataFrame, zoom: float, weights: Sequence[float] = ()) -> list[Spot]:
    """The spots of events that have a point, areas first so that marks lie above them. weights: of each (default 1).

    An area that is no larger on the screen than a mark is taken together with the marks about it, as they are.
    """
    kept = events[events["latitude"].notna() & events["longitude"].notna()]
    columns = (events.index.get_indexer(kept.index), kept["longitude"], kept["latitude"], kept["place_precision"])
    radii = kept["radius_km"].astype(float).fillna(0.0)
    world = WORLD * 2**zoom
    groups: dict[bool, dict[tuple[float, float, float], _Group]] = {True: {}, False: {}}
    for row, lon, lat, precision, radius in zip(*columns, radii, strict=True):
        is_area = precision in COARSE and radius / pixel_km(lat, zoom) >= SMALLEST_AREA
        where = (round(lon, 4), round(lat, 4), radius if is_area else 0.0)
        group = groups[is_area].setdefault(where, _Group(x_of(lon) * world, y_of(lat) * world, radius))
        group.rows.append(int(row))
        group.weight += weights[int(row)] if weights else 1
        group.radius = min(group.radius, radius)
    exact = _merged(groups[False].values())
    return [*_beside(_merged(groups[True].values()), exact, world), *(s for g in exact for s in _drawn(g, world))]


@dataclass(slots=True)
class _Group:
    """Events about one point of the screen, x and y in pixels of the whole world at the zoom; radius in km."""

    x: float
    y: float
    radius: float
    rows: list[int] = field(default_factory=list)
    weight: float = 0
    same_place: bool = True

    @property
    def reach(self) -> float:
        return ring_size(self.weight) / 2 if len(self.rows) > 1 else MARK / 2


class _Screen:
    """What is drawn where, found by tile."""

    def __init__(self, groups: Iterable[_Group] = ()) -> None:
        self._tiles: dict[tuple[int, int], list[_Group]] = {}
        for group in groups:
            self.add(group)

    def add(self, group: _Group) -> None:
        self._tiles.setdefault((int(group.x // TILE), int(group.y // TILE)), []).append(group)

    def under(self, x: float, y: float, reach: float) -> _Group | None:
        """A group that a drawing of that reach at x, y would cover, if any."""
        column, line = int(x // TILE), int(y // TILE)
        near = (g for i in (-1, 0, 1) for j in (-1, 0, 1) for g in self._tiles.get((column + i, line + j), ()))
        return next((g for g in near if hypot(g.x - x, g.y - y) < 0.85 * (g.reach + reach)), None)


def _merged(groups: Iterable[_Group]) -> list[_Group]:
    """Groups whose drawings would cover each other, taken together, the largest first."""
    screen, kept = _Screen(), []
    for group in sorted(groups, key=lambda g: (-len(g.rows), g.rows)):
        other = screen.under(group.x, group.y, group.reach)
        if other is None:
            screen.add(group)
            kept.append(group)
        else:
            other.rows += group.rows
            other.weight += group.weight
            other.same_place = False
    return kept


def _beside(areas: Sequence[_Group], exact: Sequence[_Group], world: float) -> Iterator[Spot]:
    """Areas at their middle or, where a mark stands there, beside it: any point within the area is as true."""
    screen = _Screen(exact)
    for area in areas:
        room = 0.6 * area.radius / pixel_km(latitude_of(area.y / world), log2(world / WORLD))
        ways = [(away, pi * turn / 4) for away in (26.0, 36.0, 48.0) for turn in range(8) if away <= room]
        points = [(area.x, area.y), *((area.x + d * sin(a), area.y - d * cos(a)) for d, a in ways)]
        area.x, area.y = next((p for p in points if screen.under(*p, area.reach) is None), points[0])
        screen.add(area)
        lon, lat = (area.x / world - 0.5) * 360, latitude_of(area.y / world)
        yield Spot(lon, lat, tuple(area.rows), is_area=True, same_place=area.same_place)


def _drawn(group: _Group, world: float) -> Iterator[Spot]:
    """The group as one ring, or as a fan of marks where all share one point and its radius has room for them."""
    lon, lat, count = (group.x / world - 0.5) * 360, latitude_of(group.y / world), len(group.rows)
    room = group.radius / pixel_km(lat, log2(world / WORLD))
    if count == 1 or not group.same_place or count > LARGEST_FAN or room < STEP * sqrt(count) * 0.7:
        yield Spot(lon, lat, tuple(group.rows), is_area=False, same_place=group.same_place)
        return
    for place, row in enumerate(group.rows):
        # Sunflower arrangement: even spacing at any number (Vogel 1979), the golden angle from mark to mark.
        away, angle = STEP * 0.62 * sqrt(place + 0.4), place * pi * (3 - sqrt(5))
        x, y = group.x + away * cos(angle), group.y + away * sin(angle)
        yield Spot((x / world - 0.5) * 360, latitude_of(y / world), (row,), is_area=False)


def camera_for(events: pd.DataFrame, width: float = 900, height: float = 520) -> Camera:
    """Where the map stands to show the events with a margin: all of them, or their bulk where a few lie far away.

    width, height: the map's size in pixels. With no placed event, the whole world.
    """
    placed = events[events["latitude"].notna() & events["longitude"].notna()]
    exact = placed[~placed["place_precision"].isin(COARSE)]
    chosen = exact if len(exact) else placed
    if chosen.empty:
        return Camera(20.0, 20.0, 0.8)
    west, east = _bulk(chosen["longitude"])
    south, north = _bulk(chosen["latitude"])
    wide = max(x_of(east) - x_of(west), 1e-6)
    high = max(y_of(south) - y_of(north), 1e-6)
    zoom = min(log2(0.82 * width / WORLD / wide), log2(0.82 * height / WORLD / high))
    middle = latitude_of((y_of(south) + y_of(north)) / 2)
    return Camera(round((west + east) / 2, 4), round(middle, 4), round(max(0.6, min(CLOSEST, zoom)), 2))


def _bulk(degrees_told: pd.Series[float]) -> tuple[float, float]:
    """The range of the values; where 19 of 20 of them lie within half of it or less, the shortest that holds those."""
    values = sorted(float(value) for value in degrees_told)
    held = max(1, round(0.95 * len(values)))
    starts = range(len(values) - held + 1)
    first = min(starts, key=lambda i: values[i + held - 1] - values[i])
    low, high = values[first], values[first + held - 1]
    is_lopsided = len(values) >= 20 and high - low <= (values[-1] - values[0]) / 2
    return (low, high) if is_lopsided else (values[0], values[-1])
