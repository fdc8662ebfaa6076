"""What a verb that comes first was done to, in whatever words it is told: the phrase right behind it or its subject.

A language takes part that puts its verb first and whose file names what ends a phrase of nouns
(`phrase_ends`).
"""

from __future__ import annotations

from etl.reading.grammar.noun_phrases import Group, behind_times
from etl.reading.grammar.passive import is_passive_act, is_vowelled_passive
from etl.reading.grammar.verb_first import has_own_subject, is_nominative, with_adjectives
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_LONGEST = 5
_LETTERS = 3
_SUBJECT_WITHIN = 1
_ENDS = ("phrase_ends", "directions", "relative", "that", "and", "by", "passive", "breaks", "areas")
_BESIDE = frozenset({" ", "", ' "', '" '})


def has_verb_objects(scanned: Scan) -> bool:
    """Whether the language's file tells where a phrase ends that no list holds."""
    return scanned.language.verb_first and "phrase_ends" in scanned.language.words


def object_of(scanned: Scan, clause: Clause, verb: Hit) -> Group | None:
    """The tokens of the phrase that a verb or a verbal noun was done to; None where its subject cannot be told."""
    language, words = scanned.language, scanned.tokens.words
    at = behind_times(scanned, clause, verb.first + 1)
    told = is_passive_act(scanned, verb) or is_vowelled_passive(scanned, verb) or has_own_subject(scanned, verb)
    if told or (verb.first > clause.first and language.is_one_of(words[verb.first - 1], "relative")):
        return phrase_behind(scanned, clause, at)
    subject = next((one for one in _doers(clause) if 0 <= one.first - at <= _SUBJECT_WITHIN), None)
    is_noun = language.is_one_of(words[verb.first], "verbal_nouns")
    if subject is not None and (subject.phrase.kind != "force" or is_nominative(scanned, clause, subject)):
        found = phrase_behind(scanned, clause, _behind_subject(scanned, clause, subject))
        return found if found is not None or not is_noun else phrase_behind(scanned, clause, at)
    if is_noun:
        return phrase_behind(scanned, clause, at)
    before = any(0 <= verb.first - one.last <= _LONGEST for one in _doers(clause))
    sure = language.is_one_of(words[verb.first], "surely_active")
    return phrase_behind(scanned, clause, at) if sure and before else None


def phrase_behind(scanned: Scan, clause: Clause, at: int) -> Group | None:
    """The phrase of nouns that begins at a token, its first article left out; None where none does."""
    tokens, language = scanned.tokens, scanned.language
    first = at = behind_times(scanned, clause, at)
    if first < clause.last and _parted(scanned, first):
        return None
    while first < clause.last and language.is_one_of(tokens.words[first], "definite"):
        first += 1
    last = first
    nouns = 0
    while last < clause.last and nouns < _LONGEST and not _ends(scanned, clause, last, last > at):
        nouns += not language.is_one_of(tokens.words[last], "definite")
        last += 1
    while last > first and language.is_one_of(tokens.words[last - 1], "definite"):
        last -= 1
    return (first, last) if last > first and _is_told(scanned, first, last) else None


def _is_told(scanned: Scan, first: int, last: int) -> bool:
    """Whether a word of a phrase is more than a number or a short one."""
    numbers = scanned.language.numbers.words
    words = scanned.tokens.words[first:last]
    return any(word.isalpha() and len(word) >= _LETTERS and word not in numbers for word in words)


def _ends(scanned: Scan, clause: Clause, at: int, inside: bool) -> bool:
    """Whether a phrase ends before a token: at punctuation, a small word, a day, a verb or another act."""
    tokens, language = scanned.tokens, scanned.language
    if inside and _parted(scanned, at):
        return True
    if tokens.words[at] in language.any_of(*_ENDS):
        return True
    if any(time.start <= tokens.starts[at] < time.end for time in clause.times):
        return True
    told = (hit for layer in ("event", "toll", "flight") for hit in clause.of(layer))
    if any(hit.first == at and not _is_person(clause, hit) for hit in told):
        return True
    return any(cue.first == at for cue in clause.of("cue", "says", "accuse", "claim", "deny", "by", "subset"))


def _is_person(clause: Clause, hit: Hit) -> bool:
    """Whether a word of harm is one for people as well ("wounded")."""
    return any(one.first == hit.first for one in clause.of("people"))


def _parted(scanned: Scan, at: int) -> bool:
    tokens = scanned.tokens
    return at > 0 and scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]] not in _BESIDE


def _doers(clause: Clause) -> list[Hit]:
    return [*clause.of("people", "attacker", "force"), *clause.of("actor"), *clause.of("cue", "agency", "crowd")]


def _behind_subject(scanned: Scan, clause: Clause, subject: Hit) -> int:
    """The token behind those who do it, with what describes them."""
    last, words = with_adjectives(scanned, clause, subject)[1], scanned.tokens.words
    people = [one.last for one in _doers(clause) if one.first <= last < one.last or one.first == last]
    described = last < clause.last and words[last][-2:] == words[last - 1][-2:] and not _parted(scanned, last)
    nations = [scanned.tokens.at_or_after(name.end) for name in clause.names if name.start == _start(scanned, last)]
    return max([last + described, *people, *nations])


def _start(scanned: Scan, at: int) -> int:
    return scanned.tokens.starts[at] if at < len(scanned.tokens.starts) else -1
