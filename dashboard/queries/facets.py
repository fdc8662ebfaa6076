"""How many events each choice of a filter would show, under all the other filters."""

from __future__ import annotations

from dashboard.filters import View
from dashboard.queries.conditions import STANCES_TOLD, conditions, meets, tested
from dashboard.queries.connection import every, file
from dashboard.queries.kept import kept
from etl.store import Version

Facets = dict[str, dict[str, int]]
"""By field of View: each value with its number of events, most first."""

MOST_CHOICES = 500
"""Choices listed of one filter; the rarest beyond them are reached by free text."""

_COLUMNS = {
    "event_types": "event_type",
    "statuses": "status",
    "countries": "country",
    "admin1": "admin1",
    "actors": "actors",
    "stances": STANCES_TOLD,
    "targets": "targets",
    "weapons": "weapons",
    "sources": "sources",
    "publishers": "publishers",
    "languages": "languages",
    "coarsest_place": "place_precision",
}
_LISTS = frozenset({"actors", "stances", "targets", "weapons", "sources", "publishers", "languages"})
"""Fields of which one event may have several values."""


@kept
def facets(version: Version, view: View) -> Facets:
    """The choices of every filter with their counts; a chosen value is listed even where it has none."""
    found = conditions(version, view)
    columns = tested(found)
    misses = " + ".join(["0", *(f"(not meets_{name})::int" for name in found)])
    taken = ", ".join(f"{_COLUMNS[field]} as of_{field}" for field in _COLUMNS)
    counted: Facets = {field: {} for field in _COLUMNS}
    parts = [
        f"""(select '{field}' as field, value, count(*) as events
            from (select {_each(field)} as value from marked where {meets(found, {field})})
            where value is not null and value <> '' group by value order by events desc, value limit {MOST_CHOICES})"""
        for field in _COLUMNS
    ]
    sql = f"""with tried as (select {taken}, {columns.sql} from read_parquet(?)),
        marked as materialized (select * from tried where {misses} <= 1)
        {" union all ".join(parts)} order by field, events desc, value"""
    for field, value, number in every(sql, [*columns.values, file(version, "events")]):
        counted[field][str(value)] = int(number)
    for field in _COLUMNS:
        chosen = getattr(view, field)
        for value in (chosen,) if isinstance(chosen, str) else chosen:
            if value:
                counted[field].setdefault(value, 0)
    return counted


def _each(field: str) -> str:
    """The values of one event, one a row."""
    return f"unnest(of_{field})" if field in _LISTS else f"of_{field}"
