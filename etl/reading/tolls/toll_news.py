"""Tolls as news goes on: a second source's bare number, one that is out of date, and wounded who died later."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity
from etl.reading.tolls.ages import is_age_or_code
from etl.reading.tolls.toll_bounds import has_risen
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_FORMER_WITHIN = 7
_FORMER_AFTER = 2
_RETOLD_WITHIN = 1
_TELLER_WITHIN = 7
_LATER_WITHIN = 3
_PARTS = re.compile(r"[,;:]")
_ENDS = (".", ",", ";", ")", ":", "")


def retold(
    scanned: Scan, clause: Clause, found: Sequence[Toll], before: Sequence[Toll], quantities: Sequence[Quantity]
) -> list[Toll]:
    """Numbers without a noun that another source tells of what was counted before: "the army says six, residents nine".

    before: the tolls of the clause before.
    """
    more: list[Toll] = []
    for one in quantities:
        start, end = scanned.tokens.starts[one.first], scanned.tokens.ends[one.last - 1]
        told = any(toll.start <= start < toll.end for toll in found)
        earlier = [toll for toll in (*before, *found, *more) if toll.end <= start and toll.low]
        anew = _is_retold(clause, one)
        begin = max(earlier[-1].end, 0 if anew else scanned.text.plain.rfind(",", 0, start)) if earlier else 0
        things = scanned.between("weapon", begin, start) if earlier else []
        ends = scanned.text.plain[end : end + 2].strip()[:1] in _ENDS or _is_said(scanned, clause, one.last)
        if one.whom or not one.low or told or one.other or not earlier or not ends or things:
            continue
        if is_age_or_code(scanned, one):
            continue
        if not anew and not _is_elliptic(scanned, clause, one, earlier):
            continue
        same = min(earlier[::-1], key=lambda toll: max(toll.low, one.low) / min(toll.low, one.low))
        words = " ".join(scanned.tokens.words[max(clause.first, one.first - 4) : one.first])
        more.append(Toll(same.kind, one.low, one.high, 0, "", start, end, frozenset(), words))
    return more


def _is_said(scanned: Scan, clause: Clause, at: int) -> bool:
    joins = scanned.tokens.words[at : at + 1]
    says = any(cue.first == at for cue in clause.of("cue", "says"))
    return says or any(scanned.language.is_one_of(word, "and") for word in joins)


def _is_retold(clause: Clause, one: Quantity) -> bool:
    """Whether a word of telling anew stands right before a number: "counted nine", "spoke of nine"."""
    return any(0 <= one.first - cue.last <= _RETOLD_WITHIN for cue in clause.of("cue", "retold"))


def _is_elliptic(scanned: Scan, clause: Clause, one: Quantity, earlier: Sequence[Toll]) -> bool:
    """Whether the verb is left out of a second telling: "..., the hospital of 41", "residents at fourteen"."""
    tokens = scanned.tokens
    lead = tokens.words[one.first - 1] if one.first > clause.first else ""
    if not scanned.language.is_one_of(lead, "told_by"):
        return False
    begin = max(clause.first, one.first - _TELLER_WITHIN)
    gap = scanned.text.plain[tokens.ends[begin] : tokens.starts[one.first]]
    parts = list(_PARTS.finditer(gap))
    start = tokens.ends[begin] + parts[-1].end() if parts else -1
    if start < earlier[-1].end:
        return False
    told = any(start <= hit.start < tokens.starts[one.first] for layer in ("event", "toll") for hit in clause.of(layer))
    return not told and tokens.at_or_after(start) < one.first - 1


def without_former(scanned: Scan, clause: Clause, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The numbers with only the newer of two that a change tells: "rose from eight to eleven" is eleven."""
    kept: list[Quantity] = []
    for one in quantities:
        from_one = scanned.language.is_one_of(scanned.tokens.words[one.first], "from")
        is_change = one.high is not None and one.high > one.low and from_one and has_risen(scanned, clause, one)
        kept.append(replace(one, low=one.high or one.low) if is_change else one)
    return kept


def is_former(scanned: Scan, clause: Clause, toll: Toll) -> bool:
    """Whether a toll is told as one given before: "an earlier toll put the dead at eight", "up from eight"."""
    first, last = scanned.tokens.at_or_after(toll.start), scanned.tokens.at_or_after(toll.end)
    others = [cue for cue in clause.of("cue", "former") if not first < cue.first < last - 1]
    before = [cue for cue in others if 0 <= first - cue.last <= _FORMER_WITHIN]
    said = [cue.first for cue in clause.of("cue", "says") if 0 <= cue.first - last <= _FORMER_AFTER]
    after = any(0 <= cue.first - at <= _FORMER_AFTER + 1 for cue in others for at in said)
    return after or any(not _counts_between(clause, cue, toll) for cue in before)


def _counts_between(clause: Clause, cue: Hit, toll: Toll) -> bool:
    """Whether another word of harm stands between a word such as "earlier toll" and a number."""
    return any(cue.end <= hit.start < toll.start for hit in clause.of("toll"))


def died_later(clause: Clause, toll: Toll, before: Sequence[Toll]) -> bool:
    """Whether the dead of a toll were told as wounded before: "one of them died", "a soldier died of his wounds"."""
    if toll.kind != "killed" or not toll.low or toll.marks & {"named", "vague"}:
        return False
    wounded = any(one.kind == "wounded" and one.low >= toll.low for one in before)
    of_them = any(cue.start <= toll.start < cue.end for cue in clause.of("cue", "subset"))
    of_them |= any(toll.start <= cue.start < toll.end for cue in clause.of("cue", "of_hurt"))
    later = any(
        cue.start <= toll.end + _LATER_WITHIN and cue.end >= toll.start for cue in clause.of("cue", "died_later")
    )
    return (of_them and wounded) or later
