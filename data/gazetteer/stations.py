"""Airports worth naming in a report, and the towns that only an airstrip gives a point."""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import airportsdata
from rows import Row, distinct_names

from etl.places.names import name_key

_MILITARY = re.compile(r"\b(air base|airbase|air force|army|naval|military|marine corps|raf)\b", re.IGNORECASE)
_CIVIL = re.compile(r"\b(airport|airfield|aerodrome|airstrip|international|intercontinental)\b", re.IGNORECASE)
_ASIDE = re.compile(r"\s*\(.*?\)|\s*/.*")
_PRIVATE = frozenset({"US", "CA", "AU"})
"""Countries whose many airstrips are named after ranches, mines and lodges: no towns are taken from them."""
MANY_TOWNS = 6000
"""Towns of a country in GeoNames from which its villages are among them, and airstrips add none."""
NEIGHBOURS = (-2, -1, 0, 1, 2)
"""Half-degree cells around a point in which the next town is looked for."""
STRIP_KM = 10.0
"""Radius in km of a town known by its airstrip alone: the strip lies outside it."""

Cells = dict[tuple[str, int, int], list[Row]]


def _areas_near(towns: Iterable[Row]) -> Cells:
    """Towns by country and half-degree cell."""
    cells: Cells = defaultdict(list)
    for town in towns:
        cells[(town.country, int(town.latitude * 2 // 1), int(town.longitude * 2 // 1))].append(town)
    return cells


def _area_of(country: str, latitude: float, longitude: float, cells: Cells) -> str:
    """The first-level area of the nearest town of the country within about a degree; "" where there is none."""
    row, column = int(latitude * 2 // 1), int(longitude * 2 // 1)
    near = [t for i in NEIGHBOURS for j in NEIGHBOURS for t in cells.get((country, row + i, column + j), ())]
    east = math.cos(math.radians(latitude))
    nearest = min(near, key=lambda t: math.hypot(t.latitude - latitude, (t.longitude - longitude) * east), default=None)
    return nearest.admin1 if nearest else ""


def airport_rows(towns: Iterable[Row]) -> Iterator[Row]:
    """One row an airport; other names put its town before or leave the type out. Its area is that of the next town."""
    cells = _areas_near(towns)
    for ident, airport in airportsdata.load("ICAO").items():
        name = airport["name"]
        military = bool(_MILITARY.search(name))
        if not military and not (airport["iata"] and _CIVIL.search(name)):
            continue
        city = airport["city"]
        others = [f"{city} {'Air Base' if military else 'Airport'}"] if city else []
        if city and military:
            others.append(f"{city} Airbase")
        elif city and "International" in name:
            others.append(f"{city} International Airport")
        row = _row(f"icao:{ident}", "airport", name, airport, cells)
        row.feature = "military" if military else "airport"
        row.names = distinct_names(name, others)
        yield row


def strip_towns(known: Iterable[Row]) -> Iterator[Row]:
    """One row a town that an airport is named after and no row of its country answers to; its point is the strip's."""
    known = list(known)
    towns = [row for row in known if row.kind == "town"]
    cells, often = _areas_near(towns), Counter(row.country for row in towns)
    taken = {(row.country, name_key(name)) for row in known for name in (row.name, *row.names)}
    for ident, airport in sorted(airportsdata.load("ICAO").items()):
        name, country = _ASIDE.sub("", airport["city"]), airport["country"]
        is_wanted = country not in _PRIVATE and often[country] < MANY_TOWNS and name[:1].isupper()
        if is_wanted and (country, name_key(name)) not in taken:
            taken.add((country, name_key(name)))
            row = _row(f"icao:{ident}/town", "town", name, airport, cells)
            row.radius_km = STRIP_KM
            yield row


def _row(place_id: str, kind: str, name: str, airport: Mapping[str, Any], cells: Cells) -> Row:
    """A row at an airport's point, in the first-level area of the nearest town."""
    country, latitude, longitude = airport["country"], airport["lat"], airport["lon"]
    return Row(
        place_id=place_id,
        kind=kind,
        name=name,
        latitude=latitude,
        longitude=longitude,
        radius_km=3.0,
        country=country,
        admin1=_area_of(country, latitude, longitude, cells),
    )
