"""What a reader proposes: a correction as a file that `etl/corrections` takes, and the places that a name may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from etl.corrections import Action, Correction, as_file
from etl.pipeline.intake import gazetteer
from etl.places.gazetteer import Place
from etl.places.search import search
from etl.records import PlacePrecision


class Said(NamedTuple):
    """Who proposes, why, and on which day."""

    who: str
    why: str
    when: date


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean; degrees WGS 84, km. area: its first-level area, "" where that is itself."""

    place_id: str
    name: str
    area: str
    country: str
    latitude: float
    longitude: float
    precision: PlacePrecision
    radius_km: float


def proposal(target: str, changes: Mapping[str, str], said: Said, incidents: Sequence[str] = ()) -> str:
    """Changes of one event or incident as the content of a file of corrections.

    changes: field -> new value as an editor writes it; "place" takes a gazetteer id or a point, "reject" anything.
    Raises InputError for a value that makes no sense, and where who or why is empty.
    """

    def decision(field: str, value: str) -> Correction:
        action: Action = "reject" if field == "reject" else "place" if field == "place" else "set"
        told = ("", "") if action == "reject" else ("" if action == "place" else field, value)
        return Correction("", target, action, *told, said.who, said.when, said.why, tuple(incidents))

    return as_file([decision(field, value) for field, value in changes.items()])


def candidates(name: str, language: str = "", limit: int = 8) -> tuple[Candidate, ...]:
    """The places that a name in any language may mean, best first; () where the gazetteer knows none."""
    return tuple(_candidate(hit.place) for hit in search(gazetteer(), name, language=language or None, limit=limit))


def candidates_of(ids: Sequence[str]) -> tuple[Candidate, ...]:
    """The places of gazetteer ids, those that are known there."""
    known = (gazetteer().place(place_id) for place_id in ids)
    return tuple(_candidate(place) for place in known if place is not None)


def _candidate(place: Place) -> Candidate:
    area = gazetteer().area(place.admin1) if place.admin1 and place.kind != "admin1" else None
    return Candidate(place.place_id, place.name, area.name if area else "", place.country, place.latitude,
                     place.longitude, place.precision, place.radius_km)  # fmt: skip
