"""The places of a report's incidents, resolved in the context of the whole report."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import replace

from etl.places.find import finder
from etl.places.gazetteer import EARTH_KM, Gazetteer, Place
from etl.places.phrases import BEARINGS, CENTRAL, Phrase, taken_apart
from etl.places.placed import FINENESS, Placed, finest
from etl.places.resolve import Document, Resolved
from etl.records import Incident, Reading, Report, Span

MAX_CANDIDATES = 5
"""Candidates kept for a place left unplaced."""


def locate(gazetteer: Gazetteer, report: Report, reading: Reading) -> tuple[Incident, ...]:
    """The reading's incidents with point, precision, radius, id, country and area of the first name that is placed.

    A name that only a coarser one of its chain vouches for comes back at the coarser one's precision; a chain in which
    no name is safe comes back unplaced, with the ids of what it may be. Incidents that have a point keep it.
    """
    find = finder(gazetteer)
    spans = [mention.span for mention in reading.mentions] or [m.span for m in find(report.text, report.language)]
    document = Document(gazetteer, report.text, spans)
    return tuple(_located(gazetteer, document, report, incident) for incident in reading.incidents)


def _located(gazetteer: Gazetteer, document: Document, report: Report, incident: Incident) -> Incident:
    if incident.latitude is not None or not incident.places:
        return incident
    chain = _chain(gazetteer, document, report, incident.places)
    placed = [one for one in chain if one.place is not None]
    if not placed:
        ids = dict.fromkeys(r.place.place_id for one in chain for r in one.candidates[:MAX_CANDIDATES])
        return replace(incident, place_candidates=tuple(ids)[:MAX_CANDIDATES])
    order = sorted(range(len(chain)), key=lambda i: (_coarseness(chain[i]), i))
    best = next(chain[i] for i in order if chain[i].place is not None)
    names = tuple(incident.places[i] for i in order)
    return _with_place(gazetteer, replace(incident, places=names), best, report.text)


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


def _chain(gazetteer: Gazetteer, document: Document, report: Report, names: Sequence[str]) -> list[Placed]:
    """Every name of the chain, coarser ones first so that they hold the finer ones; in the chain's order."""
    placed: list[Placed] = []
    inside: list[Place] = []
    for name in reversed(names):
        one = place_phrase(gazetteer, document, name, report.language, inside)
        if one.place is not None and one.precision in {"country", "province", "district", "town"}:
            inside.append(one.place)
        placed.append(one)
    return placed[::-1]


def place_phrase(gazetteer: Gazetteer, document: Document, name: str, language: str, inside: Sequence[Place]) -> Placed:
    """One place phrase ("base de Taji", "30 km north of Mosul"), placed at its own honest precision."""
    whole = document.resolve_name(name, (), inside)
    if whole.answer is not None:
        return _of_place(whole, whole.answer, Phrase(""))
    phrase = taken_apart(name)
    resolved = document.resolve_name(phrase.core, phrase.hints, inside)
    if resolved.answer is not None:
        return _of_place(resolved, resolved.answer, phrase)
    if not resolved.candidates:
        mentions = [m for m in finder(gazetteer)(name, language) if m.kind != "demonym"]
        embedded = [document.resolve_name(m.text, (), inside) for m in mentions]
        answered = [(r, r.answer) for r in embedded if r.answer is not None]
        if answered:
            best, place = min(answered, key=lambda pair: (finest(pair[1]), pair[1].place_id))
            return _of_place(best, place, phrase)
    return Placed(None, 0.0, 0.0, 0.0, "country", whole.candidates or resolved.candidates, resolved.reason)


def _of_place(resolved: Resolved, place: Place, phrase: Phrase) -> Placed:
    """A placed name with what its phrase adds: a distance, a part of the area, or nearness."""
    point, radius, precision = (place.latitude, place.longitude), place.radius_km, place.precision
    if phrase.km is not None:
        if phrase.bearing is not None:
            point = moved(point, phrase.km, phrase.bearing)
            radius = max(3.0, 0.25 * phrase.km, min(radius, 10.0))
        else:
            radius += phrase.km
        precision = "town" if phrase.km <= 20 and precision in {"site", "neighbourhood", "town"} else "district"
    elif phrase.part and precision in {"country", "province", "district", "area"}:
        if phrase.part not in CENTRAL:
            point = moved(point, radius / 2, BEARINGS[phrase.part])
        radius, precision = radius * 0.6, "area"
    elif phrase.part or phrase.near:
        radius = max(15.0, 2 * radius)
        precision = "town" if precision in {"site", "neighbourhood"} else precision
    return Placed(place, point[0], point[1], radius, precision, resolved.candidates, resolved.reason)


def moved(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point that lies `km` from a (latitude, longitude) at a bearing in degrees, on a sphere."""
    lat, lon, angle, way = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / EARTH_KM
    to = math.asin(math.sin(lat) * math.cos(way) + math.cos(lat) * math.sin(way) * math.cos(angle))
    turn = math.atan2(math.sin(angle) * math.sin(way) * math.cos(lat), math.cos(way) - math.sin(lat) * math.sin(to))
    return math.degrees(to), (math.degrees(lon + turn) + 540) % 360 - 180
