"""Place names that somebody or something bears: the surname of a person, the name of a radio station or of a hotel."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from etl.reading.scan.names import Name
from etl.reading.scan.quantity import is_plural
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Text, Tokens

_NEXT = re.compile(r" (?:de |del |de la )?([^\W\d_a-zß-öø-ÿœ][^\W\d_]{2,})")
_CAPITALISED = re.compile(r"\b[^\W\d_a-zß-öø-ÿœ][a-zß-öø-ÿœ]{2,}$")
_LONGEST = 40
_KINDS = frozenset({"town", "area"})
_SHORTEST = 3


Hits = Mapping[str, Sequence[Hit]]


def with_namesakes(names: Sequence[Name], text: Text, tokens: Tokens, hits: Hits, language: Language) -> list[Name]:
    """The names that no person bears; as unknown a town that only names a site or a street ("rue de Paris")."""
    persons = _borne(text, tokens, hits, names, language)
    houses = {thing.end + gap for thing in hits.get("thing", ()) for gap in (0, 1) if "named" in thing.phrase.marks}
    told = [one for one in names if one.start not in persons]
    sites, makes = _beside(told, hits, "site"), _beside(told, hits, "object")
    told_of = {one.countries[0] for one in told if one not in sites and one not in makes and one.countries}
    foreign = {one for one in told if one.kind in _KINDS and _is_foreign(one, told_of)}
    kept = [one for one in told if not (one in makes and one in foreign)]
    lent = {one for one in kept if one.start in houses or (one in sites and one in foreign)}
    named = [replace(one, kind="unknown") if one in lent and one.kind in _KINDS else one for one in kept]
    return [_as_street(tokens, one, language) for one in named]


def without_initials(names: Iterable[Name], text: Text, language: Language) -> list[Name]:
    """The names without the towns that spell an organisation as written: "the OAS" is not Oas."""
    return [
        one
        for one in names
        if one.kind not in (*_KINDS, "unknown")
        or not text.plain[one.start : one.end].isupper()
        or not language.is_one_of(text.folded[one.start : one.end], "initials")
    ]


def without_owners(names: Iterable[Name], text: Text, language: Language) -> list[Name]:
    """The unknown names without those that are of somebody named in full elsewhere: "at Ramos's car", "Ana Ramos"."""
    return [one for one in names if not _is_owner(text.plain[one.start : one.end], text, language)]


def _is_owner(written: str, text: Text, language: Language) -> bool:
    word = written.removesuffix("'s").removesuffix("'")
    return word != written and word.isalpha() and _is_surname(text, word, set(), language)


def _as_street(tokens: Tokens, name: Name, language: Language) -> Name:
    """A town's name with the word for a street behind it, as an unknown name: "Bombay Street" is not in Bombay."""
    at = tokens.at_or_after(name.end)
    behind = at < len(tokens.words) and tokens.starts[at] == name.end + 1
    if name.kind != "town" or not behind or not language.is_one_of(tokens.words[at], "streets_behind"):
        return name
    return replace(name, kind="unknown", end=tokens.ends[at])


def _beside(names: Sequence[Name], hits: Hits, kind: str) -> set[Name]:
    """The names beside a site ("the Salem school", "colegio Salem"), or right before an object ("Toyota pickups")."""
    things = [thing for thing in hits.get("thing", ()) if thing.phrase.kind == kind]
    begins, ends = {one.start for one in things}, {one.end for one in things if kind == "site"}
    return {one for one in names if one.end + 1 in begins or one.start - 1 in ends}


def _is_foreign(name: Name, countries: set[str]) -> bool:
    """Whether no place of that name lies in the countries that a text names or, by their likeliest, its towns."""
    return bool(name.countries) and bool(countries) and countries.isdisjoint(name.countries)


def _borne(text: Text, tokens: Tokens, hits: Hits, names: Sequence[Name], language: Language) -> frozenset[int]:
    """Where the place names begin that are only part of a name of a person or of a medium.

    "the minister Lincoln", "Radio Lima"; at no word of place also "Rodriguez Porth" and, where the text has "Raul
    Duarte", "Duarte". None in a script without capitals.
    """
    if language.parting is not None:
        return frozenset()
    titles = {hit.end for hit in hits.get("people", ()) if not is_plural(tokens.words[hit.last - 1], language)}
    placed = {hit.end for hit in hits.get("cue", ()) if hit.phrase.kind in ("locative", "names_follow")}
    placed |= {hit.end for hit in hits.get("thing", ())}
    placed |= {tokens.ends[hit.last] for hit in hits.get("thing", ()) if _is_of(tokens, hit.last, language)}
    starts = {one.start for one in names}
    surnames = {name: _is_surname(text, name, starts, language) for name in _single(text, names)}
    found: set[int] = set()
    for start, end in ((one.start, one.end) for one in names if one.kind in _KINDS):
        alone = start - 1 not in placed and surnames.get(text.plain[start:end], False)
        if alone or _is_speaker(text, start, end):
            found.add(start)
            continue
        if text.plain[start - 1 : start] != " ":
            continue
        at = tokens.at_or_after(start)
        titled = start - 1 in titles or (at > 0 and language.is_one_of(tokens.words[at - 1], "media"))
        if titled or (start - 1 not in placed and _goes_on(text, end, starts, language)):
            found.add(start)
    return frozenset(found)


def _single(text: Text, names: Sequence[Name]) -> set[str]:
    """The place names that are one word, as written."""
    words = {text.plain[one.start : one.end] for one in names if one.kind in _KINDS}
    return {word for word in words if len(word) >= _SHORTEST and word.isalpha() and not word.isupper()}


def _is_surname(text: Text, name: str, starts: set[int], language: Language) -> bool:
    """Whether a word follows a first name anywhere: a capitalised word that is neither ordinary nor a place."""
    if not language.ordinary:
        return False
    for found in re.finditer(rf" {re.escape(name)}\b", text.plain):
        first = _CAPITALISED.search(text.plain, max(0, found.start() - _LONGEST), found.start())
        if first and first.start() not in starts and text.folded[first.start() : first.end()] not in language.ordinary:
            return True
    return False


def _is_speaker(text: Text, start: int, end: int) -> bool:
    """Whether a name stands alone between brackets before what somebody says in an interview: "[Sola] We ..."."""
    begins = text.plain[max(0, start - 2) : start]
    return begins.endswith("[") and begins[:-1] in ("", "\n", " ") and text.plain[end : end + 2] == "] "


def _is_of(tokens: Tokens, at: int, language: Language) -> bool:
    return at < len(tokens.words) and language.is_one_of(tokens.words[at], "of")


def _goes_on(text: Text, end: int, starts: set[int], language: Language) -> bool:
    """Whether a capitalised word that is neither ordinary nor a place follows right behind: "Rodriguez Porth"."""
    following = _NEXT.match(text.plain, end)
    if following is None or following.start(1) in starts:
        return False
    word = text.folded[following.start(1) : following.end(1)]
    return bool(language.ordinary) and word not in language.ordinary and not following.group(1).isupper()
