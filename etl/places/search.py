"""Candidates for a name on its own, ranked, for people and for the command line."""

from __future__ import annotations

from dataclasses import dataclass

from etl.places.gazetteer import Gazetteer, Place
from etl.places.phrases import taken_apart
from etl.places.placed import Placed
from etl.places.placing import Placing
from etl.places.rank import holds
from etl.places.resolve import Document


@dataclass(frozen=True, slots=True)
class Hit:
    """A candidate with its score; `answered` is True for the one the product itself would take, with these grounds."""

    place: Place
    score: float
    answered: bool
    reason: str


def search(
    gazetteer: Gazetteer, name: str, country: str | None = None, language: str | None = None, limit: int = 10
) -> tuple[Hit, ...]:
    """Up to `limit` candidates for a name or phrase ("camp Taji", "Paris, Texas"), best first; () where none is known.

    country: ISO 3166-1 alpha-2; only places in it, other romanisations included, and none for a
    code of no country. language: ISO 639-1; "ar" takes off a joined "and" or "in" where the name is not known with it.
    """
    name, *beside = [part.strip() for part in name.split(",") if part.strip()] or [""]
    wanted = name[1:] if language == "ar" and name.startswith(("و", "ب")) and not gazetteer.named(name) else name
    grounds = [country.upper()] if country else []
    document = Document(gazetteer, "", (), grounds)
    inside = [area for area in map(gazetteer.area, grounds) if area is not None]
    if country and not inside:
        return ()
    inside += [p for part in beside for p in gazetteer.named(part) if p.kind in {"country", "admin1", "admin2"}]
    phrase = taken_apart(wanted)
    for text, hints in ((wanted, frozenset[str]()), (phrase.core, phrase.hints)):
        resolved = document.resolve_name(text, hints, inside, alike=bool(country))
        hits = [
            Hit(ranked.place, ranked.score, ranked.place == resolved.answer, resolved.reason)
            for ranked in resolved.candidates
            if not inside or any(holds(area, ranked.place) or area == ranked.place for area in inside)
        ]
        if hits:
            return tuple(hits[:limit])
    return ()


def phrase_placed(gazetteer: Gazetteer, phrase: str, country: str | None = None, language: str | None = None) -> Placed:
    """What the product makes of a phrase ("30 km north of Mosul", "la capitale haïtienne") that stands alone.

    country: ISO 3166-1 alpha-2 of the report it would stand in. language: ISO 639-1, English where it is not told.
    """
    document = Document(gazetteer, phrase, (), [country.upper()] if country else [])
    return Placing(gazetteer, document, language or "en").place(phrase)
