"""Which numbers beside a word of harm count people harmed, and which days, speakers or mere dates they are."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

AFTER_WITHIN, BEFORE_WITHIN = 4, 9
"""Words between a word of harm and a number that counts its object, and its subject."""
_COUNTED_WITHIN = 2
_RISE_WITHIN = 3
_DENIED_WITHIN = 3
_OWN_WITHIN = 4


def is_beside(vague: Hit, hit: Hit) -> bool:
    """Whether a word such as "several" counts those harmed: right after the word of harm or some words before it."""
    return 0 <= vague.first - hit.last <= 1 or 0 <= hit.first - vague.last <= BEFORE_WITHIN


def is_since(scanned: Scan, hit: Hit) -> bool:
    """Whether a harm only dates something else: "since the death of X"."""
    return any(
        scanned.language.is_one_of(word, "since") for word in scanned.tokens.words[max(0, hit.first - 2) : hit.first]
    )


def is_meant(clause: Clause, hit: Hit) -> bool:
    """Whether a harm is only tried, planned, threatened or nearly done: "tried to kill", "was almost killed"."""
    cues = clause.of("cue", "tried", "threat_to", "plan", "almost")
    return "verb" in hit.phrase.marks and any(
        cue.last == hit.first or cue.first <= hit.first < cue.last for cue in cues
    )


def is_of_history(scanned: Scan, hit: Hit) -> bool:
    """Whether a harm is counted over time in an aside: "X, to whom 40 deaths since 2008 are put down, attacked"."""
    plain, tokens, language = scanned.text.plain, scanned.tokens, scanned.language
    begin, end = plain.rfind(",", 0, hit.start), plain.find(",", hit.end)
    if begin < 0 or end < 0 or "." in plain[begin:end]:
        return False
    first, last = tokens.within(begin, end)
    relative = any(language.is_one_of(word, "relative") for word in tokens.words[first : hit.first])
    return relative and any(language.is_one_of(word, "counted_since") for word in tokens.words[hit.last : last])


def is_of_hurt(clause: Clause, hit: Hit) -> bool:
    """Whether a word of harm only says of whom some are told: "two of the wounded died"."""
    return any(cue.first <= hit.first < cue.last for cue in clause.of("cue", "of_hurt"))


def is_of_day(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether a number belongs to a day ("January 3")."""
    return any(time.start <= scanned.tokens.starts[one.first] < time.end for time in clause.times)


