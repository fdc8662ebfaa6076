"""Those who do it together with somebody, and persons who do it under their own names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from etl.reading.grammar.edges import is_article, is_auxiliary, is_plural_article
from etl.reading.grammar.noun_phrases import Group, phrase_from
from etl.reading.grammar.persons import persons_in
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit, Phrase

_OF_WITHIN = 4
_PERSON = Phrase("people", "people")


def joined_to(scanned: Scan, clause: Clause, group: Group, verb: Hit) -> Iterator[Group]:
    """The phrase that "and" joins to a subject before its verb, or to an agent: "villagers and soldiers attacked".

    It has an article of its own, and the verb stands right behind the subject, none behind the agent.
    """
    tokens, language = scanned.tokens, scanned.language
    reach = range(group[1], min(group[1] + _OF_WITHIN, clause.last - 1))
    at = next((at for at in reach if language.is_one_of(tokens.words[at], "and")), None)
    if at is None or not _is_whose(scanned, group[1], at):
        return
    if not (is_article(scanned, at + 1) or is_plural_article(scanned, at + 1)):
        return
    other = phrase_from(scanned, clause, at + 1)
    if other is None:
        return
    ends = range(other[1], min(other[1] + _OF_WITHIN, clause.last))
    verbal = any(
        (is_auxiliary(scanned, at) or at == verb.first) and (at == other[1] or _is_whose(scanned, other[1], at))
        for at in ends
    )
    if verbal if group[0] < verb.first else not verbal:
        yield other


def _is_whose(scanned: Scan, first: int, last: int) -> bool:
    """Whether only words that say whose they are stand between two tokens: "soldiers of the army and ..."."""
    gap = scanned.text.plain[scanned.tokens.ends[first - 1] : scanned.tokens.starts[last]]
    between = scanned.tokens.words[first:last]
    return "," not in gap and (not between or scanned.language.is_one_of(between[0], "of"))


def named_doers(scanned: Scan, clause: Clause, groups: Sequence[Group]) -> Iterator[Hit]:
    """Persons told by their names alone who are what a verb of act has as its subject: "X, 25, shot"."""
    tokens = scanned.tokens
    for one in persons_in(scanned, clause) if groups else ():
        whole = any((one.first, one.last) == group for group in groups)
        people = scanned.between("people", tokens.starts[one.first], tokens.ends[one.last - 1])
        if one.is_named and whole and not people:
            yield Hit(_PERSON, one.first, one.last, tokens.starts[one.first], tokens.ends[one.last - 1])


def in_company(scanned: Scan, clause: Clause, group: Group) -> Iterator[Group]:
    """The phrase of those whom a word for several together counts: "gunmen" of "a group of gunmen"."""
    words, language, at = scanned.tokens.words, scanned.language, group[1]
    of = at < clause.last and language.is_one_of(words[at], "of")
    if of and language.is_one_of(words[at - 1], "companies"):
        members = phrase_from(scanned, clause, at + 1)
        if members is not None:
            yield members
