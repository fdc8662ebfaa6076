"""How many independent voices tell an event: reprints of one wire, and one publisher's own updates, are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rapidfuzz import fuzz

from etl.lexicon import fold

ALIKE = 85.0
"""From this share of equal characters (indel similarity, in per cent) on, two texts are prints of one."""
COMPARED = 3_000
"""Characters at the beginning of two texts that are compared."""
_TOO_SHORT = 120


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a report decides whose voice it is."""

    report_id: str
    publisher: str
    agency: str
    published: date | None
    language: str
    is_row: bool
    text: str


def voices(tellings: Sequence[Telling]) -> list[int]:
    """For each telling the number of its voice: the place of the first telling of that voice."""
    voice = list(range(len(tellings)))
    for later, one in enumerate(tellings):
        for earlier in range(later):
            if voice[earlier] != voice[later] and same_voice(tellings[earlier], one):
                low, high = sorted((voice[earlier], voice[later]))
                voice = [low if v == high else v for v in voice]
    return voice


def same_voice(a: Telling, b: Telling) -> bool:
    """Whether two reports are one origin: one report or publisher, one wire's copy of a day, or the same text.

    A wire's evening copy is in print the next morning, so a day more is the same day; where a day is not known, the
    same wire counts as one voice, for a voice too few misleads less than one too many.
    """
    if a.report_id == b.report_id or (a.publisher and fold(a.publisher) == fold(b.publisher)):
        return True
    wire = fold(a.agency or a.publisher)
    if wire and wire == fold(b.agency or b.publisher) and _near(a.published, b.published):
        return True
    if a.is_row or b.is_row or min(len(a.text), len(b.text)) < _TOO_SHORT:
        return False
    return fuzz.ratio(a.text[:COMPARED], b.text[:COMPARED], score_cutoff=ALIKE) > 0


def _near(one: date | None, other: date | None) -> bool:
    return one is None or other is None or abs(one - other) <= timedelta(days=1)
