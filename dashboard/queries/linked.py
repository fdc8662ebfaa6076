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

    kind: "answers_to", "answered_by" or "claimed_with", as seen from the one asked for.
    """

    kind: str
    values: Mapping[str, Any]
    said: tuple[tuple[Report, Span], ...]


def linked(version: Version, found: EventFile, language: str) -> tuple[LinkedEvent, ...]:
    """What links an event with others, by kind and then by day; the places under the names of the reader's language."""
    said: dict[tuple[str, str], list[tuple[Report, Span]]] = {}
    for kind, other, report_id, start, end in every(_SQL, [found.event_id, file(version, "links")]):
        # Both ends are told by the report that links them, so it is one of the event's own.
        said.setdefault((kind, other), []).append((found.reports[report_id], Span(start, end)))
    ids = [other for _, other in said]
    sql = "select * from read_parquet(?) where list_contains(?, event_id)"
    rows = arrow(sql, [file(version, "events"), ids]).to_pylist() if ids else []
    others = {row["event_id"]: told_in_tongue(row, version, language) for row in rows}
    events = (LinkedEvent(kind, others[other], tuple(spans)) for (kind, other), spans in said.items())
    return tuple(sorted(events, key=lambda one: (one.kind, str(one.values["date_start"]), one.values["event_id"])))


_SQL = """
with asked as (select ? as id)
select distinct case when from_event_id = id or kind <> 'answers_to' then kind else 'answered_by' end as kind,
    case when from_event_id = id then to_event_id else from_event_id end as other, report_id, start, "end"
from read_parquet(?), asked where id in (from_event_id, to_event_id) order by all
"""
