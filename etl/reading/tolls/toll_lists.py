"""Numbers of people told as one list: which go together, and which only tell again whom a number counts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity

_SAME_LIST = 5
_PARTS_WITHIN = 3
_PARTED_LIST = 8
"""The same where small words are written with the next."""

Link = Literal["and", "comma", ""]


def listed(scanned: Scan, quantities: Sequence[Quantity]) -> list[Quantity]:
    """The first quantity and those in a list with it; `quantities` go away from the word of harm.

    A list ends with "and" ("a soldier, a guard and two drivers"). What adds up to the number told before it only says
    who they were ("three people, two soldiers and a guard").
    """
    kept, sure = [quantities[0]], 1
    for one in quantities[1:]:
        previous = kept[-1]
        forward = previous.first < one.first
        left, right = (previous, one) if forward else (one, previous)
        link = _link(scanned, left, right)
        if not link or not (left.whom or left.other) or previous.high == 0 or one.high == 0:
            break
        if forward and _does_else(scanned, one):
            break
        if link == "comma" and not forward and sure == 1:
            break
        kept.append(one)
        sure = len(kept) if link == "and" or not forward else sure
    return _without_apposition(kept[:sure])


def _does_else(scanned: Scan, one: Quantity) -> bool:
    """Whether those counted are the subject of another verb: "six people died and 43 students were taken away"."""
    starts, at = scanned.tokens.starts, one.last
    behind = scanned.between("event", starts[at], starts[at] + 1) if at < len(starts) else []
    return any("verb" in hit.phrase.marks for hit in behind)


def _without_apposition(kept: list[Quantity]) -> list[Quantity]:
    """Only the whole where the others in the list are its parts."""
    ordered = sorted(kept, key=lambda one: one.first)
    whole, parts = ordered[0], ordered[1:]
    if len(parts) > 1 and whole.whom == "people" and sum(one.low for one in parts) == whole.low:
        return [whole]
    return kept


def _link(scanned: Scan, left: Quantity, right: Quantity) -> Link:
    """What joins two quantities near each other; the words of who says so between commas left out."""
    tokens, language = scanned.tokens, scanned.language
    start, end = tokens.ends[left.last - 1], tokens.starts[right.first]
    gap = scanned.text.plain[start:end]
    if ";" in gap or any(scanned.between(layer, start, end) for layer in ("toll", "weapon", "event")):
        return ""
    between = (
        _without_source(scanned, left.last, right.first)
        if gap.count(",") > 1
        else tokens.words[left.last : right.first]
    )
    if any(
        start <= cue.start and cue.last == right.first
        for cue in scanned.between("cue", start, end)
        if cue.phrase.kind == "joins"
    ):
        return "and"
    if language.parting is not None and between and language.is_one_of(between[-1], "definite"):
        between = between[:-1]
    if len(between) > (_PARTED_LIST if language.parting is not None else _SAME_LIST):
        return ""
    joins = ("and", "with") if language.verb_first else ("and",)
    ends = any(language.is_one_of(word, kind) for word in between[-1:] for kind in joins)
    if ends or not (between or "," in gap):
        return "and"
    if "," in gap:
        return "comma" if gap.rstrip().endswith(",") else ""
    return "and" if any(language.is_one_of(word, "and") for word in between) else ""


def _without_source(scanned: Scan, first: int, last: int) -> list[str]:
    """The words between two tokens without "according to X" between commas."""
    tokens, language = scanned.tokens, scanned.language
    for at in range(first, last):
        before = scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]]
        if "," in before and language.is_one_of(tokens.words[at], "source"):
            rest = [
                later
                for later in range(at + 1, last)
                if "," in scanned.text.plain[tokens.ends[later - 1] : tokens.starts[later]]
            ]
            return [*tokens.words[first:at], *(tokens.words[rest[0] : last] if rest else ())]
    return tokens.words[first:last]


def is_behind_uncounted(clause: Clause, quantities: Sequence[Quantity], one: Quantity) -> bool:
    """Whether people without a number lead a list of parts that a number ends: "nine, among them women and a child"."""
    for cue in clause.of("cue", "subset"):
        led = any(0 <= hit.first - cue.last <= 1 and hit.last <= one.first for hit in clause.of("people"))
        counted = any(cue.last <= other.first < one.first for other in quantities)
        harmed = any(cue.last <= hit.first < one.first for hit in clause.of("toll"))
        near = 0 < one.first - cue.last <= _PARTS_WITHIN
        if led and near and not counted and not harmed:
            return True
    return False
