"""Parts of a town, told by a word for such a part: "barrio de X", "plaza X", "حي X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.names import Name
from etl.reading.words.language import Language
from etl.reading.words.text import Tokens

_LINKS = 3
_OF_AND_WORD = 2
_NAMESAKES = ("town", "area", "country")
"""Whose name a quarter may bear, where no capital tells a name from a word ("حي الجزائر" of Basra)."""


def in_quarters(names: Sequence[Name], tokens: Tokens, language: Language) -> list[Name]:
    """The names, those of towns as unknown that stand behind a word for a part of a town: of some quarter, not them."""
    kinds = _NAMESAKES if language.parting is not None else ("town",)
    return [
        replace(one, kind="unknown") if one.kind in kinds and _word_before(one, tokens, language) is not None else one
        for one in names
    ]


def quarter_around(name: Name, tokens: Tokens, language: Language) -> tuple[int, int] | None:
    """A name with the word before it that calls it a part of a town; None where none does."""
    at = _word_before(name, tokens, language)
    return (tokens.starts[at], name.end) if at is not None else None


def is_part_of_town(name: Name, names: Sequence[Name], tokens: Tokens, language: Language) -> bool:
    """Whether a word for a part of a town leads to a name: "the eastern district of X", not "the X district of Y"."""
    first = tokens.at_or_after(name.start)
    if first < _OF_AND_WORD or not language.is_one_of(tokens.words[first - 1], "of"):
        return False
    whose = any(tokens.at_or_after(one.end) == first - _OF_AND_WORD for one in names)
    return language.is_one_of(tokens.words[first - _OF_AND_WORD], "quarters_of") and not whose


def _word_before(name: Name, tokens: Tokens, language: Language) -> int | None:
    """The token of a word for a part of a town right before a name, small words of belonging between them."""
    first = tokens.at_or_after(name.start)
    for at in range(first - 1, max(first - 1 - _LINKS, -1), -1):
        word = tokens.words[at]
        if language.is_one_of(word, "within_town"):
            return at
        if not any(language.is_one_of(word, kind) for kind in ("of", "of_part", "definite")):
            return None
    return None
