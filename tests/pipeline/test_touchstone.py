"""The seed of the project: one long story gives its five incidents and two remarks, and nothing else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Remark, Report
from etl.sources import recognise

STORY = Path(__file__).resolve().parents[1] / "fixtures" / "touchstone" / "report.md"
Read = tuple[Report, list[Incident], list[Remark]]


@pytest.fixture(scope="module")
def story() -> Read:
    (item,) = [i for i in recognise(STORY).read(STORY) if isinstance(i, Report)]
    report, incidents, remarks, problems = read_report(item)
    assert problems == ()
    return report, sorted(incidents, key=lambda i: (i.date_start or date.min, i.event_type)), list(remarks)


def test_five_incidents_with_their_days_at_their_honest_precision(story: Read) -> None:
    told = {(i.event_type, i.status, i.date_start, i.date_end, i.date_precision) for i in story[1]}
    saturday = date(2020, 7, 4)
    assert ("shelling", "carried_out", saturday, saturday, "day") in told
    assert ("air_strike", "carried_out", date(2020, 1, 1), date(2020, 1, 31), "month") in told
    assert ("shelling", "carried_out", date(2020, 3, 1), date(2020, 3, 31), "month") in told
    (raid,) = [i for i in story[1] if i.event_type == "arrest_raid"]
    assert (raid.date_start, raid.date_end) == (date(2020, 6, 21), date(2020, 6, 30))
    (foiled,) = [i for i in story[1] if i.status == "foiled"]
    assert foiled.event_type == "shelling"
    assert foiled.date_start in {saturday, date(2020, 7, 5)}
    assert len(story[1]) == 5


def test_every_place_lies_in_iraq(story: Read) -> None:
    assert {i.country for i in story[1]} == {"IQ"}
    for incident in story[1]:
        assert incident.latitude == pytest.approx(33.3, abs=0.6)
        assert incident.longitude == pytest.approx(44.3, abs=0.4)


def test_the_launch_place_is_apart_from_the_place_hit(story: Read) -> None:
    (rocket,) = [i for i in story[1] if i.wounded is not None]
    assert any("Saleh" in name for name in rocket.launched_from)
    assert not any("Saleh" in name for name in rocket.places)


def test_the_counts_are_those_told(story: Read) -> None:
    by_type = {(i.event_type, i.date_start): i for i in story[1]}
    rocket = next(i for i in story[1] if i.wounded is not None)
    assert (rocket.wounded.low, rocket.wounded.high) == (1, 1)
    assert by_type["shelling", date(2020, 3, 1)].killed.best == 3
    assert by_type["air_strike", date(2020, 1, 1)].killed.best == 2
    raid = by_type["arrest_raid", date(2020, 6, 21)]
    assert raid.detained.low <= 14 <= (raid.detained.high or 14)


def test_who_accuses_and_who_denies(story: Read) -> None:
    rocket = next(i for i in story[1] if i.wounded is not None)
    stances = {a.stance for a in rocket.attributions}
    assert "denied" in stances
    assert "accused" in stances


def test_the_aggregate_and_the_test_are_remarks(story: Read) -> None:
    report, _, remarks = story
    told = {r.kind: report.text[r.span.start : r.span.end] for r in remarks}
    assert set(told) == {"aggregate", "test"}
    assert len(remarks) == 2


def test_every_value_points_at_words_of_the_story(story: Read) -> None:
    report, incidents, _ = story
    for incident in incidents:
        assert incident.evidence["incident"]
        for spans in incident.evidence.values():
            assert all(0 <= s.start < s.end <= len(report.text) for s in spans)
        for name in incident.places:
            assert name in report.text
