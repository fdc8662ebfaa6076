"""Actors under their names: "fighters of X" stand for X, an abbreviation for the name that the report writes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Scan
from etl.reading.words.phrases import Hit

_BETWEEN = 2
NATION = "country:"
"""What the name of an actor begins with that is a nation: "the police of Haiti" stays the police."""


def with_members(scanned: Scan, hits: Sequence[Hit]) -> list[Hit]:
    """The hits in the order of the text; a name that says whose people are stands for them, from their word on."""
    found: list[Hit] = []
    for hit in hits:
        before = found[-1] if found else None
        if before is not None and _is_of(scanned, before, hit):
            of_nation = hit.phrase.name.startswith(NATION)
            found[-1] = replace(before, last=hit.last, end=hit.end) if of_nation else replace(hit, first=before.first)
        elif before is not None and _is_theirs(scanned, before, hit):
            found[-1] = replace(before, last=hit.last)
        else:
            found.append(hit)
    return found


def in_full(scanned: Scan, hit: Hit) -> Hit:
    """Where the report writes out the name that capitals stand for ("FARC"); the hit itself where it does not."""
    written = scanned.text.plain[hit.start : hit.end]
    if not hit.phrase.name or not written.isupper():
        return hit
    same = [other for other in scanned.hits["actor"] if other.phrase.name == hit.phrase.name]
    whole = [other for other in same if other.last - other.first > hit.last - hit.first]
    return max(whole, key=lambda other: other.end - other.start, default=hit)


def _is_of(scanned: Scan, group: Hit, hit: Hit) -> bool:
    """Whether a word for people stands before the name of theirs: "fighters of X", "the militia X"."""
    if hit.phrase.layer != "actor" or group.phrase.layer == "actor":
        return False
    between = scanned.tokens.words[group.last : hit.first]
    if not between:
        return _sets_beside(scanned)
    if "," in scanned.text.plain[group.end : hit.start]:
        return False
    return len(between) <= _BETWEEN and all(scanned.language.is_one_of(word, "of_part") for word in between)


def _is_theirs(scanned: Scan, name: Hit, people: Hit) -> bool:
    """Whether a word for people stands right behind the name of theirs: "X rebels"."""
    return (
        _sets_beside(scanned)
        and name.phrase.layer == "actor"
        and people.phrase.kind == "attacker"
        and people.first == name.last
    )


def _sets_beside(scanned: Scan) -> bool:
    """Whether a name and the people who bear it stand side by side; where words part, a verb's subject may too."""
    return scanned.language.parting is None
