"""A report's text as the rules see it: typography levelled, case and accents apart, offsets kept.

`plain` is the text with one kind of apostrophe, space and digit and without combining marks; `folded` is as long as
`plain`, in lower case and without accents. Both may be shorter than the original, so spans are mapped back.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.records import Span

_LEVELLED = {
    "’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'", "“": '"', "”": '"', "«": '"', "»": '"', "„": '"',
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\r": " ", "‐": "-", "‑": "-", "−": "-", "…": ".",
    "،": ",", "؛": ";", "؟": "?", "٫": ".", "٬": ",",
}  # fmt: skip
_DROPPED = frozenset(
    "ـ\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
"""Stretched letters, soft hyphens, joiners, byte order marks, and all marks of the direction of writing."""
_ARABIC_LETTERS = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي"}
_WORD = re.compile(r"[1-9]\d{0,2}(?: \d{3})+(?!\d)|\d+(?:[.,:]\d+)*|[^\W\d_]+")


class _Levels(dict[int, str]):
    """What each character becomes when levelled, worked out once; empty where it is dropped."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DROPPED or unicodedata.combining(char):
            level = ""
        elif char.isdecimal():
            level = str(unicodedata.decimal(char))
        else:
            level = _LEVELLED.get(char, char)
        self[code] = level
        return level


class _Folds(dict[int, str]):
    """Each character in lower case without its accents, as one character."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = unicodedata.normalize("NFD", _ARABIC_LETTERS.get(char, char))[0].lower()
        self[code] = folded = base if len(base) == 1 else char
        return folded


_LEVELS, _FOLDS = _Levels(), _Folds()
_END = re.compile(r"(?<=[^\W_]{2})[.!?؟][\"')\]]*\s+(?=[\"'(\[]*[^\W\d_a-zß-öø-ÿœ])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Text:
    """The levelled text. `origins[i]` is where `plain[i]` stands in the original; None where nothing was dropped."""

    original: str
    plain: str
    folded: str
    origins: Sequence[int] | None

    def span(self, start: int, end: int) -> Span:
        """The span of the original that `plain[start:end]` came from."""
        if self.origins is None:
            return Span(start, end)
        if end <= start:
            return Span(self.origins[start], self.origins[start])
        after = self.origins[end] if end < len(self.origins) else len(self.original)
        return Span(self.origins[start], after)

    def words(self, start: int, end: int) -> str:
        """The words of the original that `plain[start:end]` came from."""
        span = self.span(start, end)
        return self.original[span.start : span.end]

    def within(self, span: Span) -> tuple[int, int]:
        """Where a span of the original lies in `plain`."""
        if self.origins is None:
            return span.start, span.end
        return bisect_right(self.origins, span.start) - 1, bisect_left(self.origins, span.end)


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words and numbers of a folded text with their offsets; hyphens and apostrophes part words."""

    words: list[str]
    starts: array[int]
    ends: array[int]
    _places: dict[frozenset[str], array[int]] = field(default_factory=dict, compare=False, repr=False)

    def which(self, known: frozenset[str], first: int = 0, last: int | None = None) -> Sequence[int]:
        """Which of the tokens [first, last) are one of these words; the whole text is looked through once for them."""
        places = self._places.get(known)
        if places is None:
            places = self._places[known] = array("L", [at for at, word in enumerate(self.words) if word in known])
        if last is None:
            return places
        return places[bisect_left(places, first) : bisect_left(places, last)]

    def at_or_after(self, offset: int) -> int:
        """Index of the first token that starts at or after an offset."""
        return bisect_left(self.starts, offset)

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens [first, last) that start at offsets from start up to, not including, end."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def text_of(original: str, printed: str | None = None) -> Text:
    """Level a text; `printed` is the same text, letter for letter as long, in other case or with other blanks."""
    plain = (original if printed is None else printed).translate(_LEVELS)
    origins = None
    if len(plain) != len(original):
        origins = array("L", (i for i, char in enumerate(original) if _LEVELS[ord(char)]))
    return Text(original, plain, fold(plain), origins)


def fold(plain: str) -> str:
    """Lower case without accents, as long as the levelled text given."""
    return plain.translate(_FOLDS)


def tokens_of(folded: str) -> Tokens:
    """The tokens of a folded text."""
    words: list[str] = []
    starts, ends = array("L"), array("L")
    known: dict[str, str] = {}
    for match in _WORD.finditer(folded):
        word = match.group()
        words.append(known.setdefault(word, word))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(words, starts, ends)


def ended_before(tokens: Tokens, plain: str) -> array[int]:
    """For each token how many sentences or paragraphs end before it; a phrase lies in one alone."""
    ended = array("L")
    ends, number = [stop.end() for stop in _END.finditer(plain)], 0
    for start in tokens.starts if plain else ():
        while number < len(ends) and ends[number] <= start:
            number += 1
        ended.append(number)
    return ended
