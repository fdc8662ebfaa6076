"""Harm to persons told without a number: named, titled, or the attacker who was stopped."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.clauses import Scan
from etl.reading.phrases import Hit
from etl.reading.quantities import is_plural
from etl.reading.toll_sums import Toll

_NAME_LONG = 6


def is_passive(
    scanned: Scan,
    hit: Hit,
) -> bool:
    """Whether a passive auxiliary stands right before a word of harm."""
    return any(
        scanned.language.is_one_of(word, "passive") for word in scanned.tokens.words[max(0, hit.first - 3) : hit.first]
    )


def named_toll(
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
        and (is_passive(scanned, hit) or "intransitive" in hit.phrase.marks)
    ):
        chosen = before
    if not chosen:
        return None
    kept = [chosen[0]]
    for one in chosen[1:]:
        left, right = sorted((kept[-1], one), key=lambda person: person.first)
        between = scanned.tokens.words[left.last : right.first]
        if len(between) > _NAME_LONG:
            break
        if not any(scanned.language.is_one_of(word, "and") for word in between):
            continue
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


def is_stopped(
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
