"""When a page was published, and how exactly that is told: by meta tags, the address, or the markup, in this order.

An address counts as exactly as it is: `/2020/07/05/` is a day, `/2020/07/` a month. A year alone, or digits that only
may be a day, count for nothing: they are as often part of a name or a number.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from email.utils import parsedate_to_datetime

_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_-]|$|\.)")
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])/")
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Publication:
    """The day, or else the last day on which it may have been; basis says where that comes from if not a meta tag."""

    day: date | None = None
    by: date | None = None
    basis: str = ""


def publication(tags: Iterable[str], address: str, markup: str) -> Publication:
    """From the contents of the meta tags for it, best first, the page's address, and a day found in its markup.

    A day in the markup that lies outside the month in the address is that of something else.
    """
    told = next((day for tag in tags if (day := _day_of_tag(tag))), None)
    if told is not None:
        return Publication(told)
    if (day := _day_in(address)) is not None:
        return Publication(day, basis=f"the day of publication, {day}, comes from its address")
    found, month = _day_of_tag(markup), _month_in(address)
    if found is not None and (month is None or month[0] - _ONE_DAY <= found <= month[1] + _ONE_DAY):
        return Publication(found, basis=f"the day of publication, {found}, comes from its markup")
    if month is not None:
        told_month = f"{month[0]:%Y-%m}"
        return Publication(
            None, month[1], f"of its publication only the month is known, {told_month}, from its address"
        )
    return Publication()


def _day_of_tag(content: str) -> date | None:
    """A day as ISO 8601 or RFC 2822 ("Sun, 05 Jul 2020 09:00:00 +0300") writes it, its zone not reckoned with."""
    try:
        found = _DAY.match(content)
        return date.fromisoformat(found[1]) if found else parsedate_to_datetime(content).date()
    except (ValueError, IndexError, OverflowError):
        return None


def _day_in(address: str) -> date | None:
    for found in _IN_ADDRESS.finditer(address):
        try:
            return date(int(found[1]), int(found[2]), int(found[3]))
        except ValueError:
            continue
    return None


def _month_in(address: str) -> tuple[date, date] | None:
    """The first and the last day of the month in an address."""
    found = _MONTH_IN_ADDRESS.search(address)
    if found is None:
        return None
    year, month = int(found[1]), int(found[2])
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])
