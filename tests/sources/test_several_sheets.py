"""Workbooks of several sheets and files of JSON lines: what can be read is read, what cannot is named."""

from __future__ import annotations

import csv
import json

import openpyxl
import pytest

from etl.sources import recognise


@pytest.fixture
def rows(fixtures):
    with (fixtures / "ucdp_ged" / "yearly_49_columns.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines))


def test_sheets_with_the_same_columns_are_one_table(take, rows, tmp_path):
    book = openpyxl.Workbook()
    book.active.title = "2019"
    other, notes = book.create_sheet("2020"), book.create_sheet("notes")
    for row in rows[:3]:
        book.active.append(row)
    for row in (rows[0], rows[3], rows[8]):
        other.append(row)
    notes.append(["Read me"])
    book.save(tmp_path / "ged.xlsx")
    found = take("ucdp_ged", tmp_path / "ged.xlsx")
    assert [report.report_id for report, _ in found.rows] == ["ucdp-ged:1", "ucdp-ged:2", "ucdp-ged:3"]
    assert [(reject.row, reject.field) for reject in found.rejected] == [(6, "type_of_violence")]
    assert "sheets with the same columns as '2019' were read too: '2020' as rows 4 and on" in found.told()
    assert "left out: notes" in found.told()


def test_json_lines_tell_what_a_list_tells(take, rows, tmp_path):
    entries = [dict(zip(rows[0], row, strict=True)) for row in rows[1:4]]
    (tmp_path / "list.json").write_text(json.dumps(entries), encoding="utf-8")
    lines = [json.dumps(entry) for entry in entries]
    (tmp_path / "lines.json").write_text("\n".join([*lines[:2], "{torn", "", lines[2]]), encoding="utf-8")
    assert recognise(tmp_path / "lines.json").name == "ucdp_ged"
    found = take("ucdp_ged", tmp_path / "lines.json")
    assert found.rows == take("ucdp_ged", tmp_path / "list.json").rows
    assert [(reject.row, reject.value) for reject in found.rejected] == [(3, '"{torn"')]
