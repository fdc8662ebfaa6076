"""The country that a word for its people gives a place: "the Syrian town of X", "la localidad argentina de X"."""

from __future__ import annotations

import re
from functools import cache

from etl.lexicon import fold
from etl.places.phrases import type_words

_KINDS = frozenset({"town", "admin1", "admin2"})
_AFTER = r"(?:of|de la|de l'|du|des|de|del|d')?"
_FAR = 40


@cache
def _type_word() -> str:
    return "|".join(re.escape(word) for word, kind in type_words() if kind in _KINDS)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    inside = re.compile(rf"[\s-]*(?:[a-z]+ )?(?:{_type_word()})\s+{_AFTER}\s*")
    return inside, re.compile(rf"\b(?:{_type_word()})\s+$"), re.compile(rf"\s+{_AFTER}\s*")


def is_of_nation(text: str, people: tuple[int, int], name: tuple[int, int]) -> bool:
    """Whether the people at one span tell in whose country the town, district or province at the other lies.

    A word for such a place must stand with them: a Turkish base and the Turkish army may be anywhere.
    """
    inside, before, joined = _patterns()
    if people[1] <= name[0] <= people[1] + _FAR:
        between, ahead = fold(text[people[1] : name[0]]), fold(text[max(0, people[0] - _FAR) : people[0]])
        return bool(inside.fullmatch(between) or (before.search(ahead) and joined.fullmatch(between)))
    behind = name[1] <= people[0] and text[name[1] : people[0]] == " "
    return behind and bool(before.search(fold(text[max(0, name[0] - _FAR) : name[0]])))
