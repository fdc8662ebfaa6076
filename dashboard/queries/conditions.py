"""A View as conditions on the table of events: one a dimension, so that facets can leave their own out."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from pathlib import Path

from dashboard.filters import View
from dashboard.queries.attributed import attributed, own_name
from dashboard.queries.condition import Condition, Conditions
from dashboard.queries.ground import around_point, enclosed, inside
from etl.records import DATE_PRECISIONS, PLACE_PRECISIONS
from etl.store import Version

_COARSENESS = {"site": 0, "neighbourhood": 1, "town": 2, "district": 3, "province": 4, "area": 4, "country": 5}
"""How coarse each place precision is; an area (a region, road, river or sea) counts as a province."""
_NO_LIMIT = 100_000_000
_PARTING = "|"
_LISTED = ("targets", "weapons", "sources", "publishers", "languages")
AT_LEAST = {"killed_at_least": "coalesce(killed_low, killed_best)", "sources_at_least": "independent_sources"}
"""Field of View -> the number that it is a least value of."""
_PLAIN = {"event_types": "event_type", "statuses": "status", "countries": "country", "admin1": "admin1"}


def conditions(version: Version, view: View) -> Conditions:
    """The conditions of a view's filters; those that are not set are absent."""
    found = _chosen(view)
    if view.coarsest_place:
        found["coarsest_place"] = Condition("list_contains(?, place_precision)", (as_exact_as(view.coarsest_place),))
    if view.coarsest_date:
        found["coarsest_date"] = Condition("list_contains(?, date_precision)", (as_dated_as(view.coarsest_date),))
    if view.only_contested:
        found["only_contested"] = Condition("is_contested")
    if view.text:
        # Words that are a name of an actor find the actor, by whichever of its names a report tells it.
        said = f"event_id in (select unnest(string_split(?, '{_PARTING}'))) or list_contains(actors, ?)"
        found["text"] = Condition(said, (_ids(version.folder, view.text), own_name(view.text)))
    if view.date_from or view.date_to:
        found["period"] = _overlaps(view.date_from, view.date_to)
    if view.brush:
        found["brush"] = _overlaps(*view.brush)
    if view.within:
        found["within"] = inside(view.within)
    if view.near:
        found["near"] = around_point(view.near)
    if view.outline:
        found["outline"] = enclosed(view.outline)
    if not view.machine_coded:
        found["machine_coded"] = Condition("machine_coded is distinct from true")
    return found


def _chosen(view: View) -> Conditions:
    found: Conditions = {}
    for field, column in _PLAIN.items():
        if chosen := getattr(view, field):
            found[field] = Condition(f"list_contains(?, {column})", (list(chosen),))
    for field in _LISTED:
        if chosen := getattr(view, field):
            found[field] = Condition(f"list_has_any({field}, ?)", (list(chosen),))
    if (told := attributed(view)) is not None:
        found["attributed"] = told
    for field, number in AT_LEAST.items():
        if least := getattr(view, field):
            found[field] = Condition(f"{number} >= ?", (least,))
    return found


def as_exact_as(precision: str) -> list[str]:
    """The place precisions that are no coarser than one."""
    return [p for p in PLACE_PRECISIONS if _COARSENESS[p] <= _COARSENESS[precision]]


def as_dated_as(precision: str) -> list[str]:
    """The date precisions that are no coarser than one."""
    return list(DATE_PRECISIONS[: DATE_PRECISIONS.index(precision) + 1])


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
