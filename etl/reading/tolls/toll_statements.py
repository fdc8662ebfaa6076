"""What one statement of harm tells, once the numbers that go with its word are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.grammar.marked_persons import Person
from etl.reading.scan.clauses import Scan
from etl.reading.scan.quantity import Quantity
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

KINDS_OF = {
    "killed": ("killed",), "wounded": ("wounded",), "detained": ("detained",), "casualties": ("killed", "wounded"),
}  # fmt: skip
"""The kinds of toll that a word of harm tells of."""


def with_more(scanned: Scan, toll: Toll, persons: Sequence[Person], doers: int) -> Toll:
    """A toll with the persons told right before its number, and the attackers who died with those counted."""
    more = len(persons) + doers
    if not more or not toll.low:
        return toll
    start = min([toll.start, *(scanned.tokens.starts[one.first] for one in persons[:1])])
    high = None if toll.high is None else toll.high + more
    return replace(
        toll, low=toll.low + more, high=high, start=start, attackers=toll.attackers + doers,
        marks=toll.marks - {"other"},
    )  # fmt: skip


def told_of(scanned: Scan, hit: Hit, chosen: Sequence[Quantity]) -> list[Toll]:
    """A list of quantities ("14 civilians and two soldiers") is one statement of their sum."""
    first, last = min(q.first for q in chosen), max(q.last for q in chosen)
    start, end = min(hit.start, scanned.tokens.starts[first]), max(hit.end, scanned.tokens.ends[last - 1])
    kinds: tuple[str, ...] = KINDS_OF[hit.phrase.kind]
    if "all" in hit.phrase.marks and chosen[0].high == 0:
        kinds = KINDS_OF["casualties"]
    no_others = chosen[0].high == 0 and any(q.other for q in chosen)
    if no_others or (hit.phrase.kind == "casualties" and chosen[0].high != 0):
        kinds = ()
    sorts = {q.whom for q in chosen}
    high = None if any(q.high is None for q in chosen) else sum(q.high or 0 for q in chosen)
    attackers = sum(q.low for q in chosen if q.whom == "attacker")
    # "The six monks and two more people" counts the monks again: only a list that begins with others goes on.
    marks = frozenset({"other"}) if min(chosen, key=lambda q: q.first).other else frozenset[str]()
    low = sum(q.low for q in chosen)
    whom = sorts.pop() if len(sorts) == 1 else "people"
    return [Toll(kind, low, high, attackers, whom, start, end, marks) for kind in kinds]
