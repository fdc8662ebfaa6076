"""Days told by their weekday, reckoned from publication. Monday is 0."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from etl.reading.dating.intervals import ONE_DAY, Days, one_day

Slots = Mapping[str, int | str]


def weekday(slots: Slots, published: date) -> Days:
    """The latest such weekday on or before publication; `last` leaves that of publication out."""
    back = (published.weekday() - int(slots["weekday"])) % 7
    if back == 0 and slots.get("last"):
        back = 7
    day = published - back * ONE_DAY
    told = slots.get("day")
    if isinstance(told, int) and day.day != told:
        earlier = [day - 7 * week * ONE_DAY for week in range(1, 60)]
        day = next((other for other in earlier if other.day == told), day)
    return one_day(day, "relative")


def weekday_last_week(number: int, published: date) -> Days:
    """A weekday of the week, Sunday to Saturday, before that of publication."""
    sunday = published - ((published.weekday() + 1) % 7 + 7) * ONE_DAY
    return one_day(sunday + ((number + 1) % 7) * ONE_DAY, "relative")


def nights(slots: Slots, published: date) -> Days:
    """The night from one weekday to another: both days."""
    last = weekday({"weekday": slots["weekday2"]}, published).end
    if published.weekday() == int(slots["weekday"]):
        last = published + ONE_DAY
    first = last - ((last.weekday() - int(slots["weekday"])) % 7) * ONE_DAY
    return Days(first, last, "days", "relative")
