"""Round-ups and live pages: paragraphs that each bear a mark of the same sort, and so tell of things of their own.

The marks: a place ("KARACHI:", "Arauca."), a number or dot, a day ("27/10."), or a time of day ("18:40", the newest
often first).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from etl.reading.words.temporal import TemporalGrammar, TimeExpression
from etl.reading.words.text import Text

Sort = Literal["", "place", "item", "day", "clock"]
Span = tuple[int, int]

_ITEM = re.compile(r"(?:\(?\d{1,2}[.)]|[-–—•*]) +(?=\S)")
_CLOCK = re.compile(
    r"(?P<hour>[01]?\d|2[0-3])(?:(?: ?[:h] ?|\.)(?P<minute>[0-5]\d)(?: ?[A-Z]{2,4}\b)?(?: ?[-–—:.,])? +"
    r"| ?[^\W\d_]{1,6}\.?(?: ?(?P<past>[0-5]\d))? [-–—] +)"
)
_DAY = re.compile(
    r"(?P<what>(?:[^\W\d_]+ ){0,3}(?:(?P<first>\d{1,2}) ?(?:[^\W\d_]{1,2}|[-–—]) ?)?"
    r"(?P<day>\d{1,2})/(?P<month>\d{1,2}))(?:/\d{2,4})? ?[.:–—-] +"
)
_HEAD = re.compile(r"(?P<what>[^\n.:;!?()\"]{2,40}?)(?: ?\([^()\n]{2,40}\))? ?(?:[.:]|--| [–—-]) +(?=\S)")
_DAYS = frozenset({"weekday", "nights", "day_month", "date", "yesterday", "today"})
_FEWEST = 2
_FEWEST_UNKNOWN = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A paragraph with a mark of its own: `start:end` without the mark; the place or the day that heads it."""

    number: int
    start: int
    end: int
    place: Span | None = None
    day: TimeExpression | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """The paragraphs of a text in the order of what they tell; sort is empty where they bear no marks."""

    sort: Sort
    sections: tuple[Section, ...]

    @property
    def is_apart(self) -> bool:
        """Whether each section tells of things of its own."""
        return self.sort in ("place", "item", "day")


_Marked = Callable[[Text, Sequence[Section], Collection[Span], Collection[str]], "list[Section] | None"]


def layout_of(
    text: Text,
    paragraphs: Sequence[Span],
    known: Collection[Span],
    ordinary: Collection[str] = (),
    grammar: TemporalGrammar | None = None,
) -> Layout:
    """What marks the paragraphs of a text.

    known: the spans of place names of the gazetteer; ordinary: folded words that are no names.
    """
    plain = [Section(number, start, end) for number, (start, end) in enumerate(paragraphs)]
    if grammar is not None and (by_day := _headed_by_days(text, plain, grammar)) is not None:
        return Layout("day", tuple(by_day))
    sorts: tuple[tuple[Sort, _Marked], ...] = (
        ("clock", _clocked), ("day", _dated), ("place", _placed), ("item", _numbered),
    )  # fmt: skip
    for sort, of_sort in sorts:
        found = of_sort(text, plain, known, ordinary)
        if found is not None:
            return Layout(sort, tuple(replace(one, number=number) for number, one in enumerate(found)))
    return Layout("", tuple(plain))


def _clocked(text: Text, plain: Sequence[Section], *_: object) -> list[Section] | None:
    """Entries of a live page, the oldest first."""
    marks = [_CLOCK.match(text.plain, one.start, one.end) for one in plain]
    times = [int(mark["hour"]) * 60 + int(mark["minute"] or mark["past"] or 0) for mark in marks if mark]
    if len(times) < max(_FEWEST, len(plain) / 2):
        return None
    found = [replace(one, start=mark.end()) if mark else one for one, mark in zip(plain, marks, strict=True)]
    falling = sum(after < before for before, after in pairwise(times))
    return found[::-1] if falling * 2 > len(times) - 1 else found


def _dated(text: Text, plain: Sequence[Section], *_: object) -> list[Section] | None:
    """Paragraphs headed by a day and month in numbers, the day first."""
    marks = [_DAY.match(text.plain, one.start, one.end) for one in plain]
    if sum(mark is not None for mark in marks) < _FEWEST:
        return None
    return [
        replace(one, start=mark.end(), day=_day(mark)) if mark and int(mark["month"]) <= 12 else one
        for one, mark in zip(plain, marks, strict=True)
    ]


def _headed_by_days(text: Text, plain: Sequence[Section], grammar: TemporalGrammar) -> list[Section] | None:
    """Paragraphs headed by a day in words: "MONDAY.", "Night of Tuesday to Wednesday:"."""
    found, days = [], 0
    for one in plain:
        head = _HEAD.match(text.plain, one.start, one.end)
        span = head.span("what") if head else (0, 0)
        told = grammar.find(text, *span, text.folded[slice(*span)].split()) if head else []
        is_day = len(told) == 1 and (told[0].start, told[0].end) == span and told[0].means in _DAYS
        days += is_day
        found.append(replace(one, start=head.end(), day=told[0]) if head and is_day else one)
    return found if days >= _FEWEST else None


def _day(mark: re.Match[str]) -> TimeExpression:
    told = {"day": int(mark["day"]), "month": int(mark["month"])}
    if mark["first"] is None:
        return TimeExpression(*mark.span("what"), "date", told)
    days = {"day": int(mark["first"]), "day2": int(mark["day"]), "month": int(mark["month"])}
    return TimeExpression(*mark.span("what"), "days", days)


def _placed(
    text: Text, plain: Sequence[Section], known: Collection[Span], ordinary: Collection[str]
) -> list[Section] | None:
    """Paragraphs headed by a place; capitals that the gazetteer does not know count where all heads differ.

    Beside heads that it knows, any other that is written as a name is one, too.
    """
    heads = [_HEAD.match(text.plain, one.start, one.end) for one in plain]
    spans = [head.span("what") if head else None for head in heads]
    in_gazetteer = [span in known for span in spans]
    words = [text.plain[span[0] : span[1]] for span in spans if span and text.plain[span[0] : span[1]].isupper()]
    all_differ = len(words) >= _FEWEST_UNKNOWN and len({*words}) == len(words)
    if sum(in_gazetteer) < _FEWEST and not all_differ:
        return None
    found = []
    for one, head, span, is_known in zip(plain, heads, spans, in_gazetteer, strict=True):
        counts = is_known or (all_differ and span is not None and text.plain[span[0] : span[1]].isupper())
        counts = counts or (sum(in_gazetteer) >= _FEWEST and span is not None and _is_named(text, span, ordinary))
        found.append(replace(one, start=head.end(), place=span) if head and counts else one)
    return found


def _is_named(text: Text, span: Span, ordinary: Collection[str]) -> bool:
    """Whether words are all written as names, and not all are ordinary words; False in a language without a list."""
    words = text.plain[span[0] : span[1]].split()
    folded = text.folded[span[0] : span[1]].split()
    return bool(ordinary) and all(word[:1].isupper() for word in words) and any(w not in ordinary for w in folded)


def _numbered(text: Text, plain: Sequence[Section], *_: object) -> list[Section] | None:
    marks = [_ITEM.match(text.plain, one.start, one.end) for one in plain]
    if sum(mark is not None for mark in marks) < _FEWEST:
        return None
    return [replace(one, start=mark.end()) if mark else one for one, mark in zip(plain, marks, strict=True)]
