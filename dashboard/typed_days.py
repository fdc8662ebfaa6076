"""Days as a reader types them: a whole day, a month or a year."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

PATTERN = r"\s*\d{4}(-\d{1,2}(-\d{1,2})?)?\s*"
"""What a field for a day accepts: 2020, 2020-03 or 2020-03-15."""


def typed_day(text: str, *, last: bool) -> date | None:
    """The first or last day of what was typed ("2020-03" ends on 2020-03-31); None where it is no day."""
    if not re.fullmatch(PATTERN, text, re.ASCII):
        return None
    year, month, day = (*(int(part) for part in text.strip().split("-")), 0, 0)[:3]
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1))
    except ValueError:
        return None
