"""Sensitivity in the tables themselves."""

from __future__ import annotations

import math

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.corrections import coarsen, unlinked
from etl.corrections.sensitivity import CELL_KM, cell_centre


def marked(tables, event_id, level):
    """The tables with one event marked, coarsened; each as rows by id."""
    events = tables["events"].to_pylist()
    for row in events:
        row["sensitivity"] = level if row["event_id"] == event_id else "none"
    made = coarsen({**tables, "events": pa.Table.from_pylist(events, tables["events"].schema)})
    assert all(made[name].schema == tables[name].schema for name in tables)
    return {name: made[name].to_pylist() for name in tables}


def words(rows):
    return repr(rows)


def test_nothing_sensitive_changes_nothing(tables):
    assert coarsen(tables) == tables


def test_a_coarse_place_is_coarse_everywhere(tables):
    made = marked(tables, "ev-1", "coarse_place")
    event, incident = made["events"][0], made["incidents"][0]
    for row in (event, incident):
        assert (row["latitude"], row["longitude"]) == (13.75, 20.75)
        assert (row["place_precision"], row["radius_km"], row["country"]) == ("district", CELL_KM, "TD")
        assert (row["places"], row["gazetteer_id"]) == ([], "")
    report = made["reports"][0]
    assert "Well town" not in words([event, incident, report])
    assert "13.829" not in words([event, incident, report])
    assert report["text"].startswith("A rocket fell on ████ ████ near the dam, in Chad. Two were killed.")
    assert report["title"] == "Rocket on ████ ████"
    assert {e["field"] for e in incident["evidence"]} == {"killed", "incident"}
    assert report["text"][50:53] == "Two", "every other span still points at its words"
    assert made["events"][1:] == tables["events"].to_pylist()[1:]
    assert made["reports"][1:] == tables["reports"].to_pylist()[1:]


def test_a_decision_on_a_coarse_place_says_who_and_when_alone(tables):
    made = marked(tables, "ev-2", "coarse_place")["corrections"]
    assert [(row["who"], row["action"], row["old"], row["new"], row["why"]) for row in made] == [
        ("desk", "place", "", "", ""),
        ("desk", "set", "", "", ""),
    ]
    assert marked(tables, "ev-2", "withheld")["corrections"] == []
    assert marked(tables, "ev-1", "coarse_place")["corrections"] == tables["corrections"].to_pylist()


def test_what_leaves_has_no_link_and_no_id_that_names_a_coarse_place(tables):
    reports = tables["reports"].to_pylist()
    reports[0] |= {"url": "https://news.example/2019/rocket-on-well-town.html"}
    reports[3] |= {"url": "https://news.example/2019/elsewhere.html"}
    made = coarsen({**tables, "reports": pa.Table.from_pylist(reports, tables["reports"].schema),
                    "events": _with_sensitivity(tables["events"], "ev-1")})  # fmt: skip
    left = {name: table.to_pylist() for name, table in unlinked(made).items()}
    report, event, incident = (left[name][0] for name in ("reports", "events", "incidents"))
    assert (report["url"], left["reports"][3]["url"]) == ("https://news.example/", reports[3]["url"])
    assert event["report_ids"] == [report["report_id"]] == [incident["report_id"]]
    assert event["incident_ids"] == [incident["incident_id"]] == [f"{report['report_id']}#1"]
    assert {o["incident_id"] for o in event["origins"]} == {incident["incident_id"]}
    assert not {"r1", "r1#1"} & {report["report_id"], incident["incident_id"], left["matches"][1]["left_id"]}
    assert left["events"][1:] == made["events"].to_pylist()[1:]
    assert unlinked(tables) == tables


def _with_sensitivity(events, event_id):
    rows = [
        row | {"sensitivity": "coarse_place" * (row["event_id"] == event_id) or "none"} for row in events.to_pylist()
    ]
    return pa.Table.from_pylist(rows, events.schema)


def test_coarsening_is_the_same_every_time(tables):
    assert marked(tables, "ev-1", "coarse_place") == marked(tables, "ev-1", "coarse_place")


