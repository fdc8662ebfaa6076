"""Numbers of people as told: words and digits, "at least", "between 10 and 15", none, and whom they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from etl.reading.language import Language, NumberWords
from etl.reading.phrases import Hit
from etl.reading.text import Tokens

_NOUN_WITHIN = 3

Rough = Literal["", "at_least", "more_than", "up_to", "about", "between"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Tokens [first, last) that tell a number from low to high (high None: open), and the people it counts.

    whom is the kind of people ("people", "force", "attacker") or "" where no noun follows; noun its folded word.
    """

    first: int
    last: int
    low: int
    high: int | None
    whom: str
    noun: str
    other: bool


def quantities_in(
    tokens: Tokens, first: int, last: int, hits: dict[str, list[Hit]], language: Language
) -> list[Quantity]:
    """The quantities among tokens [first, last); `hits` are those of the same stretch."""
    people = {hit.first: hit for hit in hits.get("people", ())}
    rough = {hit.last: hit for hit in hits.get("rough", ())}
    vague = {hit.first for hit in hits.get("vague", ())}
    found: list[Quantity] = []
    at = first
    while at < last:
        one = _quantity(tokens, at, last, people, rough, language)
        if one is None or at in vague:
            at += 1
            continue
        found.append(one)
        at = max(one.last, at + 1)
    return found


def _quantity(
    tokens: Tokens, at: int, last: int, people: dict[int, Hit], rough: dict[int, Hit], language: Language
) -> Quantity | None:
    numbers = language.numbers
    word = tokens.words[at]
    if word in numbers.nothing:
        return _counted(tokens, at, at + 1, last, (0, 0), people, numbers)
    number = _number(tokens, at, last, numbers)
    if number is None:
        if word in numbers.articles:
            one = _counted(tokens, at, at + 1, last, (1, 1), people, numbers)
            return one if one.whom and not is_plural(one.noun, language) else None
        return None
    value, after = number
    before = rough.get(at)
    kind = before.phrase.kind if before else ""
    second = _second(tokens, after, last, rough, numbers, kind)
    if second is not None and second[0] > value:
        return _counted(tokens, before.first if before else at, second[1], last, (value, second[0]), people, numbers)
    low, high = _bounds(value, kind)
    return _counted(tokens, before.first if before else at, after, last, (low, high), people, numbers)


def _bounds(value: int, kind: str) -> tuple[int, int | None]:
    return (value, None) if kind in ("at_least", "more_than") else (value, value)


def _counted(
    tokens: Tokens, first: int, after: int, last: int, bounds: tuple[int, int | None],
    people: dict[int, Hit], numbers: NumberWords,
) -> Quantity:  # fmt: skip
    """With the noun that follows within a few words."""
    other = after < last and tokens.words[after] in numbers.other
    for at in range(after, min(after + _NOUN_WITHIN + other, last)):
        noun = people.get(at)
        if noun is not None and noun.last <= last:
            words = " ".join(tokens.words[noun.first : noun.last])
            return Quantity(first, noun.last, *bounds, noun.phrase.kind, words, other)
        if tokens.words[at][0].isdigit() or tokens.starts[at] - tokens.ends[at - 1] > 2:
            break
    return Quantity(first, after + other, *bounds, "", "", other)


def _second(
    tokens: Tokens, at: int, last: int, rough: dict[int, Hit], numbers: NumberWords, kind: str
) -> tuple[int, int] | None:
    """The upper number of "between 10 and 15", "10 to 15" or "10-15"."""
    if at >= last:
        return None
    link = rough.get(at + 1)
    linked = link is not None and link.first == at and link.phrase.kind == "to"
    if linked and (kind in ("between", "from") or tokens.words[at] not in numbers.joined):
        return _number(tokens, at + 1, last, numbers)
    if tokens.words[at].isdigit() and tokens.starts[at] - tokens.ends[at - 1] == 1:
        return _number(tokens, at, last, numbers)
    return None


def _number(tokens: Tokens, at: int, last: int, numbers: NumberWords) -> tuple[int, int] | None:
    """(value, token after) of the number that starts at a token."""
    word = tokens.words[at]
    if word[0].isdigit():
        value = _digits(word, numbers.group)
        if value is None or _is_no_count(tokens, at, last):
            return None
        at += 1
        if at < last and (times := numbers.multipliers.get(tokens.words[at])) is not None:
            return value * times, at + 1
        return value, at
    start = at
    total = current = 0
    while at < last:
        one = numbers.words.get(tokens.words[at])
        if one is None or (at > start and tokens.starts[at] - tokens.ends[at - 1] > 1):
            if tokens.words[at] in numbers.joined and at > start and at + 1 < last and total + current >= 20:
                following = numbers.words.get(tokens.words[at + 1], 100)
                if following < 20:
                    at += 1
                    continue
            break
        if current and one > current:
            current *= one
        else:
            current += one
        if current >= 1000:
            total, current = total + current, 0
        at += 1
    return (total + current, at) if at > start else None


def _digits(word: str, group: str) -> int | None:
    plain = word.replace(group, "") if group else word
    return int(plain) if plain.isdigit() and len(plain) <= 6 else None


def _is_no_count(tokens: Tokens, at: int, last: int) -> bool:
    """A year, a clock time or an age is no number of people."""
    word = tokens.words[at]
    if len(word) == 4 and word[:2] in ("19", "20"):
        return True
    following: Sequence[str] = tokens.words[at + 1 : min(at + 3, last)]
    return bool(following) and following[0] in ("h", "km", "kg", "year", "ans", "anos", "am", "pm", "gmt", "utc")


def is_plural(noun: str, language: Language) -> bool:
    """Whether a folded noun means more than one."""
    last = noun.split()[-1]
    if last in language.words.get("plurals", ()):
        return True
    endings = tuple(language.words.get("plural_endings", ()))
    return bool(endings) and last.endswith(endings) and last not in language.words.get("singulars", ())
