"""Captives told to be freed, who are not counted, or found or left dead: among the dead of their abduction."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

DEAD_CAPTIVES = "dead_captives"
_FREED_WITHIN, _COUNTED_WITHIN = 3, 6
"""Words between captives and the verb that frees them, behind and in front of them."""


def is_freed(clause: Clause, hit: Hit) -> bool:
    """Whether a noun tells of captives as those who were freed: "freed eleven hostages", "the hostages were freed"."""
    return (hit.phrase.kind, "noun" in hit.phrase.marks) == ("detained", True) and any(
        0 <= hit.first - cue.last <= _COUNTED_WITHIN or 0 <= cue.first - hit.last <= _FREED_WITHIN
        for cue in clause.of("cue", "freed")
    )


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


def shares_captives(scanned: Scan, before: Hit, hit: Hit) -> bool:
    """Whether a verb of harm goes on with whom one of taking befell, or the other way: "were abducted and killed"."""
    if {before.phrase.kind, hit.phrase.kind} not in ({"detained", "killed"}, {"detained", "wounded"}):
        return False
    verbs = all("verb" in one.phrase.marks for one in (before, hit))
    words, language = scanned.tokens.words[before.last : hit.first], scanned.language
    joined = any(language.is_one_of(word, "and") for word in words)
    small = all(any(language.is_one_of(word, kind) for kind in ("and", "afterwards", "passive")) for word in words)
    return verbs and joined and small
