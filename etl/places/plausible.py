"""Which of the known names in a text are meant as places: not "Reading", not a person called Jordan.

A rule looks at the word itself, at its neighbours, and at what other names vouch for its country. Countries, areas and
large towns need little; a small town needs another name of its country in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from etl.places.gazetteer import Place
from etl.places.names import name_key
from etl.places.ordinary import Ordinary, ordinary
from etl.places.tokens import Token, is_arabic, starts_sentence

LARGE = 100_000
"""Inhabitants from which a town's name is taken for the town without another name that vouches for it."""
SMALL = 15_000
"""Inhabitants below which a town's name beside an unknown capitalised word is taken for a part of another name."""

_AREAS = frozenset({"country", "admin1"})
_TITLED = frozenset({"times", "post", "herald", "tribune", "journal", "gazette", "university", "college", "bank"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name in a text: words first to last (not included), and the places or the demonym's countries."""

    first: int
    last: int
    text: str
    places: tuple[Place, ...]
    demonym: tuple[str, ...]

    @property
    def largest(self) -> int:
        """The largest population among towns; areas and our own sites count as large."""
        return max((LARGE if p.kind in _AREAS or p.place_id.startswith("site:") else p.population) for p in self.places)


def plausible(candidates: Sequence[Candidate], words: Sequence[Token], text: str, language: str) -> list[bool]:
    """For each candidate, whether it is kept."""
    known = ordinary(language)
    named = {i for c in candidates for i in range(c.first, c.last)}
    lower = {word.text for word in words if word.text[0].islower()}
    strong: list[bool | None] = [_verdict(c, words, text, known, named, lower) for c in candidates]
    vouched: dict[str, set[str]] = defaultdict(set)
    for candidate, verdict in zip(candidates, strong, strict=True):
        if verdict:
            for country in candidate.demonym or tuple(dict.fromkeys(p.country for p in candidate.places))[:3]:
                vouched[country].add(name_key(candidate.text))
    return [
        verdict if verdict is not None else _is_vouched(candidate, vouched)
        for candidate, verdict in zip(candidates, strong, strict=True)
    ]


def _is_vouched(candidate: Candidate, vouched: dict[str, set[str]]) -> bool:
    """True where a name of another root stands for the same country."""
    root = name_key(candidate.text)
    return any(vouched[place.country] - {root} for place in candidate.places if place.country in vouched)


def _verdict(
    candidate: Candidate, words: Sequence[Token], text: str, known: Ordinary, named: set[int], lower: set[str]
) -> bool | None:
    """True or False where the candidate's own words decide; None where other names of the text must vouch for it."""
    if candidate.demonym:
        return True
    single = candidate.last - candidate.first == 1
    key = name_key(candidate.text)
    is_area = any(p.kind in _AREAS for p in candidate.places)
    if single and key in known.words and not any(p.kind == "country" for p in candidate.places):
        return False
    if single and candidate.text.lower() in lower and not is_area and not is_arabic(candidate.text):
        return False
    before = words[candidate.first - 1] if candidate.first and words[candidate.first].joined else None
    after = words[candidate.last] if candidate.last < len(words) and words[candidate.last].joined else None
    if single and _is_person(candidate, before, after, known, named):
        return False
    if after is not None and name_key(after.text) in _TITLED and after.is_capital:
        return False
    if candidate.largest >= LARGE:
        return True
    return None if _stands_alone(candidate, before, after, text, known, named) else False


def _is_person(
    candidate: Candidate, before: Token | None, after: Token | None, known: Ordinary, named: set[int]
) -> bool:
    """True where a title or first name comes before, or the name is a first name and a surname follows."""
    if is_arabic(candidate.text) or any(p.kind == "country" for p in candidate.places):
        key = name_key(candidate.text)
        return key in known.first_names and after is not None and after.is_capital and candidate.last not in named
    if before is not None and name_key(before.text) in known.first_names | known.titles and before.is_capital:
        return True
    unknown_follows = after is not None and after.is_capital and after.after == " " and candidate.last not in named
    return name_key(candidate.text) in known.first_names and unknown_follows


def _stands_alone(
    candidate: Candidate, before: Token | None, after: Token | None, text: str, known: Ordinary, named: set[int]
) -> bool:
    """True where no unknown capitalised word beside a small town's name makes it a part of another name."""
    if is_arabic(candidate.text):
        return True
    if before is not None and before.is_capital and candidate.first - 1 not in named:
        is_word = name_key(before.text) in known.words or starts_sentence(text, before)
        if not is_word and before.after in {" ", ""}:
            return False
    follows = after is not None and after.is_capital and candidate.last not in named
    is_surname = follows and after is not None and name_key(after.text) not in known.words
    return not (is_surname and candidate.largest < SMALL)
