"""Our own exports as a source: what each row gives, and rows that were damaged on the way."""

from __future__ import annotations

import csv
import io

import pytest

from etl.items import GivenEvent
from etl.sources import recognise


@pytest.fixture
def sample(fixtures):
    return fixtures / "atlas_export" / "events.csv"


@pytest.fixture
def rows(sample):
    with sample.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture
def damaged(take, rows, tmp_path):
    """Read the sample with some cells of its first row changed."""

    def read(**cells):
        text = io.StringIO()
        writer = csv.DictWriter(text, rows[0])
        writer.writeheader()
        writer.writerows([{**rows[0], **cells}, *rows[1:]])
        (tmp_path / "x.csv").write_text(text.getvalue(), encoding="utf-8")
        return take("atlas_export", tmp_path / "x.csv")

    return read


def test_an_event_of_several_reports_gives_each_what_it_gave(take, sample):
    assert recognise(sample).name == "atlas_export"
    found = [item for item in take("atlas_export", sample).items if isinstance(item, GivenEvent)]
    assert len(found) == 5
    merged = found[0]
    assert len(merged.incidents) == len(merged.event["incident_ids"]) > 1
    givers = {origin["field"]: origin["incident_id"] for origin in merged.event["origins"]}
    placed = [i.incident_id for i in merged.incidents if i.latitude is not None]
    assert placed == [givers["place"]]


def test_evidence_lies_in_the_text_of_the_row(take, sample):
    found = [item for item in take("atlas_export", sample).items if isinstance(item, GivenEvent)]
    reports = {report.report_id: report for item in found for report in item.reports}
    for item in found:
        for incident in item.incidents:
            text = reports[incident.report_id].text
            assert item.event["event_id"] in "".join(text[s.start : s.end] for s in incident.evidence["incident"])
            if incident.killed:
                assert [text[s.start : s.end] for s in incident.evidence["killed"]] == [incident.killed.told]


@pytest.mark.parametrize(("cells", "field"), [
    ({"date_start": "soon"}, "date_start"), ({"killed_best": "x"}, "killed_best"), ({"event_id": ""}, "event_id"),
    ({"is_contested": "maybe"}, "is_contested"), ({"origins": "[{"}, "origins"), ({"latitude": "north"}, "latitude"),
    ({"event_type": "party"}, "event_type"), ({"origins": "[1]"}, "origins"), ({"attributions": "{}"}, "attributions"),
    ({"latitude": "99"}, "latitude"), ({"status": "gone"}, "status"),
    ({"date_start": "2020-01-02", "date_end": "2020-01-01"}, "date_end"),
])  # fmt: skip
def test_a_damaged_cell_rejects_its_row_alone(damaged, cells, field):
    found = damaged(**cells)
    assert [(r.row, r.field) for r in found.rejected] == [(2, field)]
    assert found.accounted == 5


def test_a_row_whose_values_come_from_another_event_is_rejected(damaged, rows):
    found = damaged(origins=rows[1]["origins"])
    assert [(r.row, r.field) for r in found.rejected] == [(2, "origins")]
    assert found.accounted == 5


def test_a_row_that_stands_there_twice_is_rejected(damaged, rows):
    found = damaged(event_id=rows[1]["event_id"])
    assert [r.field for r in found.rejected] == ["event_id"]
