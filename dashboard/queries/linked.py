"""The events that reports link with one, and where they say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.queries.connection import arrow, every, file
from dashboard.queries.event import EventFile
from dashboard.queries.naming import told_in_tongue
from etl.records import Report, Span
from etl.store import Version


@dataclass(frozen=True, slots=True)
class LinkedEvent:
    """Another event, as a row of the table "events", and each sentence that links it with the one asked for.

    kind: "answers_to", "answered_by", "claimed_with", "follows", "followed_by" or "same_series", as seen from the one
    asked for. values: None for a series of which the words name no other event.
    """

    kind: str
    values: Mapping[str, Any] | None
    said: tuple[tuple[Report, Span], ...]


def linked(version: Version, found: EventFile, language: str) -> tuple[LinkedEvent, ...]:
    """What links an event with others, by kind and then by day; the places under the names of the reader's language."""
    said: dict[tuple[str, str | None], list[tuple[Report, Span]]] = {}
    for kind, other, report_id, start, end in every(_SQL, [found.event_id, file(version, "links")]):
        # Both ends are told by the report that links them, so it is one of the event's own.
        said.setdefault((kind, other), []).append((found.reports[report_id], Span(start, end)))
    ids = [other for _, other in said if other is not None]
    sql = "select * from read_parquet(?) where list_contains(?, event_id)"
    rows = arrow(sql, [file(version, "events"), ids]).to_pylist() if ids else []
    others = {row["event_id"]: told_in_tongue(row, version, language) for row in rows}
    events = (
        LinkedEvent(kind, None if other is None else others[other], tuple(spans))
        for (kind, other), spans in said.items()
    )
    return tuple(sorted(events, key=_order))


def _order(one: LinkedEvent) -> tuple[str, str, str]:
    values = one.values or {}
    return one.kind, str(values.get("date_start", "")), str(values.get("event_id", ""))


_SQL = """
with asked as (select ? as id)
select distinct case when from_event_id = id then kind when kind = 'answers_to' then 'answered_by'
    when kind = 'follows' then 'followed_by' else kind end as kind,
    case when from_event_id = id then to_event_id else from_event_id end as other, report_id, start, "end"
from read_parquet(?), asked where id in (from_event_id, to_event_id) order by all
"""
