"""A text set in capitals or in short lines as a newspaper would print it, letter for letter as long.

Ordinary words get small letters back, so that names, titles and places can be told by their capitals as elsewhere.
What is ordinary stands in `data/languages/<xx>/ordinary.txt`; in a language without that list capitals stay.
The idea of restoring case from a lexicon before names are looked for: Lita and others, "tRuEcasIng" (ACL 2003).
"""

from __future__ import annotations

import re

from etl.reading.scan.names import is_all_capitals
from etl.reading.scan.sentences import dateline_end, is_wrapped
from etl.reading.words.language import Language
from etl.reading.words.text import fold, text_of, tokens_of
from etl.records import FindPlaces

_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_])*")
_BRACKETED = re.compile(r"(?<=\w )[(\[]([^\W\d_]{2,8})[)\],]")
_LINE_END = re.compile(r"(?<=[^\s])\n(?=[^\s])")
_BEGINS = re.compile(r"(?:[.!?][\"')\]]*\s+|\n\s*\n\s*|^)[\"'(\[]*$")
_BEGINS_BACK = 8
_VOWELS = frozenset("aeiouy")
_NATIONS = frozenset({"country", "demonym"})


def as_printed(text: str, language: Language, find_places: FindPlaces) -> str:
    """The text, as long as it is, with its wrapped lines joined and, where all are capitals, small letters restored."""
    if is_wrapped(text):
        text = _LINE_END.sub(" ", text)
    return _recased(text, language, find_places) if language.ordinary and is_all_capitals(text) else text


def _recased(text: str, language: Language, find_places: FindPlaces) -> str:
    names = _names(text, language, find_places)
    short = {match.group(1) for match in _BRACKETED.finditer(text)}
    head = dateline_end(text_of(text))
    printed = [text[:head]]
    at = head
    for match in _WORD.finditer(text, head):
        begins = at == head or bool(_BEGINS.search(text, max(head, match.start() - _BEGINS_BACK), match.start()))
        printed += (text[at : match.start()], _word(match.group(), names[match.start()], begins, language, short))
        at = match.end()
    return "".join((*printed, text[at:]))


def _word(word: str, named: int, begins: bool, language: Language, short: set[str]) -> str:
    """A word as it is printed: small, with a first capital, or all in capitals."""
    small = word.lower()
    if named == _ALL or word in short or "." in word or len(small) != len(word):
        return word
    key = fold(small)
    if not named and language.is_one_of(key, "initials"):
        return word
    if key in language.ordinary and not named:
        return word[0] + small[1:] if begins else small
    is_abbreviation = not named and len(word) <= _SHORT and not _VOWELS & set(key)
    return word if is_abbreviation else word[0] + small[1:]


_SHORT = 5
_ABBREVIATED = 3
_FIRST, _ALL = 1, 2


def _names(text: str, language: Language, find_places: FindPlaces) -> bytearray:
    """For each letter whether it belongs to a known name: written with a first capital, or all in capitals."""
    names = bytearray(len(text) + 1)
    small = language.stop_words | language.words["particles"]
    for mention in find_places(text, language.code):
        words = tokens_of(fold(mention.text)).words
        ordinary = all(word in language.ordinary for word in words)
        nation = mention.kind in _NATIONS and not (ordinary and len(mention.text) <= _ABBREVIATED)
        whole = len(words) > 1 and not ordinary and words[0] not in language.stop_words and words[-1] not in small
        if nation or whole:
            names[mention.span.start : mention.span.end] = bytes([_FIRST]) * (mention.span.end - mention.span.start)
    levelled = text_of(text)
    if levelled.origins is not None:
        return names
    tokens = tokens_of(levelled.folded)
    for hit in language.book.find(tokens).get("actor", ()):
        kind = _ALL if "capitals" in hit.phrase.marks else 0 if "any_case" in hit.phrase.marks else _FIRST
        if kind and not all(word in language.stop_words for word in tokens.words[hit.first : hit.last]):
            names[hit.start : hit.end] = bytes([kind]) * (hit.end - hit.start)
    return names
