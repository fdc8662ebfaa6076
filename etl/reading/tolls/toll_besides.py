"""Those who died with the ones counted: the attacker by his own hand, and who is told besides a number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.grammar.marked_persons import Person
from etl.reading.grammar.persons import is_part
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity, is_plural
from etl.reading.tolls.harmed import harmed
from etl.reading.tolls.toll_lists import listed
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_BESIDES_WITHIN = 2
_WITH_WITHIN = 6
_TOLL_WITHIN = 1
_STOPPED_WITHIN = 4
_LOSES_WITHIN = 3
_OWN_WITHIN = 1
_OF_WITHIN = 5


def own_death(scanned: Scan, hit: Hit, quantities: Sequence[Quantity]) -> list[Toll]:
    """Attackers dead by their own hand, with those a list joins to them: "killing himself and four others".

    None where they are several and nothing tells how many.
    """
    before = [one for one in quantities if one.whom and one.last <= hit.first]
    doers = [one for one in before if one.whom == "attacker" or hit.first - one.last <= _OWN_WITHIN]
    if "several" in hit.phrase.marks and not doers:
        return []
    number = doers[-1].low if doers and doers[-1].low == doers[-1].high else 1
    joined = [one for one in quantities if one.first == hit.last + 1 and _is_and(scanned, hit.last)]
    more = listed(scanned, [one for one in quantities if one.first >= joined[0].first]) if joined else []
    low = number + sum(one.low for one in more)
    high = None if any(one.high is None for one in more) else number + sum(one.high or 0 for one in more)
    end = scanned.tokens.ends[more[-1].last - 1] if more else hit.end
    return [Toll("killed", low, high, number, "people" if more else "attacker", hit.start, end)]


def ends_doing(scanned: Scan, hit: Hit) -> bool:
    """Whether a word of harm or arrest tells how attackers were stopped: "before being arrested"."""
    words, language = scanned.tokens.words, scanned.language
    before = words[max(0, hit.first - _STOPPED_WITHIN) : hit.first]
    being = bool(before) and language.is_one_of(before[-1], "being")
    return being and any(language.is_one_of(word, "before") for word in before[:-1])


def stopped(scanned: Scan, hit: Hit, quantities: Sequence[Quantity], first_harm: int) -> int:
    """How many attackers told before were stopped: "before being shot dead", "before police killed him"; 0 for none.

    first_harm: the first token of the first word of harm; who stands before it did it ("two men killed ... before").
    """
    words, language = scanned.tokens.words, scanned.language
    before = words[max(0, hit.first - _STOPPED_WITHIN) : hit.first]
    first = any(language.is_one_of(word, "before") for word in before[:-1])
    being = bool(before) and language.is_one_of(before[-1], "being")
    passive = bool(before) and language.is_one_of(before[-1], "passive")
    after = words[hit.last : hit.last + 1]
    by = any(language.is_one_of(word, "by") for word in after)
    him = any(language.is_one_of(word, "him") for word in after)
    if hit.phrase.kind == "detained" and not ends_doing(scanned, hit):
        return 0
    if hit.phrase.kind not in ("killed", "detained") or not ((being and (first or by)) or (first and (passive or him))):
        return 0
    doers = [one for one in quantities if one.whom == "attacker" and one.last <= hit.first and one.low == one.high]
    subjects = [one for one in quantities if one.whom and one.last <= first_harm < hit.first and one.low == one.high]
    return (doers or subjects)[0].low if doers or subjects else 1


def told_besides(scanned: Scan, clause: Clause, quantities: Sequence[Quantity]) -> list[Toll]:
    """Those left out of a number of dead, who died as well: "not counting the bomber", "besides two attackers"."""
    tokens, found = scanned.tokens, list[Toll]()
    for cue in clause.of("cue", "besides"):
        one = next((q for q in quantities if _is_besides(cue, q.first) and q.whom and not _is_toll(clause, q)), None)
        if one is not None:
            attackers = one.low if one.whom == "attacker" else 0
            span = tokens.starts[one.first], tokens.ends[one.last - 1]
            found.append(Toll("killed", one.low, one.high, attackers, one.whom, *span, frozenset({"other"})))
            continue
        doer = next((hit for hit in clause.of("people", "attacker") if _is_besides(cue, hit.first)), None)
        if doer is not None and not is_plural(tokens.words[doer.last - 1], scanned.language):
            found.append(Toll("killed", 1, 1, 1, "attacker", doer.start, doer.end, frozenset({"other"})))
    return found


def is_besides(clause: Clause, one: Quantity) -> bool:
    """Whether a number is of those left out of another."""
    return any(_is_besides(cue, one.first) for cue in clause.of("cue", "besides")) and not _is_toll(clause, one)


def led_by(
    scanned: Scan, hit: Hit, chosen: Sequence[Quantity], persons: Sequence[Person], bounds: tuple[int, int]
) -> list[Person]:
    """The single persons told before a word of harm who suffered it with a number of others: "X died with four men"."""
    between = scanned.tokens.words[hit.last : chosen[0].first]
    joined = any(scanned.language.is_one_of(word, "with") for word in between)
    if not joined or chosen[0].first - hit.last > _WITH_WITHIN or not any(one.last <= hit.first for one in persons):
        return []
    return harmed(scanned, hit, [one for one in persons if one.last <= hit.first], bounds)


def with_singles(
    scanned: Scan, clause: Clause, quantities: Sequence[Quantity], persons: Sequence[Person]
) -> list[Quantity]:
    """The numbers with each single person that ends a list begun by one: "two nuns and their driver"."""
    found = [_of_attacker(scanned, clause, one) for one in quantities]
    for one in persons:
        before = [q for q in found if q.last < one.first]
        counted = any(q.first <= one.first < q.last for q in found)
        if counted or not before or not before[-1].whom or not before[-1].low or is_part(clause, one):
            continue
        gap = scanned.tokens.words[before[-1].last : one.first]
        if gap and scanned.language.is_one_of(gap[-1], "definite") and _goes_on(scanned, gap):
            found.append(Quantity(one.first - 1, one.last, 1, 1, one.sort, "", False))
            found.sort(key=lambda q: q.first)
    return found


def _goes_on(scanned: Scan, gap: Sequence[str]) -> bool:
    """Whether the words from a number to a person join the two: "a guard and the cook", "a chief of X and his aide"."""
    language = scanned.language
    and_at = next((at for at, word in enumerate(gap) if language.is_one_of(word, "and")), None)
    if and_at is None:
        return len(gap) == 1 and language.is_one_of(gap[0], "possessives")
    of = and_at <= _OF_WITHIN and language.is_one_of(gap[0], "of") and language.is_one_of(gap[-1], "possessives")
    return (and_at in (0, 1) or of) and len(gap) - and_at in (2, 3)


def _of_attacker(scanned: Scan, clause: Clause, one: Quantity) -> Quantity:
    """A person told in an aside of an attacker is that attacker: "the assailant, a man of 36, was shot"."""
    tokens, plain = scanned.tokens, scanned.text.plain
    doers = [hit for hit in clause.of("people", "attacker") if hit.last == one.first]
    aside = any(plain[hit.end : tokens.starts[one.first]].strip() == "," for hit in doers)
    return replace(one, whom="attacker") if aside and one.low == one.high == 1 else one


def of_sorts(scanned: Scan, clause: Clause, toll: Toll) -> Toll:
    """A number of dead told for one side alone: "four dead among the attackers"."""
    for cue in clause.of("cue", "among"):
        start = scanned.tokens.at_or_after(toll.end)
        heads = cue.first - clause.first <= _TOLL_WITHIN and cue.end <= toll.start
        if not (heads or 0 <= cue.first - start <= _TOLL_WITHIN) or toll.whom == "attacker" or toll.kind != "killed":
            continue
        if any(_is_besides(cue, hit.first) for hit in clause.of("people", "attacker")):
            return replace(toll, attackers=toll.low, whom="attacker")
    is_own = toll.kind == "killed" and toll.whom != "attacker" and _is_own_loss(clause, toll)
    return replace(toll, attackers=toll.low, whom="attacker") if is_own else toll


def _is_own_loss(clause: Clause, toll: Toll) -> bool:
    """Whether attackers are told to have lost those a toll counts: "the attackers left twelve dead behind"."""
    doers = [hit for hit in clause.of("people", "attacker") if hit.end <= toll.start]
    return bool(doers) and any(
        0 <= cue.first - doers[-1].last <= _LOSES_WITHIN and cue.start < toll.end for cue in clause.of("cue", "loses")
    )


def _is_and(scanned: Scan, at: int) -> bool:
    words = scanned.tokens.words
    return at < len(words) and scanned.language.is_one_of(words[at], "and")


def _is_besides(cue: Hit, first: int) -> bool:
    return 0 <= first - cue.last <= _BESIDES_WITHIN


def _is_toll(clause: Clause, one: Quantity) -> bool:
    """Whether a word of harm stands right by a number or is its noun: "besides the four dead"."""
    return any(one.first <= hit.first <= one.last + _TOLL_WITHIN for hit in clause.of("toll"))
