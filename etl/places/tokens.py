"""A text as words with their offsets, and the runs of words that may be a name."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MAX_WORDS = 6
"""The longest name looked for, in words."""

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0640\u064b-\u065f\u0670])*")
"""Vowel marks and stretched letters stand inside words of Arabic script."""
_JOINED = re.compile(r"^(?:[ \u00a0\u202f]|-|['’]|\. ?| ?[-–] ?|['’‘] |[ \u00a0]['’‘])$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ELIDED = frozenset({"d", "l", "qu", "s", "n", "j", "c", "m"})
_BEFORE_NAMES = frozenset({"d", "l", "qu"})
"""What is elided before a name; the others are before verbs alone, so that N'Djamena and M'Bour are names."""


class Token(NamedTuple):
    """One word: `text[start:end]`; joined is True where nothing but a space, hyphen or apostrophe comes before it.

    is_capital is True for a word that begins like a name: a capital, a digit, or a script without capitals.
    """

    text: str
    start: int
    end: int
    joined: bool
    after: str
    is_capital: bool


@lru_cache(maxsize=4096)
def _begins_name(first: str) -> bool:
    return first.isupper() or first.isdigit() or not first.islower()


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    found: list[Token] = []
    last = 0
    for match in _WORD.finditer(text):
        word, (start, end) = match.group(), match.span()
        between = text[last:start] if found else ""
        joined = between == " " or (bool(found) and _JOINED.match(between) is not None)
        found.append(Token(word, start, end, joined, between, _begins_name(word[0])))
        last = end
    return found


def is_arabic(word: str) -> bool:
    """True for a word in Arabic script."""
    return bool(_ARABIC.search(word))


def is_elided(token: Token, following: Token | None) -> bool:
    """True for the "d" of "d'Anbar" and the "L" of "L'Irak"."""
    if following is None or following.after not in {"'", "’"} or token.text.lower() not in _ELIDED:
        return False
    return token.text.lower() in _BEFORE_NAMES or not (token.is_capital and following.is_capital)


def starts_sentence(text: str, token: Token) -> bool:
    """True where nothing, a line break or the end of a sentence comes before the word."""
    at = token.start - 1
    while at >= 0 and text[at] in " \u00a0\"'«“‘(—–-":
        at -= 1
    return at < 0 or text[at] in ".!?\n:…"
