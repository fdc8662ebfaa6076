"""Numbers of people as told: words and digits, "at least", "between 10 and 15", none, and whom they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.language import Language, NumberWords
from etl.reading.phrases import Hit
from etl.reading.text import Tokens

_NOUN_WITHIN = 3
_JOINED_WITHIN = 3

_WIDENING = ("at_least", "more_than", "up_to", "about")


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


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around numbers, by first token (rough words by the token after them)."""

    people: dict[int, Hit]
    rough: dict[int, Hit]
    harm: frozenset[int]
    things: frozenset[int]
    last: int


def quantities_in(
    tokens: Tokens, first: int, last: int, hits: dict[str, list[Hit]], language: Language
) -> list[Quantity]:
    """The quantities of people among tokens [first, last); `hits` are those of the same stretch."""
    vague = {hit.first for hit in hits.get("vague", ())}
    things = frozenset(hit.first for layer in ("weapon", "thing") for hit in hits.get(layer, ()))
    around = _Around(
        people={hit.first: hit for hit in hits.get("people", ())},
        rough={hit.last: hit for hit in hits.get("rough", ())},
        harm=frozenset(hit.first for hit in hits.get("toll", ())),
        things=things,
        last=last,
    )
    found: list[Quantity] = []
    at = first
    while at < last:
        one, after = _quantity(tokens, at, around, language)
        if one is not None and at not in vague and not (found and _is_pronoun(found[-1], one, at)):
            found.append(_of_same(tokens, found[-1], one, language) if found else one)
        at = max(after, at + 1)
    return found


def _is_pronoun(before: Quantity, one: Quantity, at: int) -> bool:
    """The "one" of "a British one" counts nobody new."""
    single = before.low == before.high == one.low == one.high == 1 and not one.whom
    return single and bool(before.whom) and before.last <= at <= before.last + 1


def _of_same(tokens: Tokens, before: Quantity, one: Quantity, language: Language) -> Quantity:
    """A number without a noun that is joined to one with it: "two US soldiers and a British one"."""
    between = tokens.words[before.last : one.first]
    joined = len(between) <= _JOINED_WITHIN and any(language.is_one_of(word, "and") for word in between[-1:])
    if one.whom or not before.whom or not joined or one.low != 1 or one.high != 1:
        return one
    return replace(one, whom=before.whom, noun=before.noun)


def _quantity(tokens: Tokens, at: int, around: _Around, language: Language) -> tuple[Quantity | None, int]:
    """(the quantity that starts at a token, the token to go on from)."""
    numbers = language.numbers
    word = tokens.words[at]
    if word in numbers.nothing:
        after = at + 1 + (at + 1 < around.last and numbers.words.get(tokens.words[at + 1]) == 1)
        return _counted(tokens, (at, after), (0, 0), around, language), after
    number = _number(tokens, at, around.last, numbers)
    if word in numbers.articles and (number is None or number[1] == at + 1):
        one = _counted(tokens, (at, at + 1), (1, 1), around, language)
        return (one if one and not (one.noun and is_plural(one.noun, language)) else None), at + 1
    if number is None:
        return None, at + 1
    value, after = number
    before = around.rough.get(at)
    kind = before.phrase.kind if before else ""
    second = _second(tokens, after, around, numbers, kind)
    start = before.first if before and kind != "to" and (kind in _WIDENING or second) else at
    if second is not None and second[0] > value:
        return _counted(tokens, (start, second[1]), (value, second[0]), around, language), second[1]
    return _counted(tokens, (start, after), _bounds(value, kind), around, language), after


def _bounds(value: int, kind: str) -> tuple[int, int | None]:
    return (value, None) if kind in ("at_least", "more_than") else (value, value)


def _counted(
    tokens: Tokens, number: tuple[int, int], bounds: tuple[int, int | None], around: _Around, language: Language
) -> Quantity | None:
    """With the noun that follows within a few words; None where it counts things ("three rockets")."""
    first, after = number
    if after + 1 < around.last and language.is_one_of(tokens.words[after], "of"):
        after += tokens.words[after + 1] in language.numbers.other
    other = after < around.last and tokens.words[after] in language.numbers.other
    for at in range(after, min(after + _NOUN_WITHIN + other, around.last)):
        if tokens.starts[at] - tokens.ends[at - 1] > 1:
            break
        noun = around.people.get(at)
        if noun is not None and noun.last <= around.last:
            words = " ".join(tokens.words[noun.first : noun.last])
            return Quantity(first, noun.last, *bounds, noun.phrase.kind, words, other)
        if at in around.things and at + 1 not in around.people:
            return None
        if at in around.harm or tokens.words[at][0].isdecimal():
            break
    return Quantity(first, after + other, *bounds, "", "", other)


def _second(tokens: Tokens, at: int, around: _Around, numbers: NumberWords, kind: str) -> tuple[int, int] | None:
    """The upper number of "between 10 and 15", "10 to 15" or "10-15"."""
    last = around.last
    if at >= last:
        return None
    link = around.rough.get(at + 1)
    linked = link is not None and link.first == at and link.phrase.kind == "to"
    if linked and (kind in ("between", "from") or tokens.words[at] not in numbers.joined):
        return _number(tokens, at + 1, last, numbers)
    if tokens.words[at].isdecimal() and tokens.starts[at] - tokens.ends[at - 1] == 1:
        return _number(tokens, at, last, numbers)
    return None


def _number(tokens: Tokens, at: int, last: int, numbers: NumberWords) -> tuple[int, int] | None:
    """(value, token after) of the number that starts at a token."""
    if at >= last:
        return None
    word = tokens.words[at]
    if word[0].isdecimal():
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
    return int(plain) if plain.isdecimal() and len(plain) <= 6 else None


def _is_no_count(tokens: Tokens, at: int, last: int) -> bool:
    """A year, a clock time or an age is no number of people."""
    word = tokens.words[at]
    if len(word) == 4 and word[:2] in ("19", "20"):
        return True
    following: Sequence[str] = tokens.words[at + 1 : min(at + 3, last)]
    return bool(following) and following[0] in ("h", "km", "kg", "year", "ans", "anos", "am", "pm", "gmt", "utc")


def is_plural(noun: str, language: Language) -> bool:
    """Whether a folded noun means more than one."""
    last = noun.rsplit(maxsplit=1)[-1]
    if last in language.words.get("plurals", ()):
        return True
    endings = tuple(language.words.get("plural_endings", ()))
    return bool(endings) and last.endswith(endings) and last not in language.words.get("singulars", ())
