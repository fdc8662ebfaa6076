"""Numbers of people as told: words and digits, "at least", "between 10 and 15", none, and whom they count."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.reading.scan.noun_numbers import behind_letters, behind_noun, behind_whole, is_adjective, is_other, of_noun
from etl.reading.scan.quantity import Quantity, is_apposition, is_plural_only, is_pronoun, of_same, with_unknown_nouns
from etl.reading.words.language import Language, NumberWords
from etl.reading.words.number_words import number_at
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Tokens

_NOUN_WITHIN = 3
_AGE_WITHIN = 2
_UNIT_OF_AGE = 2
"""Words of "year-old"."""
_WIDENING = ("at_least", "more_than", "up_to", "about")


@dataclass(frozen=True, slots=True)
class _Around:
    """What stands around numbers, by first token (rough words by the token after them)."""

    people: dict[int, Hit]
    rough: dict[int, Hit]
    harm: frozenset[int]
    things: frozenset[int]
    inside_rough: frozenset[int]
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
        inside_rough=frozenset(at for hit in hits.get("rough", ()) for at in range(hit.first, hit.last)),
        last=last,
    )
    found: list[Quantity] = []
    at, numbers = first, language.numbers
    while at < last:
        begins = numbers.may_begin(tokens.words[at]) and not _leads(tokens, at, last, numbers)
        one, after = _quantity(tokens, at, around, language) if begins else (None, at + 1)
        counted = bool(found) and found[-1].last > at
        again = bool(found) and one is not None and is_pronoun(found[-1], one, at)
        again |= bool(found) and one is not None and numbers.in_nouns and is_apposition(found[-1], one)
        if one is not None and at not in vague and not counted and not again:
            found.append(of_same(tokens, found[-1], one, language) if found else one)
        at = max(after, at + 1)
    return with_unknown_nouns(tokens, found, language)


def _leads(tokens: Tokens, at: int, last: int, numbers: NumberWords) -> bool:
    """Whether an article only leads a number behind it: "a dozen", "another nine"."""
    word, following = tokens.words[at], tokens.words[min(at + 1, last - 1)]
    counted = following.isdecimal() or numbers.words.get(following, 1) > 1
    return word in numbers.articles and (following in numbers.multipliers or (word in numbers.other and counted))


def _quantity(tokens: Tokens, at: int, around: _Around, language: Language) -> tuple[Quantity | None, int]:
    """(the quantity that starts at a token, the token to go on from)."""
    numbers = language.numbers
    word = tokens.words[at]
    if word in numbers.nothing and at not in around.inside_rough:
        after = at + 1 + (at + 1 < around.last and numbers.words.get(tokens.words[at + 1]) == 1)
        return _counted(tokens, (at, after), (0, 0), around, language), after
    if (more := _one_more(tokens, at, around, language)) is not None:
        return more, more.last
    if (aged := _of_age(tokens, at, around, language)) is not None:
        return aged, aged.last
    number = number_at(tokens, at, around.last, numbers)
    if number is not None and is_adjective(tokens, at, number[0], language):
        number = None
    if number is None and numbers.in_nouns and at in around.people:
        noun = around.people[at]
        behind = behind_noun(tokens, noun, around.last, language)
        return behind or of_noun(tokens, noun, around.last, language), behind.last if behind else noun.last
    if word in numbers.articles and (number is None or number[1] == at + 1):
        one = _counted(tokens, (at, at + 1), (1, 1), around, language)
        of_several = any(language.is_one_of(word, "of") for word in tokens.words[at + 1 : at + 2])
        several = one is not None and bool(one.noun) and is_plural_only(one.noun, language) and not of_several
        return (None if several else one), at + 1
    return (None, at + 1) if number is None else _numbered(tokens, at, number, around, language)


def _of_age(tokens: Tokens, at: int, around: _Around, language: Language) -> Quantity | None:
    """One person told with an age in front: "a ten-year-old girl"."""
    numbers = language.numbers
    number = number_at(tokens, at + 1, around.last, numbers) if tokens.words[at] in numbers.articles else None
    if number is None or number[1] >= around.last or tokens.words[number[1]] not in numbers.uncounted:
        return None
    noun = around.people.get(number[1] + _UNIT_OF_AGE)
    if noun is None or noun.last > around.last:
        return None
    words = " ".join(tokens.words[noun.first : noun.last])
    return Quantity(at, noun.last, 1, 1, noun.phrase.kind, words, False)


def _numbered(
    tokens: Tokens, at: int, number: tuple[int, int], around: _Around, language: Language
) -> tuple[Quantity | None, int]:
    """(the quantity of a number at a token, the token to go on from), with what makes it rough or a range."""
    numbers, (value, after) = language.numbers, number
    leads = at > 0 and tokens.words[at] in numbers.multipliers and tokens.words[at - 1] in numbers.articles
    before = around.rough.get(at) or (around.rough.get(at - 1) if leads else None)
    kind = before.phrase.kind if before else ""
    second = _second(tokens, after, around, numbers, kind)
    start = before.first if before and kind != "to" and (kind in _WIDENING or second) else at
    if second is not None and second[0] > value:
        return _counted(tokens, (start, second[1]), (value, second[0]), around, language), second[1]
    one = _counted(tokens, (start, after), _bounds(value, kind), around, language)
    return (None if kind == "clock" and one is not None and not one.whom else one), after


def _one_more(tokens: Tokens, at: int, around: _Around, language: Language) -> Quantity | None:
    """One person besides those counted before, told by an ordinal: "a fourth died", "a fourth man"."""
    named = at + (tokens.words[at] in language.numbers.articles)
    bare = named == at and not language.numbers.in_nouns
    if bare or named >= around.last or not language.is_one_of(tokens.words[named], "ordinals"):
        return None
    one = _counted(tokens, (at, named + 1), (1, 1), around, language)
    if one is None or one.whom:
        return replace(one, other=True) if one else None
    follows = tokens.words[named + 1 : named + 2]
    kinds = ("passive", "having", "relative")
    beside = {named + 1, at - 1} & around.harm or any(language.is_one_of(w, kind) for w in follows for kind in kinds)
    of_thing = any(thing < at for thing in around.things)
    return replace(one, whom="people", other=True) if beside and not of_thing else None


def _bounds(value: int, kind: str) -> tuple[int, int | None]:
    return (value, None) if kind in ("at_least", "more_than") else (value, value)


def _counted(
    tokens: Tokens, number: tuple[int, int], bounds: tuple[int, int | None], around: _Around, language: Language
) -> Quantity | None:
    """With the noun that follows within a few words; None where it counts things ("three rockets")."""
    first, after = number
    others = language.numbers.other
    follows = tokens.words[after] if after < around.last else ""
    ages = any(language.is_one_of(word, "ages") for word in tokens.words[after : min(after + _AGE_WITHIN, around.last)])
    if ages or follows in language.numbers.uncounted or (tokens.words[first] in others and follows[:1].isdecimal()):
        return None
    after = behind_whole(tokens, after, around.people, around.last, language)
    if after + 1 < around.last and language.is_one_of(tokens.words[after], "of"):
        after += tokens.words[after + 1] in others
    behind = after < around.last and tokens.words[after] in others
    ahead = first > 0 and tokens.words[first - 1] in others
    first, other = first - ahead, ahead or behind or (after == first + 1 and tokens.words[first] in others)
    begins = behind_letters(tokens, after, around.last)  # "two U.S. soldiers"
    for at in range(begins, _noun_until(tokens, begins, behind, around, language)):
        if tokens.starts[at] - tokens.ends[at - 1] > 1 + (after < begins == at):
            break
        noun = around.people.get(at)
        if noun is not None and tokens.words[at] in language.numbers.uncounted:
            return None
        if noun is not None and noun.last <= around.last:
            words = " ".join(tokens.words[noun.first : noun.last])
            other = other or is_other(tokens, noun.last, around.last, language)
            return Quantity(first, noun.last, *bounds, noun.phrase.kind, words, other)
        if at in around.things and at + 1 not in around.people:
            return None
        if at > after and tokens.words[at][0].isdecimal() and at + 1 in around.things:  # "20 of the 24 drones"
            return None
        again = tokens.words[at] in language.numbers.words and tokens.words[at] not in language.numbers.articles
        if at in around.harm or tokens.words[at][0].isdecimal() or again:  # "on 12 May two farmers"
            break
    return Quantity(first, after + behind, *bounds, "", "", other)


def _noun_until(tokens: Tokens, after: int, other: bool, around: _Around, language: Language) -> int:
    """The token before which the noun of a number must begin; right behind it where nouns themselves tell numbers."""
    if not language.numbers.in_nouns:
        return min(after + _NOUN_WITHIN + other, around.last)
    while after < around.last and any(language.is_one_of(tokens.words[after], kind) for kind in ("of", "definite")):
        after += 1
    return min(after + 1, around.last)


def _second(tokens: Tokens, at: int, around: _Around, numbers: NumberWords, kind: str) -> tuple[int, int] | None:
    """The upper number of "between 10 and 15", "10 to 15" or "10-15"."""
    last = around.last
    if at >= last:
        return None
    link = around.rough.get(at + 1)
    linked = link is not None and link.first == at and link.phrase.kind == "to"
    if linked and (kind in ("between", "from") or tokens.words[at] not in numbers.joined):
        return number_at(tokens, at + 1, last, numbers)
    if tokens.words[at].isdecimal() and tokens.starts[at] - tokens.ends[at - 1] == 1:
        return number_at(tokens, at, last, numbers)
    return None
