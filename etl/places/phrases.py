"""What the words around a name say of the place: its type, a distance and bearing, or only a part of it.

"base de Taji" names a base; "30 km north of Mosul" a point reckoned from Mosul; "northern Iraq" a part of Iraq.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.lexicon import fold
from etl.places.arabic_distance import arabic_distance
from etl.places.shipped import FOLDER

KM_OF_MILE, KM_OF_NAUTICAL = 1.609344, 1.852
"""International mile in km."""

_BEARINGS = {
    0: "north northern northerly nord norte septentrional شمال شمالي",
    45: "northeast north-east northeastern north-eastern nord-est noreste nordeste nororiental",
    90: "east eastern est este oriental orientale شرق شرقي",
    135: "southeast south-east southeastern south-eastern sud-est sureste sudeste suroriental",
    180: "south southern sud sur meridional meridionale جنوب جنوبي",
    225: "southwest south-west southwestern south-western sud-ouest suroeste sudoeste suroccidental",
    270: "west western ouest oeste occidental occidentale غرب غربي",
    315: "northwest north-west northwestern north-western nord-ouest noroeste noroccidental",
}
BEARINGS = {word: degrees for degrees, words in _BEARINGS.items() for word in words.split()}
"""Folded word -> degrees clockwise from north."""
CENTRAL = frozenset({"central", "centre", "center", "centrale", "centro", "وسط"})

_NUMBERS = {
    "five": 5, "ten": 10, "dozen": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "hundred": 100, "cinq": 5, "dix": 10, "dizaine": 10, "quinze": 15, "quinzaine": 15, "vingt": 20,
    "vingtaine": 20, "trente": 30, "trentaine": 30, "quarante": 40, "quarantaine": 40, "cinquante": 50,
    "cinquantaine": 50, "soixante": 60, "soixantaine": 60, "cent": 100, "centaine": 100, "decena": 10, "cinco": 5,
    "diez": 10, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
}  # fmt: skip
_WORD = "|".join(sorted((re.escape(word) for word in BEARINGS), key=len, reverse=True))
_DISTANCE = re.compile(
    rf"(?P<number>\d+(?:[.,]\d+)?|\b(?:{'|'.join(_NUMBERS)}))\s*(?:de\s+)?"
    r"(?P<unit>kms?|kilomet\w+|nautical miles?|miles?|mill[ae]s?(?: nautiques?| marins?| nauticas?)?)\b"
    rf"(?:\s+(?:a la|au|a l'|al|to the|to)?\s*(?P<bearing>{_WORD}))?[^.;:]{{0,18}}?\s(?:of|from|de|du|del|des|d')\s*"
)
_PART = re.compile(
    r"^(?:the |le |la |l'|el |au |a l'|dans le |dans l'|en el |in the |in )?"
    rf"(?P<word>{_WORD}|central|centre|centro|وسط)\b[\s-]*"
)
_OF = re.compile(r"^(?:of |de la |de l'|du |des |de |del |d'|the |l'|la |le |les |el )+")
_NEAR = re.compile(
    r"^(?:near|close to|outside|around|next to|not far from|outskirts of|on the outskirts of|the outskirts of|"
    r"pres de|pres d'|aux abords de|a proximite de|non loin de|autour de|en peripherie de|a la peripherie de|"
    r"cerca de|en las afueras de|قرب|بالقرب من)\s*"
)
_KIND_ORDER = ("camp", "base", "airport", "embassy", "neighbourhood", "admin2", "admin1", "town", "country", "area")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A place phrase taken apart. `core` and `type_word` are folded; km and bearing (degrees) are None where untold."""

    core: str
    hints: frozenset[str] = frozenset()
    type_word: str = ""
    km: float | None = None
    bearing: int | None = None
    part: str = ""
    near: bool = False


@cache
def type_words() -> tuple[tuple[str, str], ...]:
    """(folded type word, kind) of all languages, longest first. Kinds as in `hint_matches`."""
    pairs: set[tuple[str, str]] = set()
    with (FOLDER / "type_words.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            pairs.update((fold(word), row["kind"]) for word in row["words"].split("|"))
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0], _KIND_ORDER.index(pair[1]))))


@cache
def _kinds_of(word: str) -> frozenset[str]:
    return frozenset(kind for other, kind in type_words() if other == word)


@cache
def _words() -> str:
    return "|".join(re.escape(word) for word in dict.fromkeys(word for word, _ in type_words()))


@cache
def _type_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(
        rf"^(?:the |le |la |l'|el )?(?P<word>{_words()})(?: (?:of|de la|de l'|du|des|de|del)\b| d'|\b)[\s']*"
    )
    return before, re.compile(rf"[\s-]+(?P<word>{_words()})$")


@cache
def _neighbour_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(rf"\b(?P<word>{_words()})(?: (?:of|de la|de l|du|de|del|d)\b)?[\s']*$")
    return before, re.compile(rf"^[\s-]+(?P<word>{_words()})\b")


@lru_cache(maxsize=4096)
def taken_apart(text: str) -> Phrase:
    """The phrase's name, and what its other words say. A phrase that is nothing but a name comes back folded."""
    core, near, part = fold(text), False, ""
    km = bearing = None
    if (told := arabic_distance(core)) is not None:
        km, bearing, core = told
    elif match := _DISTANCE.search(core):
        km, core = _kilometres(match), core[match.end() :]
        bearing = BEARINGS.get(match["bearing"]) if match["bearing"] else None
    elif match := _PART.match(core):
        part, core = match["word"], core[match.end() :]
    if match := _NEAR.match(core):
        near, core = True, core[match.end() :]
    is_part_of = bool(_OF.match(core))
    core, type_word = _without_type(_OF.sub("", core))
    if type_word and not is_part_of:
        part = ""
    if type_word and not part and (match := _PART.match(core)) and core[match.end() :]:
        part, core = match["word"], core[match.end() :]
    return Phrase(_OF.sub("", core).strip(" ,'"), _kinds_of(type_word), type_word, km, bearing, part, near)


def _without_type(core: str) -> tuple[str, str]:
    """The name without the type word before or after it, and that word; the name itself where nothing else is left."""
    for index, pattern in enumerate(_type_patterns()):
        match = pattern.search(core)
        rest = (core[: match.start()] if index else core[match.end() :]).strip(" ,") if match else ""
        if match and rest:
            return rest, match["word"]
    return core, ""


def hints_around(text: str, start: int, end: int) -> frozenset[str]:
    """The kinds that a type word directly before or after `text[start:end]` gives a name."""
    before, after = _neighbour_patterns()
    found = (before.search(fold(text[max(0, start - 40) : start])), after.match(" " + fold(text[end : end + 24])))
    if text[end : end + 1] not in {" ", "-", "\u00a0"}:
        found = (found[0], None)
    return frozenset[str]().union(*(_kinds_of(match["word"]) for match in found if match))


def _kilometres(match: re.Match[str]) -> float:
    number = match["number"]
    value = float(_NUMBERS[number]) if number in _NUMBERS else float(number.replace(",", "."))
    unit = match["unit"]
    return value * (KM_OF_NAUTICAL if unit.startswith(("mill", "naut")) else KM_OF_MILE if "mile" in unit else 1)
