"""Captives told to have been found dead: they are counted among the dead of their abduction."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.scan.clauses import Clause
from etl.reading.tolls.toll_sums import Toll

DEAD_CAPTIVES = "dead_captives"


def found_dead(clause: Clause, tolls: Sequence[Toll], before: Sequence[Toll]) -> list[Toll]:
    """The captives of a clause, or of the one before, that it tells to have been found dead; none where it counts dead.

    before: the tolls of the clause before ("The two, kidnapped on Monday, were found dead").
    """
    cues = clause.of("cue", "found_dead")
    if not cues or any(toll.kind in ("killed", "wounded") for toll in tolls):
        return []
    taken = [toll for toll in (*before, *tolls) if toll.kind == "detained" and toll.low]
    told_apart = any(toll.kind == "killed" for toll in before)
    if not taken or told_apart:
        return []
    last = taken[-1]
    marks = frozenset({"died_later", DEAD_CAPTIVES})
    return [Toll("killed", last.low, last.high, 0, last.whom, cues[0].start, cues[0].end, marks)]
