"""How far two words stand apart, what only says when or where it was left out."""

from __future__ import annotations

from etl.reading.scan.clauses import Scan


def apart(scanned: Scan, first: int, last: int) -> int:
    """How many tokens part two tokens, expressions of time and places with the preposition before them left out.

    "killed on Saturday in Gao the rebel leader": one, the article. At least the tokens that are neither.
    """
    if last <= first:
        return last - first
    left_out = {at for span in (*_times(scanned, first, last), *_places(scanned, first, last)) for at in range(*span)}
    return sum(at not in left_out for at in range(first, last))


def _times(scanned: Scan, first: int, last: int) -> list[tuple[int, int]]:
    tokens = scanned.tokens
    start, end = tokens.starts[first], tokens.ends[last - 1]
    found = scanned.language.temporal.find(scanned.text, start, end, tokens.words[first:last])
    return [tokens.within(time.start, time.end) for time in found]


def _places(scanned: Scan, first: int, last: int) -> list[tuple[int, int]]:
    """Names that a preposition leads, with it."""
    tokens, language = scanned.tokens, scanned.language
    names = scanned.names_between(tokens.starts[first], tokens.ends[last - 1])
    spans = (tokens.within(name.start, name.end) for name in names)
    return [
        (begin - 1, end)
        for begin, end in spans
        if begin > first and language.is_one_of(tokens.words[begin - 1], "prepositions")
    ]
