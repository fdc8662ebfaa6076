"""One number of people, and how one told right after another goes with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.words.language import Language
from etl.reading.words.text import Tokens

_JOINED_WITHIN = 3
_SEVERAL = 2


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


def with_unknown_nouns(tokens: Tokens, found: Sequence[Quantity], language: Language) -> list[Quantity]:
    """The quantities, where an unknown noun in a list of people counts as one: "two guards, three X"."""
    told = list(found)
    for at, one in enumerate(told):
        noun = one.last
        if one.whom or one.other or one.low < _SEVERAL or noun >= len(tokens.words):
            continue
        word = tokens.words[noun]
        plain = not language.knows(word) and word not in language.stop_words and is_plural(word, language)
        before = told[at - 1] if at else None
        after = told[at + 1] if at + 1 < len(told) else None
        follows = before is not None and bool(before.whom) and one.first - before.last <= 1
        leads = after is not None and bool(after.whom) and after.first - noun <= _JOINED_WITHIN - 1
        if plain and (follows or leads):
            told[at] = replace(one, last=noun + 1, whom="people", noun=word)
    return told


def is_plural(noun: str, language: Language) -> bool:
    """Whether a folded noun means more than one."""
    last = noun.rsplit(maxsplit=1)[-1]
    if last in language.words.get("plurals", ()):
        return True
    endings = tuple(language.words.get("plural_endings", ()))
    return bool(endings) and last.endswith(endings) and last not in language.words.get("singulars", ())


def is_plural_only(noun: str, language: Language) -> bool:
    """Whether a folded noun means more than one and cannot mean one, as "Pakistanais" can."""
    alike = tuple(language.words.get("singular_endings", ()))
    return is_plural(noun, language) and not (alike and noun.endswith(alike))
