"""The words plotly itself shows, month and day names first, from the Unicode CLDR through Babel.

plotly.min.js holds English only; its format of a locale is that of plotly's locale files.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from babel import Locale

from dashboard.i18n import translator

_TOOLS = {
    "pan": "Pan",
    "box": "Box Select",
    "lasso": "Lasso Select",
    "closer": "Zoom in",
    "farther": "Zoom out",
    "reset": "Reset view",
}
"""The buttons over the map: our key, and the English words that plotly looks up."""


@cache
def locale_of(language: str) -> dict[str, Any]:
    """A plotly locale of a language: names of months and days, order of a date, signs in numbers."""
    known, t = Locale.parse(language), translator(language)
    months, short_months = (known.months["stand-alone"][width] for width in ("wide", "abbreviated"))
    days, short_days = (known.days["stand-alone"][width] for width in ("wide", "abbreviated"))
    week = (6, 0, 1, 2, 3, 4, 5)
    symbols = known.number_symbols["latn"]
    return {
        "dictionary": {said: t(f"tool.{name}") for name, said in _TOOLS.items()},
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
