"""What an expression of time means: an interval of days with its precision and where it comes from.

Relative words count from the day of publication; a bare weekday is the latest such day on or before it; "overnight" is
both days; early / mid / late in a month are 1-10 / 11-20 / 21-end; a week is Sunday to Saturday; a week is never a day.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Mapping
from datetime import date

from etl.reading.dating.intervals import ONE_DAY, Days, month_end, one_day, units_from
from etl.reading.dating.weekdays import nights, weekday, weekday_last_week
from etl.reading.words.temporal import TimeExpression

_PARTS = {"early": (1, 10), "mid": (11, 20), "late": (21, 31), "first": (1, 15), "second": (16, 31)}

Slots = Mapping[str, int | str]


def days_of(expression: TimeExpression, published: date | None, event: Days | None) -> Days | None:
    """The days an expression means; `event` is the event that "the same night" goes back to. None where unknown."""
    try:
        if expression.means == "day_of_month":
            return _day_of_month(expression.slots["day"], published, event)
        if expression.means == "days_of_month":
            last = _day_of_month(expression.slots["day2"], published, event)
            return last and Days(last.end.replace(day=int(expression.slots["day"])), last.end, "days", "explicit")
        if expression.means in _FROM_EVENT:
            return _from_event(expression, published, event)
        if expression.means in _ABSOLUTE:
            return _ABSOLUTE[expression.means](expression.slots, published)
        return (
            None
            if published is None or expression.means == "future"
            else _RELATIVE[expression.means](expression.slots, published)
        )
    except (ValueError, OverflowError):
        return None


def _year(slots: Slots) -> int | None:
    if "year" in slots:
        return int(slots["year"])
    if "shortyear" in slots:
        short = int(slots["shortyear"])
        return short + (2000 if short < 60 else 1900)
    return None


def _dated(slots: Slots, month: int, day: int, published: date | None) -> date | None:
    """A day of a month; without a year the latest such day on or before publication."""
    year = _year(slots)
    if year is not None:
        return date(year, month, day)
    if published is None:
        return None
    for back in range(5):
        if day <= monthrange(published.year - back, month)[1]:
            found = date(published.year - back, month, day)
            if found <= published + ONE_DAY:
                return found
    return None


def _date(slots: Slots, published: date | None) -> Days | None:
    month = int(slots["month"] if "month" in slots else slots["monthnumber"])
    day = _dated(slots, month, int(slots["day"]), published)
    return None if day is None else one_day(day, "explicit")


def _feast(slots: Slots, published: date | None) -> Days | None:
    """A feast of a fixed day, which the language file gives as month and day in one number (1225)."""
    day = _dated(slots, *divmod(int(slots["feast"]), 100), published)
    return None if day is None else one_day(day, "explicit")


def _day_of_month(told: int | str, published: date | None, event: Days | None) -> Days | None:
    """A day without its month: that of the event told before, else the latest such day before publication."""
    around = (event.start or event.end) if event is not None and event.basis != "none" else published
    if around is None:
        return None
    day = int(told)
    if event is None and day > around.day:
        around = around.replace(day=1) - ONE_DAY
    return one_day(around.replace(day=day), "explicit")


def _span(slots: Slots, published: date | None) -> Days | None:
    last = _dated(slots, int(slots.get("month") or slots["monthnumber"]), int(slots["day2"]), published)
    if last is None or int(slots["day"]) >= last.day:
        return None
    return Days(last.replace(day=int(slots["day"])), last, "days", "explicit")


def _month_start(slots: Slots, published: date | None) -> date | None:
    return _dated(slots, int(slots["month"]), 1, published)


def _month(slots: Slots, published: date | None) -> Days | None:
    start = _month_start(slots, published)
    return None if start is None else Days(start, month_end(start), "month", "explicit")


def _part(start: date, part: str) -> tuple[date, date]:
    first, last = _PARTS[part]
    return start.replace(day=first), start.replace(day=min(last, month_end(start).day))


def _part_month(slots: Slots, published: date | None) -> Days | None:
    start = _month_start(slots, published)
    return None if start is None else Days(*_part(start, str(slots["part"])), "days", "explicit")


def _whole_year(slots: Slots, _: date | None) -> Days:
    year = int(slots["year"])
    return Days(date(year, 1, 1), date(year, 12, 31), "year", "explicit")


def _season(slots: Slots, published: date | None) -> Days | None:
    """Meteorological seasons of the northern hemisphere: three whole months."""
    month = int(slots["season"])
    start = _dated(slots, month, 1, published)
    if start is None:
        return None
    third = start.month + 2
    end = month_end(date(start.year + (third > 12), (third - 1) % 12 + 1, 1))
    return Days(start, end, "season", "explicit")


_ABSOLUTE: dict[str, Callable[[Slots, date | None], Days | None]] = {
    "date": _date, "iso": _date, "day_month": _date, "days": _span, "month": _month, "part_month": _part_month,
    "half_month": _part_month, "feast": _feast, "year": _whole_year, "season": _season,
}  # fmt: skip


def _last_unit(slots: Slots, published: date) -> Days:
    """The calendar week, month, year or weekend before that of publication."""
    unit = slots["unit"]
    sunday = published - ((published.weekday() + 1) % 7) * ONE_DAY
    if unit == "week":
        return Days(sunday - 7 * ONE_DAY, sunday - ONE_DAY, "week", "relative")
    if unit == "weekend":
        saturday = published - ((published.weekday() - 5) % 7) * ONE_DAY
        return Days(saturday, min(saturday + ONE_DAY, published), "days", "relative")
    return units_from(published, -1, str(unit))


def _last_month(published: date) -> date:
    """The first day of the month before that of publication."""
    return (published.replace(day=1) - ONE_DAY).replace(day=1)


def _this_unit(slots: Slots, published: date) -> Days:
    unit = slots["unit"]
    if unit == "week":
        return Days(published - ((published.weekday() + 1) % 7) * ONE_DAY, published, "week", "relative")
    if unit == "weekend":
        return _last_unit(slots, published)
    if unit == "month":
        return Days(published.replace(day=1), published, "month", "relative")
    return Days(published.replace(month=1, day=1), published, "year", "relative")


_RELATIVE: dict[str, Callable[[Slots, date], Days]] = {
    "weekday": weekday,
    "last_weekday": lambda slots, day: weekday({**slots, "last": 1}, day),
    "nights": nights,
    "weekday_last_week": lambda slots, day: weekday_last_week(int(slots["weekday"]), day),
    "daytime": lambda _, day: one_day(day, "relative"),
    "overnight": lambda _, day: Days(day - ONE_DAY, day, "days", "relative"),
    "today": lambda _, day: one_day(day, "relative"),
    "yesterday": lambda _, day: one_day(day - ONE_DAY, "relative"),
    "before_yesterday": lambda _, day: one_day(day - 2 * ONE_DAY, "relative"),
    "ago": lambda slots, day: units_from(day, -int(slots.get("n", 1)), str(slots["unit"])),
    "last_unit": _last_unit,
    "this_unit": _this_unit,
    "part_last_month": lambda slots, day: Days(*_part(_last_month(day), str(slots["part"])), "days", "relative"),
    "day_of_last_month": lambda slots, day: one_day(_last_month(day).replace(day=int(slots["day"])), "relative"),
    "part_this_month": lambda slots, day: Days(*_part(day.replace(day=1), str(slots["part"])), "days", "relative"),
    "recent_days": lambda _, day: Days(day - 7 * ONE_DAY, day, "week", "relative"),
}
_FROM_EVENT = {"event_same": 0, "event_before": -1, "event_after": 1}


def _from_event(expression: TimeExpression, published: date | None, event: Days | None) -> Days | None:
    """Days counted from another event. Without one, the day before is counted from publication."""
    direction = _FROM_EVENT[expression.means]
    if event is None or event.basis == "none" or event.start is None:
        if direction != -1 or published is None:
            return None
        event = one_day(published, "published")
    if direction == 0:
        return Days(event.start, event.end, event.precision, "offset")
    base = event.end if direction > 0 else event.start or event.end
    number = int(expression.slots.get("n", 1)) * direction
    moved = units_from(base, number, str(expression.slots.get("unit", "day")))
    return Days(moved.start, moved.end, moved.precision, "offset")
