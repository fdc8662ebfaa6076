"""Those told as hurt, or held, who are told right behind it as dead: they are counted among the dead alone."""

from __future__ import annotations

import re

from etl.reading.grammar.passive import is_passive_act
from etl.reading.scan.clauses import Scan
from etl.reading.words.phrases import Hit

_GAP = 2
_ASIDE_WITHIN = 6
_ENDS = re.compile(r"[.;:!?]")


def dies_of(scanned: Scan, hit: Hit, following: Hit | None) -> bool:
    """Whether those told as wounded in an aside are told right after it as dead ("two others, badly hurt, died").

    Or those held, where they open a list of the dead ("Ten hostages and two of the gunmen died").
    """
    if following is not None and (hit.phrase.kind, following.phrase.kind) == ("detained", "killed"):
        return _leads_list_of(scanned, hit, following)
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


def _leads_list_of(scanned: Scan, held: Hit, dead: Hit) -> bool:
    """Whether captives open a sentence, and the list that they begin is the subject of a verb of death."""
    plain = scanned.text.plain
    opens = max(plain.rfind(mark, 0, held.start) for mark in (".", ";", "\n")) + 1
    told = [hit for layer in ("event", "toll") for hit in scanned.between(layer, opens, held.start)]
    gap = plain[held.end : dead.start]
    listed = any(scanned.language.is_one_of(word, "and") for word in scanned.tokens.words[held.last : dead.first])
    suffers = "intransitive" in dead.phrase.marks or is_passive_act(scanned, dead)
    noun = "noun" in held.phrase.marks and "verb" in dead.phrase.marks
    return noun and suffers and listed and not told and not _ENDS.search(gap)
