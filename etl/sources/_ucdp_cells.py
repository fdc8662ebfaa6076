"""Single cells of a UCDP GED row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

NOT_TOLD = frozenset({"NA", "NaN", "nan", "NULL"})
"""What statistics programs write into a cell that tells nothing."""


class UnusableCellError(ValueError):
    """A cell without which its row cannot be kept."""

    def __init__(self, column: str, value: str, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.reason, self.remedy = column, value, reason, remedy


@lru_cache(maxsize=65_536)
def whole_of(value: str, column: str) -> int | None:
    """A cell as a whole number of zero or more; None where nothing is told. Raises UnusableCellError."""
    if not value:
        return None
    digits = value.removesuffix(".0")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 9:
        raise UnusableCellError(column, value, "it is no whole number of zero or more", "Correct it or leave it empty.")
    return int(digits)


def point_of(latitude: str, longitude: str) -> tuple[float | None, float | None]:
    """Latitude and longitude in decimal degrees; neither where neither is told. Raises UnusableCellError."""
    if not latitude and not longitude:
        return None, None
    try:
        north, east = float(latitude), float(longitude)
    except ValueError as error:
        shown, reason = f"{latitude}, {longitude}", "latitude and longitude are no pair of numbers"
        raise UnusableCellError("latitude", shown, reason, "Write both in decimal degrees, or neither.") from error
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        shown, reason = f"{latitude}, {longitude}", "the point does not lie on Earth"
        raise UnusableCellError("latitude", shown, reason, "Write decimal degrees; look for exchanged columns.")
    return north, east


def address_of(cell: str) -> str:
    """The cell where it is one web address, else nothing."""
    is_one = cell.startswith(("http://", "https://")) and not any(sign.isspace() for sign in cell)
    return cell if is_one else ""


def doubts_of(code_status: str, clarity: str) -> Iterator[str]:
    """What UCDP itself doubts of a row, in words."""
    if code_status not in ("", "Clear"):
        yield f"UCDP marks the row for review: {code_status}"
    if clarity.removesuffix(".0") == "2":
        yield "UCDP's own source had already summed up several incidents (event_clarity 2)"
