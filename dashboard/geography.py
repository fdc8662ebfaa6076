"""Parts of the map as a View holds them, each brought into its one shape.

Every function raises ValueError for what has no such shape.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from dashboard.address_values import limited, plain

MOST_NORTHERN = 85.0511
"""The map's edge, degrees: where web Mercator makes the world a square."""
MOST_CORNERS = 32
"""Corners kept of an outline drawn by hand: an address of them all stays well under 1,000 characters."""


class Bounds(NamedTuple):
    """A rectangle in degrees; west > east crosses the 180th meridian."""

    west: float
    south: float
    east: float
    north: float


class Camera(NamedTuple):
    """Where the map stands: its centre in degrees, and the zoom level of the map."""

    longitude: float
    latitude: float
    zoom: float


class Near(NamedTuple):
    """No farther than `km` from a point in degrees that bears a name."""

    longitude: float
    latitude: float
    km: float
    name: str


Corner = tuple[float, float]
Outline = tuple[Corner, ...]
"""The corners of a polygon on the map, longitude and latitude in degrees, its sides straight on the map. The last one
joins the first; longitudes run on past 180 where it crosses that meridian."""


def bounds(value: Bounds | None) -> Bounds | None:
    """Bounds to four digits of a degree."""
    if value is None:
        return None
    west, south, east, north = value
    found = Bounds(limited(west, -180, 180, 4), limited(south, -90, 90, 4),
                   limited(east, -180, 180, 4), limited(north, -90, 90, 4))  # fmt: skip
    if found.south > found.north:
        raise ValueError("south of the bounds is north of their north")
    return found


def camera(value: Camera | None) -> Camera | None:
    """A camera to four digits of a degree and two of a zoom level."""
    if value is None:
        return None
    longitude, latitude, zoom = value
    return Camera(limited(longitude, -180, 180, 4), limited(latitude, -MOST_NORTHERN, MOST_NORTHERN, 4),
                  limited(zoom, 0, 22, 2))  # fmt: skip


def near(value: Near | None) -> Near | None:
    """A distance to a tenth of a kilometre, from a point to four digits of a degree."""
    if value is None:
        return None
    return Near(limited(value.longitude, -180, 180, 4), limited(value.latitude, -90, 90, 4),
                limited(value.km, 0.1, 20_000, 1), plain(value.name))  # fmt: skip


def near_of(text: str) -> Near:
    """A distance from a point as an address has it."""
    longitude, latitude, km, name = [*text.split(" ", 3), ""][:4]
    return Near(float(longitude), float(latitude), float(km), name)


def outline(value: Sequence[Corner]) -> Outline:
    """An outline of at most MOST_CORNERS corners to four digits; () for none."""
    if not value:
        return ()
    found = _distinct([(limited(x, -180, 540, 4), limited(y, -MOST_NORTHERN, MOST_NORTHERN, 4)) for x, y in value])
    while len(found) > MOST_CORNERS:
        # The corner that says least goes first (Visvalingam and Whyatt 1993).
        del found[min(range(len(found)), key=lambda place: _area(found, place))]
        found = _distinct(found)
    if len(found) < 3:
        raise ValueError("an outline has three corners at least")
    return tuple(found)


def outline_of(text: str) -> Outline:
    """An outline as an address has it: longitude, latitude, longitude, latitude ..."""
    numbers = [float(part) for part in text.split(" ")]
    return tuple(zip(numbers[::2], numbers[1::2], strict=True))


def _distinct(corners: Sequence[Corner]) -> list[Corner]:
    """The corners without those that repeat the one before; the last is before the first."""
    return [corner for place, corner in enumerate(corners) if corner != corners[place - 1]]


def _area(corners: Sequence[Corner], place: int) -> float:
    """Twice the area of the triangle of a corner and its neighbours."""
    (ax, ay), (bx, by), (cx, cy) = corners[place - 1], corners[place], corners[(place + 1) % len(corners)]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay))
