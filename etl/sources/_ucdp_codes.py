"""What the codes of UCDP GED mean here, read from `data/types/ucdp_ged*.csv`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from math import pi, sqrt
from typing import cast, get_args

from etl.errors import DataError
from etl.lexicon import DATA, fold
from etl.records import DatePrecision, PlacePrecision

AS_CODED = "Look the code up in the codebook; a newer code must first be added to data/types."
"""The remedy for a code that is unknown."""

_FAR = 500.0
"""Radius in km for "only the country is known" where the country itself is unknown."""


@dataclass(frozen=True, slots=True)
class Country:
    """One country as UCDP names it. radius_km is that of a circle of its area (GeoNames)."""

    gw_id: str
    code: str
    radius_km: float


@dataclass(frozen=True, slots=True)
class Exactness:
    """How exact a place is, and the radius in km that stands for it."""

    precision: PlacePrecision
    radius_km: float


@cache
def countries() -> dict[str, Country]:
    """Countries by folded name. Source of names and numbers: UCDP GED and Gleditsch and Ward's list of states."""
    found: dict[str, Country] = {}
    with (DATA / "types" / "ucdp_ged_countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            radius = round(sqrt(float(row["area_km2"]) / pi), 1)
            found[fold(row["name"])] = Country(row["gw_id"], row["country"], radius)
    return found


@cache
def _by_number() -> dict[str, Country]:
    return {country.gw_id: country for country in countries().values()}


def country_of(name: str, gw_id: str) -> Country | None:
    """The country of a name, else of a Gleditsch-Ward number; None where neither is known."""
    return countries().get(fold(name)) or _by_number().get(gw_id.removesuffix(".0"))


@cache
def _precisions() -> dict[str, dict[str, tuple[str, str]]]:
    found: dict[str, dict[str, tuple[str, str]]] = {"where_prec": {}, "date_prec": {}, "place_word": {}}
    known = {*get_args(PlacePrecision), *get_args(DatePrecision)}
    with (DATA / "types" / "ucdp_ged_precisions.csv").open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            if row["field"] not in found or row["precision"] not in known:
                raise DataError(f"ucdp_ged_precisions.csv, row {number}: unknown field or precision")
            found[row["field"]][row["code"]] = (row["precision"], row["radius_km"])
    return found


def date_precision_of(code: str) -> DatePrecision | None:
    """The precision that a date_prec stands for; None for an unknown code."""
    found = _precisions()["date_prec"].get(code)
    return None if found is None else cast("DatePrecision", found[0])


def exactness_of(code: str, place: str, country: Country | None) -> Exactness | None:
    """What a where_prec says of a place; None for an unknown code.

    Code 1 (exact location) takes a word of the place's name into account: an airport is a site, a suburb part of a
    town. No area is drawn larger than its country.
    """
    found = _precisions()["where_prec"].get(code)
    if found is None:
        return None
    if code == "1" and place:
        found = _precisions()["place_word"].get(place.rsplit(maxsplit=1)[-1].casefold(), found)
    precision, radius = cast("PlacePrecision", found[0]), float(found[1] or 0)
    if precision == "country":
        return Exactness(precision, country.radius_km if country else _FAR)
    # Waters (code 7) belong to no country, so its size does not bound them.
    return Exactness(precision, min(radius, country.radius_km) if country and code != "7" else radius)
