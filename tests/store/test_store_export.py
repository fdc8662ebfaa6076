"""What leaves is what was asked for, in every format."""

from __future__ import annotations

import csv
import io
import json

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_store import build, small_tables

from etl.errors import UsageError
from etl.store import dictionary_text, export
from etl.store.cells import cell, defused, joined, parted, restored

CONTEXT = {
    "address": "http://localhost:8501/?type=shelling",
    "event_address": "http://localhost:8501/event?id={event_id}",
}


def _left(version, form, table=None):
    events = pq.read_table(version.table("events")) if table is None else table
    target = io.BytesIO()
    told = export(version, events, form, target, CONTEXT)
    return target.getvalue(), told, events


def test_csv_comes_back_as_it_left(store):
    content, told, events = _left(build(store, small_tables(number=3)), "csv")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    assert told.rows == len(rows) == 3
    for row, event in zip(rows, events.to_pylist(), strict=True):
        assert row["date_start"] == event["date_start"].isoformat()
        assert float(row["latitude"]) == event["latitude"]
        assert parted(row["places"]) == event["places"]
        assert json.loads(row["attributions"]) == event["attributions"]
        assert row["licence"] == "CC BY 4.0"
        assert row["page"].endswith(event["event_id"])
        assert row["killed_best"] == ""
    assert [row["text_is_summary"] for row in rows].count("True") == 1


def test_geojson_is_rfc_7946_and_says_what_it_is(store):
    tables = small_tables(number=2)
    unplaced = tables["events"].to_pylist()
    unplaced[1] |= {"latitude": None, "longitude": None}
    tables["events"] = pa.Table.from_pylist(unplaced, schema=tables["events"].schema)
    content, _, _ = _left(build(store, tables), "geojson")
    told = json.loads(content)
    assert told["type"] == "FeatureCollection"
    assert "crs" not in told
    assert told["about"]["licences"][1] == "ours: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"
    assert told["about"]["address"] == CONTEXT["address"]
    placed, none = told["features"]
    assert placed["geometry"] == {"type": "Point", "coordinates": [44.4, 33.3]}
    assert none["geometry"] is None
    assert placed["properties"]["date_start"] == "2020-07-01"
    assert {"place_precision", "radius_km", "licence", "page"} <= set(placed["properties"])


def test_geojson_of_nothing_is_still_a_collection(store):
    version = build(store, small_tables())
    nothing = pq.read_table(version.table("events")).slice(0, 0)
    assert json.loads(_left(version, "geojson", nothing)[0])["features"] == []


def test_jsonl_and_parquet_come_back_as_they_left(store):
    version = build(store, small_tables(number=3))
    content, _, events = _left(version, "jsonl")
    rows = [json.loads(line) for line in content.splitlines()]
    assert [row["event_id"] for row in rows] == events["event_id"].to_pylist()
    assert rows[0]["date_start"] == "2020-07-01"
    content, _, events = _left(version, "parquet")
    back = pq.read_table(io.BytesIO(content))
    assert back.select(events.column_names).equals(events)
    assert b"CC BY 4.0" in back.schema.metadata[b"incident_atlas"]


def test_xlsx_holds_rows_licence_and_dictionary_and_no_formula(store):
    tables = small_tables()
    row = tables["events"].to_pylist()[0] | {"admin1": "=1+1", "source_type": "a\x07b" + "x" * 40_000}
    tables["events"] = pa.Table.from_pylist([row], schema=tables["events"].schema)
    content, _, _ = _left(build(store, tables), "xlsx")
    book = openpyxl.load_workbook(io.BytesIO(content))
    assert book.sheetnames == ["events", "about", "columns"]
    head, first = book["events"].iter_rows()
    cells = {name.value: value for name, value in zip(head, first, strict=True)}
    assert (cells["admin1"].value, cells["admin1"].data_type) == ("=1+1", "s")
    assert cells["source_type"].value.endswith("[cut: the cell is full]")
    assert cells["date_start"].value == "2020-07-01"
    assert "licence" in {cell.value for (cell, *_) in book["about"].iter_rows()}
    assert "event_id" in {cell.value for (cell, *_) in book["columns"].iter_rows()}


def test_a_source_that_forbids_export_stays_behind(store):
    tables = small_tables(number=2)
    rows = tables["events"].to_pylist()
    rows[1]["sources"] = ["ours", "closed"]
    tables["events"] = pa.Table.from_pylist(rows, schema=tables["events"].schema)
    content, told, _ = _left(build(store, tables), "jsonl")
    assert (told.rows, told.withheld) == (1, 1)
    assert b"ev-1" not in content


def test_an_unknown_format_names_those_there_are(store):
    with pytest.raises(UsageError, match="csv, geojson, jsonl, parquet, xlsx"):
        _left(build(store, small_tables()), "shp")


def test_the_dictionary_beside_a_csv_explains_every_column(store):
    version = build(store, small_tables())
    events = pq.read_table(version.table("events"))
    text = dictionary_text(version, events, CONTEXT)
    assert all(f"\n{name}: " in text for name in events.column_names)
    assert CONTEXT["address"] in text


@given(st.text())
def test_no_cell_begins_as_a_formula_and_none_is_lost(text):
    safe = defused(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert restored(safe) == text


@given(st.lists(st.text(), min_size=1).filter(lambda texts: texts != [""]))
def test_lists_come_back_from_one_cell(texts):
    assert parted(joined(texts)) == texts
    assert parted(restored(defused(str(cell(texts))))) == texts
