"""What an offset is reckoned from, where it is told right behind: "..., a day after a car bomb wrecked the barracks".

The act behind it is another, on a day of its own: reckoned back from the act before it, which the sentence is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.grammar.leads import NEAR, is_known, reckoned_from
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

_PAUSE = re.compile("[,;:]")
_TURNED = {"event_before": "event_after", "event_after": "event_before"}


def offset_cuts(scanned: Scan, whole: Clause, acts: Sequence[Hit]) -> list[int]:
    """Where a sentence goes on with an act of another day, which an offset reckons from: right before the offset."""
    cuts: list[int] = []
    for time in whole.times:
        first = reckoned_from(scanned, time)
        told = [*acts, *whole.of("cue", "back")]
        if first is None or not any(one.end <= time.start for one in told):
            continue
        behind = [act for act in acts if first <= act.first < first + NEAR]
        if behind and (not is_known(scanned, first, behind[0]) or _sets_apart(scanned, whole, behind[0], time)):
            cuts.append(time.start)
    return cuts


def news_of(scanned: Scan, clause: Clause) -> Clause:
    """A clause without what its news is reckoned from: "shot a judge two days after [the blast in Hit], police said".

    Its words, places and counts tell of what was told before; a clause that reckons from nothing known stays itself.
    """
    told = [hit for layer in ("event", "flight", "toll") for hit in clause.of(layer)]
    for time in clause.times:
        first = reckoned_from(scanned, time)
        if first is None or not any(clause.start <= hit.start and hit.end <= time.start for hit in told):
            continue
        anchors = [hit for hit in told if first <= hit.first and is_known(scanned, first, hit)]
        if anchors:
            pause = _PAUSE.search(scanned.text.plain, anchors[0].end, clause.end)
            return _without(clause, scanned.tokens.starts[first], pause.start() if pause else clause.end)
    return clause


def _without(clause: Clause, start: int, end: int) -> Clause:
    hits = {layer: [hit for hit in found if not start <= hit.start < end] for layer, found in clause.hits.items()}
    names = [name for name in clause.names if not start <= name.start < end]
    return replace(clause, hits={layer: found for layer, found in hits.items() if found}, names=names, _by_kind={})


def _sets_apart(scanned: Scan, whole: Clause, act: Hit, time: TimeExpression) -> bool:
    """Whether what goes back is told before the offset ("The bombing came four days after the blast in Najaf").

    The act behind it, with a place of its own, is then the news.
    """
    back = [cue for cue in whole.of("cue", "back") if cue.end <= time.start]
    placed = any(name.start >= act.end and name.kind != "demonym" for name in whole.names)
    return placed and any(not scanned.text.plain[whole.start : cue.start].strip() for cue in back)


def towns_behind(scanned: Scan, clause: Clause, time: TimeExpression | None) -> set[str]:
    """The folded place names behind an offset, of what it is reckoned from: "three days before the blast in Hit"."""
    if time is None or reckoned_from(scanned, time) is None:
        return set()
    return {scanned.text.folded[name.start : name.end] for name in clause.names if name.start >= time.end}


def tells_no_day(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether an offset is reckoned from what is no incident: "a day after the president declared an emergency"."""
    first = reckoned_from(scanned, time)
    if first is None:
        return False
    told = [*clause.of("event"), *clause.of("flight"), *clause.of("toll"), *clause.of("cue", "back")]
    return not any(first - 1 <= hit.first < first + NEAR for hit in told)


def turned_days(time: TimeExpression, published: date | None, main: Days | None) -> Days | None:
    """The days of what an offset at the head of a clause is reckoned from, `main` being those of the act before it."""
    if main is None:
        return None
    return days_of(replace(time, means=_TURNED.get(time.means, time.means)), published, main)


def is_turned(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a clause begins with an offset that is reckoned from its own act."""
    begins = time.start >= clause.start and not scanned.text.plain[clause.start : time.start].strip()
    return (
        begins
        and (clause.start > clause.sentence.start or clause.is_lead)
        and reckoned_from(scanned, time) is not None
        and not tells_no_day(scanned, clause, time)
    )
