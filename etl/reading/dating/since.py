"""Times that only start a count: "since Monday", "since the coup of 1 February"."""

from __future__ import annotations

from etl.reading.dating.statements import is_owner
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

WIDE = frozenset({"month", "part_month", "season", "year"})
"""Means of expressions of time that are longer than a week."""
_SINCE_WITHIN = 5
_BEGAN_WITHIN = 6
_OWNED_WITHIN = 3


def is_since(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a time only starts a count ("since Monday"); "since Monday, when rockets fell" dates what fell."""
    words, language = scanned.tokens.words, scanned.language
    first, last = scanned.tokens.at_or_after(time.start), scanned.tokens.at_or_after(time.end)
    dates_on = any(language.is_one_of(word, "relative") for word in words[last : last + 1])
    if dates_on or _owns_act(scanned, clause, time):
        return False
    if any(other.end <= time.start and scanned.tokens.at_or_after(other.end) == first for other in clause.times):
        return False
    opens = words[clause.first] in language.temporal.since and not any(
        hit.start < time.start for layer in ("event", "toll") for hit in clause.of(layer)
    )
    if opens or _is_of_start(scanned, time, first):
        return True
    if any(_starts_since(scanned, cue, first) for cue in clause.of("cue", "began")):
        return True
    back = words[max(first - 2, 0) : first]
    if "," in scanned.text.plain[scanned.tokens.starts[max(first - 2, 0)] : time.start]:
        return False
    return any(language.is_one_of(word, "since") for word in back[-1:]) or (
        len(back) == 2 and language.is_one_of(back[0], "since") and language.is_one_of(back[1], "definite")
    )


def since_cuts(scanned: Scan, whole: Clause) -> list[int]:
    """Where a count goes back to an event of another day: "the third such raid since | May, when eleven died"."""
    words, language = scanned.tokens.words, scanned.language
    told = [hit.start for layer in ("event", "toll") for hit in whole.of(layer)]
    cuts = []
    for time in whole.times:
        before, behind = scanned.tokens.at_or_after(time.start) - 1, scanned.tokens.at_or_after(time.end)
        counted = before > whole.first and language.is_one_of(words[before], "since")
        if counted and behind < whole.last and language.is_one_of(words[behind], "relative"):
            cuts.append(time.start)
    return [at for at in cuts if any(one < at for one in told) and any(one > at for one in told)]


def _owns_act(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a time owns the noun of an act behind it, and nobody is counted before: "since last month's killing"."""
    first, last = scanned.tokens.at_or_after(time.start), scanned.tokens.at_or_after(time.end)
    owned = any("noun" in hit.phrase.marks and 0 <= hit.first - last <= _OWNED_WITHIN for hit in clause.of("event"))
    return owned and is_owner(scanned, time) and not any(hit.first < first for hit in clause.of("toll"))


def _is_of_start(scanned: Scan, time: TimeExpression, first: int) -> bool:
    """Whether "since" stands near before a long time, or before what a day is of ("since the coup of 1 February")."""
    words, language = scanned.tokens.words, scanned.language
    before = max(first - _SINCE_WITHIN, 0)
    near = words[before:first]
    if time.means in WIDE and not language.temporal.since.isdisjoint(near):
        return True
    counted = any(language.is_one_of(word, "counted_since") for word in near)
    owned = any(language.is_one_of(word, kind) for word in near[-1:] for kind in ("of", "of_part"))
    return counted and owned and "," not in scanned.text.plain[scanned.tokens.starts[before] : time.start]


def _starts_since(scanned: Scan, began: Hit, first: int) -> bool:
    """Whether a word of beginning stands between a word of "since" and a time: "since it broke out on 15 April"."""
    before = scanned.tokens.words[max(began.first - _BEGAN_WITHIN, 0) : began.first]
    since = any(scanned.language.is_one_of(word, "since") for word in before)
    return since and 0 <= first - began.last <= _BEGAN_WITHIN
