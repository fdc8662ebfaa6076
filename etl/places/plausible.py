"""Which of the known names in a text are meant as places: not "Reading", not a person called Jordan.

A rule looks at the word itself, at its neighbours, and at what other names vouch for its country. Countries, areas and
large towns need little; a small town needs another name of its country in the text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from etl.places.abbreviations import is_abbreviation
from etl.places.candidate import AREAS, Candidate
from etl.places.groups import is_group
from etl.places.names import name_key
from etl.places.ordinary import Ordinary, ordinary
from etl.places.tokens import Token, is_arabic, starts_sentence

LARGE = 100_000
"""Inhabitants from which a town's name is taken for the town without another name that vouches for it."""
SMALL = 15_000
"""Inhabitants below which a town's name beside an unknown capitalised word is taken for a part of another name."""

_MOST_NAMES = 3
"""Words of a person's name before the one that looks like a place."""

_NUNATION = frozenset("\u064b\u064c\u064d")
"""Arabic case endings of words without the article, which names do not bear."""
_JOINED = ("و", "ف")
"""Arabic for "and", written as one with the word that follows."""
_TITLED = frozenset({"times", "post", "herald", "tribune", "journal", "gazette"})
_SEATED = frozenset({"university", "college", "bank"})
"""What bears the name of the town it sits in: "Mosul University", if other names vouch for the town."""


def plausible(candidates: Sequence[Candidate], words: Sequence[Token], text: str, language: str) -> list[bool]:
    """For each candidate, whether it is kept."""
    judge = _Judge(candidates, words, text, ordinary(language))
    verdicts = [judge.verdict(candidate) for candidate in candidates]
    vouched: dict[str, set[str]] = defaultdict(set)
    for candidate, verdict in zip(candidates, verdicts, strict=True):
        if verdict:
            for country in candidate.demonym or tuple(dict.fromkeys(p.country for p in candidate.places))[:3]:
                vouched[country].add(name_key(candidate.text))
    for country, roots in judge.alone(candidates, verdicts).items():
        vouched[country] |= roots
    return [
        verdict if verdict is not None else _is_vouched(candidate, vouched)
        for candidate, verdict in zip(candidates, verdicts, strict=True)
    ]


def _is_vouched(candidate: Candidate, vouched: dict[str, set[str]]) -> bool:
    """True where a name of another root stands for the same country."""
    root = name_key(candidate.text)
    return any(vouched[place.country] - {root} for place in candidate.places if place.country in vouched)


