"""Where the words that a model quotes stand in the report, if they do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from etl.reading.scan.clauses import Scan
from etl.reading.words.text import fold, text_of

Place = tuple[int, int]
"""[start, end) of the levelled text."""


class Quotes:
    """Finds quoted words in one report; `missing` keeps those that do not occur there."""

    def __init__(self, scanned: Scan) -> None:
        self._scanned = scanned
        self.missing: list[str] = []

    def find(self, words: str, near: Sequence[Place] = ()) -> Place | None:
        """Where words stand: within one of the places near, else where they occur first; None where they do not.

        Case, accents, typography and the breaking of lines may differ; words and their order may not.
        """
        pattern = _pattern(words) if len(words) <= len(self._scanned.text.original) else None
        if pattern is not None:
            for start, end in (*near, (0, len(self._scanned.text.folded))):
                if found := pattern.search(self._scanned.text.folded, start, end):
                    return found.span()
        self.missing.append(words)
        return None

    def find_all(self, quoted: Iterable[str], near: Sequence[Place]) -> list[Place]:
        """Where each of several quotations stands, once each, in their order; those that do not occur are left out."""
        places = (self.find(words, near) for words in quoted)
        return list(dict.fromkeys(place for place in places if place is not None))


def _pattern(words: str) -> re.Pattern[str] | None:
    parts = fold(text_of(words).plain).split()
    if not parts:
        return None
    # Arabic writes small words with the next one, so that a name may begin within a word.
    begins = r"(?<!\w)" if parts[0][0].isascii() and parts[0][0].isalnum() else ""
    ends = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    return re.compile(begins + r"\s+".join(map(re.escape, parts)) + ends)
