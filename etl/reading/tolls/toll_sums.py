"""Statements of harm added up: parts, further people, corrections, and sources that differ.

All dead are counted, attackers included; attackers are counted apart as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

KINDS = ("killed", "wounded", "detained")
_ASIDE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Toll:
    """One statement: `kind` happened to low to high people (high None: open) of sort `whom`, told at [start, end).

    attackers is how many of them were attackers; source is who says so, "" where the report itself does.
    """

    kind: str
    low: int
    high: int | None
    attackers: int
    whom: str
    start: int
    end: int
    marks: frozenset[str] = frozenset()
    source: str = ""


def added_up(tolls: Sequence[Toll]) -> Toll | None:
    """One statement out of all of one kind that go to one incident; None where there is none.

    Further people ("two others", attackers told apart) are added; a subset or a smaller general number changes
    nothing; a correction replaces; another source's differing number widens the range.
    """
    numbers = [toll for toll in tolls if "vague" not in toll.marks]
    if len(numbers) < len(tolls):
        tolls = [toll for toll in numbers if toll.high != 0]
    if not tolls:
        return None
    tolls = [toll for toll in tolls if "former" not in toll.marks] or tolls
    result = tolls[0]
    for number, one in enumerate(tolls[1:], start=1):
        earlier = tolls[:number]
        if "subset" in one.marks or any(_says_the_same(one, other) or _holds(other, one) for other in earlier):
            continue
        if "died_later" in one.marks:
            result = _sum(result, one)
        elif ("correction" in one.marks and "other" not in one.marks) or (
            "total" in one.marks and not one.source and _high(one) >= _high(result)
        ):
            result = one
        elif _is_further(one, earlier):
            result = _sum(result, one)
        elif one.low and one.source and one.source != result.source:
            result = _wider(result, one)
        elif _high(one) > _high(result):
            result = one
    return replace(result, start=min(t.start for t in tolls), end=result.end)


def _high(toll: Toll) -> int:
    return toll.low if toll.high is None else toll.high


def _says_the_same(one: Toll, other: Toll) -> bool:
    if ("died_later" in one.marks) != ("died_later" in other.marks) or _is_one_more(one, other):
        return False
    return (one.low, _high(one)) == (other.low, _high(other)) and (one.whom == other.whom or not one.whom)


def _is_one_more(one: Toll, other: Toll) -> bool:
    """Whether a single person is told besides another: "a technician was also killed", after a reporter."""
    besides = "other" in one.marks and "other" not in other.marks and one.whom != "attacker"
    return besides and one.low == other.low == 1


def _holds(total: Toll, one: Toll) -> bool:
    """Whether a person told of by name is one of those a number counts already."""
    return "named" in one.marks and "named" not in total.marks and total.low > 1


def _is_further(one: Toll, earlier: Sequence[Toll]) -> bool:
    """Whether a statement is of other people than those counted so far."""
    if one.high == 0:
        return False
    if "other" in one.marks:
        return True
    if one.whom == "attacker":
        return not any(other.attackers for other in earlier)
    apart = bool(one.whom) and not one.attackers
    return apart and all(other.attackers and other.attackers == other.low for other in earlier)


def _sum(one: Toll, other: Toll) -> Toll:
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=one.low + other.low, high=high, attackers=one.attackers + other.attackers, whom="people")


def _wider(one: Toll, other: Toll) -> Toll:
    """The lowest and the highest that two sources tell; an open end counts as its number."""
    return replace(one, low=min(one.low, other.low), high=max(_high(one), _high(other)))


def named_together(plain: str, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls of a clause, those of single persons told apart added up: "killed X in a raid in which Y died"."""
    kept: list[Toll] = []
    for toll in tolls:
        earlier = next((one for one in kept if one.kind == toll.kind and "named" in one.marks & toll.marks), None)
        if earlier is not None and _is_same_person(plain[earlier.end : toll.start], toll):
            kept[kept.index(earlier)] = replace(earlier, end=toll.end)
        elif earlier is not None and earlier.end <= toll.start:
            number = earlier.low + toll.low
            attackers = earlier.attackers + toll.attackers
            kept[kept.index(earlier)] = replace(earlier, low=number, high=number, attackers=attackers, end=toll.end)
        else:
            kept.append(toll)
    return kept


def _is_same_person(between: str, toll: Toll) -> bool:
    """Whether an aside on one told before tells of one person again: "the murder of the chief of X, Y, killed by"."""
    return toll.low == toll.high == 1 and between.rstrip().endswith(",") and len(between.split()) <= _ASIDE_WORDS
