"""The layouts, packings and encodings that UCDP GED comes in."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from dataclasses import replace
from datetime import date, datetime

import openpyxl
import pytest

from etl.errors import InputError
from etl.sources import recognise


@pytest.fixture
def yearly(fixtures):
    return fixtures / "ucdp_ged" / "yearly_49_columns.csv"


@pytest.fixture
def cells(yearly):
    """Header and rows of the yearly sample."""
    with yearly.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def written(path, rows, encoding="utf-8", delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def test_the_hdx_layout_with_its_row_of_tags_tells_the_same(take, fixtures, yearly):
    hdx = take("ucdp_ged", fixtures / "ucdp_ged" / "hdx_45_columns.csv")
    full = take("ucdp_ged", yearly)
    assert len(hdx.rows) == hdx.accounted == 3
    assert "row of HXL tags" in hdx.told()
    for incident_id, found in hdx.incidents.items():
        assert (found.killed, found.places, found.attributions) == (
            full.incidents[incident_id].killed,
            full.incidents[incident_id].places,
            full.incidents[incident_id].attributions,
        )


def test_the_order_of_columns_does_not_matter(take, yearly, cells, tmp_path):
    turned = written(tmp_path / "turned.csv", [row[::-1] for row in cells])
    assert recognise(turned).name == "ucdp_ged"
    assert take("ucdp_ged", turned).rows == take("ucdp_ged", yearly).rows


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_other_separators(take, yearly, cells, tmp_path, delimiter):
    other = written(tmp_path / "other.csv", cells, delimiter=delimiter)
    assert take("ucdp_ged", other).rows == take("ucdp_ged", yearly).rows


def test_packed_files(take, yearly, tmp_path):
    content = yearly.read_bytes()
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(content))
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("ged/readme.txt", "words")
        archive.writestr("ged/GEDEvent.csv", content)
    for name in ("a.csv.gz", "b.zip"):
        assert recognise(tmp_path / name).name == "ucdp_ged"
        assert take("ucdp_ged", tmp_path / name).rows == take("ucdp_ged", yearly).rows


def test_windows_1252_is_read_and_said(take, yearly, cells, tmp_path):
    old = written(tmp_path / "old.csv", cells[:2], encoding="cp1252")
    found = take("ucdp_ged", old)
    assert found.rows == take("ucdp_ged", yearly).rows[:1]
    assert "not UTF-8 and were read as Windows-1252" in found.told()


def test_a_workbook(take, yearly, cells, tmp_path):
    book = openpyxl.Workbook()
    header, *rows = cells
    at = {name: number for number, name in enumerate(header)}
    book.active.append(header)
    for row in rows[:3]:
        typed = [int(cell) if cell.isdecimal() else cell or None for cell in row]
        for name in ("date_start", "date_end"):
            typed[at[name]] = datetime.fromisoformat(row[at[name]])
        book.active.append(typed)
    book.create_sheet("notes").append(["words"])
    book.save(tmp_path / "candidate.xlsx")
    found = take("ucdp_ged", tmp_path / "candidate.xlsx")
    assert recognise(tmp_path / "candidate.xlsx").name == "ucdp_ged"
    assert found.rows == take("ucdp_ged", yearly).rows[:3]
    assert "left out: notes" in found.told()


def test_the_table_of_a_workbook_may_stand_behind_its_notes(take, yearly, cells, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["Read me first"])
    sheet = book.create_sheet("GED")
    for row in cells[:3]:
        sheet.append(row)
    book.create_sheet("empty")
    book.save(tmp_path / "ged.xlsx")
    assert recognise(tmp_path / "ged.xlsx").name == "ucdp_ged"
    found = take("ucdp_ged", tmp_path / "ged.xlsx")
    assert found.rows == take("ucdp_ged", yearly).rows[:2]
    assert "only the sheet 'GED' was read; left out: Sheet" in found.told()


def test_geojson_takes_the_point_from_the_geometry(take, fixtures, yearly):
    found = take("ucdp_ged", fixtures / "ucdp_ged" / "features.geojson")
    (incident,) = found.incidents.values()
    full = take("ucdp_ged", yearly).incidents["ucdp-ged:1#1"]
    assert replace(incident, evidence={}) == replace(full, evidence={})


def test_the_slim_form_leaves_what_it_does_not_tell_unknown(take, fixtures):
    found = take("ucdp_ged", fixtures / "ucdp_ged" / "slim.json")
    first = found.incidents["ucdp-ged:21#1"]
    assert (first.date_start, first.date_end, first.date_precision) == (date(2019, 3, 3), date(2019, 3, 3), "unknown")
    assert (first.latitude, first.place_precision, first.radius_km) == (13.829, None, None)
    assert (first.killed.low, first.killed.best, first.killed.high) == (None, 3, None)
    assert found.incidents["ucdp-ged:22#1"].killed.best == 0
    assert "missing columns, their values stay unknown: date_end, date_prec" in found.told()
    assert "date: 2019-03-03" in found.texts["ucdp-ged:21"]


def test_pages_of_the_interface_are_read_too(take, fixtures, tmp_path):
    rows = json.loads((fixtures / "ucdp_ged" / "slim.json").read_text())
    (tmp_path / "page.json").write_text(json.dumps({"TotalCount": 2, "Result": rows}))
    assert len(take("ucdp_ged", tmp_path / "page.json").rows) == 2


def dated(cells, days):
    header, row = cells[0], cells[1]
    at = {name: number for number, name in enumerate(header)}
    made = []
    for number, (start, end) in enumerate(days, start=1):
        new = list(row)
        new[at["id"]], new[at["date_start"]], new[at["date_end"]] = str(number), start, end
        made.append(new)
    return [header, *made]


def test_days_with_slashes_are_read_in_the_order_that_their_column_shows(take, cells, tmp_path):
    days = [("3/4/2019 12:00:00 AM", "3/4/2019 12:00:00 AM"), ("03/17/2019 00:00", "03/17/2019 00:00")]
    found = take("ucdp_ged", written(tmp_path / "us.csv", dated(cells, days)))
    assert [i.date_start for i in found.incidents.values()] == [date(2019, 3, 4), date(2019, 3, 17)]
    assert "read month first" in found.told()
    days = [("3/4/2019", "3/4/2019"), ("17/03/2019", "17/03/2019")]
    found = take("ucdp_ged", written(tmp_path / "eu.csv", dated(cells, days)))
    assert [i.date_start for i in found.incidents.values()] == [date(2019, 4, 3), date(2019, 3, 17)]


@pytest.mark.parametrize(
    "days",
    [[("3/4/2019", "3/4/2019")], [("3/4/2019", "3/4/2019"), ("17/3/2019", "17/3/2019"), ("3/17/2019", "3/17/2019")]],
)
def test_days_whose_order_cannot_be_told_are_rejected(take, cells, tmp_path, days):
    found = take("ucdp_ged", written(tmp_path / "x.csv", dated(cells, days)))
    assert len(found.rejected) == len(days)
    assert "whether the day or the month comes first" in found.rejected[0].reason


@pytest.mark.parametrize("day", ["2019-03-03T22:00:00Z", "2019-02-30", "2019", "soon", ""])
def test_no_day_is_made_of_what_is_none(take, cells, tmp_path, day):
    found = take("ucdp_ged", written(tmp_path / "x.csv", dated(cells, [(day, "2019-03-03")])))
    assert [r.field for r in found.rejected] == ["date_start"]


def test_new_columns_are_told(take, cells, tmp_path):
    more = [[*cells[0], "mood"], [*cells[1], "calm"]]
    found = take("ucdp_ged", written(tmp_path / "x.csv", more))
    assert "new columns, not used: mood" in found.told()
    assert len(found.rows) == 1


def test_a_file_without_a_needed_column_is_named(take, cells, tmp_path):
    at = cells[0].index("best")
    path = written(tmp_path / "x.csv", [row[:at] + row[at + 1 :] for row in cells])
    with pytest.raises(InputError, match=r"x\.csv: columns are missing: best"):
        take("ucdp_ged", path)


def test_what_statistics_programs_write_for_nothing_is_nothing(take, cells, tmp_path):
    at = {name: number for number, name in enumerate(cells[0])}
    row = list(cells[1])
    row[at["high"]] = row[at["gwnob"]] = row[at["adm_2"]] = "NA"
    found = take("ucdp_ged", written(tmp_path / "x.csv", [cells[0], row]))
    incident = found.incidents["ucdp-ged:1#1"]
    assert incident.killed.high is None
    assert "NA" not in incident.places
