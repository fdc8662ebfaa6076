"""How many events each choice of a filter would show, under all the other filters."""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.filters import View
from dashboard.queries.attributed import PARTS, values_of
from dashboard.queries.condition import Condition, Conditions, meets, tested
from dashboard.queries.conditions import AT_LEAST, as_dated_as, as_exact_as, conditions
from dashboard.queries.connection import every
from dashboard.queries.held import held
from dashboard.queries.kept import kept
from etl.records import DATE_PRECISIONS, PLACE_PRECISIONS
from etl.store import Version

Facets = dict[str, dict[str, int]]
"""By field of View: each value with the number of events it would show, most first. "period": by year, in order.
Of killed_at_least and sources_at_least the numbers of STEPS; of only_contested and machine_coded "1" alone.
"""

MOST_CHOICES = 500
"""Choices listed of one filter; the rarest beyond them are reached by free text."""
STEPS = {"killed_at_least": (1, 5, 10, 25, 100), "sources_at_least": (2, 3, 5)}
"""Numbers of which is told how many events reach them."""
_PLAIN = {
    "event_types": "event_type",
    "statuses": "status",
    "countries": "country",
    "admin1": "admin1",
    "coarsest_place": "place_precision",
    "coarsest_date": "date_precision",
}
_LISTS = ("targets", "weapons", "sources", "publishers", "languages")
_YEARS = """case when coalesce(date_start, date_end) is null then []
    else generate_series(year(coalesce(date_start, date_end)), year(coalesce(date_end, date_start))) end"""
_CUMULATED = {"coarsest_place": (PLACE_PRECISIONS, as_exact_as), "coarsest_date": (DATE_PRECISIONS[:-1], as_dated_as)}


@kept
def leading(version: Version, view: View) -> Facets:
    """Types and countries with their counts: what a page says of all that it shows."""
    columns = {field: Condition(f"[{_PLAIN[field]}]") for field in ("event_types", "countries")}
    return _chosen_too(_counts(version, view, columns), view)


@kept
def facets(version: Version, view: View) -> Facets:
    """The choices of every filter with their counts; a chosen value is listed even where it has none."""
    counted = _counts(version, view, _columns(view))
    counted["period"] = dict(sorted(counted["period"].items(), key=lambda year: int(year[0])))
    for field, (precisions, no_coarser) in _CUMULATED.items():
        alone = counted[field]
        counted[field] = {p: sum(alone.get(finer, 0) for finer in no_coarser(p)) for p in precisions}
    return _chosen_too(counted, view)


def _counts(version: Version, view: View, columns: Mapping[str, Condition]) -> Facets:
    found = conditions(version, view)
    tests = tested(found)
    misses = " + ".join(["0", *(f"(not meets_{name})::int" for name in found)])
    taken = ", ".join(f"{column.sql} as of_{field}" for field, column in columns.items())
    parts = [_counted(field, found) for field in columns]
    sql = f"""with tried as (select {taken}, {tests.sql} from {held(version)}),
        marked as materialized (select * from tried where {misses} <= 1)
        {" union all ".join(parts)} order by field, events desc, value"""
    counted: Facets = {field: {} for field in columns}
    for field, value, number in every(sql, [*(v for c in columns.values() for v in c.values), *tests.values]):
        counted[field][str(value)] = int(number)
    return counted


def _chosen_too(counted: Facets, view: View) -> Facets:
    for field in counted.keys() & {*_PLAIN, *_LISTS, *PARTS}:
        chosen = getattr(view, field)
        for value in (chosen,) if isinstance(chosen, str) else chosen:
            if value:
                counted[field].setdefault(value, 0)
    return counted


def _columns(view: View) -> dict[str, Condition]:
    """By field, the values that one event has of it, as a list."""
    found = {field: Condition(f"[{column}]") for field, column in _PLAIN.items()}
    found |= {field: Condition(field) for field in _LISTS} | {field: values_of(view, field) for field in PARTS}
    for field, steps in STEPS.items():
        found[field] = Condition(f"list_filter({list(steps)}, lambda step: step <= {AT_LEAST[field]})")
    found |= {"only_contested": Condition("[is_contested::int]"), "machine_coded": Condition("[machine_coded::int]")}
    return found | {"period": Condition(_YEARS)}


def _counted(field: str, found: Conditions) -> str:
    own = {"attributed"} if field in PARTS else {field}
    return f"""(select '{field}' as field, value::varchar as value, count(*) as events
        from (select unnest(of_{field}) as value from marked where {meets(found, own)})
        where value is not null and value::varchar not in ('', '0') group by value
        order by events desc, value limit {MOST_CHOICES})"""
