"""Four small incidents in three events, as the tables of a build."""

from __future__ import annotations

from datetime import date

import pytest

from etl.columns import schema
from etl.records import Attribution, Count, Incident, Remark, Report, Span
from etl.tables import incidents_table, remarks_table, reports_table, table_of

TEXT = "A rocket fell on Well town near the dam, in Chad. Two were killed. Side A denies. Forty attacks since May."


def incident(report_id, **changes):
    values = {
        "incident_id": f"{report_id}#1",
        "report_id": report_id,
        "source": "Example",
        "event_type": "shelling",
        "date_start": date(2019, 3, 3),
        "date_end": date(2019, 3, 3),
        "date_precision": "day",
        "places": ("Well town", "Chad"),
        "latitude": 13.829,
        "longitude": 20.832,
        "place_precision": "town",
        "radius_km": 5.0,
        "gazetteer_id": "geonames:1",
        "country": "TD",
        "attributions": (Attribution("Side A", "denied"),),
        "targets": ("the dam of Well town",),
        "killed": Count(2, 2, 2, "Two"),
        "evidence": {"place": (Span(17, 26),), "killed": (Span(50, 53),), "incident": (Span(0, 66),)},
    }
    return Incident(**{**values, **changes})


def event(event_id, *incidents):
    first = incidents_table(incidents[:1]).to_pylist()[0]
    same = {name: value for name, value in first.items() if name in schema("events").names}
    return {
        **same,
        "event_id": event_id,
        "incident_ids": [i.incident_id for i in incidents],
        "report_ids": [i.report_id for i in incidents],
        "sources": ["Example"],
        "origins": [{"field": f, "incident_id": incidents[0].incident_id, "rule": "only"} for f in ("place", "killed")],
        "corrections": [],
        "sensitivity": "none",
    }


@pytest.fixture
def tables():
    incidents = [incident(name) for name in ("r1", "r2", "r3", "r4")]
    reports = [
        Report(name, "Example", "Example", "en", "Rocket on Well town", TEXT) for name in ("r1", "r2", "r3", "r4")
    ]
    rows = [event("ev-1", incidents[0]), event("ev-2", incidents[1], incidents[2]), event("ev-3", incidents[3])]
    pairs = [("ev-2", "r2#1", "r3#1", ["both: Well town"]), (None, "r1#1", "r4#1", ["near"])]
    matches = [
        {"event_id": found, "left_id": left, "right_id": right, "score": 0.9, "reasons": reasons}
        for found, left, right, reasons in pairs
    ]
    return {
        "events": table_of("events", rows),
        "incidents": incidents_table(incidents),
        "reports": reports_table(reports),
        "remarks": remarks_table([Remark(name, "aggregate", Span(82, 105)) for name in ("r1", "r2")]),
        "matches": table_of("matches", matches),
        "links": table_of("links", []),
        "corrections": table_of(
            "corrections",
            [
                {
                    "event_id": "ev-2",
                    "correction_id": "c-1",
                    "target": "ev-2",
                    "action": "place",
                    "field": "",
                    "old": "13.829,20.832,town,5",
                    "new": "13.9,20.8,town,5",
                    "who": "desk",
                    "decided": date(2020, 1, 2),
                    "why": "It was Well town",
                },
                {
                    "event_id": "ev-2",
                    "correction_id": "c-2",
                    "target": "ev-2",
                    "action": "set",
                    "field": "targets",
                    "old": "",
                    "new": "dam of Well town",
                    "who": "desk",
                    "decided": date(2020, 1, 2),
                    "why": "Well town",
                },
            ],
        ),
        "aliases": table_of("aliases", [{"old_id": "ev-0", "event_id": "ev-2"}]),
    }
