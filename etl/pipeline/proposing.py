"""What a reader proposes: a correction as a file that `etl/corrections` takes, and the places that a name may mean."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from etl.corrections import Action, Correction, apply_to_incidents, as_file
from etl.errors import InputError
from etl.items import Rejected
from etl.pipeline.events import place_of
from etl.pipeline.intake import gazetteer
from etl.places.gazetteer import Place
from etl.places.search import search
from etl.records import Incident, PlacePrecision, Report
from etl.sources import recognise
from etl.tables import incidents_of, incidents_table


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


Changes = Mapping[str, str]
"""Field -> new value as an editor writes it.

"place" takes a gazetteer id or a point, "reject" anything, "merge" and "split" other incidents, parted by "|".
"""


_ACTIONS: dict[str, Action] = {"reject": "reject", "place": "place", "merge": "merge", "split": "split"}


def proposal(changes: Mapping[str, Changes], said: Said, incidents: Sequence[str] = ()) -> str:
    """Changes, by id of the event or incident, as the content of a file of corrections.

    incidents: those that an event holds. Raises InputError for a value that makes no sense, and where who or why is
    empty.
    """
    return as_file(_decisions(changes, said, incidents))


def as_proposed(incidents: Sequence[Incident], changes: Mapping[str, Changes], when: date) -> tuple[Incident, ...]:
    """Incidents with the changes made; those that are rejected are left out. Raises InputError as `proposal` does."""
    decisions = _decisions(changes, Said("reader", "as proposed", when), ())
    as_file(decisions)
    return tuple(incidents_of(apply_to_incidents(decisions, incidents_table(incidents), place_of).incidents))


def _decisions(changes: Mapping[str, Changes], said: Said, incidents: Sequence[str]) -> list[Correction]:
    found = []
    for target, fields in changes.items():
        for field, value in fields.items():
            action = _ACTIONS.get(field, "set")
            told = ("", "") if action == "reject" else (field if action == "set" else "", value)
            found.append(Correction("", target, action, *told, said.who, said.when, said.why, tuple(incidents)))
    return found


def report_of(name: str, content: bytes) -> Report:
    """The first report of a file as it was dropped: Markdown, plain text, HTML or JSON lines.

    It is put in a folder of its own while it is read. Raises InputError where it holds no text to read.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / (Path(name).name or "text.txt")
        path.write_bytes(content)
        for item in recognise(path).read(path):
            if isinstance(item, Report) and item.form == "text":
                return item
            if isinstance(item, Rejected):
                raise InputError(name, item.reason, item.remedy)
    raise InputError(name, "it holds no text to read", "Drop an article as text, HTML or Markdown.")


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
