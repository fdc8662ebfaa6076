"""Words of event that only say from when a time is reckoned: "five days after the death of X"."""

from __future__ import annotations

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_DATED_WITHIN = 2
"""Words between an expression of time and the noun that it is reckoned from."""


def is_dated_from(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether a time is reckoned from a harm, a noun right after it: "five days after the death of X"."""
    return "noun" in hit.phrase.marks and any(
        time.means in ("event_before", "event_after")
        and 0 <= hit.first - scanned.tokens.at_or_after(time.end) <= _DATED_WITHIN
        and "," not in scanned.text.plain[time.end : hit.start]
        for time in clause.times
    )
