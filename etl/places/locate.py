"""The places of a report's incidents, resolved in the context of the whole report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.places.capitals import capital
from etl.places.find import finder
from etl.places.gazetteer import Gazetteer, Place, distance_km, names_country
from etl.places.groups import homes
from etl.places.phrases import Phrase, hints_around, taken_apart
from etl.places.placed import FINENESS, Placed
from etl.places.placing import Placing, has_name, of_place
from etl.places.resolve import Document
from etl.records import Incident, Reading, Report, Span

APART_KM = 200.0
"""Distance in km from every town told with it at which a finer name is taken for a namesake elsewhere."""
QUARTER_KM = 60.0
"""The same for what is told as a part of a town ("barrio de X")."""
_DATELINE = re.compile(r"\s*[^\n]{2,120}? ?(?:--|[-–—]) ")
_AREAS = frozenset({"admin1", "admin2"})
_DATELINE_VOICES = 2
"""Where a report was sent from speaks for its country as loudly as two names of its people."""

MAX_CANDIDATES = 5
"""Candidates kept for a place left unplaced."""


def locate(gazetteer: Gazetteer, report: Report, reading: Reading) -> tuple[Incident, ...]:
    """The reading's incidents with point, precision, radius, id, country and area of the first name that is placed.

    Names are put most exact first. Where only a coarser one of them is safe, its point and its coarser precision are
    given; where none is, the incident stays unplaced, with the ids of what it may be. A point that is there is kept.
    """
    find = finder(gazetteer)
    spans = [mention.span for mention in reading.mentions] or [m.span for m in find(report.text, report.language)]
    dateline = _dateline_country(gazetteer, report.text, spans)
    sent_from = (dateline.country,) * _DATELINE_VOICES if dateline else ()
    doers = homes(one.actor for incident in reading.incidents for one in incident.attributions)
    titled = _titled_countries(gazetteer, report.title, [m.span for m in find(report.title, report.language)])
    document = Document(gazetteer, report.text, spans, (*sent_from, *titled, *doers))
    placing = Placing(gazetteer, document, report.language)
    located = [_located(gazetteer, placing, report, incident) for incident in reading.incidents]
    countries = Counter(one.country for one in located if one.latitude is not None and one.country)
    mostly = countries.most_common(2)
    is_one = len(mostly) == 1 or (len(mostly) > 1 and mostly[0][1] > mostly[1][1])
    home = gazetteer.area(mostly[0][0]) if is_one else document.country() or dateline
    return tuple(_in_country(gazetteer, document, home, report.text, one) for one in located)


def _titled_countries(gazetteer: Gazetteer, title: str, spans: Sequence[Span]) -> tuple[str, ...]:
    """The countries of the places a title names without doubt: "Two dead in Madrid" speaks for Spain."""
    document = Document(gazetteer, title, spans)
    places = (document.resolve(span).answer for span in spans)
    return tuple(dict.fromkeys(place.country for place in places if place is not None and place.country))


def _dateline_country(gazetteer: Gazetteer, text: str, spans: Sequence[Span]) -> Place | None:
    """The country of the place a dateline names, where that place is told without doubt."""
    head = _DATELINE.match(text)
    first = min(spans, key=lambda span: span.start, default=None)
    if head is None or first is None or first.start > len(text) - len(text.lstrip()) or first.end > head.end():
        return None
    place = Document(gazetteer, text[: head.end()], [span for span in spans if span.end <= head.end()]).resolve(first)
    return gazetteer.area(place.answer.country) if place.answer is not None and place.answer.country else None


def _located(gazetteer: Gazetteer, placing: Placing, report: Report, incident: Incident) -> Incident:
    if incident.latitude is not None or not incident.places:
        return incident
    chain = _chain(placing, incident.places, _areas_told(report.text, incident))
    if all(one.place is None for one in chain):
        ids = dict.fromkeys(r.place.place_id for one in chain for r in one.candidates[:MAX_CANDIDATES])
        return replace(incident, place_candidates=tuple(ids)[:MAX_CANDIDATES])
    order = sorted(range(len(chain)), key=lambda i: (_coarseness(chain[i]), i))
    order = _whole_first(incident.places, chain, order)
    best = next(chain[i] for i in order if chain[i].place is not None)
    names = tuple(incident.places[i] for i in order)
    return _with_place(gazetteer, replace(incident, places=names), best, report.text)


def _whole_first(names: Sequence[str], chain: Sequence[Placed], order: Sequence[int]) -> list[int]:
    """A point that is reckoned from a name ("40 km north of X", "between X and Y") before that of the name itself."""
    reckoned = [i for i in order if chain[i].place is not None and chain[i].precision == "district"]
    whole = [i for i in reckoned if any(j != i and names[j] in names[i] for j in order)]
    return [*whole, *(i for i in order if i not in whole)]


def _in_country(
    gazetteer: Gazetteer, document: Document, home: Place | None, text: str, incident: Incident
) -> Incident:
    """An incident told without a place name happened in the country of the report's others, and no more is said.

    "The capital" is that country's.
    """
    names = incident.places
    if incident.latitude is not None:
        return incident
    seat = capital(gazetteer, document, names[0], home) if names else None
    if seat is not None and seat.answer is not None:
        return _with_place(gazetteer, incident, of_place(seat, seat.answer, Phrase("")), text)
    if any(has_name(gazetteer, name) or document.names(name) for name in names):
        return incident
    told = document.first_name_of(home) if home is not None else None
    if home is None or told is None:
        return incident
    evidence = {**incident.evidence, "place": incident.evidence.get("place") or (told,)}
    return replace(
        incident, latitude=round(home.latitude, 4), longitude=round(home.longitude, 4), place_precision="country",
        radius_km=round(home.radius_km, 1), gazetteer_id=home.place_id, country=home.country, evidence=evidence,
    )  # fmt: skip


def _coarseness(one: Placed) -> int:
    """Unplaced names keep the rank they were given by coming first: they are mostly the most exact ones."""
    return -1 if one.place is None else FINENESS[one.precision]


def _with_place(gazetteer: Gazetteer, incident: Incident, best: Placed, text: str) -> Incident:
    place = best.place
    if place is None:
        return incident
    area = gazetteer.area(place.admin1) if place.admin1 else None
    evidence = dict(incident.evidence)
    if not evidence.get("place"):
        spans = _spans_of(text, incident.places, evidence)
        if spans:
            evidence["place"] = spans
    return replace(
        incident,
        latitude=round(best.latitude, 4),
        longitude=round(best.longitude, 4),
        place_precision=best.precision,
        radius_km=round(best.radius_km, 1),
        gazetteer_id=place.place_id,
        country=place.country,
        admin1=area.name if area else "",
        evidence=evidence,
    )


def _spans_of(text: str, names: Sequence[str], evidence: Mapping[str, tuple[Span, ...]]) -> tuple[Span, ...]:
    """Where the names stand: in the incident's sentences if they are there, else at their first occurrence."""
    found: list[Span] = []
    for name in names:
        starts = [
            at for span in evidence.get("incident", ()) if (at := text.find(name, span.start, span.end)) >= 0
        ] or [at for at in [text.find(name)] if at >= 0]
        found.extend(Span(at, at + len(name)) for at in starts[:1])
    return tuple(sorted(set(found), key=lambda span: span.start))


