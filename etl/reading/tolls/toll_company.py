"""Others who suffered what befell a person told by name: "killed X along with six of his men"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.quantity import Quantity
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_COMPANY_WITHIN = 9


def with_company(
    scanned: Scan, clause: Clause, hit: Hit, found: Sequence[Toll], quantities: Sequence[Quantity]
) -> list[Toll]:
    """The tolls with, in the last, a number of others who suffered it with a person told by name."""
    told = found[-1] if found else None
    after = [one for one in quantities if hit.last < one.first <= hit.last + _COMPANY_WITHIN and one.whom]
    single = told is not None and ("named" in told.marks or told.attackers == 1)
    if told is None or not single or not after or told.end > scanned.tokens.starts[after[0].first]:
        return list(found)
    others, before = after[0], scanned.tokens.words[after[0].first - 1]
    joins = any(cue.last == others.first for cue in clause.of("cue", "joins"))
    joins |= scanned.language.is_one_of(before, "with")
    joins |= scanned.language.is_one_of(before, "and") and _is_of_theirs(scanned, others)
    parted = any(hit.last <= one.first < others.first for layer in ("toll", "event") for one in clause.of(layer))
    if not joins or parted or others.whom == "attacker":
        return list(found)
    high = None if others.high is None else told.low + others.high
    end = scanned.tokens.ends[others.last - 1]
    return [*found[:-1], replace(told, low=told.low + others.low, high=high, end=end, marks=told.marks - {"named"})]


def _is_of_theirs(scanned: Scan, one: Quantity) -> bool:
    """Whether a number is of somebody's people: "six of his men"."""
    words, language = scanned.tokens.words[one.first + 1 : one.first + 3], scanned.language
    return len(words) > 1 and language.is_one_of(words[0], "of") and language.is_one_of(words[1], "possessives")


def dies_with_doer(scanned: Scan, hit: Hit) -> bool:
    """Whether those counted died with the attacker: "five passers-by died with him"."""
    words, language = scanned.tokens.words[hit.last : hit.last + 2], scanned.language
    own = len(words) > 1 and language.is_one_of(words[0], "with") and language.is_one_of(words[1], "him")
    return own and hit.phrase.kind == "killed"
