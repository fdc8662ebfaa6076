"""Noun phrases by their edges: whole phrases around, behind and before a word, whatever nouns they are made of."""

from __future__ import annotations

from etl.reading.grammar.edges import (
    JOINS,
    is_article,
    is_auxiliary,
    is_edge,
    is_number,
    is_plural_article,
    spoken,
    verbs_in,
)
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

Group = tuple[int, int]
"""The tokens [first, last) of a phrase."""

_LONGEST = 7
_SUBJECT_WITHIN = 28


def phrase_from(scanned: Scan, clause: Clause, at: int, upto: int | None = None) -> Group | None:
    """The phrase that begins at a token or behind a day, its article left out; None where it is a number alone."""
    first = at = behind_times(scanned, clause, at)
    upto = clause.last if upto is None else upto
    while first < upto and (is_article(scanned, first) or (first == at and is_plural_article(scanned, first))):
        first += 1
    last = first
    while last < upto and last - first < _LONGEST and not is_edge(scanned, clause, last, last > at):
        last += 1
    while last > first and is_article(scanned, last - 1):
        last -= 1
    return (first, last) if any(not is_number(scanned, token) for token in range(first, last)) else None


def phrase_around(scanned: Scan, clause: Clause, first: int, last: int) -> Group:
    """Tokens with the words before them up to the article or the edge of their phrase."""
    low = first
    while (
        low > clause.first
        and first - low < _LONGEST
        and scanned.text.plain[scanned.tokens.ends[low - 1] : scanned.tokens.starts[low]] in JOINS
        and (is_number(scanned, low - 1) or not is_number(scanned, low))
        and not is_article(scanned, low - 1)
        and not is_edge(scanned, clause, low - 1, False)
        and not _is_other(clause, low - 1)
    ):
        low -= 1
    return low, last


def subject_of(scanned: Scan, clause: Clause, verb: Hit) -> Group | None:
    """The phrase that is the subject of a verb behind it: "Gunmen on a motorcycle shot", "men who stormed"."""
    if _is_gerund(scanned, clause, verb):
        return _first_phrase(scanned, clause, clause.first, verb.first)
    at = _before_auxiliaries(scanned, clause, verb.first)
    words, language = scanned.tokens.words, scanned.language
    if at > clause.first and language.is_one_of(words[at - 1], "relative"):
        return _phrase_up_to(scanned, clause, at - 1)
    if at > clause.first and language.is_one_of(words[at - 1], "pronouns"):
        return None
    shared = at > clause.first and language.is_one_of(words[at - 1], "and")
    start = at - shared
    if not shared and "," in _gap(scanned, clause, at):
        at = _before_aside(scanned, clause, at)
        start = at - (at > clause.first and not _opens_clause(scanned, at - 1))
    while start > clause.first and at - start < _SUBJECT_WITHIN and not _opens(scanned, clause, start - 1, shared):
        start -= 1
    found = _first_phrase(scanned, clause, start, at)
    # Behind the verb that it shares its subject with stands whom that one befell: "killed nine and wounded 53".
    beyond = shared and found is not None and any(verb < found[0] for verb in verbs_in(clause))
    return None if beyond else found


def _is_gerund(scanned: Scan, clause: Clause, verb: Hit) -> bool:
    """Whether a pause and a form stand there that has the subject of its sentence: "broke in, killing two"."""
    endings = tuple(scanned.language.words.get("gerund_endings", ()))
    form = bool(endings) and scanned.tokens.words[verb.first].endswith(endings)
    return form and "," in _gap(scanned, clause, verb.first)


def behind_times(scanned: Scan, clause: Clause, at: int) -> int:
    """The token behind an expression of time that a token is of, else the token itself."""
    spans = [scanned.tokens.within(time.start, time.end) for time in clause.times]
    return next((last for first, last in spans if first <= at < last), at)


def _first_phrase(scanned: Scan, clause: Clause, start: int, upto: int) -> Group | None:
    """The first phrase between two tokens that no preposition leads."""
    at, led = start, False
    while at < upto:
        if is_edge(scanned, clause, at, False) and not (at == start and is_plural_article(scanned, at)):
            led = scanned.language.is_one_of(scanned.tokens.words[at], "prepositions")
            at += 1
            continue
        found = phrase_from(scanned, clause, at, upto)
        if found is not None and not led:
            return found
        at = max(at + 1, found[1] if found is not None else 0)
        led = False
    return None


def _phrase_up_to(scanned: Scan, clause: Clause, last: int) -> Group | None:
    """The phrase that ends at a token, with those of prepositions before it left aside."""
    if last <= clause.first:
        return None
    first, _ = phrase_around(scanned, clause, last, last)
    return (first, last) if first < last else None


def _before_auxiliaries(scanned: Scan, clause: Clause, at: int) -> int:
    """Where the verb begins with its auxiliaries and adverbs."""
    while at > clause.first and is_auxiliary(scanned, at - 1) and "," not in _gap(scanned, clause, at):
        at -= 1
    return at


def _before_aside(scanned: Scan, clause: Clause, at: int) -> int:
    """The token behind the phrase that an aside between commas parts from its verb."""
    back = at - 1
    while back > clause.first and "," not in _gap(scanned, clause, back):
        back -= 1
    return back


def _gap(scanned: Scan, clause: Clause, at: int) -> str:
    tokens = scanned.tokens
    return scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]] if clause.first < at < clause.last else ""


def _opens(scanned: Scan, clause: Clause, at: int, shared: bool) -> bool:
    """Whether a clause of its own begins behind a token, so that the subject cannot stand before it."""
    if _opens_clause(scanned, at):
        return True
    gap = _gap(scanned, clause, at + 1)
    if gap.strip(" -'\"") and not (shared and gap.strip() == ","):
        return True
    return at in spoken(clause)[1] or (not shared and at in verbs_in(clause))


def _opens_clause(scanned: Scan, at: int) -> bool:
    return scanned.tokens.words[at] in scanned.language.any_of("openers", "relative")


def _is_other(clause: Clause, at: int) -> bool:
    """Whether a token is of attackers or of a word of accusation ("suspected"), which are no part of a description."""
    attackers = clause.of("people", "attacker")
    accusing = clause.of("cue", "accuse")
    return any(hit.first <= at < hit.last for hit in (*attackers, *accusing))
