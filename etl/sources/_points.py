"""Points as tables write them."""

from __future__ import annotations

import re

from geopy.point import Point

from etl.sources._cells import UnusableCellError

_ARABIC_DECIMAL = "\u066b"
_SIGNED = re.compile(
    r"(\d{1,3})\s*°\s*(?:([0-5]?\d)\s*['′’]\s*)?(?:([0-5]?\d(?:\.\d+)?)\s*(?:[\"″”]|''|′′)\s*)?([NSEWO]?)",
    re.IGNORECASE,
)


def point_of(latitude: str, longitude: str, column: str = "latitude") -> tuple[float | None, float | None]:
    """Latitude and longitude in decimal degrees; neither where neither is told. Raises UnusableCellError, for column.

    One comma and no point is a decimal comma, as is the Arabic decimal sign; digits may be of any script. Degrees,
    minutes and seconds bear their signs (15°39'43"N); O is west, as in French and Spanish.
    """
    if not latitude and not longitude:
        return None, None
    try:
        north, east = _degrees(latitude, "NS"), _degrees(longitude, "EWO")
    except ValueError as error:
        shown, reason = f"{latitude}, {longitude}", "latitude and longitude are no pair of numbers"
        raise UnusableCellError(column, shown, reason, "Write both in decimal degrees, or neither.") from error
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        shown, reason = f"{latitude}, {longitude}", "the point does not lie on Earth"
        raise UnusableCellError(column, shown, reason, "Write decimal degrees; look for exchanged columns.")
    return north, east


def _degrees(cell: str, directions: str) -> float:
    """A cell in decimal degrees. directions: those that it may end with. Raises ValueError."""
    cell = cell.replace(_ARABIC_DECIMAL, ".")
    if "." not in cell and cell.count(",") == 1:
        cell = cell.replace(",", ".")
    found = _SIGNED.fullmatch(cell.strip())
    if found is None:
        return float(cell)
    degrees, minutes, seconds, direction = found.groups()
    if direction.upper() not in directions:
        raise ValueError(f"{direction} is none of {', '.join(directions)}")
    towards = {"O": "W"}.get(direction.upper(), direction.upper())
    return float(Point.parse_degrees(degrees, minutes or 0, seconds or 0, towards or None))
