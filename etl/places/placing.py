"""One place phrase, as a report writes it, to the place it means with its honest precision.

Type words are used: the airport of a town is looked for under every wording, and an embassy is never put at the
country it belongs to.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

from etl.lexicon import fold
from etl.places.abbreviations import is_cut_short
from etl.places.capitals import capital
from etl.places.find import finder
from etl.places.gazetteer import EARTH_KM, Gazetteer, Place, distance_km, names_country
from etl.places.names import name_key
from etl.places.ordinary import ordinary
from etl.places.phrases import BEARINGS, CENTRAL, Phrase, taken_apart
from etl.places.placed import Placed, finest
from etl.places.resolve import Document, Resolved
from etl.places.tokens import Token, is_arabic, tokens

_BORDER = re.compile(r"\b(?:border|frontier|frontiere|frontera|poste-frontiere|حدود|الحدود)")
_PAIR = re.compile(r"[^\W\d_]{2,}[-–][^\W\d_]{2,}$")
"""Two towns that name a road: "Djibo-Bourzanga"."""
_WAY = re.compile(
    r"\b(?:between|entre|road|highway|motorway|expressway|railway|route|autoroute|axe|troncon|piste|reliant|linking|carretera"
    r"|autopista|autovia|ruta|via|tramo|troncal|بين|طريق|محور)\b"
)
_WITHIN = re.compile(r"(?:\b(?:in|within|en|au|aux|dans|across)(?: the| le| la| l')?|في)\s*$")
_WITHIN_SENTENCE = "à "
_BUILT = frozenset({"embassy", "base", "camp", "airport"})
_JOINS = (
    "{what} in {town}", "{what} of {town}", "{what} à {town}", "{what} de {town}", "{what} d'{town}",
    "{what} en {town}", "{what} في {town}", "{town} {what}", "{what} {town}",
)  # fmt: skip


BESIDE_KM = 15.0
"""How far in km at most "the south of" a town is put from its middle; told without a distance, it is its edge."""


class Placing:
    """Places the phrases of one document, read in one language."""

    def __init__(self, gazetteer: Gazetteer, document: Document, language: str) -> None:
        self._gazetteer, self._document, self._language = gazetteer, document, language
        self._find = finder(gazetteer)
        self._placed: dict[tuple[object, ...], Placed] = {}

    def place(
        self, name: str, inside: Sequence[Place] = (), towns: Sequence[str] = (), hints: frozenset[str] = frozenset()
    ) -> Placed:
        """A place phrase ("base de Taji", "30 km north of Mosul") inside the areas named beside it.

        `towns` are the names, as written, of towns told with it: "the airport" told with "Erbil" is that of Erbil.
        `hints` are the kinds told by type words around it in the text: "Ghazni" of "province de Ghazni".
        """
        asked = (name, tuple(area.place_id for area in inside), tuple(towns), hints)
        if asked not in self._placed:
            self._placed[asked] = self._place(name, inside, towns, hints)
        return self._placed[asked]

    def _place(self, name: str, inside: Sequence[Place], towns: Sequence[str], hints: frozenset[str]) -> Placed:
        seat = capital(self._gazetteer, self._document, name)
        if seat is not None and seat.answer is not None:
            return of_place(seat, seat.answer, Phrase(""))
        phrase, is_named = taken_apart(name), has_name(self._gazetteer, name)
        is_named = is_named or self._document.names(name) or (" " in name and bool(self._gazetteer.named(name)))
        is_named = is_named or _is_country(self._gazetteer, name, phrase)
        if is_named:
            whole = self._document.resolve_name(name, hints, inside)
            if whole.answer is not None:
                return of_place(whole, whole.answer, Phrase(""))
        for form in _forms(self._gazetteer, name, phrase, towns):
            found = self._document.resolve_name(form, (), inside)
            if found.answer is not None and found.answer.precision in {"site", "neighbourhood"}:
                return of_place(found, found.answer, Phrase("", near=phrase.near))
        if not is_named:
            return _unplaced((), "no name")
        resolved = self._document.resolve_name(phrase.core, phrase.hints | hints, inside, alike=True)
        if resolved.answer is not None and not _contradicts(name, phrase, resolved.answer):
            return of_place(resolved, resolved.answer, phrase)
        return _unplaced((resolved,), resolved.reason) if resolved.candidates else self._embedded(name, inside, phrase)

    def _embedded(self, name: str, inside: Sequence[Place], phrase: Phrase) -> Placed:
        """A place named within the phrase ("police post in Mandera"); the middle of two on a road between them."""
        folded, answered, seen = fold(name), list[tuple[Resolved, Place]](), list[Resolved]()
        # Within a sentence a capital means more than at its beginning: "Nawar Ahmad" is one name, not a place Ahmad.
        for mention in self._find(_WITHIN_SENTENCE + name, self._language):
            if mention.kind == "demonym" or is_cut_short(name, mention.text):
                continue
            resolved = self._document.resolve_name(mention.text, (), inside)
            seen.append(resolved)
            place = resolved.answer
            if place is not None and (
                place.kind != "country" or _lies_in(folded, name[: mention.span.start - len(_WITHIN_SENTENCE)])
            ):
                answered.append((resolved, place))
        if not answered:
            return _unplaced(seen, "no name in it could be placed")
        if len(answered) > 1 and (_WAY.search(folded) or _PAIR.match(folded)):
            return _between(answered[0], answered[1])
        best, place = min(answered, key=lambda pair: (finest(pair[1]), pair[1].place_id))
        return of_place(best, place, phrase)


def _forms(gazetteer: Gazetteer, name: str, phrase: Phrase, towns: Sequence[str]) -> Iterator[str]:
    """Other wordings under which a built place may stand in the gazetteer."""
    if phrase.km is not None:
        return
    plain = " ".join(word for word in fold(name).split() if not gazetteer.demonym(word))
    yield plain
    if phrase.hints & _BUILT:
        for join in _JOINS:
            yield join.format(what=phrase.type_word, town=phrase.core)
    if "airport" in phrase.hints:
        yield f"{phrase.core} airport"
        yield f"{phrase.core} international airport"
    for town in reversed(towns):
        for what in dict.fromkeys((fold(name), plain, f"{phrase.core} {phrase.type_word}".strip())):
            for join in _JOINS:
                yield join.format(what=what, town=town)


def has_name(gazetteer: Gazetteer, name: str) -> bool:
    """True where a word is written like a name and is no mere demonym; in a script without capitals, no ordinary word.

    "The capital" in Arabic is no name, though governorates are called so.
    """
    return any(_is_name(word) and not gazetteer.demonym(word.text) for word in tokens(name))


def _is_country(gazetteer: Gazetteer, name: str, phrase: Phrase) -> bool:
    """True for "India", "northern India" and "Siria", which other languages call a person of there."""
    is_written_so = any(word.is_capital or is_arabic(word.text) for word in tokens(name))
    return is_written_so and names_country(gazetteer.named(phrase.core))


def _is_name(word: Token) -> bool:
    return name_key(word.text) not in ordinary("ar").words if is_arabic(word.text) else word.is_capital


def _contradicts(name: str, phrase: Phrase, place: Place) -> bool:
    """True where the words rule the place out: an embassy or a border is not the whole country."""
    if place.kind != "country":
        return False
    return bool(phrase.hints - {"country"}) or bool(_BORDER.search(fold(name)))


def _lies_in(folded: str, before: str) -> bool:
    return not _BORDER.search(folded) and bool(_WITHIN.search(fold(before)) or not before.strip())


def _between(one: tuple[Resolved, Place], other: tuple[Resolved, Place]) -> Placed:
    """The middle of two places, with a radius that reaches both."""
    a, b = one[1], other[1]
    apart = distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))
    return Placed(
        a, (a.latitude + b.latitude) / 2, (a.longitude + b.longitude) / 2, max(5.0, apart / 2), "district",
        one[0].candidates, "the middle between two places",
    )  # fmt: skip


def _unplaced(seen: Sequence[Resolved], reason: str) -> Placed:
    candidates = tuple(candidate for one in seen for candidate in one.candidates)
    return Placed(None, 0.0, 0.0, 0.0, "country", candidates, reason)


def of_place(resolved: Resolved, place: Place, phrase: Phrase) -> Placed:
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
        if phrase.part and phrase.part not in CENTRAL:
            point = moved(point, min(max(radius, 5.0), BESIDE_KM), BEARINGS[phrase.part])
        radius = max(15.0, 2 * radius)
        precision = "town" if precision in {"site", "neighbourhood"} else precision
    return Placed(place, point[0], point[1], radius, precision, resolved.candidates, resolved.reason)


def moved(point: tuple[float, float], km: float, bearing: float) -> tuple[float, float]:
    """The point that lies `km` from a (latitude, longitude) at a bearing in degrees, on a sphere."""
    lat, lon, angle, way = math.radians(point[0]), math.radians(point[1]), math.radians(bearing), km / EARTH_KM
    to = math.asin(math.sin(lat) * math.cos(way) + math.cos(lat) * math.sin(way) * math.cos(angle))
    turn = math.atan2(math.sin(angle) * math.sin(way) * math.cos(lat), math.cos(way) - math.sin(lat) * math.sin(to))
    return math.degrees(to), (math.degrees(lon + turn) + 540) % 360 - 180
