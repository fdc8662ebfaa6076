"""Names of groups told by what is said of them: who is blamed, and what an abbreviation in brackets spells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set

from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit, Phrase
from etl.reading.words.text import Text, Tokens

_CAPITAL = r"[^\W_a-zß-öø-ÿœ][\w'’-]*"
_SMALL = r"(?:(?:al|el|ibn|bin|de|del|du|des|la|las|los|of|for|the|pour|para|et|y|and|do|e)[ -]){0,2}"
_RUN = re.compile(rf"\"?({_CAPITAL}(?: {_SMALL}{_CAPITAL})*)")
_BRACKETED = re.compile(r"\(([^\W\d_a-zß-öø-ÿœ][A-Z.-]{1,7})\)")
_IN_WORD = re.compile(r"[\w(-]")
_SMALL_WORDS = 3
_LONGEST = 12
_SHORTEST = 2
_RUN_WITHIN = 60

Span = tuple[int, int]


def of_stances(text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language) -> Iterator[Span]:
    """Capitalised words right behind an accusation ("blamed the X")."""
    for cue in hits.get("cue", ()):
        if cue.phrase.kind == "accuse" and "suspected" not in cue.phrase.marks:
            found = _RUN.match(text.plain, _behind_small_words(text, tokens, cue.last, language))
            if found is not None and text.plain[cue.end : found.start()].strip(" abcdefghijklmnopqrstuvwxyz'") == "":
                yield found.span(1)


def who_answer(text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], language: Language) -> Iterator[Span]:
    """Capitalised words right before a claim or denial, two of them or with an article: "the Sons of X took credit".

    Only where small letters are written, and where the file of a language names `auxiliaries`.
    """
    for cue in hits.get("cue", ()) if "auxiliaries" in language.words else ():
        if cue.phrase.kind not in ("claim", "deny") or not text.plain[cue.start : cue.end].islower():
            continue
        at = cue.first
        while at and at > cue.first - _SMALL_WORDS and language.is_one_of(tokens.words[at - 1], "auxiliaries"):
            at -= 1
        end = tokens.ends[at - 1] if at else 0
        runs = [run for run in _RUN.finditer(text.plain, max(0, end - _RUN_WITHIN), end) if run.end(1) == end]
        for run in runs:
            first = tokens.at_or_after(run.start(1))
            article = language.is_one_of(tokens.words[first], "definite")
            first += article
            led = article or (first > 0 and language.is_one_of(tokens.words[first - 1], "definite"))
            # "A group, Sons of X, said it did it", but not "Bombing, claimed by X".
            aside = at - first > 1 and text.plain[end : tokens.starts[at]] == ", "
            tied = aside or text.plain[end : tokens.starts[at]] == " "
            if tied and text.plain[tokens.starts[first]].isupper() and (at - first > 1 or (led and at > first)):
                yield tokens.starts[first], end


def _behind_small_words(text: Text, tokens: Tokens, at: int, language: Language) -> int:
    """Where the first word behind `at` begins that is no small word."""
    small = ("definite", "of", "by", "stop_words")
    for _ in range(_SMALL_WORDS):
        known = at < len(tokens.words) and tokens.words[at]
        written_small = known and text.plain[tokens.starts[at]].islower()
        if not written_small or not any(language.is_one_of(tokens.words[at], kind) for kind in small):
            break
        at += 1
    start = tokens.starts[at] if at < len(tokens.words) else len(text.plain)
    return start - (text.plain[start - 1 : start] == '"')


def with_abbreviations(text: Text, tokens: Tokens, actors: Sequence[Hit], language: Language) -> list[Hit]:
    """The actors, with each name that an abbreviation in brackets spells, and the abbreviation wherever it stands.

    A name counts where it or its abbreviation is one of the actors, or where words that groups bear are in it.
    """
    found = list(actors)
    for brackets in _BRACKETED.finditer(text.plain):
        at = tokens.at_or_after(brackets.start(1))
        first = spelled_from(tokens, at, language)
        if first is None:
            continue
        start, end = tokens.starts[first], tokens.ends[at - 1]
        inside = [hit for hit in found if hit.start < brackets.end() and start < hit.end]
        named = next((hit.phrase for hit in inside if hit.phrase.name), None)
        groups = any(language.is_one_of(word, "group_words") for word in tokens.words[first:at])
        if named is None and not inside and not groups:
            continue
        phrase = named or Phrase("actor", "group", name=f"group:{tokens.words[at]}")
        found = [hit for hit in found if hit not in inside]
        found.append(Hit(phrase, first, at + 1, start, end))
        again = [*_again(text, tokens, brackets[1], phrase, found)]
        starts = {hit.start for hit in again}
        found = [*again, *(hit for hit in found if hit.start not in starts)]
        found.sort(key=lambda hit: hit.start)
    return found


def spelled_from(tokens: Tokens, at: int, language: Language) -> int | None:
    """The first of the words before token `at` whose initials it spells, with or without those of small words."""
    small = {
        place
        for place in range(max(0, at - _LONGEST), at)
        if any(language.is_one_of(tokens.words[place], kind) for kind in ("stop_words", "definite"))
    }
    letters = "".join(letter for letter in tokens.words[at] if letter.isalpha())
    if len(letters) < _SHORTEST:
        return None
    found = (_initials_from(tokens, at, letters, silent, small) for silent in (small, set()))
    return next((first for first in found if first is not None), None)


def _initials_from(tokens: Tokens, at: int, letters: str, silent: Set[int], small: Set[int]) -> int | None:
    left = list(letters)
    place = at
    while left and place > max(0, at - _LONGEST):
        place -= 1
        if tokens.words[place][:1] == left[-1] and place not in silent:
            left.pop()
        elif place not in small:
            return None
    return None if left else place


def _again(text: Text, tokens: Tokens, written: str, phrase: Phrase, known: Sequence[Hit]) -> Iterator[Hit]:
    """The abbreviation wherever else it stands alone and is of no known name."""
    taken = {hit.first for hit in known if hit.phrase.name}
    for found in re.finditer(rf"{re.escape(written)}(?![\w)])", text.plain):
        first, last = tokens.at_or_after(found.start()), tokens.at_or_after(found.end())
        goes_on = found.start() and _IN_WORD.match(text.plain, found.start() - 1)
        if first not in taken and first < last and not goes_on:
            yield Hit(phrase, first, last, *found.span())
