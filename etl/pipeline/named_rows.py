"""Rows of a file that name their place and give no point: placed by the gazetteer, and told to a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from etl.items import Item
from etl.places.gazetteer import Gazetteer
from etl.places.rows import by_names
from etl.records import Incident

_PLACED = (
    "latitude",
    "longitude",
    "place_precision",
    "radius_km",
    "gazetteer_id",
    "place_candidates",
    "country",
    "admin1",
)


class NamedRows:
    """The rows of one file; the same names are looked up once."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._known: dict[tuple[object, ...], Incident] = {}
        self._counts: Counter[str] = Counter()

    def placed(self, items: Iterable[Item]) -> Iterator[Item]:
        """The items, rows among them that tell names and no point with the point of these; all else as it is."""
        for item in items:
            match item:
                case (report, incident) if incident.latitude is None and (incident.places or incident.admin1):
                    yield report, self._of(incident, report.language)
                case _:
                    yield item

    def _of(self, incident: Incident, language: str) -> Incident:
        asked = (incident.places, incident.admin1, incident.country, language)
        if asked not in self._known:
            self._known[asked] = by_names(self._gazetteer, incident, language or "en")
        found = self._known[asked]
        self._counts[_exactness(found)] += 1
        return replace(incident, **{name: getattr(found, name) for name in _PLACED})

    def notices(self, file: str) -> Iterator[str]:
        """What to tell a person: nothing where every row has a point or names no place."""
        exact, coarse, left = (self._counts[of] for of in ("exact", "coarse", "none"))
        if exact + coarse:
            more = f", {coarse} of them no more exactly than a province or country" if coarse else ""
            yield f"{file}: {exact + coarse} rows give no point and were placed by the names they tell{more}"
        if left:
            remedy = "Give them a point, or a country and a province beside the name."
            yield f"{file}: {left} rows stay unplaced: their names are unknown or stand for several places. {remedy}"


def _exactness(incident: Incident) -> str:
    if incident.latitude is None:
        return "none"
    return "coarse" if incident.place_precision in {"province", "area", "country"} else "exact"
