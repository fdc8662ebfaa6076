"""Incidents of the bundled reports that were judged, by reading, to be one event or not; and the figures of a match.

`judged/<half>.jsonl` names, for each event that several reports tell, its incidents as `report_id#n`: the n-th of that
report's gold (`data/reports/gold`). All other incidents of the half are events of their own; `unsure` ones are left
out, and so are those of which the gold knows no first day. The halves part at 30 June 2020: `fit` may be looked at
while weights are set, `check` may not.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import pyarrow as pa

from etl.pair_record import incident_of_record
from etl.pipeline.pair_places import placed
from etl.records import Incident, Report
from etl.tables import incidents_table, reports_table

ROOT = Path(__file__).resolve().parents[2]
HALVES = ("fit", "check")
_PARTED = "2020-06-30"

Group = frozenset[str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One half: the tables to match, and its events as sets of incident ids (those of one incident too)."""

    incidents: pa.Table
    reports: pa.Table
    events: frozenset[Group]


@dataclass(frozen=True, slots=True)
class Figures:
    """Precision, recall and F1 over pairs in one event, and over each incident's event (B-cubed)."""

    pair_precision: float
    pair_recall: float
    event_precision: float
    event_recall: float

    @property
    def pair_f1(self) -> float:
        return _f1(self.pair_precision, self.pair_recall)

    @property
    def event_f1(self) -> float:
        return _f1(self.event_precision, self.event_recall)


def judged(half: str) -> Judged:
    """The incidents and events of "fit" or "check"."""
    lines = (Path(__file__).parent / "judged" / f"{half}.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    unsure = {name for line in told for name in line.get("unsure", ())}
    incidents = [i for i in _gold() if i.incident_id not in unsure and _is_of(half, i)]
    events = {frozenset(line["incidents"]) for line in told if "incidents" in line}
    named = frozenset[str]().union(*events)
    alone = {frozenset([i.incident_id]) for i in incidents if i.incident_id not in named}
    reports = [
        Report(report_id, "summaries", report_id.partition(":")[2], "", "", "")
        for report_id in sorted({i.report_id for i in incidents})
    ]
    return Judged(incidents_table(incidents), reports_table(reports), frozenset(events | alone))


def _is_of(half: str, incident: Incident) -> bool:
    day = incident.date_start
    return day is not None and (day.isoformat() < _PARTED) == (half == "fit")


def _gold() -> Iterable[Incident]:
    for path in sorted((ROOT / "data" / "reports" / "gold").glob("*.incidents.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            report = json.loads(line)
            name = report["report_id"].removeprefix("summaries:")
            for number, record in enumerate(report["incidents"], start=1):
                yield replace(placed(incident_of_record(record, "summaries", f"{name}#{number}")), report_id=name)


def figures(found: Collection[Collection[str]], events: Collection[Group]) -> Figures:
    """The figures of found groups (those of one incident may be left out) against the judged events."""
    of_found = {one: frozenset(group) for group in found for one in group}
    of_event = {one: event for event in events for one in event}
    got = {one: of_found.get(one, frozenset([one])) & of_event.keys() for one in of_event}
    told, right = _pairs(got.values()), _pairs(of_event.values())
    both = len(told & right)
    shared = {one: len(got[one] & event) for one, event in of_event.items()}
    return Figures(
        both / max(1, len(told)),
        both / max(1, len(right)),
        sum(shared[one] / len(got[one]) for one in of_event) / len(of_event),
        sum(shared[one] / len(of_event[one]) for one in of_event) / len(of_event),
    )


def _pairs(groups: Iterable[Collection[str]]) -> set[tuple[str, str]]:
    return {pair for group in set(map(frozenset, groups)) for pair in combinations(sorted(group), 2)}


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / max(1e-9, precision + recall)
