"""Sensitivity applied in the tables themselves, so that no view and no export can forget it.

coarse_place: the point becomes the centre of its half-degree cell, always the same, and names of places go, from the
texts as well. no_text: nobody sees the words. withheld: nobody sees the event.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.corrections import told
from etl.corrections.masking import country_names, hidden_names, hidden_spans
from etl.corrections.rows import Rows, holders, positions, row_of, with_rows, without_rows
from etl.lexicon import fold

CELL_DEGREES = 0.5
CELL_KM = 40.0
"""Radius in km that reaches every point of a cell from its centre: half its diagonal at the equator, rounded up."""

_COARSE = ("district", "province", "country", "area")
_PLACE_EVIDENCE = ("place", "launched_from")

Tables = dict[str, pa.Table]
Row = dict[str, Any]


def coarsen(tables: Mapping[str, pa.Table]) -> Tables:
    """All tables of a build with sensitivity applied, and without rows that name what is gone.

    Needs events, incidents, reports, remarks, links, matches, corrections and aliases (schemas of etl/columns.py);
    others pass through.
    """
    made = dict(tables)
    for level, protect in (("coarse_place", _coarse), ("no_text", _without_text), ("withheld", _withheld)):
        marked = pc.fill_null(pc.equal(tables["events"]["sensitivity"], level), False)
        at = pc.indices_nonzero(marked).to_pylist()
        if at:
            protect(made, [row_of(tables["events"], position) for position in at])
    return _pruned(made)


def cell_centre(degrees: float, largest: float) -> float:
    """The centre of the half-degree cell that holds a latitude (largest 90) or longitude (largest 180)."""
    centre = math.floor(degrees / CELL_DEGREES) * CELL_DEGREES + CELL_DEGREES / 2
    return min(centre, largest - CELL_DEGREES / 2)


def _coarse(made: Tables, events: list[Row]) -> None:
    incidents = _rows_at(made, "incidents", "incident_id", _all(events, "incident_ids"))
    reports = _rows_at(made, "reports", "report_id", _all(events, "report_ids"))
    rows = [*events, *incidents.values()]
    names = {name for row in rows for name in (*(row["places"] or ()), *(row["launched_from"] or ()))}
    languages = {row["language"] for row in reports.values() if row["language"]}
    wide = {name for row in rows for name in country_names(row["country"] or "", languages)}
    wide |= {fold(row["admin1"] or "") for row in rows}
    names = {name for name in names if fold(name) not in wide}
    before = {row["report_id"]: row["text"] for row in reports.values()}
    for row in reports.values():
        own = [e for i in incidents.values() if i["report_id"] == row["report_id"] for e in i["evidence"] or ()]
        text = hidden_spans(row["text"], [(e["start"], e["end"]) for e in own if e["field"] in _PLACE_EVIDENCE])
        row.update(text=hidden_names(text, names), title=hidden_names(row["title"] or "", names))
    after = {row["report_id"]: row["text"] for row in reports.values()}
    told.put(told.hidden(incidents.values(), before, after, names), rows)
    for row in incidents.values():
        row["evidence"] = [e for e in row["evidence"] or () if e["field"] not in _PLACE_EVIDENCE]
    for row in rows:
        _coarsen_row(row)
        row["targets"] = [hidden_names(target, names) for target in row["targets"] or ()]
        row["attributions"] = [a | {"by": hidden_names(a["by"] or "", names)} for a in row["attributions"] or ()]
    made["reports"] = with_rows(made["reports"], "reports", reports)
    made["incidents"] = with_rows(made["incidents"], "incidents", incidents)
    at = positions(made["events"], "event_id", (event["event_id"] for event in events))
    made["events"] = with_rows(made["events"], "events", {at[event["event_id"]]: event for event in events})
    made["matches"] = _without_reasons(made["matches"], _all(events, "incident_ids"))
    made["corrections"] = _without_values(made["corrections"], (event["event_id"] for event in events))


def _coarsen_row(row: Row) -> None:
    row.update(places=[], launched_from=[], gazetteer_id="", place_candidates=[])
    if row["latitude"] is not None:
        row.update(
            latitude=cell_centre(row["latitude"], 90),
            longitude=cell_centre(row["longitude"], 180),
            radius_km=max(CELL_KM, row["radius_km"] or 0.0),
            place_precision=row["place_precision"] if row["place_precision"] in _COARSE else "district",
        )


def _without_reasons(matches: pa.Table, incidents: Iterable[str]) -> pa.Table:
    """Matches whose reasons may name the place or the distance keep their score alone."""
    named = pa.array(sorted(set(incidents)), pa.string())
    either = pc.or_(pc.is_in(matches["left_id"], value_set=named), pc.is_in(matches["right_id"], value_set=named))
    rows = {position: row_of(matches, position) for position in pc.indices_nonzero(either).to_pylist()}
    return with_rows(matches, "matches", {position: row | {"reasons": []} for position, row in rows.items()})


def _without_values(corrections: pa.Table, event_ids: Iterable[str]) -> pa.Table:
    """Decisions whose values and reason may name the place keep who decided on what, and when."""
    named = pc.is_in(corrections["event_id"], value_set=pa.array(sorted(set(event_ids)), pa.string()))
    rows = {position: row_of(corrections, position) for position in pc.indices_nonzero(named).to_pylist()}
    unsaid = {position: row | {"old": "", "new": "", "why": ""} for position, row in rows.items()}
    return with_rows(corrections, "corrections", unsaid)


def _without_text(made: Tables, events: list[Row]) -> None:
    _blank(made, _all(events, "report_ids"))


def _blank(made: Tables, report_ids: Iterable[str]) -> None:
    """Take the text from reports, and from everything that points into it."""
    ids = set(report_ids)
    reports = _rows_at(made, "reports", "report_id", ids)
    made["reports"] = with_rows(made["reports"], "reports", {p: r | {"text": ""} for p, r in reports.items()})
    wanted = pa.array(sorted(ids), pa.string())
    at = pc.indices_nonzero(pc.is_in(made["incidents"]["report_id"], value_set=wanted)).to_pylist()
    incidents = {position: row_of(made["incidents"], position) | {"evidence": []} for position in at}
    holding = holders(made["events"], "incident_ids", (row["incident_id"] for row in incidents.values()))
    events = {position: row_of(made["events"], position) for position in holding.values()}
    told.put(told.blank(incidents.values()), [*events.values(), *incidents.values()])
    made["incidents"] = with_rows(made["incidents"], "incidents", incidents)
    made["events"] = with_rows(made["events"], "events", events)
    for table in ("remarks", "links"):
        made[table] = made[table].filter(pc.invert(pc.is_in(made[table]["report_id"], value_set=wanted)))


def _withheld(made: Tables, events: list[Row]) -> None:
    """Take out events with their incidents, and reports that tell of nothing else; others lose their text."""
    gone = positions(made["events"], "event_id", (event["event_id"] for event in events))
    made["events"] = without_rows(made["events"], gone.values())
    gone = positions(made["incidents"], "incident_id", _all(events, "incident_ids"))
    made["incidents"] = without_rows(made["incidents"], gone.values())
    reports = set(_all(events, "report_ids"))
    left = reports & set(made["incidents"]["report_id"].to_pylist())
    _blank(made, left)
    gone = positions(made["reports"], "report_id", reports - left)
    made["reports"] = without_rows(made["reports"], gone.values())


def _pruned(made: Tables) -> Tables:
    """The tables without matches, links, old ids and remarks that lead to a row which is gone."""
    incidents, events = made["incidents"]["incident_id"], made["events"]["event_id"]
    for table, column, held in (
        ("matches", "left_id", incidents),
        ("matches", "right_id", incidents),
        ("matches", "event_id", events),
        ("links", "from_event_id", events),
        ("links", "to_event_id", events),
        ("corrections", "event_id", events),
        ("aliases", "event_id", events),
        ("remarks", "report_id", made["reports"]["report_id"]),
    ):
        named = made[table][column]
        lost = pc.and_(pc.is_valid(named), pc.invert(pc.is_in(named, value_set=held.combine_chunks())))
        if pc.any(lost).as_py():
            made[table] = made[table].filter(pc.invert(lost))
    return made


def _rows_at(made: Tables, table: str, key: str, ids: Iterable[str]) -> Rows:
    return {p: row_of(made[table], p) for p in positions(made[table], key, ids).values()}


def _all(events: Iterable[Row], column: str) -> list[str]:
    return [entry for event in events for entry in event[column] or ()]
