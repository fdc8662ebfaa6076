"""The place names of a text: the longest names the gazetteer knows, without words that only look like names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from etl.places.abbreviations import is_abbreviation
from etl.places.candidate import Candidate
from etl.places.gazetteer import Gazetteer, Place, names_country
from etl.places.names import ARTICLES, name_key
from etl.places.plausible import LARGE, plausible
from etl.places.shipped import sites
from etl.places.tokens import MAX_WORDS, Token, is_elided, tokens
from etl.places.written import ends, is_half, leads_name, looks_like_name, may_go_on, starts, stop
from etl.records import FindPlaces, PlaceMention, Span

LONGEST_PHRASE = 9
"""Words of the longest name in small letters ("frontière entre la Syrie et l'Irak")."""
_SAINTS = frozenset({"saint", "sainte", "san", "santa"})
_KINDS = {"country": "country", "admin1": "area", "admin2": "area", "town": "town", "neighbourhood": "town"}


@dataclass(frozen=True, slots=True)
class _Match:
    """A run of words that the gazetteer knows: words first to last (not included), its span, places or demonym."""

    first: int
    last: int
    span: Span
    places: tuple[Place, ...]
    demonym: tuple[str, ...]


def finder(gazetteer: Gazetteer) -> FindPlaces:
    """The function (text, language) -> place mentions, in order and never overlapping, for one gazetteer."""
    lower_case = _lower_case_names()

    def find(text: str, language: str) -> Sequence[PlaceMention]:
        return _find(gazetteer, lower_case, text, language)

    return find


def _find(gazetteer: Gazetteer, lower_case: frozenset[str], text: str, language: str) -> list[PlaceMention]:
    words = tokens(text)
    matches = list(_matches(gazetteer, lower_case, text, words))
    candidates = [
        Candidate(
            m.first,
            m.last,
            text[m.span.start : m.span.end],
            m.places,
            m.demonym,
            text[words[m.first].start : m.span.start],
        )
        for m in matches
    ]
    kept = plausible(candidates, words, text, language)
    return [_mention(match, text) for match, keep in zip(matches, kept, strict=True) if keep]


@cache
def _lower_case_names() -> frozenset[str]:
    """Keys of the names in sites.csv that begin in lower case ("zone verte") and may be found so in a text."""
    names = (name for site in sites() for name in (site.name, *site.names))
    return frozenset(name_key(name) for name in names if name[0].islower() and " " in name)


@cache
def _first_words(names: frozenset[str]) -> frozenset[str]:
    return frozenset(name.split(" ", 1)[0] for name in names)


@lru_cache(maxsize=50_000)
def _begins_nothing(gazetteer: Gazetteer, first_lower: frozenset[str], word: str) -> bool:
    """Whether a word in small letters is no article, no demonym and begins no name, wherever it stands."""
    return word not in ARTICLES and name_key(word) not in first_lower and not gazetteer.demonym(word)


def _matches(gazetteer: Gazetteer, lower_case: frozenset[str], text: str, words: list[Token]) -> Iterator[_Match]:
    """The longest known name from each word on, left to right, never overlapping."""
    first_lower = _first_words(lower_case)
    index = 0
    while index < len(words):
        word = words[index]
        if not word.is_capital and _begins_nothing(gazetteer, first_lower, word.text):
            index += 1
            continue
        following = words[index + 1] if index + 1 < len(words) else None
        match = None
        if (
            not is_elided(word, following)
            and not _goes_on_saint(words, index)
            and (word.is_capital or _is_article(word, following) or name_key(word.text) in first_lower)
        ):
            match = _longest(gazetteer, lower_case, text, words, index)
            if match is not None and not word.is_capital:  # "the Gulf", but not of "the Gulf of Mexico"
                inner = _longest(gazetteer, lower_case, text, words, index + 1) if match.last - index > 1 else None
                match = inner if inner is not None and inner.last > match.last else match
        if match is None and not word.text[0].isdigit() and (demonym := gazetteer.demonym(word.text)):
            match = _Match(index, index + 1, Span(word.start, word.end), (), demonym)
        if match is None:
            index += 1
        else:
            yield match
            index = match.last


def _goes_on_saint(words: Sequence[Token], index: int) -> bool:
    """Whether a word ends the name of a saint that nobody knows as a place: "Gilbert" of "Saint-Gilbert"."""
    tied = index > 0 and words[index].after == "-"
    return tied and name_key(words[index - 1].text) in _SAINTS


def _is_article(word: Token, following: Token | None) -> bool:
    """True for the "al" of "al-Qaim" and "al Qaim", but not for the "at" of "at Qaim"."""
    if following is None or not following.joined or not following.is_capital:
        return False
    return word.text in {"al", "el"} or (word.text in ARTICLES and following.after == "-")


def _longest(
    gazetteer: Gazetteer, lower_case: frozenset[str], text: str, words: list[Token], index: int
) -> _Match | None:
    most = MAX_WORDS if words[index].is_capital else LONGEST_PHRASE
    last = index + 1
    while (
        last < len(words) and last - index < most and words[last].joined and not ends(gazetteer, text, words[last - 1])
    ):
        last += 1
    if last - index > 1 and not may_go_on(gazetteer, text, words[index:last]):
        last = index + 1
    first = words[index]
    for end in range(last, index, -1):
        final = words[end - 1]
        if is_half(gazetteer, words, end) or (end - index > 1 and final.text.lower() in ARTICLES):
            continue
        end_at = stop(text, first, final)
        for start in starts(text, first.start, end_at):
            name = text[start:end_at]
            if not (looks_like_name(first, final, name, lower_case) or is_abbreviation(text, start, end_at)):
                continue
            if end - index == 1 and leads_name(words, index):
                continue
            places = gazetteer.named(name)
            if (end - index == 1 and not names_country(places)) or not places:
                demonym = gazetteer.demonym(name)
                if demonym:
                    return _Match(index, end, Span(start, end_at), (), demonym)
            if places:
                return _Match(index, end, Span(start, end_at), places, ())
    return None


def _mention(match: _Match, text: str) -> PlaceMention:
    written = text[match.span.start : match.span.end]
    if match.demonym:
        return PlaceMention(match.span, written, "demonym", match.demonym)
    first = match.places[0]
    kind = _KINDS.get(first.kind, "site")
    if kind == "site" and first.precision in {"area", "province", "district"}:
        kind = "area"
    seats = [p for p in match.places if p.kind == "town" and p.country == first.country]
    if any(p.population >= LARGE for p in seats) if first.kind == "admin1" else first.kind == "admin2" and seats:
        kind = "town"
    return PlaceMention(match.span, written, kind, tuple(dict.fromkeys(place.country for place in match.places)))
