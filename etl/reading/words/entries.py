"""Phrases that the number words of a language and the file of actors bring to its phrase book."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from etl.lexicon import actors
from etl.reading.words.phrases import Phrase


def rough_entries(numbers: dict[str, Any]) -> Iterator[tuple[str, Phrase]]:
    """(pattern, phrase) of words that make a number rough or stand for none."""
    for kind, patterns in numbers["open"].items():
        for pattern in patterns:
            yield pattern, Phrase("rough", kind)
    for pattern in numbers["vague"]["words"]:
        yield pattern, Phrase("vague", "vague")


def actor_entries(code: str) -> Iterator[tuple[str, Phrase]]:
    """Names of actors, marked by how they must be written: all in capitals, with one, or as may be."""
    for actor in actors():
        for spoken, alias in actor.aliases:
            if spoken in ("*", code):
                short = alias.isupper() and len(alias) <= 5
                mark = "capitals" if short else "any_case" if alias[:1].islower() else "capital"
                yield alias, Phrase("actor", actor.kind, frozenset({mark}), actor.actor_id)
