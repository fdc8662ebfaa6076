"""Participles that share the auxiliary of another before them: "were lined up beside their bus and shot"."""

from __future__ import annotations

import re

from etl.reading.scan.clauses import Scan
from etl.reading.words.phrases import Hit

_WITHIN = 9
_END = re.compile(r"[.;:\n]")
_OBJECTS = ("definite", "indefinite", "plural_articles", "possessives")


def shares_passive(scanned: Scan, verb: Hit) -> bool:
    """Whether a verb right behind "and" goes on with a passive told shortly before, and has no object of its own."""
    words, language, tokens = scanned.tokens.words, scanned.language, scanned.tokens
    joint = verb.first - 1
    if joint < 1 or "verb" not in verb.phrase.marks or not language.is_one_of(words[joint], "and"):
        return False
    first = max(0, joint - _WITHIN)
    auxiliary = next((at for at in range(joint - 1, first - 1, -1) if language.is_one_of(words[at], "passive")), None)
    if auxiliary is None or _END.search(scanned.text.plain, tokens.ends[auxiliary], tokens.starts[joint]):
        return False
    after = words[verb.last] if verb.last < len(words) else ""
    counted = after[:1].isdecimal() or after in language.numbers.words or after in language.numbers.articles
    return not counted and not any(language.is_one_of(after, kind) for kind in _OBJECTS)
