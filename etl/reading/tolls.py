"""Who was killed, wounded or detained: number words tied to the words of harm beside them, then added up.

All dead are counted, attackers included; attackers are counted apart as well. Two sources that differ give a range.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.clauses import Clause, Scan
from etl.reading.phrases import Hit
from etl.reading.quantities import Quantity, is_plural

KINDS = ("killed", "wounded", "detained")
_AFTER_WITHIN = 4
_BEFORE_WITHIN = 9
_SAME_LIST = 5
_NAME_LONG = 6


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


def tolls_in(scanned: Scan, clause: Clause, quantities: Sequence[Quantity]) -> list[Toll]:
    """The tolls of one clause."""
    tolls, people = clause.of("toll"), clause.of("people")
    found: list[Toll] = []
    used: set[int] = set()
    for number, hit in enumerate(tolls):
        bounds = (
            tolls[number - 1].last if number else 0,
            tolls[number + 1].first if number + 1 < len(tolls) else clause.last,
        )
        chosen = _chosen(scanned, hit, quantities, used, bounds)
        if chosen:
            used.update(quantity.first for quantity in chosen)
            found += _told(scanned, hit, chosen)
        elif (named := _named(scanned, hit, people, bounds)) is not None:
            found.append(named)
        elif _is_stopped(scanned, hit):
            found.append(Toll("killed", 1, 1, 1, "attacker", hit.start, hit.end))
    return found


def _is_stopped(
    scanned: Scan,
    hit: Hit,
) -> bool:
    """ "before being shot dead by police": the attacker told before."""
    before = scanned.tokens.words[hit.first - 1] if hit.first else ""
    after = scanned.tokens.words[hit.last] if hit.last < len(scanned.tokens.words) else ""
    killed = (
        hit.phrase.kind == "killed"
        and scanned.language.is_one_of(before, "being")
        and scanned.language.is_one_of(after, "by")
    )
    return killed and not is_plural(scanned.tokens.words[hit.first], scanned.language)


def bare_tolls(scanned: Scan, clause: Clause, found: Sequence[Toll], quantities: Sequence[Quantity]) -> list[Toll]:
    """Numbers without a noun that go on with a toll: "and 34 according to rescuers", "the toll rose to nine"."""
    says, totals = clause.of("cue", "says"), clause.of("cue", "total", "correction")
    more: list[Toll] = []
    for one in quantities:
        start, end = scanned.tokens.starts[one.first], scanned.tokens.ends[one.last - 1]
        replaced = one.first > 0 and scanned.language.is_one_of(scanned.tokens.words[one.first - 1], "from")
        article = scanned.tokens.words[one.first] in scanned.language.numbers.articles
        if one.whom or one.high == 0 or replaced or article or any(toll.start <= start < toll.end for toll in found):
            continue
        earlier = [toll for toll in found if toll.end <= start]
        by_other = [cue for cue in says if cue.first == one.last]
        if earlier and by_other:
            words = " ".join(scanned.tokens.words[one.last : one.last + 4])
            more.append(Toll(earlier[-1].kind, one.low, one.high, 0, "", start, end, frozenset(), words))
        elif any(0 <= one.first - cue.last <= 2 for cue in totals):
            more.append(Toll("killed", one.low, one.high, 0, "", start, end, frozenset({"total"})))
    return more


def _told(scanned: Scan, hit: Hit, chosen: Sequence[Quantity]) -> list[Toll]:
    """A list of quantities ("14 civilians and two soldiers") is one statement of their sum."""
    first, last = min(q.first for q in chosen), max(q.last for q in chosen)
    start, end = min(hit.start, scanned.tokens.starts[first]), max(hit.end, scanned.tokens.ends[last - 1])
    kinds: tuple[str, ...] = (hit.phrase.kind,)
    if "all" in hit.phrase.marks and chosen[0].high == 0:
        kinds = ("killed", "wounded")
    if hit.phrase.kind == "casualties":
        kinds = ("killed", "wounded") if chosen[0].high == 0 else ()
    sorts = {q.whom for q in chosen}
    high = None if any(q.high is None for q in chosen) else sum(q.high or 0 for q in chosen)
    attackers = sum(q.low for q in chosen if q.whom == "attacker")
    marks = frozenset({"other"}) if any(q.other for q in chosen) else frozenset[str]()
    low = sum(q.low for q in chosen)
    whom = sorts.pop() if len(sorts) == 1 else "people"
    return [Toll(kind, low, high, attackers, whom, start, end, marks) for kind in kinds]


def _chosen(
    scanned: Scan,
    hit: Hit,
    quantities: Sequence[Quantity],
    used: set[int],
    bounds: tuple[int, int],
) -> list[Quantity]:
    """The quantities a word of harm goes with: after an active verb, else before it, lists taken whole."""
    free = [q for q in quantities if q.first not in used]
    after = [q for q in free if hit.last <= q.first < bounds[1]]
    before = [q for q in free if bounds[0] <= q.first < hit.first and q.last <= hit.last][::-1]
    inside = [q for q in free if hit.first <= q.first and q.last <= hit.last]
    if inside:
        return inside[:1]
    if before and before[0].last >= hit.first:
        return _list(scanned, before)
    close_after = bool(after) and _reaches(scanned, hit.last, after[0])
    close_before = bool(before) and _counts(scanned, before[0], hit)
    if "noun" in hit.phrase.marks:
        near = bool(before) and hit.first - before[0].last <= 2
        return _list(scanned, before) if near else _list(scanned, after) if close_after else []
    if close_after and not (close_before and _is_passive(scanned, hit)):
        return _list(scanned, after)
    return _list(scanned, before) if close_before else []


def _counts(
    scanned: Scan,
    quantity: Quantity,
    hit: Hit,
) -> bool:
    """Whether a number before a word of harm counts its subject."""
    gap = hit.first - quantity.last
    if not quantity.whom and scanned.tokens.words[quantity.first] in scanned.language.numbers.articles:
        return False
    if quantity.whom == "attacker" and not _is_passive(scanned, hit) and gap <= 1 and quantity.high != 0:
        return hit.phrase.kind == "killed" or gap == 0
    return gap <= (_BEFORE_WITHIN if quantity.whom else 2)


def _reaches(
    scanned: Scan,
    at: int,
    quantity: Quantity,
) -> bool:
    """Whether a number after a verb counts its object: near, with a noun or right after, and not "by two gunmen"."""
    gap = quantity.first - at
    between = scanned.tokens.words[at : quantity.first]
    if gap > _AFTER_WITHIN or any(scanned.language.is_one_of(word, "by") for word in between):
        return False
    return bool(quantity.whom) or gap == 0


def _is_passive(
    scanned: Scan,
    hit: Hit,
) -> bool:
    return any(
        scanned.language.is_one_of(word, "passive") for word in scanned.tokens.words[max(0, hit.first - 3) : hit.first]
    )


def _list(
    scanned: Scan,
    quantities: Sequence[Quantity],
) -> list[Quantity]:
    """The first quantity and those joined to it by "and" or a comma."""
    kept = [quantities[0]]
    for one in quantities[1:]:
        previous = kept[-1]
        left, right = (previous, one) if previous.first < one.first else (one, previous)
        between = scanned.tokens.words[left.last : right.first]
        joined = not between or any(scanned.language.is_one_of(word, "and") for word in between)
        if len(between) > _SAME_LIST or not joined or not left.whom or previous.high == 0 or one.high == 0:
            break
        kept.append(one)
    return kept


def _named(
    scanned: Scan,
    hit: Hit,
    people: Sequence[Hit],
    bounds: tuple[int, int],
) -> Toll | None:
    """Named or titled persons without a number: "killed the mayor", "General X and the leader Y were wounded"."""
    singles = [one for one in people if bounds[0] <= one.first < bounds[1] and _is_single(scanned, one)]
    after = [one for one in singles if hit.last <= one.first]
    before = [one for one in singles if one.last <= hit.first][::-1]
    chosen: list[Hit] = []
    if after and _follows(scanned, hit, after[0]):
        chosen = after
    elif (
        before
        and 0 <= hit.first - before[0].last <= 6
        and (_is_passive(scanned, hit) or "intransitive" in hit.phrase.marks)
    ):
        chosen = before
    if not chosen:
        return None
    kept = [chosen[0]]
    for one in chosen[1:]:
        left, right = sorted((kept[-1], one), key=lambda person: person.first)
        between = scanned.tokens.words[left.last : right.first]
        if len(between) > _NAME_LONG or not any(scanned.language.is_one_of(word, "and") for word in between):
            break
        kept.append(one)
    start, end = min(hit.start, *(one.start for one in kept)), max(hit.end, *(one.end for one in kept))
    attackers = sum(one.phrase.kind == "attacker" for one in kept)
    return Toll(hit.phrase.kind, len(kept), len(kept), attackers, kept[0].phrase.kind, start, end)


def _is_single(
    scanned: Scan,
    one: Hit,
) -> bool:
    before = scanned.tokens.words[max(0, one.first - 3) : one.first]
    definite = any(
        scanned.language.is_one_of(word, "definite") or word in scanned.language.numbers.articles for word in before
    )
    return definite and not is_plural(" ".join(scanned.tokens.words[one.first : one.last]), scanned.language)


def _follows(
    scanned: Scan,
    hit: Hit,
    one: Hit,
) -> bool:
    between = scanned.tokens.words[hit.last : one.first]
    return len(between) <= 3 and not any(scanned.language.is_one_of(word, "by") for word in between)


def added_up(tolls: Sequence[Toll]) -> Toll | None:
    """One statement out of all of one kind that go to one incident; None where there is none.

    Further people ("two others", attackers told apart) are added; a subset or a smaller general number changes
    nothing; a correction replaces; another source's differing number widens the range.
    """
    if not tolls:
        return None
    result = tolls[0]
    for number, one in enumerate(tolls[1:], start=1):
        earlier = tolls[:number]
        if "subset" in one.marks or any(_says_the_same(one, other) for other in earlier):
            continue
        if "correction" in one.marks or ("total" in one.marks and not one.source and _high(one) >= _high(result)):
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
    return (one.low, _high(one)) == (other.low, _high(other)) and (one.whom == other.whom or not one.whom)


def _is_further(one: Toll, earlier: Sequence[Toll]) -> bool:
    """Whether a statement is of other people than those counted so far."""
    if one.high == 0:
        return False
    if "other" in one.marks:
        return True
    if one.whom == "attacker":
        return not any(other.attackers for other in earlier)
    return bool(one.whom) and all(other.attackers and other.attackers == other.low for other in earlier)


def _sum(one: Toll, other: Toll) -> Toll:
    high = None if one.high is None or other.high is None else one.high + other.high
    return replace(one, low=one.low + other.low, high=high, attackers=one.attackers + other.attackers, whom="people")


def _wider(one: Toll, other: Toll) -> Toll:
    """The lowest and the highest that two sources tell; an open end counts as its number."""
    return replace(one, low=min(one.low, other.low), high=max(_high(one), _high(other)))
