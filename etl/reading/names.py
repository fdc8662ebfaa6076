"""Place names: those of the gazetteer, and words that stand where a place name stands but are in no gazetteer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from etl.reading.language import Language
from etl.reading.phrases import Hit
from etl.reading.text import Text, Tokens

_NAME = re.compile(
    r"[ '(]{0,2}([^\W\d_a-zß-öø-ÿœ][\w'-]*(?: (?:(?:al|el|ibn|bin|de|du|la)[ -])?[^\W\d_a-zß-öø-ÿœ][\w'-]*)*)"
)
_NAME_BEFORE = re.compile(r"\b(?:the|a|of|de|la|le|el) ([^\W\d_a-zß-öø-ÿœ][\w'-]*(?: [^\W\d_a-zß-öø-ÿœ][\w'-]*)?) $")
_LONGEST = 60
_SHORTEST = 4
_TOWNS = frozenset({"town", "area"})


@dataclass(frozen=True, slots=True)
class Name:
    """A place name in offsets of the levelled text; kind as in `PlaceMention`, "unknown" where in no gazetteer."""

    start: int
    end: int
    kind: str
    countries: tuple[str, ...]


def is_all_capitals(plain: str) -> bool:
    """Whether a text is written in capitals throughout, so that they mark no names."""
    beginning = plain[:2000]
    letters = sum(map(str.isalpha, beginning))
    return letters > 0 and sum(map(str.isupper, beginning)) * 3 > letters * 2


def is_surname(text: Text, tokens: Tokens, name: Name, known: Sequence[Name], language: Language) -> bool:
    """Whether a town's name follows a word with a capital that is neither ordinary nor a place: "Danilo Barillas".

    Never so in a language without a list of ordinary words.
    """
    at = tokens.at_or_after(name.start) - 1
    if at < 0 or not language.ordinary or name.kind not in _TOWNS or " " in text.plain[name.start : name.end]:
        return False
    start, end = tokens.starts[at], tokens.ends[at]
    before = text.plain[start:end]
    if text.plain[end : name.start] != " " or not before[0].isupper() or len(before) < _SHORTEST or before.isupper():
        return False
    is_place = any(other.start < end and start < other.end for other in known)
    return not is_place and tokens.words[at] not in language.ordinary


def unknown_names(
    text: Text, tokens: Tokens, hits: Mapping[str, Sequence[Hit]], known: Sequence[Name], language: Language
) -> Iterator[Name]:
    """Capitalised words right after a word of place ("the village of X", "near X") that no gazetteer knows."""
    if is_all_capitals(text.plain):
        return
    taken = [(name.start, name.end) for name in known]
    taken += [(hit.start, hit.end) for layer in ("actor", "people", "event") for hit in hits.get(layer, ())]
    starts = {start for start, _ in taken}
    inside = {at for start, end in taken for at in range(start, end)}
    yield from _before_sites(text, hits.get("thing", ()), inside)
    said = {cue.last for cue in hits.get("cue", ()) if cue.phrase.kind == "says_at"}
    for cue in hits.get("cue", ()):
        if cue.phrase.kind != "names_follow" or cue.first in said or cue.last in said:
            continue
        found = _NAME.match(text.plain, cue.end, cue.end + _LONGEST)
        if found is None or found.start(1) == cue.end or found.start(1) in inside or found.start(1) in starts:
            continue
        first = tokens.at_or_after(found.start(1))
        if first < len(tokens.words) and tokens.words[first] not in language.temporal.classes:
            yield Name(found.start(1), found.end(1), "unknown", ())


def _before_sites(text: Text, things: Sequence[Hit], inside: set[int]) -> Iterator[Name]:
    """Capitalised words right before a word for a site: "the Elwak road", "the Balad base"."""
    for thing in things:
        found = _NAME_BEFORE.search(text.plain, max(0, thing.start - _LONGEST), thing.start)
        if thing.phrase.kind == "site" and found and found.start(1) not in inside and found.end(1) - 1 not in inside:
            inside.update(range(found.start(1), found.end(1)))
            yield Name(found.start(1), found.end(1), "unknown", ())
