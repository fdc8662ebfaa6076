"""Conditions of place: within bounds, within an outline drawn by hand, no farther than a distance from a point."""

from __future__ import annotations

from math import degrees, log, pi, radians, tan

from dashboard.geography import Bounds, Near, Outline
from dashboard.queries.condition import Condition

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""


def inside(bounds: Bounds) -> Condition:
    """Points within bounds, the edges included; west > east crosses the 180th meridian."""
    joined = "and" if bounds.west <= bounds.east else "or"
    return Condition(
        f"latitude between ? and ? and (longitude >= ? {joined} longitude <= ?)",
        (bounds.south, bounds.north, bounds.west, bounds.east),
    )


def enclosed(outline: Outline) -> Condition:
    """Points inside of an outline whose sides are straight on the map: a line east of them meets it an odd number of
    times (even-odd rule). Once more a whole turn on, for outlines that cross the 180th meridian.
    """
    corners = [(lon / 360 + 0.5, log(tan(pi / 4 + radians(lat) / 2)) / (2 * pi)) for lon, lat in outline]
    sides = [[*corner, *corners[place - 1]] for place, corner in enumerate(corners)]
    (west, east), (south, north) = ((min(along), max(along)) for along in zip(*corners, strict=True))
    crossed = """list_sum(list_transform(?::double[][], lambda side: case when (side[2] > y) <> (side[4] > y)
        and {x} < side[1] + (y - side[2]) / (side[4] - side[2]) * (side[3] - side[1]) then 1 else 0 end)) % 2 = 1"""
    turns = [turn for turn in (0, 1) if east >= turn]
    tests = [f"(x + {turn} between ? and ? and {crossed.format(x=f'x + {turn}')})" for turn in turns]
    values = (south, north, *(value for _ in turns for value in (west, east, sides)))
    return Condition(f"y between ? and ? and ({' or '.join(tests)})", values)


def around_point(near: Near) -> Condition:
    """Points no farther than a distance from a point, along the great circle (haversine formula)."""
    away = """2 * ? * asin(sqrt(least(1, pow(sin(radians(latitude - ?) / 2), 2)
        + cos(radians(latitude)) * cos(radians(?)) * pow(sin(radians(longitude - ?) / 2), 2)))) <= ?"""
    tall = degrees(near.km / EARTH_KM)
    return Condition(
        f"latitude between ? and ? and {away}",
        (near.latitude - tall, near.latitude + tall, EARTH_KM, near.latitude, near.latitude, near.longitude, near.km),
    )
