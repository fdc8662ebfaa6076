"""Numbers and their nouns apart: told by the form of a noun, behind it, or before the whole they are a part of."""

from __future__ import annotations

from collections.abc import Mapping

from etl.reading.scan.quantity import Quantity
from etl.reading.words.language import Language
from etl.reading.words.number_words import number_at
from etl.reading.words.phrases import Hit
from etl.reading.words.text import Tokens

_PAIR = 2


def of_noun(tokens: Tokens, noun: Hit, last: int, language: Language) -> Quantity | None:
    """The number that the form of a noun before token `last` tells: one without an article ("a man"), or two."""
    is_definite = noun.first > 0 and language.is_one_of(tokens.words[noun.first - 1], "definite")
    number = 2 if "two" in noun.phrase.marks else 1 if "one" in noun.phrase.marks and not is_definite else 0
    if not number or noun.last > last:
        return None
    words = " ".join(tokens.words[noun.first : noun.last])
    # "Two" may be told once more behind a dual.
    again = noun.last < last and number == _PAIR and language.numbers.words.get(tokens.words[noun.last]) == _PAIR
    end = noun.last + again
    return Quantity(noun.first, end, number, number, noun.phrase.kind, words, is_other(tokens, end, last, language))


def behind_noun(tokens: Tokens, noun: Hit, last: int, language: Language) -> Quantity | None:
    """The number behind a noun, both with their article ("المهاجمون الستة", six attackers), or a noun with its owner.

    "أطفالها الأربعة" are her four children.
    """
    if noun.last >= last or not language.is_one_of(tokens.words[noun.last], "definite"):
        return None
    owned = tokens.words[noun.last - 1].endswith(tuple(language.words.get("owners", ())) or ("\0",))
    if not owned and (not noun.first or not language.is_one_of(tokens.words[noun.first - 1], "definite")):
        return None
    number = number_at(tokens, noun.last + 1, last, language.numbers)
    if number is None or number[0] < 2:
        return None
    words = " ".join(tokens.words[noun.first : noun.last])
    return Quantity(noun.first, number[1], number[0], number[0], noun.phrase.kind, words, False)


def is_adjective(tokens: Tokens, at: int, value: int, language: Language) -> bool:
    """Whether a one or two only goes with a noun that counts nobody: "عائلة واحدة" (a single family)."""
    numbers = language.numbers
    return numbers.in_nouns and value <= _PAIR and at > 0 and tokens.words[at - 1] in numbers.uncounted


def is_other(tokens: Tokens, at: int, last: int, language: Language) -> bool:
    """Whether a word such as "others" follows a noun, in a language that puts it there."""
    numbers = language.numbers
    return numbers.in_nouns and at < last and tokens.words[at] in numbers.other


def behind_whole(tokens: Tokens, after: int, people: Mapping[int, Hit], last: int, language: Language) -> int:
    """The token behind the whole of which a number is a part, else `after`: "two of the three men".

    people: by the token at which they begin.
    """
    at = after
    while at < last and any(language.is_one_of(tokens.words[at], kind) for kind in ("of", "definite")):
        at += 1
    whole = number_at(tokens, at, last, language.numbers) if at > after else None
    return whole[1] if whole is not None and whole[1] in people else after


def behind_letters(tokens: Tokens, at: int, last: int) -> int:
    """The token behind letters with full stops ("two U.S. soldiers"), the token itself where none stand there."""
    end = at
    while end < last and len(tokens.words[end]) == 1 and tokens.words[end].isalpha():
        if end > at and tokens.starts[end] - tokens.ends[end - 1] > 1:
            break
        end += 1
    return end if end - at > 1 else at
