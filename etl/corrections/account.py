"""What each decision changed, for readers: the value before, the value after, who, when and why."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pyarrow as pa

from etl.corrections.decisions import BETWEEN_INCIDENTS, PARTED_BY, Correction
from etl.corrections.rows import positions, row_of
from etl.tables import table_of
from etl.told_columns import COUNTS

_PLACE = ("latitude", "longitude", "place_precision", "radius_km")


@dataclass(frozen=True, slots=True)
class Sides:
    """The tables "events" and "incidents" before the decisions were applied, and after."""

    events: pa.Table
    incidents: pa.Table
    events_after: pa.Table
    incidents_after: pa.Table


def account(decisions: Sequence[Correction], sides: Sides) -> pa.Table:
    """The table "corrections": one row for each decision that an event names, values as an editor writes them.

    Incidents that the tables do not hold (those of sources that may not leave) are not named, and neither is a decision
    on nothing else.
    """
    known = {decision.correction_id: decision for decision in decisions}
    after = sides.events_after.select(["event_id", "corrections"])
    named = [row for row in after.to_pylist() if row["corrections"]] if known else []
    rows = []
    for event in named:
        for decision in (known[one] for one in event["corrections"] if one in known):
            values = _values(decision, event["event_id"], sides)
            if values is None:
                continue
            old, new = values
            rows.append({
                "event_id": event["event_id"], "correction_id": decision.correction_id, "target": decision.target,
                "action": decision.action, "field": decision.field, "old": old, "new": new,
                "who": decision.who, "decided": decision.when, "why": decision.why,
            })  # fmt: skip
    return table_of("corrections", rows)


def _values(decision: Correction, event_id: str, sides: Sides) -> tuple[str, str] | None:
    """The value before and after: of an incident its own, of an event the merged one; None where it is not held."""
    if decision.is_of_incident:
        before, after = (_row(t, "incident_id", decision.target) for t in (sides.incidents, sides.incidents_after))
    else:
        before, after = (_row(t, "event_id", event_id) for t in (sides.events, sides.events_after))
    if not before or not after:
        return None
    if decision.action in BETWEEN_INCIDENTS:
        others = decision.value.split(PARTED_BY)
        held = positions(sides.incidents_after, "incident_id", others)
        return ("", PARTED_BY.join(other for other in others if other in held)) if held else None
    if decision.action == "sensitivity":
        return "none", decision.value
    return _written(before, decision), _written(after, decision)


def _row(table: pa.Table, key: str, wanted: str) -> dict[str, Any]:
    at = positions(table, key, [wanted])
    return row_of(table, at[wanted]) if wanted in at else {}


def _written(row: dict[str, Any], decision: Correction) -> str:
    """A value of a row in the form in which an editor writes it; "" where it is unknown."""
    if decision.action == "place":
        point = [row.get(name) for name in _PLACE]
        return (
            "" if None in point else ",".join(f"{part:g}" if isinstance(part, float) else str(part) for part in point)
        )
    if decision.field in COUNTS:
        low, high = row.get(f"{decision.field}_low"), row.get(f"{decision.field}_high")
        return "" if low is None else f"{low}" if low == high else f"{low}-{'' if high is None else high}"
    return _cell(row.get(decision.field))


def _cell(value: Any) -> str:
    match value:
        case date():
            return value.isoformat()
        case [dict(), *_]:
            return json.dumps(value, ensure_ascii=False)
        case list():
            return PARTED_BY.join(value)
    return "" if value is None else str(value)
