"""The town whose police, residents or hospital a report tells it by, where it names no other place."""

from __future__ import annotations

from collections.abc import Iterable

from etl.reading.placing.where import Where, codes_of
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name

_WITHIN = 2
"""Words between a town and those it is told to be theirs: "Kano metropolitan police"."""
_KINDS = ("town", "area")


def of_locals(scanned: Scan, clauses: Iterable[Clause]) -> Where:
    """The first town right before a word for those who live or serve there: "Kano police said gunmen had killed"."""
    for clause in clauses:
        for name in clause.names:
            if name.kind in _KINDS and _is_of_locals(scanned, clause, name):
                return Where(((name.start, name.end),), (), (name,), codes_of([name]))
    return Where()


def _is_of_locals(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a word for local people stands behind a name, in small letters and with no pause between."""
    tokens, plain = scanned.tokens, scanned.text.plain
    at = tokens.at_or_after(name.end)
    for last in range(at, min(at + _WITHIN + 1, clause.last)):
        if plain[tokens.ends[last - 1] : tokens.starts[last]] != " " or plain[tokens.starts[last]].isupper():
            return False
        if scanned.language.is_one_of(tokens.words[last], "locals"):
            return True
    return False
