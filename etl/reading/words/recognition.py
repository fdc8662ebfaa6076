"""Which language a text is written in, told by the small words that are most frequent in it."""

from __future__ import annotations

from functools import cache

from etl.reading.words.language import FOLDER, folded, languages, parsed
from etl.reading.words.text import text_of, tokens_of

_BEGINNING = 20_000
"""Characters that are looked at."""
_ONE_IN = 12
"""A text in which fewer words than one in this many are small words of a language is not taken for it."""


def language_of(text: str) -> str:
    """The supported language whose small words are most frequent in the text's beginning; "" where none is.

    Nor is any where the small words of a language that is not read are more frequent still (`unread.toml`).
    """
    words = tokens_of(text_of(text[:_BEGINNING]).folded).words
    shares = {code: sum(word in _small_words(code) for word in words) for code in languages()}
    best = max(shares, key=lambda code: shares[code])
    if not words or shares[best] * _ONE_IN < len(words):
        return ""
    others = max(sum(word in small for word in words) for small in _unread())
    return best if shares[best] >= others else ""


@cache
def _small_words(code: str) -> frozenset[str]:
    return folded(parsed(FOLDER / code / "language.toml")["stop_words"])


@cache
def _unread() -> tuple[frozenset[str], ...]:
    """The small words of each language of `data/languages/unread.toml`."""
    return tuple(folded(words) for words in parsed(FOLDER / "unread.toml").values())