def _areas_told(text: str, incident: Incident) -> dict[str, frozenset[str]]:
    """Names that the sentences call a province or district: "province de Ghazni", "Horqueta (Concepción)"."""
    told = {}
    for name in incident.places:
        for span in _spans_of(text, (name,), incident.evidence):
            told[name] = hints_around(text, span.start, span.end) & _AREAS
            if any(text[: span.start].endswith(f"{other} (") for other in incident.places):
                told[name] = _AREAS
    return told


def _chain(placing: Placing, names: Sequence[str], areas: Mapping[str, frozenset[str]]) -> list[Placed]:
    """Every name of the chain, coarser ones first so that they hold the finer ones; in the chain's order."""
    placed: list[Placed] = []
    inside: list[Place] = []
    towns: list[tuple[str, Place]] = []
    quarters = {phrase.core for phrase in map(taken_apart, names) if "neighbourhood" in phrase.hints}
    for name in reversed(names):
        one = placing.place(name, inside, [town for town, _ in towns], areas.get(name, frozenset()))
        # "Santa Elena, next to Brazil" lies in Venezuela; but no village outside the province told with it is meant.
        if one.place is None and not one.candidates and names_country(inside):
            one = placing.place(name, (), [town for town, _ in towns])
        apart = QUARTER_KM if taken_apart(name).core in quarters else APART_KM
        if one.place is not None and towns and all(_km(one, town) > apart for _, town in towns):
            one = replace(one, place=None, reason="far from the town told with it")
        if one.place is not None and one.precision in {"country", "province"}:
            inside = [one.place]
        elif one.place is not None and one.precision == "town":
            towns.append((name, one.place))
        placed.append(one)
    return placed[::-1]


def _km(one: Placed, town: Place) -> float:
    """Distance to a town; 0 for areas, which no town of them is far from."""
    if one.precision in {"province", "country", "area"}:
        return 0.0
    return distance_km((one.latitude, one.longitude), (town.latitude, town.longitude))
