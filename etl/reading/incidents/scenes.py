"""Scenes: a sentence that says when and where, and only the next one what; and words that stand for a place told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.incidents.facts import Facts
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.words.temporal import TimeExpression

_BACK = 30
"""Clauses looked back over for the place that a word stands for."""
_SINGLE = frozenset(
    {"date", "day_month", "iso", "weekday", "last_weekday", "today", "yesterday", "nights", "overnight", "day_of_month",
     "event_before", "event_after", "event_same"}
)  # fmt: skip
"""Times that set a scene: days, not months or years, of which background tells as well."""


def with_scene(scanned: Scan, before: Sequence[Facts], one: Facts) -> Facts:
    """What a clause tells, with the day and place of the scene that the sentences right before it set.

    before: the clauses up to this one. Of the same paragraph those count that tell no act and no toll of their own,
    back to the last one that did.
    """
    where = _there(scanned, before, one)
    tells = bool(one.acts) or any(toll.low for toll in one.tolls)
    if not tells or one.goes_back or one.remark is not None or one.clause.is_cause:
        return one if where is one.where else replace(one, where=where)
    time: TimeExpression | None = None
    place = Where()
    for earlier in reversed(before[-_BACK:]):
        if not _sets(earlier, one):
            break
        if time is None and earlier.time is not None and earlier.time.means in _SINGLE:
            time = earlier.time
        if not place.located and earlier.where.located:
            place = earlier.where
    if one.time is None and time is not None:
        one = replace(one, time=time)
    if not where.places and place.located and one.time is not None:
        where = place
    return one if where is one.where else replace(one, where=where)


def _sets(earlier: Facts, one: Facts) -> bool:
    """Whether a clause may set the scene of a later one."""
    told = bool(earlier.acts or earlier.tolls) or earlier.remark is not None
    spoken = any(who.stance != "stated" for who in earlier.actors)
    return earlier.clause.sentence.paragraph == one.clause.sentence.paragraph and not told and not spoken


def _there(scanned: Scan, before: Sequence[Facts], one: Facts) -> Where:
    """The place of a clause; where a word stands for it ("y étaient tombées"), that of the sentence before."""
    there = scanned.language.any_of("there")
    if one.where.places or not scanned.tokens.which(there, one.clause.first, one.clause.last):
        return one.where
    for earlier in reversed(before[-_BACK:]):
        if earlier.clause.sentence.paragraph == one.clause.sentence.paragraph and earlier.where.places:
            return replace(earlier.where, origins=one.where.origins)
    return one.where
