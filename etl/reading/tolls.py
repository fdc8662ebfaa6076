"""Who was killed, wounded or detained: number words tied to the words of harm beside them, then added up.

All dead are counted, attackers included; attackers are counted apart as well. Two sources that differ give a range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.language import Language
from etl.reading.phrases import Hit
from etl.reading.quantities import Quantity, is_plural
from etl.reading.text import Tokens

KINDS = ("killed", "wounded", "detained")
_AFTER_WITHIN = 4
_BEFORE_WITHIN = 9
_SAME_LIST = 3


@dataclass(frozen=True, slots=True)
class Toll:
    """One statement: `kind` happened to low to high people (high None: open) of sort `whom`, told at [start, end)."""

    kind: str
    low: int
    high: int | None
    whom: str
    noun: str
    start: int
    end: int
    marks: frozenset[str] = frozenset()
    source: str = ""


def tolls_in(
    tokens: Tokens, last: int, tolls: Sequence[Hit], quantities: Sequence[Quantity], people: Sequence[Hit],
    language: Language,
) -> list[Toll]:  # fmt: skip
    """The tolls of one clause, whose tokens end before `last`."""
    found: list[Toll] = []
    used: set[int] = set()
    for number, hit in enumerate(tolls):
        bounds = (tolls[number - 1].last if number else 0, tolls[number + 1].first if number + 1 < len(tolls) else last)
        chosen = _chosen(tokens, hit, quantities, used, bounds, language)
        if chosen:
            used.update(quantity.first for quantity in chosen)
            found += [one for quantity in chosen for one in _told(tokens, hit, quantity)]
        elif (single := _single(tokens, hit, people, bounds, language)) is not None:
            found.append(single)
    return found


def _told(tokens: Tokens, hit: Hit, quantity: Quantity) -> list[Toll]:
    start, end = min(hit.start, tokens.starts[quantity.first]), max(hit.end, tokens.ends[quantity.last - 1])
    kinds: tuple[str, ...] = (hit.phrase.kind,)
    if hit.phrase.kind == "casualties":
        kinds = ("killed", "wounded") if quantity.high == 0 else ()
    marks = frozenset({"other"}) if quantity.other else frozenset[str]()
    return [Toll(kind, quantity.low, quantity.high, quantity.whom, quantity.noun, start, end, marks) for kind in kinds]


def _chosen(
    tokens: Tokens,
    hit: Hit,
    quantities: Sequence[Quantity],
    used: set[int],
    bounds: tuple[int, int],
    language: Language,
) -> list[Quantity]:
    """The quantities a word of harm goes with: after an active verb, else before it, lists taken whole."""
    after = [q for q in quantities if q.first not in used and hit.last <= q.first < bounds[1]]
    before = [q for q in quantities if q.first not in used and bounds[0] <= q.first and q.last <= hit.first]
    inside = [q for q in quantities if hit.first <= q.first and q.last <= hit.last]
    if inside:
        return inside[:1]
    close_after = after and _reaches(tokens, hit.last, after[0], language)
    close_before = before and hit.first - before[-1].last <= _BEFORE_WITHIN and _may_count(before[-1], hit)
    if "noun" in hit.phrase.marks:
        near = bool(before) and hit.first - before[-1].last <= 2
        return _list(tokens, before[::-1], language) if near else _list(tokens, after, language) if close_after else []
    if close_after and not (_is_passive(tokens, hit, language) and close_before):
        return _list(tokens, after, language)
    return _list(tokens, before[::-1], language) if close_before else []


def _may_count(quantity: Quantity, hit: Hit) -> bool:
    return bool(quantity.whom) or hit.first - quantity.last <= 4


def _reaches(tokens: Tokens, at: int, quantity: Quantity, language: Language) -> bool:
    """Whether a number after a verb counts its object: near, with a noun or right after, and not "by two gunmen"."""
    gap = quantity.first - at
    between = tokens.words[at : quantity.first]
    if gap > _AFTER_WITHIN or any(language.is_one_of(word, "by") for word in between):
        return False
    return bool(quantity.whom) or gap == 0


def _is_passive(tokens: Tokens, hit: Hit, language: Language) -> bool:
    return any(language.is_one_of(word, "passive") for word in tokens.words[max(0, hit.first - 3) : hit.first])


def _list(tokens: Tokens, quantities: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The first quantity and those joined to it by "and" or a comma."""
    kept = [quantities[0]]
    for one in quantities[1:]:
        previous = kept[-1]
        left, right = (previous, one) if previous.first < one.first else (one, previous)
        between = tokens.words[left.last : right.first]
        joined = not between or language.is_one_of(between[-1], "and")
        if len(between) > _SAME_LIST or not joined or not one.whom:
            break
        kept.append(one)
    return kept


def _single(
    tokens: Tokens, hit: Hit, people: Sequence[Hit], bounds: tuple[int, int], language: Language
) -> Toll | None:
    """One named or titled person without a number: "killed the mayor", "General X was wounded"."""
    for one in people:
        words = " ".join(tokens.words[one.first : one.last])
        if is_plural(words, language) or not bounds[0] <= one.first < bounds[1]:
            continue
        before = tokens.words[max(0, one.first - 2) : one.first]
        definite = any(language.is_one_of(word, "definite") or language.is_one_of(word, "of") for word in before)
        follows = 0 <= one.first - hit.last <= 2 and not any(language.is_one_of(word, "by") for word in before)
        precedes = 0 <= hit.first - one.last <= 4 and _is_passive(tokens, hit, language)
        if definite and (follows or precedes):
            return Toll(hit.phrase.kind, 1, 1, one.phrase.kind, words, min(hit.start, one.start), max(hit.end, one.end))
    return None


def added_up(tolls: Sequence[Toll]) -> Toll | None:
    """One statement out of all of one kind that go to one incident; None where there is none.

    Parts add ("six soldiers", "two civilians", "four attackers"); a subset or a smaller general number changes
    nothing; a correction replaces; another source's differing number widens the range.
    """
    if not tolls:
        return None
    result = tolls[0]
    parts = [tolls[0]]
    for one in tolls[1:]:
        if "subset" in one.marks or any(_says_the_same(one, part) for part in parts):
            continue
        if "correction" in one.marks:
            result, parts = one, [one]
        elif _is_further(one, parts):
            parts.append(one)
            result = _sum(result, one)
        elif "total" in one.marks and not one.source:
            result, parts = one, [one]
        elif _high(one) > _high(result) or one.source:
            result = _wider(result, one)
        parts = [*parts, one] if one not in parts else parts
    return replace(result, start=min(t.start for t in tolls), end=result.end)


def _high(toll: Toll) -> int:
    return toll.low if toll.high is None else toll.high


def _says_the_same(one: Toll, other: Toll) -> bool:
    return (one.low, _high(one)) == (other.low, _high(other)) and (one.whom == other.whom or not one.whom)


def _is_further(one: Toll, parts: Sequence[Toll]) -> bool:
    """Whether a statement is of other people than those counted so far."""
    if "other" in one.marks:
        return True
    if "total" in one.marks or one.high == 0:
        return False
    sorts = {part.whom for part in parts}
    if one.whom == "attacker" or sorts == {"attacker"}:
        return one.whom not in sorts and bool(one.whom)
    return bool(one.whom and one.noun) and one.whom == "force" and sorts <= {"people", "attacker"} and False


def _sum(one: Toll, other: Toll) -> Toll:
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=one.low + other.low, high=high, noun="", whom="people")


def _wider(one: Toll, other: Toll) -> Toll:
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return replace(one, low=min(one.low, other.low), high=high)
