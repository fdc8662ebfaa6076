"""Where a row of UCDP GED lies, and how exactly."""

from __future__ import annotations

from typing import NamedTuple

from etl.records import PlacePrecision
from etl.sources._cells import UnusableCellError
from etl.sources._points import point_of
from etl.sources._ucdp_codes import AS_CODED, country_of, exactness_of
from etl.sources._ucdp_promises import Promises

PLACE = ("where_prec", "where_coordinates", "adm_2", "adm_1", "country", "country_id", "latitude", "longitude")
"""The columns that tell the place, in the order in which `Places.of` takes their cells."""


class Where(NamedTuple):
    """Names, most exact first, the point, and how exact it is; without a point or a where_prec that is not told."""

    places: tuple[str, ...]
    country: str
    latitude: float | None
    longitude: float | None
    precision: PlacePrecision | None = None
    radius_km: float | None = None


class Places:
    """Reads the places of one file's rows."""

    def __init__(self, promises: Promises) -> None:
        self._promises = promises

    def of(self, cells: tuple[str, ...]) -> Where:
        """The place of a row, from its cells under PLACE. Raises UnusableCellError."""
        code, name, adm_2, adm_1, country_name, number, north, east = cells
        country = country_of(country_name, number)
        if country is None:
            self._promises.unknown_country(country_name)
        places = tuple(dict.fromkeys(place for place in (name, adm_2, adm_1, country_name) if place))
        point, known_as = point_of(north, east), country.code if country else ""
        exact = exactness_of(code.removesuffix(".0"), name, country) if code else None
        if code and exact is None:
            raise UnusableCellError("where_prec", code, "the code is unknown", AS_CODED)
        if exact is None or point[0] is None:
            return Where(places, known_as, *point)
        return Where(places, known_as, *point, exact.precision, exact.radius_km)
