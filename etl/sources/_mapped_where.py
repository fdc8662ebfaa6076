"""Where a mapped row lies, and how exactly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from etl.records import PlacePrecision
from etl.sources._cells import UnusableCellError
from etl.sources._countries import Country, country_called
from etl.sources._mapped_cells import Fields, Told
from etl.sources._mapped_codes import CodeReader
from etl.sources._mapping import TableMapping
from etl.sources._points import point_of

_RADII = {"site": 1.0, "neighbourhood": 3.0, "town": 5.0, "district": 25.0, "province": 100.0, "area": 100.0}
"""km that stand for a precision where the mapping tells no radius: those of UCDP's codes for the same."""
_FAR = 500.0
"""km for "only the country is known" where the country itself is unknown."""


@dataclass(frozen=True, slots=True)
class Where:
    """Names, most exact first, the point, and how exact it is. at_zero: a point 0, 0, which stands for no point."""

    places: tuple[str, ...]
    country: str
    admin1: str
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None
    radius_km: float | None
    unknown_country: str = ""
    at_zero: bool = False


class WhereReader:
    """Reads the places of one table's rows."""

    def __init__(self, mapping: TableMapping, codes: CodeReader) -> None:
        self._mapping, self._codes = mapping, codes
        self._fields = Fields(mapping)
        constant = str(mapping.constants.get("country", ""))
        self._constant = country_called(constant) if constant else None

    def of(self, told: Told) -> Where:
        """The place of a row. Raises UnusableCellError."""
        country, unknown = self._country(told)
        (column, north_cell), (_, east_cell) = (self._fields.first(f, told) for f in ("latitude", "longitude"))
        north, east = point_of(north_cell, east_cell, column)
        at_zero = north == 0 and east == 0
        if at_zero:
            north = east = None
        precision, radius = self._exactness(told, country) if north is not None else (None, None)
        code = country.code if country else ""
        names, admin1 = self._fields.every("places", told), self._fields.first("admin1", told)[1]
        return Where(names, code, admin1, north, east, precision, radius, unknown, at_zero)

    def _country(self, told: Told) -> tuple[Country | None, str]:
        """The country that the first column with a known one tells; the cell that none is known for."""
        unknown = ""
        for name in self._fields.names("country"):
            if told[name]:
                found = country_called(told[name], self._mapping.forms.country)
                if found is not None:
                    return found, ""
                unknown = unknown or told[name]
        return self._constant, unknown if self._constant is None else ""

    def _exactness(self, told: Told, country: Country | None) -> tuple[PlacePrecision | None, float | None]:
        exact = self._codes.exactness(told)
        if exact is None or not exact.precision:
            return None, self._radius(told)
        precision = cast("PlacePrecision", exact.precision)
        if precision == "country":
            return precision, country.radius_km if country else _FAR
        radius = self._radius(told) or exact.radius_km or self._mapping.constants.get("radius_km") or _RADII[precision]
        return precision, min(radius, country.radius_km) if country else radius

    def _radius(self, told: Told) -> float | None:
        column, cell = self._fields.first("radius_km", told)
        try:
            radius = float(cell) if cell else None
        except ValueError:
            radius = -1.0
        if radius is not None and not 0 < radius <= 20_000:
            raise UnusableCellError(column, cell, "it is no radius in km", "Correct it or leave it empty.")
        return radius
