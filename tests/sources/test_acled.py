"""ACLED, on rows of our own under its real headers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from source_tables import header_and_rows, written

from etl.lexicon import type_table
from etl.records import Attribution, Count
from etl.sources import recognise, sources


@pytest.fixture
def sample(fixtures):
    return fixtures / "acled" / "31_columns.csv"


@pytest.fixture
def found(take, sample):
    return take("acled", sample)


def test_a_battle_has_two_sides_and_a_toll(found):
    incident = found.incidents["acled:YEM1#1"]
    assert (incident.event_type, incident.source_type) == ("armed_clash", "Armed clash")
    assert [a.actor for a in incident.attributions] == ["Group A", "Military Forces of Example"]
    assert incident.killed == Count(None, 4, None, "fatalities: 4")
    assert incident.places == ("Example Town", "Al Mawasit", "Taizz", "Yemen")
    assert (incident.country, incident.admin1, incident.place_precision) == ("YE", "Taizz", "town")


def test_civilians_are_those_to_whom_it_was_done_on_either_side(take, found, sample, tmp_path):
    incident = found.incidents["acled:YEM2#1"]
    assert (incident.attributions, incident.targets) == ((Attribution("Group A", "stated"),), ("Civilians (Yemen)",))
    header, rows = header_and_rows(sample)
    turned = {**rows[1], "actor1": "Civilians (Yemen)", "inter1": "7", "actor2": "Group A", "inter2": "2"}
    other = take("acled", written(tmp_path / "x.csv", header, [turned])).incidents["acled:YEM2#1"]
    assert "Civilians (Yemen)" in other.targets
    assert other.attributions == ()


def test_precisions_widen_the_day_to_the_week_or_month_that_it_stands_for(found):
    assert found.incidents["acled:YEM2#1"].date_precision == "week"
    assert found.incidents["acled:YEM2#1"].date_start == date(2024, 1, 15)
    month = found.incidents["acled:YEM3#1"]
    assert (month.date_start, month.date_end, month.date_precision) == (date(2024, 2, 1), date(2024, 2, 29), "month")
    assert (found.incidents["acled:YEM2#1"].place_precision, month.place_precision) == ("district", "province")


def test_agreements_are_out_of_scope_and_unknown_codes_are_rejected_with_a_remedy(found):
    assert [item.code for item in found.out_of_scope] == ["Agreement"]
    assert [(r.row, r.field, r.value) for r in found.rejected] == [(8, "sub_event_type", "Trench dance")]
    assert "codebook" in found.rejected[0].remedy
    assert found.incidents["acled:YEM5#1"].status == "foiled", "weapons found before they did harm"


def test_the_website_export_with_its_days_in_words_tells_the_same(take, found, fixtures):
    other = take("acled", fixtures / "acled" / "website_33_columns.csv")
    assert recognise(fixtures / "acled" / "website_33_columns.csv").name == "acled"
    assert len(other.rows) == 2
    for incident_id, incident in other.incidents.items():
        full = found.incidents[incident_id]
        assert (incident.date_start, incident.killed, incident.attributions) == (
            full.date_start, full.killed, full.attributions)  # fmt: skip


@pytest.mark.parametrize("sub_event", [
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Chemical weapon",
    "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack", "Remote explosive/landmine/IED", "Grenade",
    "Peaceful protest", "Protest with intervention", "Excessive force against protesters", "Violent demonstration",
    "Mob violence", "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use",
    "Headquarters or base established", "Looting/property destruction", "Non-violent transfer of territory", "Other",
    "Sexual violence", "Attack", "Abduction/forced disappearance",
])  # fmt: skip
def test_all_25_sub_events_are_known(sub_event):
    assert sub_event in type_table("acled")


def test_the_type_counts_where_there_is_no_sub_event(take, sample, tmp_path):
    header, rows = header_and_rows(sample)
    kept = [name for name in header if name != "sub_event_type"]
    found = take("acled", written(tmp_path / "x.csv", kept, rows[:2]))
    assert [i.event_type for i in found.incidents.values()] == ["armed_clash", "armed_attack"]
    assert "missing columns, their values stay unknown: sub_event_type" in found.told()


def test_upper_case_and_other_separators(take, found, sample, tmp_path):
    header, rows = header_and_rows(sample)
    loud = [name.upper().replace("_", " ") for name in header]
    turned = [{n.upper().replace("_", " "): v for n, v in row.items()} for row in rows]
    path = written(tmp_path / "x.csv", loud, turned, ";", "utf-8-sig")
    assert recognise(path).name == "acled"
    assert take("acled", path).incidents.keys() == found.incidents.keys()


def test_its_rows_are_for_ones_own_use():
    licence = sources()["acled"].licence
    assert (licence.display, licence.text, licence.export) == (False, False, False)


def test_pages_of_its_interface_are_read_too(take, found, sample, tmp_path):
    rows = header_and_rows(sample)[1]
    (tmp_path / "page.json").write_text(json.dumps({"status": 200, "success": True, "data": rows}), encoding="utf-8")
    assert recognise(tmp_path / "page.json").name == "acled"
    assert take("acled", tmp_path / "page.json").incidents.keys() == found.incidents.keys()
