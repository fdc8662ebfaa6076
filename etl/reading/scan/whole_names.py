"""Names of quarters and sites that hold the name of a town: "barrio Virgen del Carmen", "Divina Providencia"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.reading.scan.names import Name
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Text, Tokens

_LINKS = 3
_SMALL = ("of", "of_part", "definite")


def with_whole_names(
    names: Sequence[Name], text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language
) -> list[Name]:
    """The names, a town's as unknown and whole where it is only a part of that of a quarter or a site.

    Behind a word for a quarter capitalised words may stand before it, also tied by "of" with an article, and behind
    it; behind a word for a site only right before it. Left out is what only begins the words for a site ("el Palacio
    Municipal"). All are kept where a script has no capitals.
    """
    if language.parting is not None:
        return list(names)
    sites = [thing for thing in hits.get("thing", ()) if thing.phrase.kind == "site"]
    words = _Words(text, tokens, language, frozenset(site.last for site in sites), frozenset(n.start for n in names))
    begins = [site.start for site in sites]
    told = [one for one in names if not (one.kind == "town" and _begins_site(one, text, sites, begins))]
    whole = [_whole(one, words) if one.kind == "town" else one for one in told]
    grown = [one for one, before in zip(whole, told, strict=True) if one != before]
    return [one for one in whole if one in grown or not any(other.start <= one.start < other.end for other in grown)]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, with the tokens behind words for sites and the offsets where names begin."""

    text: Text
    tokens: Tokens
    language: Language
    sites: frozenset[int]
    starts: frozenset[int]

    def is_capital(self, at: int) -> bool:
        return at < len(self.tokens.words) and self.text.plain[self.tokens.starts[at]].isupper()

    def is_tied(self, at: int) -> bool:
        """Whether nothing but a space parts a token from the one before."""
        begin = self.tokens.ends[at - 1] if at > 0 else 0
        return 0 < at < len(self.tokens.words) and self.text.plain[begin : self.tokens.starts[at]] == " "

    def is_one_of(self, at: int, *kinds: str) -> bool:
        return at >= 0 and any(self.language.is_one_of(self.tokens.words[at], kind) for kind in kinds)


def _begins_site(one: Name, text: Text, sites: Sequence[Hit], begins: Sequence[int]) -> bool:
    """Whether a name is a word for a site with its article, or begins one of several words: "el Palacio".

    sites: in the order of the text, with the offsets where they begin.
    """
    article = text.plain[one.start].islower()
    return any(
        one.end <= site.end and (site.end > one.end or (article and site.start > one.start))
        for site in sites[bisect_left(begins, one.start) : bisect_left(begins, one.end)]
    )


def _whole(one: Name, words: _Words) -> Name:
    at, behind = words.tokens.within(one.start, one.end)
    link = _link_before(words, at)
    begin = link
    while begin > 0 and words.is_capital(begin - 1) and words.is_tied(begin):
        begin -= 1
    head = begin
    while begin - head < _LINKS and words.is_one_of(head - 1, *_SMALL) and words.is_tied(head):
        head -= 1
    tied = words.is_tied(head)
    in_quarter = tied and words.is_one_of(head - 1, "within_town")
    if in_quarter and begin == at and words.is_capital(behind) and words.is_tied(behind):
        more = words.tokens.starts[behind] not in words.starts
        return replace(one, end=words.tokens.ends[behind], kind="unknown") if more else one
    if begin < link and (in_quarter or (link == at and tied and head in words.sites)):
        return Name(words.tokens.starts[begin], one.end, "unknown", ())
    return one


def _link_before(words: _Words, at: int) -> int:
    """Where "of" with its article begins right before a token: "del", "de la"; the token itself where none does."""
    if words.is_one_of(at - 1, "of") and words.is_one_of(at - 1, "definite"):
        return at - 1
    return at - 2 if words.is_one_of(at - 1, "definite") and words.is_one_of(at - 2, "of") else at
