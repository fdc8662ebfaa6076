"""The tolls of one clause with what it says of them: totals, corrections, others besides, another voice."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantities import quantities_in
from etl.reading.scan.quantity import Quantity, is_plural
from etl.reading.tolls.captives import found_dead
from etl.reading.tolls.toll_besides import is_besides, of_sorts, told_besides
from etl.reading.tolls.toll_bounds import is_put_at
from etl.reading.tolls.toll_lists import is_behind_uncounted
from etl.reading.tolls.toll_marks import marked
from etl.reading.tolls.toll_news import retold, without_former
from etl.reading.tolls.toll_sums import Toll, named_together
from etl.reading.tolls.tolls import tolls_in
from etl.reading.words.phrases import Hit

_COUNTS = ("total", "correction", "found_dead")
_CORRECTED_WITHIN = 8
_SUFFERS_WITHIN, _PARTS_WITHIN, _MISSING_WITHIN = 2, 2, 4


def tolls_of(scanned: Scan, clause: Clause, before: Sequence[Toll] = ()) -> list[Toll]:
    """The tolls a clause tells, with what it says of each; parts of a total left out.

    before: the tolls of the clause before, which another source may tell anew by a bare number.
    """
    if not clause.of("toll") and not clause.has_cue(*_COUNTS) and not (before and _tells_anew(clause)):
        return []
    told = quantities_in(scanned.tokens, clause.first, clause.last, clause.hits, scanned.language)
    quantities = without_former(scanned, clause, _whole(scanned, clause, told))
    besides = told_besides(scanned, clause, quantities)
    quantities = [one for one in quantities if not is_besides(clause, one)]
    tolls = named_together(scanned.text.plain, tolls_in(scanned, clause, quantities))
    tolls += _bare(scanned, clause, tolls, quantities)
    tolls += found_dead(clause, tolls, before)
    tolls += retold(scanned, clause, tolls, before, quantities)
    told_of = [
        marked(scanned, clause, of_sorts(scanned, clause, toll), [*before, *tolls[:at]])
        for at, toll in enumerate(tolls)
    ]
    if any("former" in toll.marks for toll in told_of):
        told_of = [_corrects(toll) for toll in told_of]
    return [*told_of, *(besides if any(toll.kind == "killed" for toll in tolls) else ())]


def _tells_anew(clause: Clause) -> bool:
    """Whether a clause without a word of harm may tell a number of those counted before."""
    return clause.has_cue("retold", "says") or bool(clause.of("actor"))


def _corrects(toll: Toll) -> Toll:
    """A toll beside one that is out of date takes the place of what was told before."""
    return toll if "former" in toll.marks else replace(toll, marks=toll.marks | {"correction"})


def _bare(scanned: Scan, clause: Clause, found: Sequence[Toll], quantities: Sequence[Quantity]) -> list[Toll]:
    """Numbers without a noun that go on with a toll: "and 34 according to rescuers", "the toll rose to nine"."""
    says, totals = clause.of("cue", "says"), clause.of("cue", "total", "correction")
    more: list[Toll] = []
    for one in quantities:
        start, end = scanned.tokens.starts[one.first], scanned.tokens.ends[one.last - 1]
        replaced = one.first > 0 and scanned.language.is_one_of(scanned.tokens.words[one.first - 1], "from")
        article = scanned.tokens.words[one.first] in scanned.language.numbers.articles
        told = any(toll.start <= start < toll.end for toll in found)
        anew = any(one.first == cue.last for cue in totals) and not _does_else(scanned, clause, one)
        if (one.whom and not anew) or one.high == 0 or replaced or article or told or _counts_things(scanned, one):
            continue
        earlier = [toll for toll in found if toll.end <= start]
        by_other = [cue for cue in says if cue.first == one.last]
        if earlier and by_other:
            words = " ".join(scanned.tokens.words[one.last : one.last + 4])
            more.append(Toll(earlier[-1].kind, one.low, one.high, 0, "", start, end, frozenset(), words))
        elif any(0 <= one.first - cue.last <= 2 for cue in totals) or (not earlier and is_put_at(scanned, clause, one)):
            kind = earlier[-1].kind if earlier and one.first > clause.first else "killed"
            more.append(Toll(kind, one.low, one.high, 0, one.whom, start, end, frozenset({"total"})))
    return more


def _does_else(scanned: Scan, clause: Clause, one: Quantity) -> bool:
    """Whether people counted are the subject of a verb of no harm: "a total of 17,000 judges took part"."""
    tokens, language = scanned.tokens, scanned.language
    if not one.whom or clause.of("toll") or one.last >= clause.last or language.verb_first:
        return False
    follows = scanned.text.plain[tokens.ends[one.last - 1] : tokens.starts[one.last]] == " "
    word = tokens.words[one.last]
    return follows and word not in language.stop_words and not language.is_one_of(word, "prepositions")


def _counts_things(scanned: Scan, one: Quantity) -> bool:
    """Whether a noun in the plural that means no people stands right behind a number: "a total of 55 rounds"."""
    tokens, plain = scanned.tokens, scanned.text.plain
    if one.whom or one.last >= len(tokens.words) or plain[tokens.ends[one.last - 1] : tokens.starts[one.last]] != " ":
        return False
    word, people = tokens.words[one.last], scanned.between("people", tokens.starts[one.last], tokens.ends[one.last])
    harm = scanned.between("toll", tokens.starts[one.last], tokens.ends[one.last])
    small = word in scanned.language.stop_words or scanned.language.is_one_of(word, "passive")
    return is_plural(word, scanned.language) and not (people or harm or small or word in scanned.language.numbers.other)


def _whole(scanned: Scan, clause: Clause, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The quantities that are no part of another ("among them two children") and not corrected ("and not five")."""
    told_as = clause.of("cue", "is_part")
    # "Figure parmi les neuf tués": the nine are the whole.
    cues = [cue for cue in clause.of("cue", "subset") if not any(one.first < cue.first < one.last for one in told_as)]
    harm: list[Hit | Quantity] = [*clause.of("toll"), *quantities]
    of_them = {cue.first: cue for cue in clause.of("cue", "of_them", "of_hurt")}
    verbs = [hit for hit in clause.of("toll") if "verb" in hit.phrase.marks]
    whole: list[Quantity] = []
    parts: set[int] = set()
    wrong, plain = [cue.last for cue in clause.of("cue", "instead_of")], scanned.text.plain
    behind = {
        cue.first for cue in clause.of("cue", "part_behind") if "," not in plain[max(0, cue.start - 2) : cue.start]
    }
    for q in quantities:
        # The "two" of "number two" counts nobody.
        if _is_missing(scanned, q) or any(hit.first < q.first < hit.last for hit in clause.of("people")):
            continue
        denied = q.first > clause.first and scanned.language.is_one_of(scanned.tokens.words[q.first - 1], "denied")
        if denied or q.last in behind or any(0 <= q.first - last <= _CORRECTED_WITHIN for last in wrong):
            continue
        part = next((cue for cue in cues if cue.last == q.first or cue.first <= q.first < cue.last), None)
        if q.last in of_them and any(0 <= q.first - hit.last <= 1 for hit in verbs):
            whole.append(replace(q, last=of_them[q.last].last, whom=q.whom or "people"))
            continue
        if part is None and q.last in of_them:
            part = replace(of_them[q.last], first=q.first)
        begins = part is not None and q.first - 1 <= part.first <= q.first
        if part is not None:
            parts.add(q.first)
        if part is not None and begins and _is_first_told(scanned, clause, part):
            whole.append(replace(q, last=part.last, whom=q.whom or "people"))
        elif part is None and _goes_on_part(clause, quantities, parts, q):
            parts.add(q.first)
        elif part is None and not any(
            q.last <= cue.first and not _stands_between(harm, q.last, cue.first) for cue in told_as
        ):
            whole.append(q)
    return whole


