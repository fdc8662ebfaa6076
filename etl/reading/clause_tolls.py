"""The tolls of one clause with what it says of them: totals, corrections, others besides, another voice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.clauses import Clause, Scan
from etl.reading.quantities import Quantity, quantities_in
from etl.reading.toll_sums import Toll
from etl.reading.tolls import bare_tolls, tolls_in

_ALSO_WITHIN = 12


def tolls_of(scanned: Scan, clause: Clause) -> list[Toll]:
    """The tolls a clause tells, with what it says of each; parts of a total and the cause of an answer left out."""
    if not clause.of("toll") and not clause.has_cue("total", "correction"):
        return []
    quantities = _whole(clause, quantities_in(scanned.tokens, clause.first, clause.last, clause.hits, scanned.language))
    tolls = [toll for toll in tolls_in(scanned, clause, quantities) if not _is_of_cause(clause, toll)]
    tolls += bare_tolls(scanned, clause, tolls, quantities)
    return [_marked(scanned, clause, toll) for toll in tolls]


def _whole(clause: Clause, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that are no part of another ("among them two children")."""
    parts = {cue.last for cue in clause.of("cue", "subset")}
    inside = clause.of("cue", "subset")
    return [q for q in quantities if q.first not in parts and not any(c.first <= q.first < c.last for c in inside)]


def _is_of_cause(clause: Clause, toll: Toll) -> bool:
    """Whether a harm is what an act was the answer to ("fired in revenge for the killing of X")."""
    answers = clause.of("cue", "response")
    acts = [act for layer in ("event", "flight") for act in clause.of(layer)]
    return any(
        cue.end <= toll.start
        and any(act.end <= cue.start for act in acts)
        and not any(time.start >= cue.end for time in clause.times)
        for cue in answers
    )


def _marked(scanned: Scan, clause: Clause, toll: Toll) -> Toll:
    """A toll with what the clause says of it: part of a total, a total, a correction, another voice."""
    marks = set(toll.marks)
    marks.update(cue.phrase.kind for cue in clause.of("cue", "total", "correction"))
    if any(
        cue.start - toll.start >= -_ALSO_WITHIN and cue.end <= toll.end + _ALSO_WITHIN
        for cue in clause.of("cue", "also")
    ):
        marks.add("other")
    return replace(toll, marks=frozenset(marks), source=toll.source or _voice(scanned, clause))


def _voice(scanned: Scan, clause: Clause) -> str:
    """Who says what a clause tells: the words around the word of saying, "" where the report says it itself."""
    for cue in clause.of("cue", "says"):
        around = scanned.tokens.words[max(clause.first, cue.first - 2) : min(clause.last, cue.last + 3)]
        return " ".join(around)
    return ""
