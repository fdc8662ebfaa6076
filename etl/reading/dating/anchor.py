"""The day from which relative words of a report count: its dateline's ("LIMA, 30 Jul (EFE) -"), or publication."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from etl.reading.scan.clauses import Scan
from etl.reading.scan.sentences import dateline_end

_AT_MOST = timedelta(days=3)
"""A dateline is older than publication by so much at most; else it is that of a text quoted."""
_LAST_DAY = 31
_NEAR = 2


def anchor_of(scanned: Scan, published: date | None) -> date | None:
    """The day of the dateline where it tells one shortly before publication, else the day of publication."""
    if published is None:
        return None
    words = scanned.tokens.words
    last = scanned.tokens.at_or_after(dateline_end(scanned.text))
    months = scanned.language.temporal.values["month"]
    for at in range(last):
        if words[at] not in months:
            continue
        beside = [*reversed(words[max(0, at - _NEAR) : at]), *words[at + 1 : min(at + 2, last)]]
        days = [int(word) for word in beside if word.isdecimal() and 0 < int(word) <= _LAST_DAY]
        told = _latest(days[0], int(months[words[at]]), published) if days else None
        if told is not None and published - told <= _AT_MOST:
            return told
    return published


def _latest(day: int, month: int, published: date) -> date | None:
    """The latest such day on or before publication."""
    for year in (published.year, published.year - 1):
        if day <= monthrange(year, month)[1] and (told := date(year, month, day)) <= published:
            return told
    return None
