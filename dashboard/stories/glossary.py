"""The glossary: terms, weapons, actors and places with what they mean, in neutral words and with a source."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.stories.shelf import SHIPPED
from etl.errors import DataError

_FILE = SHIPPED / "glossary.toml"
KINDS = ("term", "weapon", "actor", "place")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its kind, names and meanings by language, and the page that tells it."""

    kind: str
    names: Mapping[str, str]
    meanings: Mapping[str, str]
    source: str


@cache
def glossary() -> tuple[Entry, ...]:
    """Every entry in the order of the file. Raises DataError for one that lacks a kind, a language or a source."""
    told = tomllib.loads(_FILE.read_text(encoding="utf-8"))["entries"]
    found = []
    for number, entry in enumerate(told, start=1):
        names = {language: entry[language]["name"] for language in ("en", "fr") if language in entry}
        meant = {language: entry[language]["meaning"] for language in ("en", "fr") if language in entry}
        if entry.get("kind") not in KINDS or set(names) != {"en", "fr"} or "source" not in entry:
            raise DataError(
                f"data/stories/glossary.toml, entry {number}: it needs a kind ({', '.join(KINDS)}), a source, and name "
                "and meaning in en and fr"
            )
        found.append(Entry(entry["kind"], names, meant, entry["source"]))
    return tuple(found)


def meanings(language: str) -> dict[str, str]:
    """Each name, in small letters, with its meaning in a language; English where the glossary has none."""
    return {
        (entry.names.get(language) or entry.names["en"]).casefold(): entry.meanings.get(language)
        or entry.meanings["en"]
        for entry in glossary()
    }
