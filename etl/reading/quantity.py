"""One number of people, and how one told right after another goes with it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from etl.reading.language import Language
from etl.reading.text import Tokens

_JOINED_WITHIN = 3


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


def is_pronoun(before: Quantity, one: Quantity, at: int) -> bool:
    """The "one" of "a British one" counts nobody new."""
    single = before.low == before.high == one.low == one.high == 1 and not one.whom
    return single and bool(before.whom) and before.last <= at <= before.last + 1


def is_apposition(before: Quantity, one: Quantity) -> bool:
    """Whether a noun only says more of the person before it ("a contractor, a civilian"), no agent of its harm."""
    single = before.low == before.high == one.low == one.high == 1
    return single and bool(before.whom) and bool(one.whom) and before.last == one.first and before.whom != "attacker"


def of_same(tokens: Tokens, before: Quantity, one: Quantity, language: Language) -> Quantity:
    """A number without a noun that is joined to one with it: "two US soldiers and a British one"."""
    between = tokens.words[before.last : one.first]
    joined = len(between) <= _JOINED_WITHIN and any(language.is_one_of(word, "and") for word in between[-1:])
    if one.whom or not before.whom or not joined or one.low != 1 or one.high != 1:
        return one
    return replace(one, whom=before.whom, noun=before.noun)


def is_plural(noun: str, language: Language) -> bool:
    """Whether a folded noun means more than one."""
    last = noun.rsplit(maxsplit=1)[-1]
    if last in language.words.get("plurals", ()):
        return True
    endings = tuple(language.words.get("plural_endings", ()))
    return bool(endings) and last.endswith(endings) and last not in language.words.get("singulars", ())
