"""An event of our own export with a report and incidents that hold what its row tells of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from etl.records import Attribution, Count, Incident, Report, Span
from etl.sources._cells import hash_of
from etl.sources._given_cells import Event
from etl.told_columns import COUNTS

READER = "incident_atlas 1"

_GIVEN = {
    "place": ("places", "launched_from", "latitude", "longitude", "place_precision", "radius_km", "gazetteer_id",
              "place_candidates", "country", "admin1"),
    "date": ("date_start", "date_end", "date_precision", "date_basis"),
    "weapons": ("weapons",), "targets": ("targets",), "attributions": ("attributions",),
}  # fmt: skip
"""What an entry of `origins` stands for, where it is not the column of that name or a count."""


def text_of_event(event: Event) -> str:
    """The lines "column: value" of what an event tells; the words of each number stand as they were told."""
    shown = {name: value for name, value in event.items() if value not in (None, [], "") and name not in _BOOKS}
    return "\n".join(f"{name}: {_shown(value)}" for name, value in shown.items())


_BOOKS = frozenset({"origins", "incident_ids", "report_ids", "corrections"})


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else str(value)


def incidents_of_event(event: Event, reports: Mapping[str, Report]) -> list[Incident]:
    """An incident for each that the event was matched from: alone it tells all, else what `origins` says it gave."""
    ids: Sequence[str] = event["incident_ids"]
    return [_incident(event, one, reports, alone=len(ids) == 1) for one in ids]


def _incident(event: Event, incident_id: str, reports: Mapping[str, Report], alone: bool) -> Incident:
    gave = {origin["field"] for origin in event["origins"] if origin["incident_id"] == incident_id}
    told: dict[str, Any] = {}
    for field, columns in _GIVEN.items():
        if alone or field in gave:
            told |= {name: tuple(v) if isinstance(v := event[name], list) else v for name in columns}
    told["attributions"] = tuple(
        Attribution(a["actor"], a["stance"], a["by"] or "") for a in told.get("attributions", ())
    )
    report = reports[report_of(incident_id, event["report_ids"])]
    start = report.text.find(f"event_id: {event['event_id']}")
    own = (Span(start, start + len(text_of_event(event))),)
    evidence = {"incident": own}
    for name in COUNTS:
        if (alone or name in gave) and event[f"{name}_told"] is not None:
            told[name] = Count(*(event[f"{name}_{part}"] for part in ("low", "best", "high", "told")))
            at = report.text.index(f"{name}_told: ", start) + len(f"{name}_told: ")
            evidence[name] = (Span(at, at + len(event[f"{name}_told"])),)
    filled = {name: value for name, value in told.items() if value is not None}
    return Incident(
        incident_id=incident_id,
        report_id=report.report_id,
        source=report.source,
        event_type=event["event_type"],
        status=event["status"] or "carried_out",
        source_type=event["source_type"] or "",
        evidence=evidence,
        reading_confidence=event["reading_confidence"],
        machine_coded=bool(event["machine_coded"]),
        reader=READER,
        **filled,
    )


def report_of(incident_id: str, report_ids: Sequence[str]) -> str:
    """The report that an incident's id names; ids that were made coarse name none, and take the first."""
    named = incident_id.rpartition("#")[0]
    return named if named in report_ids else report_ids[0]


def report_on(event: Event, place: int, texts: Sequence[str], is_summary: bool) -> Report:
    """The report at a place of the event's list, with the text of all events that it tells.

    Sources, publishers and languages stand in the order of their names: which is whose is not told where there are
    several, so that each report takes the one at its own place, or the last.
    """
    text = "\n\n".join(texts)
    return Report(
        report_id=event["report_ids"][place],
        source=_at(event["sources"], place),
        publisher=_at(event["publishers"], place) or _at(event["sources"], place),
        language=_at(event["languages"], place),
        title=f"Incident Atlas {event['event_id']}",
        text=text,
        published=event["first_reported"],
        form="row",
        text_is_summary=is_summary,
        content_sha256=hash_of(text),
    )


def _at(values: Sequence[str], place: int) -> str:
    return values[min(place, len(values) - 1)] if values else ""
