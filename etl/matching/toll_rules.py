"""Merging what reports say in numbers and days: ranges are kept, nothing is averaged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

Row = Mapping[str, Any]
Origin = tuple[str, str, str]
"""Field, incident_id, rule."""

_BASES = ("explicit", "offset", "relative", "published", "none")


def count(name: str, rows: Sequence[Row], voices: Sequence[int]) -> tuple[dict[str, Any], list[Origin], bool]:
    """One count over the reports: lowest to highest told, best by most voices, then by the latest report.

    A voice that tells it again is heard with what it told last.

    Returns the four columns, their origins, and whether the ranges of two reports do not meet.
    """
    words = f"{name}_told"
    told = [(row, voice) for row, voice in zip(rows, voices, strict=True) if row[words] is not None]
    if not told:
        return {}, [], False
    ranges = [_range(name, row) for row, _ in told]
    with_best = [(row, voice) for row, voice in told if row[f"{name}_best"] is not None]
    giver = _best_giver(name, _last_told(with_best)) if with_best else told[0][0]
    low, high = min(r[0] for r in ranges), max(r[1] for r in ranges)
    told_high = [row[f"{name}_high"] for row, _ in told]
    is_open = any(top is None and r[0] >= high for top, r in zip(told_high, ranges, strict=True))
    values = {f"{name}_low": low, f"{name}_best": giver[f"{name}_best"], f"{name}_high": None if is_open else high,
              f"{name}_told": giver[f"{name}_told"]}  # fmt: skip
    rule = "only one told" if len(told) == 1 else "most voices, then latest report; range over all"
    disjoint = max(r[0] for r in ranges) > min(
        _top(row[f"{name}_high"], r) for (row, _), r in zip(told, ranges, strict=True)
    )
    return values, [(name, giver["incident_id"], rule)], disjoint


def _range(name: str, row: Row) -> tuple[int, int]:
    """Lowest and highest number that is named; for an open range its upper end is the best."""
    numbers = [row[f"{name}_{part}"] for part in ("low", "best", "high") if row[f"{name}_{part}"] is not None]
    return (min(numbers), max(numbers)) if numbers else (0, 0)


def _top(high: int | None, named: tuple[int, int]) -> float:
    return float("inf") if high is None else named[1]


def _last_told(told: Sequence[tuple[Row, int]]) -> list[tuple[Row, int]]:
    """Of each voice the rows of its latest day: what an origin tells of an event again, it tells instead."""
    latest: dict[int, date] = {}
    for row, voice in told:
        latest[voice] = max(latest.get(voice, date.min), row["published"] or date.min)
    return [(row, voice) for row, voice in told if (row["published"] or date.min) == latest[voice]]


def _best_giver(name: str, told: Sequence[tuple[Row, int]]) -> Row:
    heard = Counter(value for value, _ in {(row[f"{name}_best"], voice) for row, voice in told})
    return max(
        (row for row, _ in told),
        key=lambda row: (heard[row[f"{name}_best"]], row["published"] or date.min, row[f"{name}_best"]),
    )


def when(rows: Sequence[Row], voices: Sequence[int]) -> tuple[Row | None, bool]:
    """The report whose date holds: of those that most voices allow, the narrowest; and whether two do not meet.

    A voice allows a date if one of its own meets it: ten reprints of one wire weigh no more than one other report.
    """
    dated = [(row, voice) for row, voice in zip(rows, voices, strict=True) if row["date_start"] or row["date_end"]]
    if not dated:
        return None, False
    meeting = [[(other, voice) for other, voice in dated if _meets(row, other)] for row, _ in dated]
    allowed = [len({voice for _, voice in met}) for met in meeting]

    def weight(at: int) -> tuple[int, timedelta, int, date, str]:
        row = dated[at][0]
        basis = _BASES.index(row["date_basis"] or "none")
        return -allowed[at], _width(row), basis, row["date_start"] or date.min, row["incident_id"]

    best = min(range(len(dated)), key=weight)
    return dated[best][0], min(map(len, meeting)) < len(dated)


def _interval(row: Row) -> tuple[date, date]:
    return row["date_start"] or date.min, row["date_end"] or date.max


def _width(row: Row) -> timedelta:
    start, end = _interval(row)
    return end - start


def _meets(one: Row, other: Row) -> bool:
    (a0, a1), (b0, b1) = _interval(one), _interval(other)
    return a0 <= b1 and b0 <= a1
