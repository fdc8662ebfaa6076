"""Which marks the map draws for a table of events at one zoom: single marks, fans, and rings of several.

Exactly placed events nearer to each other than a mark is wide become one ring; where they share one point and the
radius of that point has room on the screen, they stand side by side within it instead (an honest place: anywhere within
the radius is as true). Events placed by an area are never mixed with those: one badge an area.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import asinh, atan, cos, degrees, log2, pi, radians, sin, sinh, sqrt, tan
from typing import Any

import pandas as pd

from dashboard.address import MOST_NORTHERN, Camera
from dashboard.figures.marks import COARSE

WORLD = 512
"""Width of the world at zoom 0 in MapLibre, pixels."""
NEAR = 22
"""Pixels: nearer marks cover each other."""
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


def spots(events: pd.DataFrame, zoom: float) -> list[Spot]:
    """The spots of events that have a point, areas first so that marks lie above them."""
    kept = events[events["latitude"].notna() & events["longitude"].notna()]
    columns = (events.index.get_indexer(kept.index), kept["longitude"], kept["latitude"], kept["place_precision"])
    radii = kept["radius_km"].astype(float).fillna(0.0)
    areas: dict[Any, list[int]] = {}
    exact: dict[Any, list[tuple[int, float, float, float]]] = {}
    scale = WORLD * 2**zoom / NEAR
    for i, lon, lat, precision, radius in zip(*columns, radii, strict=True):
        if precision in COARSE:
            areas.setdefault((lon, lat, radius), []).append(int(i))
        else:
            exact.setdefault((int(x_of(lon) * scale), int(y_of(lat) * scale)), []).append((int(i), lon, lat, radius))
    found = [Spot(lon, lat, tuple(rows), is_area=True) for (lon, lat, _), rows in areas.items()]
    for members in exact.values():
        found.extend(_exact(members, zoom))
    return found


def _exact(members: Sequence[tuple[int, float, float, float]], zoom: float) -> Iterator[Spot]:
    rows = tuple(i for i, *_ in members)
    lon = sum(m[1] for m in members) / len(members)
    lat = sum(m[2] for m in members) / len(members)
    same = len({(round(m[1], 4), round(m[2], 4)) for m in members}) == 1
    pixel = 1 / (WORLD * 2**zoom)
    room = min(m[3] for m in members) / (KM_A_DEGREE * cos(radians(lat)) * 360) / pixel
    if len(rows) == 1 or not same or len(rows) > LARGEST_FAN or room < STEP * sqrt(len(rows)) * 0.7:
        yield Spot(lon, lat, rows, is_area=False, same_place=same)
        return
    for place, row in enumerate(rows):
        # Sunflower arrangement: even spacing at any number (Vogel 1979), the golden angle from mark to mark.
        away, angle = STEP * 0.62 * sqrt(place + 0.4) * pixel, place * pi * (3 - sqrt(5))
        y = y_of(lat) + away * sin(angle)
        yield Spot(lon + away * cos(angle) * 360, latitude_of(y), (row,), is_area=False)


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
