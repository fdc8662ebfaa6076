"""Airports worth naming in a report: military fields, and those with an airline code."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import airportsdata
from rows import Row, distinct_names

_MILITARY = re.compile(r"\b(air base|airbase|air force|army|naval|military|marine corps|raf)\b", re.IGNORECASE)
_MAJOR = re.compile(r"\b(international|intercontinental)\b", re.IGNORECASE)


def _areas_near(towns: Iterable[Row]) -> dict[tuple[str, int, int], list[Row]]:
    """Towns by country and half-degree cell."""
    cells: dict[tuple[str, int, int], list[Row]] = defaultdict(list)
    for town in towns:
        cells[(town.country, int(town.latitude * 2 // 1), int(town.longitude * 2 // 1))].append(town)
    return cells


def _area_of(country: str, latitude: float, longitude: float, cells: dict[tuple[str, int, int], list[Row]]) -> str:
    """The first-level area of the nearest town of the country within about half a degree; "" where there is none."""
    row, column = int(latitude * 2 // 1), int(longitude * 2 // 1)
    near = [t for i in (-1, 0, 1) for j in (-1, 0, 1) for t in cells.get((country, row + i, column + j), ())]
    east = math.cos(math.radians(latitude))
    nearest = min(near, key=lambda t: math.hypot(t.latitude - latitude, (t.longitude - longitude) * east), default=None)
    return nearest.admin1 if nearest else ""


def airport_rows(towns: Iterable[Row]) -> Iterator[Row]:
    """One row an airport; other names put its town before or leave the type out. Its area is that of the next town."""
    cells = _areas_near(towns)
    for ident, airport in airportsdata.load("ICAO").items():
        name = airport["name"]
        military = bool(_MILITARY.search(name))
        if not military and not (airport["iata"] and _MAJOR.search(name)):
            continue
        city = airport["city"]
        others = [f"{city} {'Air Base' if military else 'Airport'}", f"{city} International Airport"] if city else []
        if military:
            others = others[:1] + ([f"{city} Airbase"] if city else [])
        yield Row(
            place_id=f"icao:{ident}",
            kind="airport",
            name=name,
            latitude=airport["lat"],
            longitude=airport["lon"],
            radius_km=3.0,
            country=airport["country"],
            admin1=_area_of(airport["country"], airport["lat"], airport["lon"], cells),
            feature="military" if military else "airport",
            names=distinct_names(name, others),
        )
