"""GDELT: its layouts with and without header, CAMEO, and days that only stand for a time."""

from __future__ import annotations

import csv
from collections import Counter
from datetime import date

import pytest
from source_tables import written

from etl.records import Attribution
from etl.sources import recognise, sources
from etl.sources.gdelt import _V1, _V2


@pytest.fixture
def sample(fixtures):
    return fixtures / "gdelt" / "61_columns.export.CSV"


@pytest.fixture
def rows(sample):
    with sample.open(encoding="utf-8", newline="") as lines:
        return [dict(zip(_V2, row, strict=True)) for row in csv.reader(lines, delimiter="\t")]


@pytest.fixture
def found(take, sample):
    return take("gdelt", sample)


def test_a_row_is_one_machine_coded_mention(found):
    incident = found.incidents["gdelt:101#1"]
    assert (incident.event_type, incident.source_type, incident.machine_coded) == ("shelling", "194", True)
    assert (incident.places, incident.country, incident.admin1) == (("Baqubah", "Diyala", "Iraq"), "IQ", "Diyala")
    assert incident.attributions == (Attribution("MILITIA", "stated"),)
    assert (incident.targets, incident.killed) == (("POLICE",), None)
    report = found.rows[0][0]
    assert (report.published, report.url) == (date(2021, 5, 4), "https://news.example/101")
    assert sources()["gdelt"].machine_coded


def test_what_is_no_incident_is_counted_apart(found):
    assert [item.code for item in found.out_of_scope] == ["042"]
    assert found.accounted == 8


def test_cameo_counts_by_the_code_it_is_part_of(found):
    assert found.incidents["gdelt:103#1"].event_type == "bombing", "1832"
    assert found.incidents["gdelt:106#1"].event_type == "riot", "145"
    assert found.incidents["gdelt:107#1"].status == "foiled", "185, an attempt"


def test_a_stand_in_for_a_week_month_or_year_ago_is_no_day(found):
    when = {i[6:9]: (x.date_start, x.date_end, x.date_precision) for i, x in found.incidents.items()}
    assert when["101"] == (date(2021, 5, 3), date(2021, 5, 3), "day")
    assert when["103"] == (date(2021, 4, 1), date(2021, 4, 30), "month")
    assert when["104"] == (date(2020, 1, 1), date(2020, 12, 31), "year")
    assert when["107"] == (date(2021, 4, 26), date(2021, 5, 2), "week")


def test_a_place_is_as_exact_as_its_type(found):
    where = {i[6:9]: (x.latitude, x.place_precision, x.country) for i, x in found.incidents.items()}
    assert where["105"] == (None, None, "")
    assert where["106"] == (33.0, "country", "IQ")
    assert where["108"] == (33.75, "province", "IQ")


@pytest.mark.parametrize("delimiter", ["\t", ",", ";", "|"])
def test_any_separator_with_and_without_header(take, found, rows, tmp_path, delimiter):
    for named in (True, False):
        path = written(tmp_path / f"{named}.csv", _V2, rows, delimiter=delimiter, named=named)
        assert recognise(path).name == "gdelt"
        assert take("gdelt", path).rows == found.rows


def test_the_58_columns_of_the_first_version(take, found, rows, tmp_path):
    path = written(tmp_path / "x.csv", _V1, [{**row, "DATEADDED": row["DATEADDED"][:8]} for row in rows], "\t",
                   named=False)  # fmt: skip
    assert recognise(path).name == "gdelt"
    assert {k: v.date_start for k, v in take("gdelt", path).incidents.items()} == {
        k: v.date_start for k, v in found.incidents.items()
    }


def test_a_file_with_other_names_for_its_columns_is_read_by_what_stands_where(take, found, rows, tmp_path):
    names = ["", *(f"my_{number}" for number in range(61)), "confidence"]
    listed = [["7", *(row[name] for name in _V2), "10"] for row in rows]
    path = written(tmp_path / "x.csv", names, [dict(zip(names, row, strict=True)) for row in listed])
    assert recognise(path).name == "gdelt"
    assert take("gdelt", path).rows == found.rows


def test_zeros_that_a_spreadsheet_dropped_are_put_back(take, rows, tmp_path):
    spoilt = [{**rows[0], "GLOBALEVENTID": str(n), "EventCode": code, "EventRootCode": root, "DATEADDED": "2.02E+13"}
              for n, (code, root) in enumerate([("20", "2"), ("18", "1"), ("190", "19"), ("14", "14")])]  # fmt: skip
    found = take("gdelt", written(tmp_path / "x.csv", _V2, spoilt, ";"))
    assert [item.code for item in found.out_of_scope] == ["020", "018"]
    assert [i.event_type for i in found.incidents.values()] == ["armed_clash", "protest"]
    assert {i.date_precision for i in found.incidents.values()} == {"unknown"}, "DATEADDED is spoilt"


def test_columns_in_another_order_and_fewer_of_them(take, found, rows, tmp_path):
    some = [name for name in _V2 if not name.startswith(("Actor1Geo", "Actor2Geo", "Goldstein"))][::-1]
    path = written(tmp_path / "x.csv", some, rows)
    assert take("gdelt", path).incidents.keys() == found.incidents.keys()


@pytest.mark.parametrize(("name", "total", "kept"), [
    ("gdelt2_20191024143000.export.CSV.gz", 2_111, 311),
    ("gdelt2_20190121220000_semicolon_header.csv.gz", 1_629, 275),
    ("gdelt2_20201113-15_renamed_headers.csv.gz", 9_354, 890),
])  # fmt: skip
def test_real_files(take, exports, name, total, kept):
    assert recognise(exports / name).name == "gdelt"
    found = take("gdelt", exports / name)
    assert (found.accounted, len(found.rows), found.rejected) == (total, kept, [])
    assert all(i.machine_coded for i in found.incidents.values())
    assert Counter(i.event_type for i in found.incidents.values())["out_of_scope"] == 0
    assert all(bool(i.country) for i in found.incidents.values() if i.place_precision == "country")
