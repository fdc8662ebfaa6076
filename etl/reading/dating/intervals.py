"""Intervals of calendar days, and counting in weeks, months and years without making them sharper than they are."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from etl.records import DateBasis, DatePrecision, Report, Status

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """An interval of days, both ends inclusive; start None is open ("on or before")."""

    start: date | None
    end: date
    precision: DatePrecision
    basis: DateBasis

    def overlaps(self, other: Days) -> bool:
        """Whether the intervals share a day."""
        starts_before = self.start is None or self.start <= other.end
        return starts_before and (other.start is None or other.start <= self.end)


def one_day(day: date, basis: DateBasis) -> Days:
    """A single day."""
    return Days(day, day, "day", basis)


def untold(report: Report, status: Status) -> Days | None:
    """No day told: on or before the day of publication; a threat that is reported was made that day."""
    last = report.published or report.published_by
    start = report.published if status == "threatened" else None
    return Days(start, last, "unknown", "published") if last else None


def month_end(day: date) -> date:
    """The last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def units_from(day: date, number: int, unit: str) -> Days:
    """So many units before (negative) or after a day, as exact as the unit."""
    if unit in ("day", "night"):
        return one_day(day + number * ONE_DAY, "relative")
    if unit == "hour":
        moved = day + int(number / 24) * ONE_DAY
        return one_day(moved, "relative")
    if unit == "week":
        moved = day + 7 * number * ONE_DAY
        sunday = moved - ((moved.weekday() + 1) % 7) * ONE_DAY
        return Days(sunday, sunday + 6 * ONE_DAY, "week", "relative")
    if unit == "month":
        months = day.year * 12 + day.month - 1 + number
        start = date(months // 12, months % 12 + 1, 1)
        return Days(start, month_end(start), "month", "relative")
    return Days(date(day.year + number, 1, 1), date(day.year + number, 12, 31), "year", "relative")
