"""The incidents of a report as one line of the benchmark's incidents.jsonl."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from etl.reading import REVIEW_BELOW
from etl.records import Count, Incident, Link

_PRECISION = {"area": "province"}
"""The benchmark knows no areas (a region, river, road): the nearest of its classes stands for them."""


def bench_record(
    report_id: str, incidents: Sequence[Incident], links: Sequence[Link] = (), *, with_doubtful: bool = False
) -> dict[str, Any]:
    """{"report_id", "incidents": [...], "links": [...]}.

    A count is [low, high], or [low, best] where high is open, or null. A link is {"kind", "incident", "other",
    "evidence"}: places in the list of incidents counted from 0, "other" null where the words count an incident into a
    series and name no other of it; evidence is the span of the sentence. What goes to review instead of the map is left
    out, unless asked for `with_doubtful`, and the links to it.
    """
    kept = [one for one in incidents if with_doubtful or _is_sure(one)]
    at = {one.incident_id: number for number, one in enumerate(kept)}
    linked = [link for link in links if link.incident_id in at and (not link.other_id or link.other_id in at)]
    return {
        "report_id": report_id,
        "incidents": [_incident(incident) for incident in kept],
        "links": [_link(link, at) for link in linked],
    }


def _link(link: Link, at: Mapping[str, int]) -> dict[str, Any]:
    return {
        "kind": link.kind,
        "incident": at[link.incident_id],
        "other": at.get(link.other_id),
        "evidence": [link.span.start, link.span.end],
    }


def _is_sure(incident: Incident) -> bool:
    """Whether an incident is read surely enough for the map."""
    return incident.reading_confidence is None or incident.reading_confidence >= REVIEW_BELOW


def _incident(incident: Incident) -> dict[str, Any]:
    precision = incident.place_precision
    return {
        "event_type": incident.event_type,
        "status": incident.status,
        "date_start": incident.date_start.isoformat() if incident.date_start else None,
        "date_end": incident.date_end.isoformat() if incident.date_end else None,
        "place": list(incident.places),
        "country": incident.country or None,
        "latitude": incident.latitude,
        "longitude": incident.longitude,
        "place_precision": None if precision is None else _PRECISION.get(precision, precision),
        "origin": list(incident.launched_from),
        "weapons": list(incident.weapons),
        "actors": [{"name": a.actor, "stance": a.stance} for a in incident.attributions],
        "targets": list(incident.targets),
        "killed": _range(incident.killed),
        "wounded": _range(incident.wounded),
        "detained": _range(incident.detained),
        "evidence": [[span.start, span.end] for span in incident.evidence.get("incident", ())],
    }


def _range(count: Count | None) -> list[int] | None:
    """[low, high] of a count; an open end is closed with the best number."""
    if count is None or count.low is None:
        return None
    best = count.low if count.best is None else count.best
    return [count.low, best if count.high is None else count.high]
