"""A point to the country and first-level area it lies in, by the places around it, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from etl.places.gazetteer import Gazetteer, Place, distance_km

VOTES = 5
"""Nearest towns that vote."""
FAR_KM = 75.0
"""Distance in km of the nearest town from which nothing is sure (open sea, desert, ice)."""
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