def is_of_group(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether an article belongs to what people told before it are of: "eight members of a committee"."""
    words, language = scanned.tokens.words, scanned.language
    if one.whom or one.first < 2 or words[one.first] not in language.numbers.articles:
        return False
    of = language.is_one_of(words[one.first - 1], "of")
    return of and any(hit.last == one.first - 1 for hit in clause.of("people"))


def is_of_next(scanned: Scan, quantity: Quantity, hit: Hit, following: int) -> bool:
    """Whether a number belongs to the next word of harm: "five wounded", "two others were wounded"."""
    between = scanned.tokens.words[quantity.last : following]
    if hit.last < quantity.first and between and all(scanned.language.is_one_of(w, "passive") for w in between):
        return True
    if _begins_anew(scanned, quantity, hit, following):
        return True
    if quantity.whom or not 0 <= following - quantity.last <= 1 or hit.last > quantity.first:
        return False
    end = scanned.tokens.ends[following - 1]
    nexts = scanned.between("toll", end, end + 3)
    return bool(nexts) and (quantity.other or any("noun" in other.phrase.marks for other in nexts))


def _begins_anew(scanned: Scan, quantity: Quantity, hit: Hit, following: int) -> bool:
    """Whether a number after "and" has a harm of its own: "was shot dead and four of his customers were wounded"."""
    words, language = scanned.tokens.words, scanned.language
    joined = any(language.is_one_of(word, "and") for word in words[hit.last : quantity.first])
    if language.verb_first or not joined or not 0 <= following - quantity.last <= _OWN_WITHIN:
        return False
    start = scanned.tokens.starts[following] if following < len(words) else 0
    noun = words[quantity.last : following]
    parted = any(language.is_one_of(word, kind) for word in noun for kind in ("and", "separators", "by"))
    return not parted and bool(scanned.between("toll", start, start + 1))


def says(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether the people counted are those who say so ("two officers said")."""
    words = scanned.tokens.words
    end = scanned.tokens.ends[one.last - 1]
    if one.high == 0 or scanned.text.plain[end : end + 1] == ",":
        return False
    if scanned.language.verb_first and any(
        0 <= one.first - cue.last <= 1
        and "," not in scanned.text.plain[cue.end : scanned.tokens.starts[one.first]]
        and not any(scanned.language.is_one_of(w, k) for w in words[cue.last : one.first] for k in ("that", "told_by"))
        for cue in clause.of("cue", "says")
    ):
        return bool(one.whom)
    verbs = (cue.first for cue in clause.of("cue", "says"))
    return bool(one.whom) and any(
        at == one.last and not scanned.language.is_one_of(words[at], "source") for at in verbs
    )


def shares_none(scanned: Scan, before: Hit, hit: Hit, toll: Toll) -> bool:
    """Whether a word of harm goes on with one that nobody suffered: "no one was killed or injured"."""
    between = scanned.tokens.words[before.last : hit.first]
    joined = bool(between) and all(scanned.language.is_one_of(word, "none_goes_on") for word in between)
    return toll.high == 0 and joined


def number_of(scanned: Scan, clause: Clause, hit: Hit, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The number told after the people it counts: "put the wounded at 11", "los heridos son 122"."""
    words = scanned.tokens.words
    bare = [one for one in quantities if hit.last < one.first <= hit.last + AFTER_WITHIN and not one.whom]
    if bare and all(scanned.language.is_one_of(word, "amount_to") for word in words[hit.last : bare[0].first]):
        return bare[:1]
    if put := _put(scanned, clause, hit, quantities):
        return put
    if not any(0 <= hit.first - cue.last <= _COUNTED_WITHIN for cue in clause.of("cue", "number_of")):
        return []
    before = [one for one in quantities if not one.whom and 0 <= hit.first - one.last <= AFTER_WITHIN + 1]
    if before and any(0 <= cue.first - before[-1].last <= 1 for cue in clause.of("cue", "number_of")):
        return before[-1:]
    risen = [one for one in quantities if one.first > hit.last and not one.whom and has_risen(scanned, clause, one)]
    if risen:
        return risen[:1]
    after = [one for one in quantities if 0 < one.first - hit.last <= AFTER_WITHIN and not one.whom]
    return [one for one in after[:1] if scanned.language.is_one_of(scanned.tokens.words[one.first - 1], "put_at")]


def _put(scanned: Scan, clause: Clause, hit: Hit, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The number that those a word of harm tells of are put at."""
    after = [one for one in quantities if hit.last < one.first]
    if any(cue.first <= hit.first <= cue.last + _COUNTED_WITHIN for cue in clause.of("cue", "puts")):
        return [one for one in after if is_put_at(scanned, clause, one)][:1]
    told = "noun" in hit.phrase.marks and any(cue.first < hit.last for cue in clause.of("cue", "total"))
    at_once = told and scanned.language.is_one_of(scanned.tokens.words[hit.last], "put_at") if after else False
    return [one for one in after if at_once and not one.whom and one.first == hit.last + 1][:1]


def is_put_at(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether a count is put at a number, with any words between: "put the dead in Sunday's attack in Lima at nine"."""
    puts = any(cue.last <= one.first for cue in clause.of("cue", "puts"))
    return puts and not one.whom and scanned.language.is_one_of(scanned.tokens.words[one.first - 1], "put_at")


def has_risen(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether a number is told to be what a count became: "rose from eight to eleven", the verb heading or not."""
    rises = clause.of("cue", "rises", "total", "correction")
    heads = scanned.language.verb_first and scanned.language.is_one_of(scanned.tokens.words[one.first], "from")
    return any(0 <= one.first - cue.last <= (clause.last if heads else _RISE_WITHIN) for cue in rises)


def is_denied(clause: Clause, hit: Hit) -> bool:
    """Whether a noun of harm is told not to have been: "did not cause casualties"."""
    return any(0 <= hit.first - cue.last <= _DENIED_WITHIN for cue in clause.of("cue", "not_done"))