def _is_missing(scanned: Scan, one: Quantity) -> bool:
    """Whether a number counts people who cannot be found: "nine died and twenty are missing"."""
    words, language = scanned.tokens.words, scanned.language
    behind = words[one.last : one.last + _MISSING_WITHIN]
    at = next((at for at, word in enumerate(behind) if language.is_one_of(word, "missing")), None)
    between = behind[:at] if at is not None else []
    return at is not None and all(
        language.is_one_of(w, "passive") or language.is_one_of(w, "missing_as") for w in between
    )


def _goes_on_part(clause: Clause, quantities: Sequence[Quantity], parts: Set[int], one: Quantity) -> bool:
    """Whether a number goes on with the parts told before: "seven, among them three women and two children"."""
    before = [other for other in quantities if other.last <= one.first]
    if one.whom and is_behind_uncounted(clause, quantities, one):
        return True
    if not one.whom or not before or before[-1].first not in parts or one.first - before[-1].last > _PARTS_WITHIN:
        return False
    own = any(one.first <= hit.first <= one.last for hit in clause.of("toll"))
    return not own and not _stands_between(clause.of("toll"), before[-1].last, one.first)


def _is_first_told(scanned: Scan, clause: Clause, part: Hit) -> bool:
    """Whether a part of a group suffers what is told of nobody before: "guards came; one of them was killed".

    Not in an aside: "sixty people, 28 of them women, perished".
    """
    after = [hit for hit in clause.of("toll") if 0 <= hit.first - part.last <= _SUFFERS_WITHIN]
    before = {hit.phrase.kind for hit in clause.of("toll") if hit.last <= part.first}
    words = scanned.tokens.words[part.first : part.last]
    if after and "verb" in after[0].phrase.marks and any(scanned.language.is_one_of(w, "relative") for w in words):
        return True
    plain = scanned.text.plain
    opened = plain[clause.start : scanned.tokens.starts[part.first]].rstrip().endswith(",")
    if after and opened and "," in plain[part.end : after[0].start]:
        return False
    return bool(after) and not before & {after[0].phrase.kind, "casualties"}


def _stands_between(found: Sequence[Hit | Quantity], first: int, last: int) -> bool:
    return any(first <= one.first < last for one in found)
