"""A View as conditions on the table of events: one a dimension, so that facets can leave their own out."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from functools import lru_cache
from math import degrees
from pathlib import Path
from typing import Any, NamedTuple

from dashboard.address import Bounds, Near
from dashboard.filters import View
from etl.records import PLACE_PRECISIONS
from etl.store import Version

_COARSENESS = {"site": 0, "neighbourhood": 1, "town": 2, "district": 3, "province": 4, "area": 4, "country": 5}
"""How coarse each place precision is; an area (a region, road, river or sea) counts as a province."""

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""
STANCES_TOLD = "list_distinct(list_transform(attributions, lambda told: told.stance))"
"""The stances that the reports of an event take towards whom they name."""
_NO_LIMIT = 100_000_000
_PARTING = "|"
_LISTED = {
    "actors": "actors",
    "targets": "targets",
    "weapons": "weapons",
    "sources": "sources",
    "publishers": "publishers",
    "languages": "languages",
}
_AT_LEAST = {"killed_at_least": "coalesce(killed_low, killed_best)", "sources_at_least": "independent_sources"}
_PLAIN = {"event_types": "event_type", "statuses": "status", "countries": "country", "admin1": "admin1"}


class Condition(NamedTuple):
    """SQL with ? for each of its values."""

    sql: str
    values: tuple[Any, ...] = ()


Conditions = dict[str, Condition]
"""By the field of View they come from ("period" for date_from and date_to)."""


def conditions(version: Version, view: View) -> Conditions:
    """The conditions of a view's filters; those that are not set are absent."""
    found = _chosen(view)
    if view.coarsest_place:
        found["coarsest_place"] = Condition("list_contains(?, place_precision)", (as_exact_as(view.coarsest_place),))
    if view.only_contested:
        found["only_contested"] = Condition("is_contested")
    if view.text:
        found["text"] = Condition(
            f"event_id in (select unnest(string_split(?, '{_PARTING}')))", (_ids(version.folder, view.text),)
        )
    if view.date_from or view.date_to:
        found["period"] = _overlaps(view.date_from, view.date_to)
    if view.brush:
        found["brush"] = _overlaps(*view.brush)
    if view.within:
        found["within"] = inside(view.within)
    if view.near:
        found["near"] = around_point(view.near)
    if view.stances:
        found["stances"] = Condition(f"list_has_any({STANCES_TOLD}, ?)", (list(view.stances),))
    if not view.machine_coded:
        found["machine_coded"] = Condition("machine_coded is distinct from true")
    return found


def _chosen(view: View) -> Conditions:
    found: Conditions = {}
    for field, column in _PLAIN.items():
        if chosen := getattr(view, field):
            found[field] = Condition(f"list_contains(?, {column})", (list(chosen),))
    for field, column in _LISTED.items():
        if chosen := getattr(view, field):
            found[field] = Condition(f"list_has_any({column}, ?)", (list(chosen),))
    for field, number in _AT_LEAST.items():
        if least := getattr(view, field):
            found[field] = Condition(f"{number} >= ?", (least,))
    return found


def where(found: Conditions, without: Collection[str] = ()) -> Condition:
    """All conditions but those of `without`, joined; "true" where none is left."""
    kept = [condition for name, condition in found.items() if name not in without]
    return Condition(
        " and ".join(f"({condition.sql})" for condition in kept) or "true",
        tuple(value for condition in kept for value in condition.values),
    )


def tested(found: Conditions) -> Condition:
    """Columns that tell of each row which conditions it meets, for `meets`; each condition is worked out once."""
    columns = [f"({condition.sql}) is true as meets_{name}" for name, condition in found.items()]
    values = tuple(value for condition in found.values() for value in condition.values)
    return Condition(", ".join(["true as meets", *columns]), values)


def meets(found: Conditions, without: Collection[str] = ()) -> str:
    """All conditions but those of `without`, in the columns of `tested`."""
    return " and ".join(["meets", *(f"meets_{name}" for name in found if name not in without)])


def as_exact_as(precision: str) -> list[str]:
    """The place precisions that are no coarser than one."""
    return [p for p in PLACE_PRECISIONS if _COARSENESS[p] <= _COARSENESS[precision]]


def inside(bounds: Bounds) -> Condition:
    """Points within bounds, the edges included; west > east crosses the 180th meridian."""
    joined = "and" if bounds.west <= bounds.east else "or"
    return Condition(
        f"latitude between ? and ? and (longitude >= ? {joined} longitude <= ?)",
        (bounds.south, bounds.north, bounds.west, bounds.east),
    )


def around_point(near: Near) -> Condition:
    """Points no farther than a distance from a point, along the great circle (haversine formula)."""
    away = """2 * ? * asin(sqrt(least(1, pow(sin(radians(latitude - ?) / 2), 2)
        + cos(radians(latitude)) * cos(radians(?)) * pow(sin(radians(longitude - ?) / 2), 2)))) <= ?"""
    tall = degrees(near.km / EARTH_KM)
    return Condition(
        f"latitude between ? and ? and {away}",
        (near.latitude - tall, near.latitude + tall, EARTH_KM, near.latitude, near.latitude, near.longitude, near.km),
    )


def may_overlap(first: date | None, last: date | None) -> Condition:
    """Events with an open end that may lie in the period, though their known day does not."""
    return Condition(
        "(date_start is null and date_end > ?) or (date_end is null and date_start < ?)",
        (last or date.max, first or date.min),
    )


def _overlaps(first: date | None, last: date | None) -> Condition:
    """Events whose days overlap the period. One with an open end stands at its known day; one without any in none."""
    parts: list[str] = []
    values: list[date] = []
    if first:
        parts.append("coalesce(date_end, date_start) >= ?")
        values.append(first)
    if last:
        parts.append("coalesce(date_start, date_end) <= ?")
        values.append(last)
    return Condition(" and ".join(parts), tuple(values))


@lru_cache(maxsize=64)
def _ids(folder: Path, text: str) -> str:
    """Ids that a free text finds in one version, as one text (tens of thousands are bound in no time, a list is not).

    A version never changes, so the answer may be kept.
    """
    return _PARTING.join(Version(folder).search(text, limit=_NO_LIMIT))