class _Judge:
    """What one candidate's own words and its neighbours say."""

    def __init__(self, candidates: Sequence[Candidate], words: Sequence[Token], text: str, known: Ordinary) -> None:
        self._words, self._text, self._known = words, text, known
        self._named = {i for c in candidates for i in range(c.first, c.last)}
        self._lower = {word.text for word in words if word.text[0].islower()}
        self._persons = {name_key(c.text) for c in candidates if not c.demonym and self._is_person(c, *self._beside(c))}

    def verdict(self, candidate: Candidate) -> bool | None:
        """True or False where the words decide; None where other names of the text must vouch for the candidate."""
        before, after = self._beside(candidate)
        if candidate.demonym or (is_arabic(candidate.text) and candidate.last - candidate.first == 1):
            return bool(candidate.demonym) or self._without_capitals(candidate, before)
        first, last = self._words[candidate.first], self._words[candidate.last - 1]
        if is_abbreviation(self._text, first.start, last.end):
            return self._shortens_area(candidate, before)
        is_other = self._is_ordinary(candidate) or is_group(candidate.text, candidate.places)
        if is_other or self._is_person(candidate, before, after):
            return False
        behind = name_key(after.text) if after is not None and after.is_capital else ""
        if behind in _TITLED or (name_key(candidate.text) in self._persons and not candidate.is_great):
            return False
        stands_alone = self._stands_alone(candidate, before, after)
        if candidate.largest >= LARGE or behind in _SEATED:
            return True if candidate.is_great or (stands_alone and behind not in _SEATED) else None
        return None if stands_alone else False

    def alone(self, candidates: Sequence[Candidate], verdicts: Sequence[bool | None]) -> dict[str, set[str]]:
        """Country -> roots of the small towns that only it has, where one stands behind a word of place.

        Two of them vouch for each other: "between Gossi and Hombori".
        """
        found: dict[str, set[str]] = defaultdict(set)
        firm = set[str]()
        for candidate, verdict in zip(candidates, verdicts, strict=True):
            countries = {place.country for place in candidate.places}
            if verdict is not None or len(countries) != 1 or is_arabic(candidate.text):
                continue
            before, _ = self._beside(candidate)
            found[candidate.places[0].country].add(name_key(candidate.text))
            if before is not None and name_key(before.text) in self._known.before_place:
                firm |= countries
        return {country: roots for country, roots in found.items() if country in firm}

    def _shortens_area(self, candidate: Candidate, before: Token | None) -> bool:
        """True for the "Ky." of "Paris, Ky." and the "B.C." of "in B.C."; never in a text all in capitals."""
        first = self._words[candidate.first]
        if first.after.strip() == "," and candidate.first - 1 in self._named:
            return True
        return candidate.text.isupper() and before is not None and before.text.islower()

    def _beside(self, candidate: Candidate) -> tuple[Token | None, Token | None]:
        """The words right before and after a candidate, None where more than a space parts them."""
        before = self._words[candidate.first - 1] if candidate.first and self._words[candidate.first].joined else None
        last = candidate.last
        return before, self._words[last] if last < len(self._words) and self._words[last].joined else None

    def _without_capitals(self, candidate: Candidate, before: Token | None) -> bool | None:
        """The verdict on one word of a script without capitals: what is small must stand where a place stands.

        An ordinary word is a place only right behind a word for its sort ("the town of"), or as the name of a country.
        """
        previous = name_key(before.text) if before is not None and not candidate.attached else ""
        named = bool({previous, previous[1:], previous[2:]} & self._known.sorts) and not previous.startswith("ال")
        if any(place.kind == "country" for place in candidate.places):
            return True
        whole = self._words[candidate.last - 1]
        adverb = whole.text[-1] in _NUNATION or name_key(whole.text) in self._known.words
        if (adverb or name_key(candidate.text) in self._known.words) and not named:
            return False
        if candidate.largest >= (SMALL if named else LARGE):
            return True
        listed = candidate.attached == "و" and candidate.first - 1 in self._named
        stands = (
            named
            or listed
            or not self._known.before_place.isdisjoint(
                (candidate.attached, previous, previous[1:] if previous[:1] in _JOINED else previous)
            )
        )
        return None if stands or self._heads_line(candidate) else False

    def _heads_line(self, candidate: Candidate) -> bool:
        """Whether a name begins a line and a dash, colon or bracket follows, as in a dateline or an item of a list."""
        word = self._words[candidate.first]
        at = word.start
        while at and self._text[at - 1] in " \u00a0-–—•*":
            at -= 1
        begins = at == 0 or self._text[at - 1] == "\n"
        return begins and self._text[word.end : word.end + 4].lstrip()[:1] in tuple("-–—:(/")

    def _is_ordinary(self, candidate: Candidate) -> bool:
        """True for a single word that is an ordinary one, by the lists or as the text itself writes it elsewhere."""
        if candidate.last - candidate.first > 1 or any(p.kind == "country" for p in candidate.places):
            return False
        if name_key(candidate.text) in self._known.words:
            return True
        is_area = any(p.kind in AREAS for p in candidate.places)
        return candidate.text.lower() in self._lower and not is_area and not is_arabic(candidate.text)

    def _is_person(self, candidate: Candidate, before: Token | None, after: Token | None) -> bool:
        """True where a title or first name comes before, or the name is a first name and a surname follows."""
        if is_arabic(candidate.text) or candidate.last - candidate.first > 1:
            return False
        names = self._known.first_names
        if before is not None and (name_key(before.text) in self._known.titles or self._ends_person(candidate.first)):
            return True
        if name_key(candidate.text) not in names or after is None or after.after != " ":
            return False
        return after.is_capital and name_key(after.text) not in self._known.words

    def _ends_person(self, at: int) -> bool:
        """True where capitalised words parted by spaces alone lead back to a first name ("Jaime Paz Zamora")."""
        for back in range(at - 1, max(at - 1 - _MOST_NAMES, -1), -1):
            word, following = self._words[back], self._words[back + 1]
            if following.after != " " or not word.is_capital:
                return False
            if name_key(word.text) in self._known.first_names:
                return True
        return False

    def _stands_alone(self, candidate: Candidate, before: Token | None, after: Token | None) -> bool:
        """True where no unknown capitalised word beside a small town's name makes it a part of another name."""
        if is_arabic(candidate.text):
            return True
        words, named = self._known.words, self._named
        if before is not None and before.is_capital and candidate.first - 1 not in named:
            begins = name_key(before.text) in words or starts_sentence(self._text, before)
            if not begins and self._words[candidate.first].after == " ":
                return False
        follows = after is not None and after.is_capital and candidate.last not in named
        is_surname = follows and after is not None and name_key(after.text) not in words
        return not (is_surname and candidate.largest < SMALL)
