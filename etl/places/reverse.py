"""A point to the country and first-level area it lies in, by the places around it, and how sure that is."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from etl.places.gazetteer import Gazetteer, Place, distance_km

VOTES = 5
"""Nearest towns that vote."""
FAR_KM = 75.0
"""Distance in km of the nearest town from which nothing is sure (open sea, desert, ice)."""
KM_OF_DEGREE = 111.195
"""Kilometres of a degree of a great circle (mean radius of the IUGG)."""
BORDER_KM = 50.0
"""Distance in km of a town of the stated country up to which a point may lie there: towns are no outlines."""
Points = npt.NDArray[np.float64]
Codes = npt.NDArray[np.str_]
_LAND = frozenset({"town", "neighbourhood"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Where a point lies. country: alpha-2, "" where unknown; admin1: area code such as "IQ.07".

    sure is False near a border (the nearest towns disagree) and far from any town: the gazetteer holds points, not
    outlines. nearest: the nearest town; distance_km: how far it is.
    """

    country: str
    admin1: str
    nearest: Place | None
    distance_km: float
    sure: bool


def reverse(gazetteer: Gazetteer, latitude: float, longitude: float) -> Surroundings:
    """The surroundings of a point in degrees. Raises ValueError for a latitude or longitude out of range."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise ValueError(f"({latitude}, {longitude}) is no point: latitude is -90 to 90, longitude -180 to 180")
    towns = nearest_places(gazetteer, latitude, longitude, VOTES)
    if not towns:
        return Surroundings("", "", None, float("inf"), sure=False)
    distance, nearest = towns[0]
    voices = {place.country for away, place in towns if away <= max(2 * distance, 15.0)}
    return Surroundings(nearest.country, nearest.admin1, nearest, distance, len(voices) == 1 and distance <= FAR_KM)


def nearest_places(gazetteer: Gazetteer, latitude: float, longitude: float, count: int) -> list[tuple[float, Place]]:
    """Up to `count` (distance in km, town), nearest first, within some three degrees."""
    found: list[tuple[float, Place]] = []
    for cells in (1, 3):
        found = [
            (distance_km((latitude, longitude), (place.latitude, place.longitude)), place)
            for place in gazetteer.around(latitude, longitude, cells)
            if place.kind in _LAND
        ]
        if len(found) >= count:
            break
    return sorted(found, key=lambda pair: (pair[0], pair[1].place_id))[:count]


class _Towns(NamedTuple):
    """Some towns, one a place in each array, and the countries among theirs."""

    latitudes: Points
    longitudes: Points
    countries: Codes
    named: frozenset[str]


_NO_TOWNS = _Towns(np.array([]), np.array([]), np.array([], dtype="U2"), frozenset())


class Borders:
    """The country around many points, fast: the towns of each one-degree cell are read once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        # Kept by the instance, so that all go when their file has been read.
        self._known = lru_cache(maxsize=100_000)(self._elsewhere)
        self._block = lru_cache(maxsize=256)(self._around)
        self._named = lru_cache(maxsize=100_000)(self._countries_around)
        self._cell = lru_cache(maxsize=100_000)(self._towns)

    def elsewhere(self, latitude: float, longitude: float, stated: str) -> str | None:
        """The country in which all of the nearest towns lie, where it is not the stated one (alpha-2).

        None where it is, and wherever that is not sure: a town of the stated country within BORDER_KM, far from towns,
        at sea.
        """
        return self._known(latitude, longitude, stated)

    def _elsewhere(self, latitude: float, longitude: float, stated: str) -> str | None:
        if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
            return None
        south, west = math.floor(latitude), math.floor(longitude)
        if self._named(south, west) <= {stated}:
            return None
        towns = self._block(south, west)
        if len(towns.countries) < VOTES:
            return None
        north = towns.latitudes - latitude
        east = (towns.longitudes - longitude) * math.cos(math.radians(latitude))
        away = north * north + east * east  # the square of degrees
        nearest = away.argmin()
        if towns.countries[nearest] == stated or away[nearest] > (FAR_KM / KM_OF_DEGREE) ** 2:
            return None
        voices = set(towns.countries[np.argpartition(away, VOTES - 1)[:VOTES]].tolist())
        beside = towns.countries[away <= (BORDER_KM / KM_OF_DEGREE) ** 2]
        return voices.pop() if len(voices) == 1 and stated not in beside else None

    def _countries_around(self, south: int, west: int) -> frozenset[str]:
        """The countries of the towns in a cell and around it."""
        return frozenset().union(*(cell.named for cell in self._cells_around(south, west)))

    def _around(self, south: int, west: int) -> _Towns:
        """The towns in a cell and around it, with no seam at the date line."""
        cells = [cell for cell in self._cells_around(south, west) if len(cell.countries)]
        if not cells:
            return _NO_TOWNS
        latitudes, longitudes, countries = (np.concatenate(one) for one in list(zip(*cells, strict=True))[:3])
        return _Towns(latitudes, (longitudes - west + 180) % 360 - 180 + west, countries, frozenset())

    def _cells_around(self, south: int, west: int) -> list[_Towns]:
        around = ((south + i, (west + j + 180) % 360 - 180) for i in (-1, 0, 1) for j in (-1, 0, 1))
        return [self._cell(*cell) for cell in around]

    def _towns(self, south: int, west: int) -> _Towns:
        """The towns in one cell; none beyond a pole."""
        found = self._gazetteer.towns(south + 0.5, west + 0.5) if -90 <= south < 90 else []
        if not found:
            return _NO_TOWNS
        latitudes, longitudes, countries = zip(*found, strict=True)
        named = np.array(countries, dtype="U2")
        return _Towns(np.array(latitudes), np.array(longitudes), named, frozenset(countries))
