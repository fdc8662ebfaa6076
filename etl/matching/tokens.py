"""Names and words of an incident in the form in which they are compared."""

from __future__ import annotations

import re
from functools import cache

from babel import Locale

from etl.lexicon import actor_named, fold

_SHORTEST_WORD = 4
"""Shorter words ("the", "des", "al") name nothing by themselves."""
_LANGUAGES = ("en", "fr", "es", "ar")


def actor(name: str) -> tuple[str, ...]:
    """The actor's id; for a name that the actor file does not have, the folded name behind "?"."""
    known = actor_named(name)
    return (known.actor_id,) if known else (f"?{fold(name)}",)


def place_name(name: str) -> tuple[str, ...]:
    """A place's name by its letters alone; none for a country, which tells no place in it from another."""
    folded = fold(name)
    letters = "".join(re.findall(r"\w", folded))
    return () if not letters or folded in _countries() else (letters,)


def words(text: str) -> tuple[str, ...]:
    """The words of a text that are long enough to name something."""
    return tuple(word for word in re.findall(r"\w+", fold(text)) if len(word) >= _SHORTEST_WORD)


@cache
def _countries() -> frozenset[str]:
    """The names of all countries in the languages that are read (Unicode CLDR)."""
    named = (Locale.parse(language).territories.items() for language in _LANGUAGES)
    return frozenset(fold(name) for names in named for code, name in names if code.isalpha())
