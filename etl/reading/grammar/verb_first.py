"""Subjects in a language whose verb comes first, and groups whose adjectives follow them with an article each."""

from __future__ import annotations

from etl.reading.grammar.passive import is_passive_act, is_vowelled_passive
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_VERB_WITHIN = 4
_OBJECT_WITHIN = 5


def follows_verb(scanned: Scan, clause: Clause, hit: Hit, verb: Hit) -> bool:
    """Whether somebody is the subject of the verb before: right behind it, and what it was done to follows."""
    tokens, language = scanned.tokens, scanned.language
    if (
        not language.verb_first
        or "verb" not in verb.phrase.marks
        or not verb.first < hit.first
        or is_passive_act(scanned, verb)
        or is_vowelled_passive(scanned, verb)
        or has_own_subject(scanned, verb)
    ):
        return False
    people = {at for one in clause.of("people") for at in range(one.first, one.last)}
    small = {at for at in range(verb.first + 1, hit.first) if is_small(scanned, at) or at in people}
    if hit.last <= verb.last:
        return not language.is_one_of(tokens.words[verb.first], "verbal_nouns")
    if len(small) == hit.first - verb.last and language.is_one_of(tokens.words[verb.first], "surely_active"):
        return True
    if len(small) == hit.first - verb.last and verb.phrase.kind == "protest":
        return True
    if len(small) < hit.first - verb.last or hit.first - verb.last > _VERB_WITHIN:
        return False
    reached = range(hit.last, min(hit.last + _OBJECT_WITHIN, clause.last))
    stop = next((at for at in reached if language.is_one_of(tokens.words[at], "breaks")), clause.last)
    told = [one.first for layer in ("people", "thing", "weapon", "actor") for one in clause.of(layer)]
    told += [tokens.at_or_after(name.start) for name in clause.names]
    objects = {*told, *(at for at in reached if _is_number(scanned, at))}
    return any(at in objects for at in reached if at < stop)


def has_own_subject(scanned: Scan, verb: Hit) -> bool:
    """Whether the ending of a verb tells that its subject is a pronoun or stands before it ("and they killed")."""
    endings = tuple(scanned.language.words.get("own_subject", ()))
    return bool(endings) and scanned.tokens.words[verb.first].endswith(endings)


def is_subject_behind(scanned: Scan, clause: Clause, hit: Hit, verb: Hit) -> bool:
    """Whether people who bear no arms are the subject right behind a verb that comes first, by their form as well."""
    near = 0 <= hit.first - verb.first <= _VERB_WITHIN
    others = (*clause.of("people"), *clause.of("actor"))
    near = near and not any(verb.first < one.first and one.last <= hit.first for one in others)
    return near and is_nominative(scanned, clause, hit) and follows_verb(scanned, clause, hit, verb)


def follows_by(scanned: Scan, hit: Hit) -> bool:
    """Whether a verb of who did it stands right before somebody: "fire that settlers opened"."""
    parting, at = scanned.language.parting, hit.first - 1
    while parting is not None and at > 0 and is_small(scanned, at):
        at -= 1
    return parting is not None and at >= 0 and scanned.language.is_one_of(scanned.tokens.words[at], "by")


def is_nominative(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether people may be the subject of a verb before them by the form of their words, where forms tell it."""
    endings = tuple(scanned.language.words.get("object_endings", ()))
    words = scanned.tokens.words
    described = any(one.first == hit.last and not words[one.last - 1].endswith(endings) for one in clause.of("people"))
    return bool(endings) and not described and not words[hit.last - 1].endswith(endings)


def subjects(scanned: Scan, clause: Clause) -> frozenset[int]:
    """Tokens of weapons and groups, which stand between a verb that comes first and what it was done to."""
    if not scanned.language.verb_first:
        return frozenset()
    hits = (*clause.of("weapon"), *clause.of("people", "attacker", "force"), *clause.of("actor"))
    return frozenset(at for hit in hits for at in range(hit.first, hit.last))


def is_small(scanned: Scan, at: int) -> bool:
    """Whether a token is an article or "of"."""
    return any(scanned.language.is_one_of(scanned.tokens.words[at], kind) for kind in ("definite", "of"))


def _is_number(scanned: Scan, at: int) -> bool:
    word = scanned.tokens.words[at]
    return word in scanned.language.numbers.words or word[:1].isdecimal()


def with_adjectives(scanned: Scan, clause: Clause, hit: Hit) -> tuple[int, int]:
    """The tokens of a group with its article and the words that follow with theirs, where it is written with them."""
    first, last, words = hit.first, hit.last, scanned.tokens.words
    language = scanned.language
    if language.parting is None or first <= clause.first or not language.is_one_of(words[first - 1], "definite"):
        return first, last
    plain, tokens = scanned.text.plain, scanned.tokens
    while (
        last + 1 < clause.last
        and words[last] == words[first - 1]
        and plain[tokens.ends[last - 1] : tokens.starts[last]] == " "
    ):
        last += 2
    return first - 1, last


def with_article(scanned: Scan, name: Hit) -> tuple[int, int]:
    """The offsets of a name with the article that is written as one with it ("الجيش السوداني")."""
    parting = scanned.language.parting
    if parting is None or not name.first:
        return name.start, name.end
    start, end = scanned.tokens.starts[name.first - 1], scanned.tokens.ends[name.first - 1]
    joined = end == name.start and scanned.text.folded[start:end] == parting.writing.article
    return (start if joined else name.start), name.end
