"""Deaths counted over a war beside an act: they are not those of the act."""

from __future__ import annotations

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_BACK = 9
"""Words between "the war, in which" and those it killed."""


def is_counted_over(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether a harm beside an act is counted over a war or since it began.

    "900 have died in the insurgency, which began when rebels attacked a post"; "have died since the fighting began".
    """
    if hit.phrase.kind not in ("killed", "wounded") or not clause.of("event"):
        return False
    behind = scanned.tokens.words[hit.last : hit.last + 1]
    if any(scanned.language.is_one_of(word, "counted_since") for word in behind):
        return True
    spans = [cue for cue in clause.of("cue", "span") if not cue.first <= hit.first < cue.last]
    return any(0 <= cue.first - hit.last <= 1 or 0 <= hit.first - cue.last <= _BACK for cue in spans)
