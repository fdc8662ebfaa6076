"""Place names of one document, resolved together: each with its ranked candidates and, where it is safe, an answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from etl.places.abbreviations import is_abbreviation
from etl.places.beside import areas_beside
from etl.places.context import context_of
from etl.places.decide import MARGIN, MIN_SUPPORT, SAME_PLACE_KM, apart_km, decide
from etl.places.gazetteer import Gazetteer, Place, names_country
from etl.places.names import root_of
from etl.places.phrases import Phrase, hints_around, taken_apart
from etl.places.placed import FINENESS, fits
from etl.places.rank import Ranked, hint_matches, ranked
from etl.places.tokens import is_arabic
from etl.records import Span

SOUND_SHARE = 0.5
"""Share of the best-supported country's support from which another spelling is looked for in a country."""
HOME_LEAD = 1.5
"""How many times as much weight of names a country needs as the next one, to be the country of the document."""

_BY = (" by ", " by the ", " par ", " par le ", " par la ", " par l'", " par les ", " por ", " por el ", " por la ")
_LONGEST_BY = max(map(len, _BY))


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with its candidates, best first, and the answer, or None with the reason why there is none."""

    span: Span
    text: str
    candidates: tuple[Ranked, ...]
    answer: Place | None
    reason: str


class Document:
    """The place names of one document, weighed together. `spans` need not be in order; names may repeat."""

    def __init__(self, gazetteer: Gazetteer, text: str, spans: Sequence[Span], countries: Collection[str] = ()) -> None:
        self._gazetteer, self._text = gazetteer, text
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._answers: dict[tuple[str, frozenset[str], tuple[str, ...], bool], Resolved] = {}
        self._candidates: dict[str, tuple[Place, ...]] = {}
        self._as_noun: dict[str, bool] = {}
        self._written = {text[span.start : span.end] for span in self._spans}
        occurrences: Counter[str] = Counter()
        demonyms: list[tuple[str, ...]] = [(country,) for country in countries]
        for span in self._spans:
            name = text[span.start : span.end]
            places = gazetteer.named(name)
            if of := self._people(name, places):
                demonyms.append(of)
                continue
            root = root_of(name)
            occurrences[root] += 1
            self._as_noun[root] = self._as_noun.get(root, False) or not _tells_who(text, span)
            self._candidates.setdefault(root, places)
        self.context = context_of({r: (n, self._candidates[r]) for r, n in occurrences.items()}, demonyms)
        self._inside = areas_beside(gazetteer, text, self._spans, self._candidates, self._home)
        self._fix_points()

    def resolve(self, span: Span) -> Resolved:
        """The best candidate for the name at a span, answered only where the document supports it."""
        name = self._text[span.start : span.end]
        if (of_people := self._home(name)) is not None:
            return Resolved(span, name, (Ranked(of_people, 0.0),), of_people, "stands for its country")
        hints = hints_around(self._text, span.start, span.end)
        if is_abbreviation(self._text, span.start, span.end):
            hints |= {"admin1"}
        found = self.resolve_name(name, hints, ())
        if not found.candidates:
            phrase = taken_apart(name)
            found = self.resolve_name(phrase.core, phrase.hints, (), alike=True)
            if found.answer is not None and _is_other_kind(phrase, found.answer):
                found = replace(found, answer=None, reason="the words tell of another kind of place")
        return replace(found, span=span, text=name)

    def names(self, name: str) -> bool:
        """Whether this is a place name in the document, though elsewhere perhaps an ordinary word."""
        return name in self._written

    def country(self) -> Place | None:
        """The country the document's place names speak for, None where two are named about as much.

        Names of peoples do not count, nor "US" in "US troops": they tell who somebody is, not where.
        """
        voices = {
            country: sum(weight for root, weight in roots.items() if self._as_noun.get(root))
            for country, roots in self.context.countries.items()
        }
        order = sorted(voices, key=lambda country: (-voices[country], country))
        rival = voices[order[1]] if len(order) > 1 else 0.0
        if not order or not voices[order[0]] or voices[order[0]] < HOME_LEAD * rival:
            return None
        return self._gazetteer.area(order[0])

    def first_name_of(self, country: Place) -> Span | None:
        """The first name in the document that may lie in a country, or is it."""
        for span in self._spans:
            places = self._candidates.get(self._root(span), ())
            if places and places[0].country == country.country:
                return span
        return None

    def _root(self, span: Span) -> str:
        return root_of(self._text[span.start : span.end])

    def _people(self, name: str, places: Sequence[Place]) -> tuple[str, ...]:
        """The countries of a word for a people; () for a place, and for a country called as its people are.

        Where a country is called as its people are, small letters tell the people: "la ciudad argentina de X".
        """
        is_place = (names_country(places) and not name[0].islower()) or (places and " " in name)
        return () if is_place else self._gazetteer.demonym(name)

    def _home(self, name: str) -> Place | None:
        """The country a demonym stands for, where it stands for one only."""
        countries = self._people(name, self._gazetteer.named(name))
        return self._gazetteer.area(countries[0]) if len(countries) == 1 else None

    def resolve_name(
        self, name: str, hints: Collection[str], inside: Collection[Place], *, alike: bool = False
    ) -> Resolved:
        """As `resolve`, for a name with its type words; where areas are given, what lies outside them is left out.

        alike: other romanised spellings are tried, too, where the gazetteer does not know the name.
        """
        asked = (name, frozenset(hints), tuple(area.place_id for area in inside), alike)
        if asked not in self._answers:
            self._answers[asked] = self._resolved(name, hints, inside, alike)
        return self._answers[asked]

    def _resolved(self, name: str, hints: Collection[str], inside: Collection[Place], alike: bool) -> Resolved:
        root = root_of(name)
        places = self._gazetteer.named(name)
        if alike and not (places and self._is_spoken_of(root, name, places)):
            places = (*places, *(place for place in self._sounding(root, name) if place not in places))
        if inside:
            places = tuple(p for p in places if any(fits(area, p) for area in inside))
        areas = (*inside, *self._inside.get(root, ()))
        candidates = tuple(ranked(root, places, self.context, hints, areas))
        answer, reason = decide(root, candidates, self.context, areas, hints)
        return Resolved(Span(0, 0), name, candidates, answer, reason)

    def _is_spoken_of(self, root: str, name: str, places: Sequence[Place]) -> bool:
        """Whether the report speaks of a country of the places of a name; one in Latin letters needs no such ground."""
        return not is_arabic(name) or any(self.context.support(p.country, root) >= MIN_SUPPORT for p in places)

    def _sounding(self, root: str, name: str) -> tuple[Place, ...]:
        """Other spellings of a name the gazetteer lacks, in countries the report speaks of."""
        loudest = max((self.context.support(country, root) for country in self.context.countries), default=0.0)
        enough = max(MIN_SUPPORT, SOUND_SHARE * loudest)
        return tuple(p for p in self._gazetteer.sounding(name) if self.context.support(p.country, root) >= enough)

    def _fix_points(self) -> None:
        """Points of names whose best candidate is far ahead, for the nearness of the others."""
        fixed = {}
        for root, places in self._candidates.items():
            best = ranked(root, places, self.context, (), self._inside.get(root, ()))[:2]
            if best and best[0].place.precision not in {"country", "area"}:
                alone = len(best) == 1 or best[0].score - best[1].score > MARGIN
                same = len(best) == 2 and apart_km(best[0].place, best[1].place) < SAME_PLACE_KM
                if alone or same:
                    fixed[root] = (best[0].place.latitude, best[0].place.longitude)
        self.context.points = fixed


def _tells_who(text: str, span: Span) -> bool:
    """True for a short name in capitals before a word in small letters, or one behind "by": "US troops", "by Iran"."""
    if text[max(0, span.start - _LONGEST_BY) : span.start].casefold().endswith(_BY):
        return True
    letters = text[span.start : span.end].replace(".", "")
    return len(letters) <= 4 and letters.isupper() and text[span.end : span.end + 2].strip().islower()


def _is_other_kind(phrase: Phrase, place: Place) -> bool:
    """True where the phrase names a river, lake, mountain or road, or a part of something, and the place is none."""
    is_feature = phrase.hints == {"area"} and not hint_matches(place, phrase.hints)
    return is_feature or (bool(phrase.part) and FINENESS[place.precision] < FINENESS["district"])
