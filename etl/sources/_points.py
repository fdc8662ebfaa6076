"""Points as tables write them."""

from __future__ import annotations

from etl.sources._cells import UnusableCellError


def point_of(latitude: str, longitude: str, column: str = "latitude") -> tuple[float | None, float | None]:
    """Latitude and longitude in decimal degrees; neither where neither is told. Raises UnusableCellError, for column.

    One comma and no point is a decimal comma.
    """
    if not latitude and not longitude:
        return None, None
    try:
        north, east = _degrees(latitude), _degrees(longitude)
    except ValueError as error:
        shown, reason = f"{latitude}, {longitude}", "latitude and longitude are no pair of numbers"
        raise UnusableCellError(column, shown, reason, "Write both in decimal degrees, or neither.") from error
    if not (-90 <= north <= 90 and -180 <= east <= 180):
        shown, reason = f"{latitude}, {longitude}", "the point does not lie on Earth"
        raise UnusableCellError(column, shown, reason, "Write decimal degrees; look for exchanged columns.")
    return north, east


def _degrees(cell: str) -> float:
    return float(cell.replace(",", ".") if "." not in cell and cell.count(",") == 1 else cell)
