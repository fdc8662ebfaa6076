"""A text as words with their offsets, and the runs of words that may be a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_WORDS = 6
"""The longest name looked for, in words."""

_WORD = re.compile(r"[^\W_]+")
_JOINED = re.compile(r"^(?:[ \u00a0\u202f]|-|['’]|\. ?| ?[-–] ?|['’‘] |[ \u00a0]['’‘])$")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ELIDED = frozenset({"d", "l", "qu", "s", "n", "j", "c", "m"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word: `text[start:end]`; joined is True where nothing but a space, hyphen or apostrophe comes before it."""

    text: str
    start: int
    end: int
    joined: bool
    after: str

    @property
    def is_capital(self) -> bool:
        """True for a word that begins like a name: a capital, a digit, or a script without capitals."""
        return _begins_name(self.text[0])


@lru_cache(maxsize=4096)
def _begins_name(first: str) -> bool:
    return first.isupper() or first.isdigit() or not first.islower()


def tokens(text: str) -> list[Token]:
    """The words of a text in order."""
    found: list[Token] = []
    end = 0
    for match in _WORD.finditer(text):
        between = text[end : match.start()] if found else ""
        found.append(
            Token(match.group(), match.start(), match.end(), bool(found) and bool(_JOINED.match(between)), between)
        )
        end = match.end()
    return found


def is_arabic(word: str) -> bool:
    """True for a word in Arabic script."""
    return bool(_ARABIC.search(word))


def is_elided(token: Token, following: Token | None) -> bool:
    """True for the "d" of "d'Anbar" and the "L" of "L'Irak"."""
    return following is not None and following.after in {"'", "’"} and token.text.lower() in _ELIDED


def starts_sentence(text: str, token: Token) -> bool:
    """True where nothing, a line break or the end of a sentence comes before the word."""
    before = text[: token.start].rstrip(" \u00a0\"'«“‘(—–-")
    return not before or before[-1] in ".!?\n:…"
