"""Paragraphs, sentences and the dateline of a text, by rule."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from etl.reading.scan.sections import Layout, Span, layout_of
from etl.reading.words.language import Language
from etl.reading.words.text import Text

LONGEST = 1200
"""A sentence is parted by force after this many characters, so that no rule ever sees an endless one."""

_BLANK_LINE = re.compile(r"\n[ \n]*\n")
_NEW_LINE = re.compile(r"\n")
_END = re.compile(r"[.!?؟][\"')\]]{0,3}[ \n]+(?=[\"'(\[]{0,3}(?:[^\W_]|-))")
_LAST_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")
_DATELINE = re.compile(r"\s{0,20}([^\n.!?:;]{2,90}?(?:\([^()\n]{2,60}\)[^\n.!?]{0,12})?)\.? ?(?:--|-|–|—|:) (?=\S)")
_STOPPED = re.compile(
    r"\s{0,20}(?P<town>[^\W\d_a-zß-öø-ÿœ][^\n.!?:;,]{2,40})"
    r"(?:,(?: [^\W\d_]{2,3})? \d{1,2}(?:º|er|st|nd|rd|th)?"
    r"(?: [^\W\d_]{2,3})? [^\W\d_]{3,12}(?:(?: [^\W\d_]{2,3})? \d{4})?)?"
    r"\. (?=\S)"
)
"""A dateline that a full stop ends: "Managua, 8 de junio. ", "LIMA. "; without its day the town is in capitals."""
_HEADLINE = re.compile(r"\s{0,20}[^\n]{4,200}[^\n.!?:;,\"]\n[ \n]*\n\s{0,20}")
_MARK = re.compile(r"(?:\[[^\[\]]{3,200}\]\s{0,5})+")
"""An editor's remarks before the text proper: "[TEXT]", "[COMMUNIQUE] [EXCERPTS]"."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`plain[start:end]`, the number of its paragraph in the order of what is told, and its place in it."""

    start: int
    end: int
    paragraph: int
    number: int


def dateline_of(text: Text) -> Span:
    """Where "KABUL, 4 May (Agency) -" begins, and the text proper behind it; (0, 0) where there is no dateline.

    It opens the text, or what follows a headline: a first line without a full stop and with a blank line below.
    """
    return _dateline_of(text.plain)


@lru_cache(maxsize=8)
def _dateline_of(plain: str) -> Span:
    headline = _HEADLINE.match(plain)
    for begin in (0, headline.end() if headline else 0):
        found = _DATELINE.match(plain, begin, begin + 220)
        if found is None:
            stopped = _STOPPED.match(plain, begin, begin + 120)
            if stopped and (stopped["town"].isupper() or stopped.end("town") + 2 < stopped.end()):
                return begin, stopped.end()
            continue
        head = found.group(1)
        dated = any(char.isdecimal() for char in head) or "(" in head or head.partition(",")[0].isupper()
        if dated and not head[:1].islower() and head[:1].isalpha():
            mark = _MARK.match(plain, found.end())
            return begin, mark.end() if mark else found.end()
    return 0, 0


def dateline_end(text: Text) -> int:
    """Where the text proper begins behind a dateline; 0 where there is none."""
    return dateline_of(text)[1]


def sentences_of(text: Text, language: Language, known: Collection[Span]) -> tuple[list[Sentence], Layout]:
    """The sentences of a text without its dateline, in the order of what its paragraphs tell, and their layout.

    known: spans of place names of the gazetteer.
    """
    begin, head = dateline_of(text)
    layout = layout_of(text, list(_paragraphs(text.plain, 0)), known, language.ordinary, language.temporal)
    if not layout.sort:
        layout = layout_of(text, list(_paragraphs(text.plain, 0 if begin else head)), ())
    found: list[Sentence] = []
    for section in layout.sections:
        start = head if section.place is None and section.start < head < section.end else section.start
        for number, (first, last) in enumerate(_parted(text, start, section.end, language.abbreviations)):
            found.append(Sentence(first, last, section.number, number))
    return found, layout


def _paragraphs(plain: str, start: int) -> Iterator[tuple[int, int]]:
    """Blocks between blank lines; each line is one where lines are not wrapped in the middle of sentences."""
    wrapped = is_wrapped(plain)
    for block_start, block_end in _pieces(plain, start, len(plain), _BLANK_LINE):
        if wrapped:
            yield block_start, block_end
        else:
            yield from _pieces(plain, block_start, block_end, _NEW_LINE)


def is_wrapped(plain: str) -> bool:
    """Whether lines are broken in the middle of sentences, as on a screen of fixed width."""
    lines = [line for line in plain[:8000].split("\n") if line.strip()]
    inner = [line for line in lines[:-1] if not line.rstrip().endswith((".", "!", "?", '"', ":"))]
    return len(lines) > 2 and len(inner) > len(lines) / 2 and max(map(len, lines)) <= 100


def _pieces(plain: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    at = start
    for gap in between.finditer(plain, start, end):
        if plain[at : gap.start()].strip():
            yield _trimmed(plain, at, gap.start())
        at = gap.end()
    if plain[at:end].strip():
        yield _trimmed(plain, at, end)


def _trimmed(plain: str, start: int, end: int) -> tuple[int, int]:
    piece = plain[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _parted(text: Text, start: int, end: int, abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    at = start
    for stop in _END.finditer(text.plain, start, end):
        if _is_stop(text, at, stop, abbreviations):
            yield from _short_enough(text.plain, *_trimmed(text.plain, at, stop.end()))
            at = stop.end()
    if text.plain[at:end].strip():
        yield from _short_enough(text.plain, *_trimmed(text.plain, at, end))


def _is_stop(text: Text, at: int, stop: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """A full stop ends a sentence unless it follows an initial, abbreviation or bare date, or a small letter comes."""
    following = text.plain[stop.end() : stop.end() + 5].lstrip("\"'([")[:1]
    if following.islower():
        return False
    if text.plain[stop.start()] != ".":
        return True
    if not any(char.isalpha() for char in text.plain[at : stop.start()]):
        return False
    word = _LAST_WORD.search(text.folded, max(at, stop.start() - 20), stop.start())
    if word is None:
        return True
    last = word.group()
    single = len(last) == 1 and text.plain[word.start()].isupper()
    return not (single or last in abbreviations)


def _short_enough(plain: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > LONGEST:
        cut = plain.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield start, cut
        start = cut
    if end > start:
        yield start, end
