"""The words plotly itself shows, month and day names first, from the Unicode CLDR through Babel.

plotly.min.js holds English only; its format of a locale is that of plotly's locale files.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale


@cache
def locale_of(language: str) -> dict[str, Any]:
    """A plotly locale of a language: names of months and days, order of a date, signs in numbers."""
    known = Locale.parse(language)
    months, short_months = (known.months["stand-alone"][width] for width in ("wide", "abbreviated"))
    days, short_days = (known.days["stand-alone"][width] for width in ("wide", "abbreviated"))
    week = (6, 0, 1, 2, 3, 4, 5)
    symbols = known.number_symbols["latn"]
    return {
        "dictionary": {},
        "format": {
            "months": [months[n] for n in range(1, 13)],
            "shortMonths": [short_months[n] for n in range(1, 13)],
            "days": [days[n] for n in week],
            "shortDays": [short_days[n] for n in week],
            "year": "%Y",
            "month": "%b %Y",
            "dayMonth": "%b %-d" if language == "en" else "%-d %b",
            "dayMonthYear": "%b %-d, %Y" if language == "en" else "%-d %b %Y",
            "date": "%d/%m/%Y",
            "decimal": symbols["decimal"],
            "thousands": symbols["group"],
        },
    }
