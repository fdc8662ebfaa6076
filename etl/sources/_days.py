"""Calendar days as tables write them: ISO, or with slashes in an order that only the whole column can tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from functools import cached_property

_REST = re.compile(r"([ T]+(00:00(:00(\.0+)?)?|12:00:00 AM)Z?)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(.*)", re.DOTALL)


class DayColumn:
    """Reads the days of one column. `values` gives the whole column again; it is asked for at the first slash only.

    told_order is "month first" or "day first" once the column has told it, else empty.
    """

    def __init__(self, values: Callable[[], Iterable[str]]) -> None:
        self._values = values
        self.told_order = ""
        self._known: dict[str, date] = {}

    def day(self, text: str) -> date:
        """The day of a cell. Raises ValueError, saying why, where it is no day or its order cannot be told."""
        found = self._known.get(text)
        if found is None:
            slashed = _SLASHED.fullmatch(text)
            found = self._of_slashed(slashed) if slashed else _of_iso(text)
            self._known[text] = found
        return found

    @cached_property
    def _order(self) -> str:
        firsts_over, seconds_over = False, False
        for value in self._values():
            if found := _SLASHED.fullmatch(value):
                firsts_over |= int(found[1]) > 12
                seconds_over |= int(found[2]) > 12
        if firsts_over == seconds_over:
            return ""
        self.told_order = "day first" if firsts_over else "month first"
        return self.told_order

    def _of_slashed(self, found: re.Match[str]) -> date:
        first, second, year = int(found[1]), int(found[2]), int(found[3])
        if not _REST.fullmatch(found[4]):
            raise ValueError("a time of day stands where only a day should")
        if not self._order:
            raise ValueError("nothing in its column tells whether the day or the month comes first")
        return date(year, first, second) if self._order == "month first" else date(year, second, first)


def _of_iso(text: str) -> date:
    if len(text) < 10 or text[4] != "-" or text[7] != "-":
        raise ValueError("it is no day in the form YYYY-MM-DD")
    if len(text) > 10 and not _REST.fullmatch(text[10:]):
        raise ValueError("a time of day stands where only a day should")
    return date.fromisoformat(text[:10])