def test_reasons_of_a_match_do_not_give_the_place_away(tables):
    made = marked(tables, "ev-2", "coarse_place")
    assert "Well town" not in words(made["matches"])


def test_a_coarse_province_is_not_made_sharper(tables):
    events = tables["events"].to_pylist()
    events[0] |= {"place_precision": "province", "radius_km": 120.0}
    made = marked({**tables, "events": pa.Table.from_pylist(events, tables["events"].schema)}, "ev-1", "coarse_place")
    assert (made["events"][0]["place_precision"], made["events"][0]["radius_km"]) == ("province", 120.0)


def test_no_text_takes_the_words_and_all_that_points_into_them(tables):
    made = marked(tables, "ev-1", "no_text")
    assert made["reports"][0]["text"] == ""
    assert made["incidents"][0]["evidence"] == []
    assert made["incidents"][0]["killed_best"] == 2
    assert [r["report_id"] for r in made["remarks"]] == ["r2"]
    assert made["reports"][1]["text"]


def test_a_withheld_event_leaves_no_trace(tables):
    made = marked(tables, "ev-2", "withheld")
    ids = words(list(made.values()))
    assert not any(name in ids for name in ("ev-2", "ev-0", "r2", "r3"))
    assert [r["event_id"] for r in made["events"]] == ["ev-1", "ev-3"]
    assert len(made["matches"]) == 1


def test_a_report_that_tells_of_more_stays_without_its_text(tables):
    incidents = tables["incidents"].to_pylist()
    incidents.append({**incidents[3], "incident_id": "r1#2", "report_id": "r1"})
    events = tables["events"].to_pylist()
    events[2] |= {"incident_ids": ["r4#1", "r1#2"], "report_ids": ["r1", "r4"]}
    more = {**tables, "incidents": pa.Table.from_pylist(incidents, tables["incidents"].schema),
            "events": pa.Table.from_pylist(events, tables["events"].schema)}  # fmt: skip
    made = marked(more, "ev-1", "withheld")
    report = next(r for r in made["reports"] if r["report_id"] == "r1")
    assert report["text"] == ""
    assert next(i for i in made["incidents"] if i["incident_id"] == "r1#2")["evidence"] == []


@given(latitude=st.floats(-90, 90), longitude=st.floats(-180, 180))
def test_the_circle_of_a_cell_holds_every_point_of_it(latitude, longitude):
    north, east = cell_centre(latitude, 90), cell_centre(longitude, 180)
    assert -90 < north < 90
    assert -180 < east < 180
    up, along = 111.195 * (north - latitude), 111.195 * (east - longitude) * math.cos(math.radians(latitude))
    assert math.hypot(up, along) <= CELL_KM
    assert cell_centre(north, 90) == pytest.approx(north)


def test_the_words_of_a_toll_do_not_name_a_coarse_place(tables):
    sentence = "Two were killed on Well town"
    text = f"{sentence}, the mayor of Well town says."
    changes = {
        "killed_told": sentence,
        "evidence": [{"field": "killed", "start": 0, "end": len(sentence)}],
        "attributions": [{"actor": "Side A", "stance": "accused", "by": "the mayor of Well town"}],
    }
    rows = {name: tables[name].to_pylist() for name in tables}
    rows["incidents"][0] |= changes
    rows["events"][0] |= {"killed_told": sentence, "attributions": changes["attributions"]}
    rows["reports"][0] |= {"text": text}
    changed = {name: pa.Table.from_pylist(rows[name], tables[name].schema) for name in tables}
    made = marked(changed, "ev-1", "coarse_place")
    told = "Two were killed on ████ ████"
    assert (made["events"][0]["killed_told"], made["incidents"][0]["killed_told"]) == (told, told)
    assert made["reports"][0]["text"].startswith(told)
    assert "Well town" not in words([made["events"][0], made["incidents"][0], made["reports"][0]])


def test_without_text_the_words_of_a_toll_go_and_its_numbers_stay(tables):
    made = marked(tables, "ev-1", "no_text")
    for row in (made["events"][0], made["incidents"][0]):
        assert (row["killed_best"], row["killed_told"]) == (2, "")
    assert made["events"][1]["killed_told"] == "Two"
