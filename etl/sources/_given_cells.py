"""The cells of a row of our own export as the event they are, each in the type of its column, and checked."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import pyarrow as pa

from etl.cells import parted, restored
from etl.columns import EVENTS
from etl.records import DATE_PRECISIONS, EVENT_TYPES, PLACE_PRECISIONS, STATUSES, DateBasis, Sensitivity
from etl.sources._cells import UnusableCellError
from etl.told_columns import DAY, FLAG, INT, REAL, TEXTS

Event = dict[str, Any]
_EMPTY = ("source_type", "gazetteer_id", "country", "admin1")
"""Columns of text in which nothing is an empty text; in the others it is null."""

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
    _agree(event)
    own = {event["event_id"], *event["incident_ids"]}
    if seen is not None:
        if twice := sorted(own & seen):
            raise UnusableCellError("event_id", twice[0], "a row before has it too", "Remove one of the two.")
        seen |= own
    return event


def _agree(event: Event) -> None:
    """Raise UnusableCellError where what every event has is empty, or where one value gainsays another."""
    for name in ("event_id", "event_type", "incident_ids", "report_ids", "sources"):
        if not event[name]:
            raise UnusableCellError(name, "", "it is empty, and every event has it", "Export the file again.")
    named = {origin["incident_id"] for origin in event["origins"]} - {None}
    if lost := sorted(named.difference(event["incident_ids"])):
        reason = "a value is said to come from an incident that the event does not hold"
        raise UnusableCellError("origins", lost[0], reason, "Export the file again.")
    if (event["latitude"] is None) != (event["longitude"] is None):
        raise UnusableCellError("latitude", "", "half a point is none", "Give both, or neither.")
    start, end = event["date_start"], event["date_end"]
    if start and end and end < start:
        raise UnusableCellError("date_end", f"{end}", f"the end lies before the start, {start}", "Correct one of them.")


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
