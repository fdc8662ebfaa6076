"""Calendar days as tables write them: ISO, digits in a row, with a month's name, or in an order only a column tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache, cached_property

from babel.dates import get_month_names

from etl.lexicon import fold

ORDERS = ("day first", "month first")

_REST = re.compile(r"([ T]+(00:00(:00(\.0+)?)?|12:00:00 AM)Z?)?")
_TIME_THERE = re.compile(r"[ T]+\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?", re.IGNORECASE)
"""A time of day without a zone: that of the place."""

_ORDERED = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(.*)", re.DOTALL)
_YEAR_FIRST = re.compile(r"(\d{4})([/.-])(\d{1,2})\2(\d{1,2})((?:[ T].*)?)", re.DOTALL)
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_DAY_FIRST = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:de )?([^\W\d]+)\.?,?[\s-]+(?:de )?(\d{4})(.*)", re.DOTALL)
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(.*)", re.DOTALL)


@cache
def _months(language: str) -> dict[str, int]:
    """The months of a language and of English by their folded names, whole and short (CLDR)."""
    return {
        fold(name).rstrip("."): number
        for locale in (language, "en")
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=locale).items()
    }


class DayColumn:
    """Reads the days of one column. `values` gives the whole column again; it is asked for at the first slash only.

    order: "day first" or "month first" where it is known; form: a form of strptime that all days have; times: whether
    a time of day without a zone may stand behind a day. told_order is the order once the column has told it.
    """

    def __init__(
        self, values: Callable[[], Iterable[str]], order: str = "", form: str = "", times: bool = False,
        language: str = "en",
    ) -> None:  # fmt: skip
        self._values, self._given_order, self._form = values, order, form
        self._rest = _TIME_THERE if times else _REST
        self._language = language
        self.told_order = ""
        self._known: dict[str, date] = {}

    def day(self, text: str) -> date:
        """The day of a cell. Raises ValueError, saying why, where it is no day or its order cannot be told."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._of_form(text) if self._form else self._of_any(text)
        return found

    def _of_form(self, text: str) -> date:
        try:
            return datetime.strptime(text, self._form).date()
        except ValueError as error:
            raise ValueError(f"it is no day in the form {self._form}") from error

    def _of_any(self, text: str) -> date:
        if found := _ORDERED.fullmatch(text):
            return self._of_ordered(found)
        if found := _DIGITS.fullmatch(text):
            return date(int(found[1]), int(found[2]), int(found[3]))
        if found := _DAY_FIRST.fullmatch(text):
            return self._of_named(found[1], found[2], found[3], found[4])
        if found := _MONTH_FIRST.fullmatch(text):
            return self._of_named(found[2], found[1], found[3], found[4])
        return self._of_iso(text)

    @cached_property
    def _order(self) -> str:
        if self._given_order:
            return self._given_order
        firsts_over, seconds_over = False, False
        for value in self._values():
            if found := _ORDERED.fullmatch(value):
                firsts_over |= int(found[1]) > 12
                seconds_over |= int(found[3]) > 12
        if firsts_over == seconds_over:
            return ""
        self.told_order = "day first" if firsts_over else "month first"
        return self.told_order

    def _of_ordered(self, found: re.Match[str]) -> date:
        first, second, year = int(found[1]), int(found[3]), int(found[4])
        self._refuse_time(found[5])
        if not self._order:
            raise ValueError("nothing in its column tells whether the day or the month comes first")
        return date(year, first, second) if self._order == "month first" else date(year, second, first)

    def _of_named(self, day: str, name: str, year: str, rest: str) -> date:
        self._refuse_time(rest)
        month = _months(self._language).get(fold(name))
        if month is None:
            raise ValueError(f"{name!r} is no month")
        return date(int(year), month, int(day))

    def _of_iso(self, text: str) -> date:
        found = _YEAR_FIRST.fullmatch(text)
        if found is None:
            raise ValueError("it is no day in the form YYYY-MM-DD")
        self._refuse_time(found[5])
        return date(int(found[1]), int(found[3]), int(found[4]))

    def _refuse_time(self, rest: str) -> None:
        if rest and not (_REST.fullmatch(rest) or self._rest.fullmatch(rest)):
            raise ValueError("a time of day stands where only a day should")
