"""Whether an act is told of whom it befell or of who did it."""

from __future__ import annotations

from etl.reading.clauses import Scan
from etl.reading.phrases import Hit


def is_passive_act(scanned: Scan, verb: Hit) -> bool:
    """Whether an act is told of its victim: "was shelled", "shelled by"."""
    words = scanned.tokens.words
    before, after = words[max(0, verb.first - 3) : verb.first], words[verb.last : verb.last + 1]
    passive = any(scanned.language.is_one_of(word, "passive") for word in [*before, words[verb.first]])
    passive |= any(scanned.language.is_one_of(word, "suffering") for word in words[verb.first - 1 : verb.last])
    active = any(scanned.language.is_one_of(word, "active") for word in before)
    return (passive and not active) or any(scanned.language.is_one_of(word, "by") for word in after)
