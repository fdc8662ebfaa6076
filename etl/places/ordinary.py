"""Ordinary words, titles and first names: what a small town's name must not be mistaken for (`ordinary.csv`)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache

from etl.places.names import name_key
from etl.places.shipped import FOLDER


@dataclass(frozen=True, slots=True)
class Ordinary:
    """Look-up keys of one language's ordinary words and titles, and of first names in every language.

    before_place: words and letters after which a place may stand; sorts: those that say it is one ("town").
    """

    words: frozenset[str]
    titles: frozenset[str]
    first_names: frozenset[str]
    before_place: frozenset[str] = frozenset()
    sorts: frozenset[str] = frozenset()


@cache
def _rows() -> tuple[tuple[str, str, frozenset[str]], ...]:
    with (FOLDER / "ordinary.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (row["language"], row["kind"], frozenset(name_key(word) for word in row["words"].split()))
            for row in csv.DictReader(lines)
        )


@cache
def ordinary(language: str) -> Ordinary:
    """The words of a language; of all languages where it has no list of its own."""
    known = {row[0] for row in _rows()}
    chosen = {language} if language in known else known

    def gathered(kind: str, languages: set[str]) -> frozenset[str]:
        return frozenset().union(*(words for code, k, words in _rows() if k == kind and code in languages))

    return Ordinary(
        gathered("word", chosen),
        gathered("title", chosen),
        gathered("first_name", known),
        gathered("before_place", chosen),
        gathered("sort", chosen),
    )
