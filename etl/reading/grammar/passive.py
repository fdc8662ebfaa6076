"""Whether an act is told of whom it befell or of who did it."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import verbs_in
from etl.reading.grammar.shared_passive import shares_passive
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_PASSIVE_WITHIN = 4
_DAMMA = "\u064f"
_VOWELS = frozenset(("\u064e", _DAMMA, "\u0650"))
"""The signs of short vowels in Arabic script: fatha, damma, kasra."""


def is_passive_act(scanned: Scan, verb: Hit) -> bool:
    """Whether an act is told of its victim: "was shelled", "shelled by"."""
    words = scanned.tokens.words
    before, after = words[max(0, verb.first - 3) : verb.first], words[verb.last : verb.last + 1]
    passive = any(scanned.language.is_one_of(word, "passive") for word in [*before, words[verb.first]])
    passive |= any(scanned.language.is_one_of(word, "suffering") for word in words[verb.first - 1 : verb.last])
    active = any(scanned.language.is_one_of(word, "active") for word in before)
    by = any(scanned.language.is_one_of(word, "by") for word in after)
    return (passive and not active) or by or shares_passive(scanned, verb) or is_bare_participle(scanned, verb)


def suffers(scanned: Scan, clause: Clause, end: int, acts: Sequence[Act]) -> bool:
    """Whether what ends at a letter is told to have been hit, as a subject.

    "The base was attacked", "a convoy came under fire", "the residence was the target of an attack".
    """
    last = scanned.tokens.at_or_after(end)
    verbs = [act.hit.first for act in acts if "verb" in act.hit.phrase.marks and is_passive_act(scanned, act.hit)]
    verbs += [cue.first for cue in clause.of("cue", "was_target") if acts]
    return any(0 <= first - last <= _PASSIVE_WITHIN for first in verbs)


def is_bare_participle(scanned: Scan, verb: Hit) -> bool:
    """Whether a participle stands without a word of having, in a language that tells participles by their endings."""
    words, language = scanned.tokens.words, scanned.language
    endings = tuple(language.words.get("participle_endings", ()))
    has = any(language.is_one_of(word, "having") for word in words[max(0, verb.first - 2) : verb.first])
    return bool(endings) and words[verb.first].endswith(endings) and not has


def is_vowelled_passive(scanned: Scan, verb: Hit) -> bool:
    """Whether letters or vowel signs of a past tense tell the passive: a damma is the first one written ("قُتل")."""
    if scanned.language.is_one_of(scanned.tokens.words[verb.first], "surely_passive"):
        return True
    begins = scanned.language.words.get("present_begins")
    if begins is None:
        return False
    written = scanned.text.words(scanned.tokens.starts[verb.first], scanned.tokens.ends[verb.first])
    return not written.startswith(tuple(begins)) and next((char for char in written if char in _VOWELS), "") == _DAMMA


def is_finite(scanned: Scan, verb: Hit) -> bool:
    """Whether a verb is told from its participle by its form alone, in a language that marks whom it befalls."""
    words = scanned.language.words
    endings = tuple(words.get("participle_endings", ()))
    return bool(endings) and "object" in words and not scanned.tokens.words[verb.first].endswith(endings)


def is_shared(scanned: Scan, clause: Clause, hit: Hit, verb: Hit) -> bool:
    """Whether a verb behind "and" has the subject of one before somebody: "killed a chief of X and seized arms"."""
    joined = verb.first > 0 and scanned.language.is_one_of(scanned.tokens.words[verb.first - 1], "and")
    return joined and any(at < hit.first for at in verbs_in(clause))
