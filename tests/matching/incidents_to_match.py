"""Incidents of our own for the tests of matching, and what to ask of the result."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa

from etl.matching import Matched
from etl.tables import table_of

BAGHDAD, TAJI, ERBIL = (33.31, 44.37), (33.52, 44.26), (36.19, 44.01)
NAMES: dict[tuple[float, float] | None, str] = {BAGHDAD: "Baghdad", TAJI: "Camp Taji", ERBIL: "Erbil"}


def incident(report: str, *, number: int = 1, place: tuple[float, float] | None = BAGHDAD, day: date | None = None,
             until: date | None = None, **told: Any) -> dict[str, Any]:  # fmt: skip
    """One incident of a report `source:name`: a shelling in a town on one day unless told otherwise."""
    day = day or date(2020, 7, 4)
    row: dict[str, Any] = {
        "incident_id": f"{report}#{number}", "report_id": report, "source": report.partition(":")[0],
        "event_type": "shelling", "status": "carried_out", "date_start": day, "date_end": until or day,
        "date_precision": "day" if until is None else "days", "date_basis": "explicit",
        "places": [NAMES.get(place, "Baghdad")], "country": "IQ", "gazetteer_id": "", "launched_from": [],
        "weapons": [], "targets": [], "attributions": [],
        "place_candidates": [], "admin1": "", "source_type": "", "reading_confidence": 0.9,
    }  # fmt: skip
    if place is not None:
        row |= {"latitude": place[0], "longitude": place[1], "place_precision": "town", "radius_km": 5.0}
    row |= told
    for name in ("killed", "wounded", "detained"):
        if isinstance(number_told := row.pop(name, None), int):
            row |= {f"{name}_{part}": number_told for part in ("low", "best", "high")}
            row[f"{name}_told"] = str(number_told)
    return row


def by(*actors: str, stance: str = "stated") -> list[dict[str, str]]:
    """Attributions to these actors."""
    return [{"actor": actor, "stance": stance, "by": ""} for actor in actors]


def tables(rows: list[dict[str, Any]], **reports: dict[str, Any]) -> tuple[pa.Table, pa.Table]:
    """The incidents and their reports; keyword arguments (the report's name) change fields of one."""
    told = []
    for report_id in dict.fromkeys(row["report_id"] for row in rows):
        source, name = report_id.split(":")
        told.append({"report_id": report_id, "source": source, "publisher": name.title(), "language": "en",
                     "title": name, "text": f"What {name} reported. " * 9 + name * 99, "agency": "", "form": "text",
                     "published": date(2020, 7, 5), **reports.get(name, {})})  # fmt: skip
    return table_of("incidents", rows), table_of("reports", told)


def groups(found: Matched) -> list[list[str]]:
    """The incident ids of each event."""
    return sorted(found.events["incident_ids"].to_pylist())


def event(found: Matched) -> dict[str, Any]:
    """The only event."""
    (only,) = found.events.to_pylist()
    return only
