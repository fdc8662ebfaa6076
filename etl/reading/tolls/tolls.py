"""Who was killed, wounded or detained: number words tied to the words of harm beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from etl.reading.grammar.marked_persons import Person
from etl.reading.grammar.persons import is_part, is_passive, persons_in
from etl.reading.grammar.reckoned import is_dated_from
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity
from etl.reading.tolls.ages import is_age_or_code
from etl.reading.tolls.captives import is_freed, shares_captives
from etl.reading.tolls.dying import dies_of
from etl.reading.tolls.harmed import named_before, named_toll, told_by_form
from etl.reading.tolls.toll_besides import led_by, own_death, stopped, with_singles
from etl.reading.tolls.toll_bounds import (
    is_beside,
    is_denied,
    is_meant,
    is_of_day,
    is_of_group,
    is_of_history,
    is_of_hurt,
    is_of_next,
    is_since,
    number_of,
    says,
    shares_none,
)
from etl.reading.tolls.toll_company import dies_with_doer, with_company
from etl.reading.tolls.toll_lists import listed
from etl.reading.tolls.toll_objects import (
    does,
    goes_on,
    is_parted,
    late_subjects,
    marked_objects,
    reaches,
    takes_object,
    without_doer,
)
from etl.reading.tolls.toll_spans import is_counted_over
from etl.reading.tolls.toll_statements import KINDS_OF, told_of, with_more
from etl.reading.tolls.toll_subjects import counts_subject
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_NONE_WITHIN, _NOUN_WITHIN = 2, 2


def tolls_in(scanned: Scan, clause: Clause, quantities: Sequence[Quantity]) -> list[Toll]:
    """The tolls of one clause."""
    tolls = [
        hit
        for hit, following in zip_longest(clause.of("toll"), clause.of("toll")[1:])
        if not (dies_of(scanned, hit, following) or is_of_hurt(clause, hit) or is_meant(clause, hit))
        and not is_freed(clause, hit)
    ]
    persons = persons_in(scanned, clause)
    quantities = [one for one in quantities if not is_of_day(scanned, clause, one) and not says(scanned, clause, one)]
    quantities = [one for one in quantities if not is_age_or_code(scanned, one) and not does(scanned, one)]
    quantities = [one for one in quantities if not is_of_group(scanned, clause, one)]
    quantities = with_singles(scanned, clause, quantities, persons)
    found: list[Toll] = []
    used: set[int] = set()
    for number, hit in enumerate(tolls):
        if (own := _told_by_word(scanned, clause, hit, quantities, tolls[0].first)) is not None:
            found += own
            continue
        dates = is_since(scanned, hit) or is_dated_from(scanned, clause, hit)
        if dates or is_of_history(scanned, hit) or is_counted_over(scanned, clause, hit):
            continue
        bounds = (
            tolls[number - 1].last if number else 0,
            tolls[number + 1].first if number + 1 < len(tolls) else clause.last,
        )
        chosen = number_of(scanned, clause, hit, quantities) or _chosen(
            scanned, hit, [q for q in quantities if q.first not in used], bounds, persons
        )
        if chosen:
            used.update(quantity.first for quantity in chosen)
            with_doer = int(dies_with_doer(scanned, hit))
            others = [one for one in persons if not any(q.first <= one.first < q.last for q in quantities)]
            first = min(quantity.first for quantity in chosen)
            more = [one for one in named_before(scanned, hit, others, first) if not is_part(clause, one)]
            more = more or led_by(scanned, hit, chosen, others, bounds)
            found += [with_more(scanned, toll, more, with_doer) for toll in told_of(scanned, hit, chosen)]
        else:
            before = (tolls[number - 1], found[-1]) if number and found else None
            named = named_toll(scanned, hit, persons, bounds) or told_by_form(clause, hit)
            found += _unnumbered(scanned, clause, hit, before, named)
            found = with_company(scanned, clause, hit, found, quantities)
    return found


def _told_by_word(
    scanned: Scan, clause: Clause, hit: Hit, quantities: Sequence[Quantity], first: int
) -> list[Toll] | None:
    """The tolls of a word of harm that alone tells to whom, None where the numbers and persons beside it do."""
    if "self" in hit.phrase.marks:
        return [] if clause.has_cue("survived") else own_death(scanned, hit, quantities)
    if "none_told" in hit.phrase.marks:
        return [Toll(kind, 0, 0, 0, "", hit.start, hit.end) for kind in KINDS_OF[hit.phrase.kind]]
    if doers := stopped(scanned, hit, quantities, first):
        dead = doers if hit.phrase.kind == "killed" else 0
        return [Toll(hit.phrase.kind, doers, doers, dead, "attacker", hit.start, hit.end)]
    return None


def _unnumbered(
    scanned: Scan, clause: Clause, hit: Hit, before: tuple[Hit, Toll] | None, named: Toll | None
) -> list[Toll]:
    """The tolls of a word of harm with no number; `named` is that of persons told by name beside it.

    `before` is the word of harm before it with the toll it gave last.
    """
    kinds = KINDS_OF[hit.phrase.kind]
    if before and (shares_none(scanned, before[0], hit, before[1]) or shares_captives(scanned, before[0], hit)):
        return [replace(before[1], kind=kind, start=hit.start, end=hit.end) for kind in kinds]
    if named is not None:
        return [named]
    if "noun" in hit.phrase.marks and is_denied(clause, hit):
        return [Toll(kind, 0, 0, 0, "", hit.start, hit.end) for kind in kinds]
    if any(is_beside(vague, hit) for vague in clause.of("vague")):
        marks = frozenset({"vague"})
        return [Toll(kind, 1, None, 0, "people", hit.start, hit.end, marks) for kind in kinds]
    return []


def _chosen(
    scanned: Scan,
    hit: Hit,
    quantities: Sequence[Quantity],
    bounds: tuple[int, int],
    persons: Sequence[Person],
) -> list[Quantity]:
    """The quantities a word of harm goes with: after an active verb, else before it, lists taken whole."""
    free = [q for q in quantities if not is_of_next(scanned, q, hit, bounds[1])]
    after = without_doer(
        scanned, hit, [q for q in free if hit.last <= q.first < bounds[1] and not is_parted(scanned, hit, q)]
    )
    before = [q for q in free if bounds[0] <= q.first < hit.first and q.last <= hit.last][::-1]
    inside = [q for q in free if hit.first <= q.first and q.last <= hit.last]
    if inside:
        none = [
            q for q in before[:1] if q.high == 0 and "all" in hit.phrase.marks and hit.first - q.last <= _NONE_WITHIN
        ]
        return none or inside[:1]
    if "verb" in hit.phrase.marks and (marked := marked_objects(scanned, hit, after)):
        return listed(scanned, marked)
    if before and before[0].last >= hit.first and (before[0].high == 0 or not takes_object(scanned, hit)):
        is_noun = "noun" in hit.phrase.marks
        further = not is_noun and after and before[0].high and goes_on(scanned, hit, after[0])
        whole = before[:1] if is_noun and not before[0].whom else listed(scanned, before)
        return whole + (listed(scanned, after) if further else [])
    close_after = bool(after) and (reaches(scanned, hit.last, after[0]) or _ends_list(scanned, hit, after[0], persons))
    close_before = bool(before) and counts_subject(scanned, before[0], hit) and not takes_object(scanned, hit)
    subjects = late_subjects(scanned, hit, after)
    if "noun" in hit.phrase.marks:
        near = bool(before) and (_stands_beside(scanned, before[0], hit) or (close_before and is_passive(scanned, hit)))
        following = after if close_after else subjects
        return listed(scanned, before) if near else listed(scanned, following) if following else []
    told_before = is_passive(scanned, hit) or (
        "intransitive" in hit.phrase.marks and after[:1] and after[0].first > hit.last
    )
    if close_after and not (close_before and told_before):
        return listed(scanned, after)
    chosen = listed(scanned, before) if close_before else listed(scanned, subjects) if subjects else []
    if close_before and after and goes_on(scanned, hit, after[0]):
        chosen += listed(scanned, after)
    return chosen


def _stands_beside(scanned: Scan, one: Quantity, noun: Hit) -> bool:
    """Whether a number counts those a noun of harm tells of, and not "two suspects in the murder"."""
    between = scanned.tokens.words[one.last : noun.first]
    led = one.whom and any(scanned.language.is_one_of(word, "prepositions") for word in between)
    return len(between) <= _NOUN_WITHIN and not led


def _ends_list(scanned: Scan, hit: Hit, quantity: Quantity, persons: Sequence[Person]) -> bool:
    """Whether a number ends a list of persons told by name right after the word of harm."""
    return bool(quantity.whom) and len(named_before(scanned, hit, persons, quantity.first)) > 1
