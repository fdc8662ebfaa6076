"""How many events each choice of a filter would show, under all the other filters."""

from __future__ import annotations

from dashboard.filters import View
from dashboard.queries.conditions import conditions, where
from dashboard.queries.connection import every, file
from etl.store import Version

Facets = dict[str, dict[str, int]]
"""By field of View: each value with its number of events, most first."""

MOST_CHOICES = 500
"""Choices listed of one filter; the rarest beyond them are reached by free text."""

_VALUES = {
    "event_types": "event_type",
    "statuses": "status",
    "countries": "country",
    "admin1": "admin1",
    "actors": "unnest(actors)",
    "sources": "unnest(sources)",
    "publishers": "unnest(publishers)",
    "languages": "unnest(languages)",
    "coarsest_place": "place_precision",
}


def facets(version: Version, view: View, fields: tuple[str, ...] = tuple(_VALUES)) -> Facets:
    """The choices of the given filters with their counts; a chosen value is listed even where it has none."""
    found = conditions(version, view)
    counted: Facets = {}
    for field in fields:
        kept = where(found, without={field})
        sql = f"""select value, count(*) as events
            from (select {_VALUES[field]} as value from read_parquet(?) where {kept.sql})
            where value is not null and value <> '' group by value order by events desc, value limit ?"""
        rows = every(sql, [file(version, "events"), *kept.values, MOST_CHOICES])
        counted[field] = {str(value): int(number) for value, number in rows}
        chosen = getattr(view, field)
        for value in (chosen,) if isinstance(chosen, str) else chosen:
            if value:
                counted[field].setdefault(value, 0)
    return counted
