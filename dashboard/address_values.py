"""Single values of an address: brought into their one shape, written and read.

Every function raises ValueError for what it cannot understand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from math import isfinite

LONGEST = 300
"""Characters kept of a free text; longer ones make addresses that programs cut."""


def plain(text: str) -> str:
    """Text without control characters, lone surrogates or needless spaces, cut to LONGEST characters."""
    kept = text.encode("utf-8", "replace").decode()
    spaced = "".join(c if c.isprintable() else " " for c in kept)
    return " ".join(spaced.split())[:LONGEST].strip()


def limited(value: float, low: float, high: float, digits: int) -> float:
    """A number within limits, rounded."""
    number = float(value)
    if not isfinite(number) or not low <= number <= high:
        raise ValueError(f"{value} is not between {low:g} and {high:g}")
    return round(number, digits) + 0.0


def written(number: float) -> str:
    """A number as an address has it."""
    return f"{number:.4f}".rstrip("0").rstrip(".")


def iso_day(text: str) -> date:
    """A day of the form YYYY-MM-DD."""
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        raise ValueError(f"{text!r} is no day (YYYY-MM-DD)")
    return date.fromisoformat(text)


def parted(text: str, parting: str, number: int) -> list[str]:
    """A text taken apart into that many parts."""
    parts = text.split(parting)
    if len(parts) != number:
        raise ValueError(f"{text!r} does not have {number} parts")
    return parts


def whole(value: int | None) -> int | None:
    """A whole number from 1, or None."""
    if value is not None and not 1 <= value <= 1_000_000_000:
        raise ValueError(f"{value} is not between 1 and a thousand million")
    return value


def table_page(value: int) -> int:
    """The number of a page of a table."""
    if not 1 <= value <= 1_000_000:
        raise ValueError(f"{value} is no page of a table")
    return value


def natural(text: str) -> int:
    """A whole number of digits alone."""
    if not re.fullmatch(r"\d{1,10}", text, re.ASCII):
        raise ValueError(f"{text!r} is no whole number")
    return int(text)


def one_of(allowed: Sequence[str], value: str) -> str:
    """One of the values that are allowed."""
    if value not in allowed:
        raise ValueError(f"{value!r} is none of {', '.join(filter(None, allowed))}")
    return value
