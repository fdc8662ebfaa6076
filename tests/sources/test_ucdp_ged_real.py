"""Real exports of UCDP GED, where they stand beside the project."""

from __future__ import annotations

from collections import Counter

import pytest

from etl.sources import recognise

FILES = {
    "ucdp_ged19.1_iraq_hdx.csv.gz": 7473,
    "ucdp_ged_bangladesh_hdx.csv.gz": 601,
    "ucdp_ged19.1_bangladesh_myanmar_raw.csv.gz": 3194,
    "ucdp_candidate_v26.0.2_world.xlsx": 1298,
    "ucdp_ukraine_cbc43b8_raw_cp1252.csv.gz": 3883,
    "ucdp_ged23.1_car.geojson.gz": 1848,
    "ucdp_ged25.1_world_sample9972_slim.json.gz": 9972,
}


@pytest.mark.parametrize("name", FILES)
def test_every_row_of_a_real_file_is_kept(take, exports, name):
    path = exports / name
    assert recognise(path).name == "ucdp_ged"
    found = take("ucdp_ged", path)
    assert (found.accounted, len(found.rows)) == (FILES[name], FILES[name])
    assert all(incident.country for incident in found.incidents.values())
    assert "is unknown" not in found.told()


@pytest.fixture(scope="module")
def union(take, exports):
    return take("ucdp_ged", exports / "ucdp_ged_union_49col.csv.gz")


def test_the_union_is_whole_and_every_country_has_its_code(union):
    assert union.accounted == len(union.rows) == 44_505
    assert len({i.country for i in union.incidents.values()}) == 103
    assert all(i.country for i in union.incidents.values())


def test_best_above_high_and_low_above_best_are_kept(union):
    tolls = [i.killed for i in union.incidents.values() if i.killed.high is not None]
    assert sum(k.best > k.high for k in tolls) == 179
    assert sum(k.low > k.best for k in tolls) == 69
    assert "best is above high in 179 rows" in union.told()
    assert "low is above best in 69 rows" in union.told()


def test_events_of_several_days_and_inexact_places(union):
    full = [i for i in union.incidents.values() if i.place_precision]
    assert len(full) == 35_269
    spans = sum(i.date_end > i.date_start for i in full) / len(full)
    assert 0.116 < spans < 0.118
    assert Counter(i.place_precision for i in full)["country"] == 850
    assert not any(i.date_precision == "day" and i.date_end != i.date_start for i in full)


def test_the_ukraine_file_is_windows_1252_with_the_month_first(take, exports, union):
    found = take("ucdp_ged", exports / "ucdp_ukraine_cbc43b8_raw_cp1252.csv.gz")
    assert "302 lines are not UTF-8" in found.told()
    assert "date_start and date_end were read month first" in found.told()
    assert "source_date were read day first" in found.told()
    both = found.incidents.keys() & union.incidents.keys()
    assert len(both) > 3_800
    assert all(found.incidents[i].date_start == union.incidents[i].date_start for i in both)


def test_hdx_and_raw_tell_the_same_of_the_same_rows(take, exports):
    hdx = take("ucdp_ged", exports / "ucdp_ged_bangladesh_hdx.csv.gz")
    raw = take("ucdp_ged", exports / "ucdp_ged19.1_bangladesh_myanmar_raw.csv.gz")
    assert all(raw.incidents[i].killed == found.killed for i, found in hdx.incidents.items())
    assert all(raw.incidents[i].date_start == found.date_start for i, found in hdx.incidents.items())
