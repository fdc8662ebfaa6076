"""What UCDP promises of its rows, checked while they are read. A broken promise is told and never repaired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from etl.items import Notice
from etl.sources._ucdp_text import AT

_SHOWN = 8
_PARTS = itemgetter(*(AT[name] for name in ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")))


class Toll(NamedTuple):
    """Numbers of people killed; None where it is not told."""

    low: int | None
    best: int | None
    high: int | None


class Promises:
    """Counts the rows of one file that break each promise, and remembers the first of them."""

    def __init__(self) -> None:
        self._broken: dict[str, list[int]] = {}
        self._countries: Counter[str] = Counter()
        self._source_dates: Counter[str] = Counter()

    def check(self, row: int, cells: Sequence[str], start: date, toll: Toll) -> None:
        """Look at one row: its cells, its first day and its toll."""
        year = cells[AT["year"]]
        if year and year != str(start.year):
            self._breaks("year is not that of date_start", row)
        low, best, high = toll
        if best is None:
            return
        if high is not None and best > high:
            self._breaks("best is above high", row)
        if low is not None and low > best:
            self._breaks("low is above best", row)
        parts = _PARTS(cells)
        if all(map(str.isdecimal, parts)) and sum(map(int, parts)) != best:
            self._breaks("best is not the sum of deaths_a, deaths_b, deaths_civilians and deaths_unknown", row)

    def unknown_country(self, name: str) -> None:
        """Remember a country's name that no table knows."""
        self._countries[name] += 1

    def unread_source_date(self, cell: str) -> None:
        """Remember days of a row's sources that cannot be read."""
        self._source_dates[cell] += 1

    def notices(self, file: str) -> Iterator[Notice]:
        """One Notice for each kind of finding."""
        for kind, rows in self._broken.items():
            first = ", ".join(map(str, rows[:_SHOWN])) + (", ..." if len(rows) > _SHOWN else "")
            yield Notice(file, f"{kind} in {len(rows)} rows (kept as given): rows {first}")
        for name in self._countries:
            yield Notice(file, f"the country {name!r} is unknown: its rows have no country code")
        if self._source_dates:
            shown = next(iter(self._source_dates))[:80]
            told = f"source_date cannot be read in {len(self._source_dates)} forms, the first {shown!r}"
            yield Notice(file, f"{told}: those rows have no day of first report")

    def _breaks(self, kind: str, row: int) -> None:
        self._broken.setdefault(kind, []).append(row)
