"""Those told as hurt who are told right behind it as dead: they are counted among the dead alone."""

from __future__ import annotations

import re

from etl.reading.scan.clauses import Scan
from etl.reading.words.phrases import Hit

_GAP = 2
_ASIDE_WITHIN = 6
_ENDS = re.compile(r"[.;:!?]")


def dies_of(scanned: Scan, hit: Hit, following: Hit | None) -> bool:
    """Whether those told as wounded in an aside are told right after it as dead ("two others, badly hurt, died")."""
    if following is None or (hit.phrase.kind, following.phrase.kind) != ("wounded", "killed"):
        return False
    if _dies_after(scanned, hit, following):
        return True
    before = scanned.text.plain[: hit.start].rpartition(",")[2]
    inside, _, after = scanned.text.plain[hit.end : following.start].partition(",")
    ends = len(inside.split()) <= _GAP and len(after.split()) <= _GAP and following.first >= hit.last
    numbers = scanned.language.numbers.words
    words = scanned.tokens.words[scanned.tokens.at_or_after(hit.start - len(before)) : hit.last]
    counted = any(word in numbers or word[0].isdecimal() for word in words)
    return ends and len(before.split()) <= _ASIDE_WITHIN and not _ENDS.search(before) and not counted


def _dies_after(scanned: Scan, hit: Hit, following: Hit) -> bool:
    """Whether whoever was hurt died, told right behind by "and" alone: "was badly hurt and died hours later"."""
    words, language = scanned.tokens.words, scanned.language
    joined = words[hit.last : following.first]
    numbered = any(word in language.numbers.words or word[0].isdecimal() for word in words[following.last :][:2])
    alone = len(joined) == 1 and language.is_one_of(joined[0], "and") and not numbered
    return alone and "intransitive" in following.phrase.marks and not language.verb_first
