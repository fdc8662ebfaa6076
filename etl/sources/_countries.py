"""Countries by any of their usual names and codes, read from `data/types/countries.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from math import pi, sqrt

from etl.lexicon import DATA, fold

CODES = ("name", "fips")
"""What a table's country column may hold: names, ISO 3166-1 codes of any form (both "name"), or FIPS 10-4 codes."""


@dataclass(frozen=True, slots=True)
class Country:
    """A country by its ISO 3166-1 alpha-2 code; radius_km is that of a circle of its area (GeoNames)."""

    code: str
    radius_km: float


@cache
def _known() -> dict[str, dict[str, Country]]:
    by: dict[str, dict[str, Country]] = {form: {} for form in CODES}
    with (DATA / "types" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            country = Country(row["country"], round(sqrt(float(row["area_km2"]) / pi), 1))
            for name in (row["country"], row["iso3"], row["number"].zfill(3), row["number"], *row["names"].split("|")):
                if name:
                    by["name"][fold(name)] = country
            by["fips"].update({fold(code): country for code in row["fips"].split("|") if code})
    return by


def country_called(cell: str, form: str = "name") -> Country | None:
    """The country of a name or an ISO code, or of a FIPS 10-4 code; None where it is unknown."""
    return _known()[form].get(fold(cell.removesuffix(".0")))
