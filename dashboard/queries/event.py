"""One event with everything that stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard.queries.connection import arrow, every, file, frame, one
from dashboard.queries.held import held
from dashboard.queries.marks import MARK_COLUMNS
from dashboard.queries.naming import in_tongue, told_in_tongue
from etl.records import Incident, Remark, Report, Span
from etl.store import Version
from etl.tables import incidents_of, incidents_table, reports_of


@dataclass(frozen=True, slots=True)
class Match:
    """How alike two incidents are, and why. is_episode: one tells of several days, the other of one of them."""

    left_id: str
    right_id: str
    score: float
    reasons: tuple[str, ...]
    is_episode: bool = False


@dataclass(frozen=True, slots=True)
class EventFile:
    """An event: its row of the table "events", and its incidents, reports, remarks, matches and corrections.

    asked_for: the id that was asked for, which differs from the event's own where it is an old one.
    """

    asked_for: str
    values: Mapping[str, Any]
    incidents: tuple[Incident, ...]
    reports: Mapping[str, Report]
    remarks: Mapping[str, tuple[Remark, ...]]
    matches: tuple[Match, ...]
    corrections: tuple[Mapping[str, Any], ...] = ()

    @property
    def event_id(self) -> str:
        """The event's own id."""
        return str(self.values["event_id"])


def event(version: Version, event_id: str, language: str = "") -> EventFile | None:
    """An event by its id or an old id of it (aliases are followed); None where there is none.

    language: the reader's, whose name for the place is taken where one is known.
    """
    values = _row(version, event_id) or _row(version, _answers_to(version, event_id))
    if values is None:
        return None
    if language:
        values = told_in_tongue(values, version, language)
    incidents = tuple(incidents_of(_listed(version, "incidents", "incident_id", values["incident_ids"])))
    reports = {r.report_id: r for r in reports_of(_listed(version, "reports", "report_id", values["report_ids"]))}
    remarks: dict[str, tuple[Remark, ...]] = {}
    for row in _listed(version, "remarks", "report_id", values["report_ids"]).to_pylist():
        remark = Remark(row["report_id"], row["kind"], Span(row["start"], row["end"]))
        remarks[remark.report_id] = (*remarks.get(remark.report_id, ()), remark)
    own_id = values["event_id"]
    corrections = _corrections(version, own_id) if values["corrections"] else ()
    return EventFile(event_id, values, incidents, reports, remarks, _matches(version, own_id), corrections)


def one_event(version: Version, event_id: str, language: str) -> pd.DataFrame:
    """The event as a figure takes it: one row with MARK_COLUMNS, none where there is no such event."""
    sql = f"select {MARK_COLUMNS} from {held(version)} where event_id = ?"
    return in_tongue(frame(sql, [event_id]), version, language)


def flat(incident: Incident) -> dict[str, Any]:
    """An incident as a row of its table, its counts in columns."""
    row: dict[str, Any] = incidents_table([incident]).to_pylist()[0]
    return row


def _row(version: Version, event_id: str) -> dict[str, Any] | None:
    found = arrow("select * from read_parquet(?) where event_id = ?", [file(version, "events"), event_id]).to_pylist()
    return found[0] if found else None


def _answers_to(version: Version, old_id: str) -> str:
    row = one("select event_id from read_parquet(?) where old_id = ?", [file(version, "aliases"), old_id])
    return str(row[0]) if row else ""


def _listed(version: Version, name: str, key: str, ids: list[str]) -> Any:
    sql = f"select t.* from read_parquet(?) t where list_contains(?, {key}) order by list_position(?, {key})"
    return arrow(sql, [file(version, name), ids, ids])


def _matches(version: Version, event_id: str) -> tuple[Match, ...]:
    sql = """select left_id, right_id, score, reasons, is_episode from read_parquet(?) where event_id = ?
        order by score desc, left_id, right_id"""
    rows = every(sql, [file(version, "matches"), event_id])
    return tuple(
        Match(left, right, score, tuple(why or ()), bool(several)) for left, right, score, why, several in rows
    )


def _corrections(version: Version, event_id: str) -> tuple[dict[str, Any], ...]:
    """The decisions that an event names, as rows of the table "corrections", the earliest first."""
    sql = "select * from read_parquet(?) where event_id = ? order by decided, correction_id"
    return tuple(arrow(sql, [file(version, "corrections"), event_id]).to_pylist())
