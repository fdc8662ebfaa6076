"""When a mapped row happened: a day, an interval, or what of year, month and day is told."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from etl.records import DateBasis, DatePrecision
from etl.sources._cells import UnusableCellError
from etl.sources._days import DayColumn
from etl.sources._mapped_cells import Fields, Told
from etl.sources._mapping import TableMapping

_PART = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:\.0)?")
_MONTH_FIRST = re.compile(r"(\d{1,2})[-/.](\d{4})")
_NO_PART = frozenset({"", "0", "00", "-9", "-99"})
"""What stands for a month or day that is not known."""


@dataclass(frozen=True, slots=True)
class When:
    """First and last day that it may have happened; neither where no day is told."""

    start: date | None
    end: date | None
    precision: DatePrecision
    basis: DateBasis = "explicit"


UNDATED = When(None, None, "unknown", "none")


class WhenReader:
    """Reads the days of one table's rows."""

    def __init__(self, mapping: TableMapping, days: DayColumn) -> None:
        self._days = days
        self._fields = Fields(mapping)

    def of(self, told: Told, precision: DatePrecision | None) -> When:
        """The interval of a row; precision: what its code says, if it has one. Raises UnusableCellError."""
        when = self._of_parts(told, precision) if self._fields.has("year") else self._of_cell(told, precision)
        if when.start is None or not self._fields.first("date_unsure", told)[1]:
            return when
        # The day stands for a time that its source tells in words only.
        return When(when.start, when.end, "unknown") if when.precision == "day" else when

    def _of_cell(self, told: Told, precision: DatePrecision | None) -> When:
        column, cell = self._fields.first("date", told)
        if not cell:
            return UNDATED
        if found := _PART.fullmatch(cell):
            return self._of_numbers(column, cell, found[1], found[2] or "", "")
        if found := _MONTH_FIRST.fullmatch(cell):
            return self._of_numbers(column, cell, found[2], found[1], "")
        start = self._day(column, cell)
        return self._until(start, told, precision or "day")

    def _of_parts(self, told: Told, precision: DatePrecision | None) -> When:
        (column, year), (_, month), (_, day) = (self._fields.first(field, told) for field in ("year", "month", "day"))
        year, month, day = (part.removesuffix(".0") for part in (year, month, day))
        if year in _NO_PART:
            return UNDATED
        when = self._of_numbers(column, "-".join(filter(None, (year, month, day))), year, month, day)
        if when.precision != "day" or when.start is None:
            return when
        return self._until(when.start, told, precision or "day")

    def _of_numbers(self, column: str, shown: str, year: str, month: str, day: str) -> When:
        # A year of other than four digits is none: date() takes 0 and 10000 for no year either.
        year = year if year.isascii() and len(year) == 4 else "0"
        try:
            if month in _NO_PART:
                return When(date(int(year), 1, 1), date(int(year), 12, 31), "year")
            if day in _NO_PART:
                last = monthrange(int(year), int(month))[1]
                return When(date(int(year), int(month), 1), date(int(year), int(month), last), "month")
            whole = date(int(year), int(month), int(day))
        except (ValueError, OverflowError) as error:
            reason, remedy = "it is no day of the calendar", "Correct it, or leave month or day empty where unknown."
            raise UnusableCellError(column, shown, reason, remedy) from error
        return When(whole, whole, "day")

    def _until(self, start: date, told: Told, precision: DatePrecision) -> When:
        column, cell = self._fields.first("date_end", told)
        if not cell:
            return When(*_widened(start, precision), precision)
        end = self._day(column, cell)
        if end < start:
            raise UnusableCellError(column, cell, f"the end lies before the start, {start}", "Correct one of them.")
        return When(start, end, "days" if precision == "day" and end > start else precision)

    def _day(self, column: str, cell: str) -> date:
        try:
            return self._days.day(cell)
        except ValueError as error:
            remedy = "Write the day as YYYY-MM-DD, or tell its order or form under [forms] of the mapping."
            raise UnusableCellError(column, cell, str(error), remedy) from error


def _widened(day: date, precision: DatePrecision) -> tuple[date, date]:
    """The week (Monday to Sunday), month or year that a single day stands for."""
    try:
        match precision:
            case "week":
                monday = day - timedelta(days=day.weekday())
                return monday, monday + timedelta(days=6)
            case "month":
                return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])
            case "year":
                return day.replace(month=1, day=1), day.replace(month=12, day=31)
    except OverflowError:  # the first and last week of the calendar
        pass
    return day, day
