"""A place phrase with the point, the radius and the precision that stand for it."""

from __future__ import annotations

from dataclasses import dataclass

from etl.places.gazetteer import Place
from etl.places.rank import Ranked, holds
from etl.records import PlacePrecision

FINENESS: dict[PlacePrecision, int] = {
    "site": 0, "neighbourhood": 1, "town": 2, "district": 3, "area": 4, "province": 5, "country": 6,
}  # fmt: skip
"""Rank of a precision, most exact first."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A phrase's place, or None; the point (degrees), radius (km) and precision are those of the phrase."""

    place: Place | None
    latitude: float
    longitude: float
    radius_km: float
    precision: PlacePrecision
    candidates: tuple[Ranked, ...]
    reason: str


def finest(place: Place) -> int:
    """Rank of a place's precision, most exact first."""
    return FINENESS[place.precision]


def fits(area: Place, place: Place) -> bool:
    """True where the place lies in the area, or is itself as large: "Anbar" beside "Diyala", of one country."""
    is_as_large = FINENESS[place.precision] >= FINENESS[area.precision]
    return holds(area, place) or (is_as_large and (area.kind == "country" or area.country == place.country))
