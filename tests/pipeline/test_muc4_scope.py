"""The scope of MUC-4 is applied in the open: by country, kind of act and age, never by the answers."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from tests.benchmarks.muc4_scope import in_scope


def _incident(**values: Any) -> dict[str, Any]:
    return {
        "event_type": "bombing",
        "country": "PE",
        "date_start": None,
        "date_end": "1989-05-03",
        "targets": [],
        **values,
    }


@pytest.mark.parametrize(
    ("values", "kept"),
    [
        ({}, True),
        ({"country": None}, True),
        ({"country": "IQ"}, False),
        ({"event_type": "armed_clash"}, False),
        ({"date_end": "1989-03-10"}, True),
        ({"date_end": "1989-02-10"}, False),
        ({"date_end": None}, True),
        ({"targets": ["MILITARY CONVOY"]}, False),
        ({"targets": ["REBEL POSITIONS", "SOLDIERS"]}, False),
        ({"targets": ["ARMY TRUCK", "BUS"]}, True),
        ({"targets": ["POLICE STATION"]}, False),
        ({"targets": ["RETIRED ARMY COLONEL"]}, True),
        ({"targets": ["U.S. SOLDIERS"]}, True),
        ({"event_type": "armed_clash", "targets": ["SOLDIERS", "TWO PEASANTS"]}, True),
        ({"event_type": "armed_clash", "targets": ["SOLDIERS"]}, False),
    ],
)
def test_what_is_asked_for(values: dict[str, Any], kept: bool) -> None:
    line = json.dumps({"report_id": "r", "incidents": [_incident(**values)]})
    (told,) = in_scope([line], {"r": date(1989, 5, 4)})
    assert bool(json.loads(told)["incidents"]) is kept


def test_without_days_of_publication_the_newest_day_told_stands_for_them() -> None:
    rows = [_incident(), _incident(date_end="1988-01-01")]
    (told,) = in_scope([json.dumps({"report_id": "r", "incidents": rows})], {})
    assert json.loads(told)["incidents"] == rows[:1]
