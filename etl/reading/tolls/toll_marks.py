"""What a clause says of its tolls: part of a total, a total, a correction, out of date, in another's words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.tolls.toll_news import died_later, is_former
from etl.reading.tolls.toll_sums import Toll

_ALSO_WITHIN = 14


def marked(scanned: Scan, clause: Clause, toll: Toll, before: Sequence[Toll]) -> Toll:
    """A toll with what the clause says of it: part of a total, a total, a correction, out of date, another voice."""
    marks = set(toll.marks)
    marks.update(cue.phrase.kind for cue in clause.of("cue", "total", "correction"))
    if any(
        cue.start - toll.start >= -_ALSO_WITHIN and cue.end <= toll.end + _ALSO_WITHIN
        for cue in clause.of("cue", "also")
    ):
        marks.add("other")
    if died_later(clause, toll, before):
        marks.add("died_later")
    if is_former(scanned, clause, toll):
        marks.add("former")
    return replace(toll, marks=frozenset(marks), source=toll.source or _voice(scanned, clause, toll))


def _voice(scanned: Scan, clause: Clause, toll: Toll) -> str:
    """Who says what a clause tells of a toll: the words around the word of saying nearest after it, else before it.

    "" where the report says it itself.
    """
    is_total = clause.has_cue("total", "correction")
    cues = clause.of("cue", "says") if is_total else clause.of("cue", "says", "retold")
    after = [cue for cue in cues if cue.start >= toll.end]
    before = [cue for cue in cues if cue.start < toll.end]
    for cue in after[:1] if len(cues) > 1 and after else before[-1:] or after[:1]:
        around = scanned.tokens.words[max(clause.first, cue.first - 2) : min(clause.last, cue.last + 3)]
        return " ".join(around)
    return ""
