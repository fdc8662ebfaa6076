"""Numbers of people as tables write them: one figure, or a low, best and high one in cells of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from etl.records import Count
from etl.sources._cells import UnusableCellError

_RANGE = re.compile(r"(\d{1,9})\s*[-–—]\s*(\d{1,9})")
_SHARED = re.compile(r"(\d{1,9})\.(\d{1,2}|\d{4,})")
"""A share of a total that several rows divide, as the GTD's codebook has it; three decimals may be thousands."""

_OPEN = re.compile(r"(\d{1,9})\s*\+|(?:>=|≥)\s*(\d{1,9})")


@lru_cache(maxsize=4_096)
def whole_of(value: str, column: str) -> int | None:
    """A cell as a whole number of zero or more, in digits of any script; None where nothing is told.

    Raises UnusableCellError.
    """
    if not value:
        return None
    digits = value.removesuffix(".0")
    if not digits.isdecimal() or len(digits) > 9:
        raise UnusableCellError(column, value, "it is no whole number of zero or more", "Correct it or leave it empty.")
    return int(digits)


def count_of(cells: Sequence[tuple[str, str]]) -> Count | None:
    """The Count of (column, cell) for best, low and high; None where all are empty. Raises UnusableCellError.

    A best of "5-7" tells the range and no best; so does a share of a total, such as "2.5", of the whole numbers
    around it; "5+" that there were at least so many.
    """
    (column, best), (low_column, low), (high_column, high) = cells
    told = " / ".join(f"{name}: {cell}" for name, cell in cells if cell)
    if not told:
        return None
    lowest, highest = whole_of(low, low_column), whole_of(high, high_column)
    if found := _RANGE.fullmatch(best):
        first, last = int(found[1]), int(found[2])
        return Count(first if lowest is None else lowest, None, last if highest is None else highest, told)
    if (found := _SHARED.fullmatch(best)) and float(best) != (least := int(found[1])):
        return Count(least if lowest is None else lowest, None, least + 1 if highest is None else highest, told)
    if found := _OPEN.fullmatch(best):
        least = int(found[1] or found[2])
        return Count(least if lowest is None else lowest, least, highest, told)
    return Count(lowest, whole_of(best, column), highest, told)
