"""One row of our own export as the event it is, with a report and incidents that hold what the row tells of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, get_args

import pyarrow as pa

from etl.cells import parted, restored
from etl.columns import COUNTS, DAY, EVENTS, FLAG, INT, REAL, TEXTS
from etl.records import (
    DATE_PRECISIONS,
    EVENT_TYPES,
    PLACE_PRECISIONS,
    STATUSES,
    Attribution,
    Count,
    DateBasis,
    Incident,
    Report,
    Sensitivity,
    Span,
)
from etl.sources._cells import UnusableCellError, hash_of

READER = "incident_atlas 1"

Event = dict[str, Any]
_EMPTY = ("source_type", "gazetteer_id", "country", "admin1")
"""Columns of text in which nothing is an empty text; in the others it is null."""

_GIVEN = {
    "place": ("places", "launched_from", "latitude", "longitude", "place_precision", "radius_km", "gazetteer_id",
              "place_candidates", "country", "admin1"),
    "date": ("date_start", "date_end", "date_precision", "date_basis"),
    "weapons": ("weapons",), "targets": ("targets",), "attributions": ("attributions",),
}  # fmt: skip
"""What an entry of `origins` stands for, where it is not the column of that name or a count."""


_WORDS: dict[str, tuple[str, ...]] = {
    "event_type": EVENT_TYPES, "status": STATUSES, "date_precision": DATE_PRECISIONS,
    "date_basis": get_args(DateBasis), "place_precision": PLACE_PRECISIONS, "sensitivity": get_args(Sensitivity),
}  # fmt: skip
_BOUNDS = {"latitude": (-90, 90), "longitude": (-180, 180), "reading_confidence": (0, 1)}
_KEYS = {"origins": {"field", "incident_id", "rule"}, "attributions": {"actor", "stance", "by"}}


def event_of(cells: Mapping[str, str], from_csv: bool, seen: set[str] | None = None) -> Event:
    """The event of a row's cells, each in the type of its column. Raises UnusableCellError.

    seen: ids of events and incidents of the rows before, which no other may have; those of this row are added.
    """
    event: Event = {}
    for column in EVENTS:
        cell = cells.get(column.name, "")
        try:
            event[column.name] = (
                ""
                if not cell and column.name in _EMPTY
                else _value(restored(cell) if from_csv else cell, column.type, from_csv)
            )
            _check(column.name, event[column.name], column.type)
        except (ValueError, TypeError) as error:
            reason = f"it is no value of this column ({error})"
            raise UnusableCellError(column.name, cell, reason, "Export the file again.") from error
    for name in ("event_id", "event_type", "incident_ids", "report_ids", "sources"):
        if not event[name]:
            raise UnusableCellError(name, "", "it is empty, and every event has it", "Export the file again.")
    own = {event["event_id"], *event["incident_ids"]}
    if seen is not None:
        if twice := sorted(own & seen):
            raise UnusableCellError("event_id", twice[0], "a row before has it too", "Remove one of the two.")
        seen |= own
    return event


def _check(name: str, value: Any, kind: pa.DataType) -> None:
    """Raise ValueError for a word, a list or a number that the column cannot hold."""
    if value is not None and name in _WORDS and value not in _WORDS[name]:
        raise ValueError(f"known are {', '.join(_WORDS[name])}")
    if kind == TEXTS and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise ValueError("a list of texts should stand here")
    if value is not None and kind in (INT, REAL):
        least, most = _BOUNDS.get(name, (0, 2**31 - 1))
        if not least <= value <= most:
            raise ValueError(f"it lies outside {least} to {most}")
    if name in _KEYS and not (isinstance(value, list) and all(_is_record(one, _KEYS[name]) for one in value)):
        raise ValueError(f"a list of records with {', '.join(sorted(_KEYS[name]))} should stand here")


def _is_record(one: Any, keys: set[str]) -> bool:
    return isinstance(one, dict) and one.keys() == keys and all(isinstance(v, str | None) for v in one.values())


def _value(cell: str, kind: pa.DataType, from_csv: bool) -> Any:
    if kind == TEXTS:
        return parted(cell) if from_csv else json.loads(cell or "[]")
    if pa.types.is_list(kind):
        return json.loads(cell or "[]")
    if not cell:
        return None
    if kind == FLAG:
        return _flag(cell)
    if kind == DAY:
        return date.fromisoformat(cell)
    return int(cell) if kind == INT else float(cell) if kind == REAL else cell


def _flag(cell: str) -> bool:
    if cell.lower() not in ("true", "false", "1", "0"):
        raise ValueError("it is neither True nor False")
    return cell.lower() in ("true", "1")


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
