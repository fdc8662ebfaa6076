"""What leaves is what was asked for, in every format."""

from __future__ import annotations

import csv
import io
import json
import os
import zipfile
from concurrent.futures import ThreadPoolExecutor

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_store import build, small_tables

from etl.cells import cell, defused, joined, parted, restored
from etl.errors import StoreError, UsageError
from etl.store import export
from etl.store.formats import FORMATS

CONTEXT = {
    "address": "http://localhost:8501/?type=shelling",
    "event_address": "http://localhost:8501/event?id={event_id}",
}


def _every(edition):
    return edition.read("events")


def _left(version, form, select=_every):
    target = io.BytesIO()
    told = export(version, select, form, target, CONTEXT)
    return target.getvalue(), told, select(version)


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
    assert told["about"]["licences"][0] == "ours: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/"
    assert told["about"]["address"] == CONTEXT["address"]
    placed, none = told["features"]
    assert placed["geometry"] == {"type": "Point", "coordinates": [44.4, 33.3]}
    assert none["geometry"] is None
    assert placed["properties"]["date_start"] == "2020-07-01"
    assert {"place_precision", "radius_km", "licence", "page"} <= set(placed["properties"])


def test_geojson_of_nothing_is_still_a_collection(store):
    version = build(store, small_tables())
    nothing = _left(version, "geojson", lambda edition: _every(edition).slice(0, 0))[0]
    assert json.loads(nothing)["features"] == []


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


def test_an_unknown_format_names_those_there_are(store):
    with pytest.raises(UsageError, match="csv, geojson, jsonl, parquet, xlsx"):
        _left(build(store, small_tables()), "shp")


@pytest.mark.parametrize("form", ["csv", "jsonl"])
def test_beside_a_file_that_cannot_hold_it_stands_what_every_column_means(store, tmp_path, form):
    version = build(store, small_tables())
    done = export(version, _every, form, tmp_path / f"out.{form}", CONTEXT)
    assert [path.name for path in done.files] == [f"out.{form}", f"out.{form}.about.txt"]
    text = (tmp_path / f"out.{form}.about.txt").read_text(encoding="utf-8")
    assert all(f"\n{name}: " in text for name in (*_every(version).column_names, "licence", "page"))
    assert CONTEXT["address"] in text
    assert "- ours: CC BY 4.0 https://creativecommons.org/licenses/by/4.0/" in text


@pytest.mark.parametrize("form", FORMATS)
def test_a_zip_holds_the_rows_the_evidence_and_what_they_mean(store, tmp_path, form):
    version = build(store, small_tables(number=2))
    export(version, _every, form, tmp_path / "out.zip", CONTEXT)
    with zipfile.ZipFile(tmp_path / "out.zip") as whole:
        assert whole.testzip() is None
        assert whole.namelist() == [f"events.{form}", "evidence.csv", "about.txt"]
        assert whole.read(f"events.{form}")
        told = list(csv.DictReader(io.StringIO(whole.read("evidence.csv").decode("utf-8-sig"))))
    counted = [row for row in told if row["field"] == "wounded"]
    assert [(row["event_id"], row["words"], row["publisher"]) for row in counted] == [
        ("ev-0", "au moins 5", "Radio Une"), ("ev-1", "au moins 5", "Radio Une"),
    ]  # fmt: skip
    assert [*tmp_path.glob(".*")] == []


def test_an_export_that_fails_leaves_what_stood_there(store, tmp_path, monkeypatch):
    version = build(store, small_tables())
    target = tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")

    def full(_table, _about, opened):
        opened.write(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(FORMATS, "csv", full)
    with pytest.raises(OSError, match="No space"):
        export(version, _every, "csv", target, CONTEXT)
    assert target.read_text(encoding="utf-8") == "before"
    assert [path.name for path in tmp_path.iterdir() if path.name != "store"] == ["out.csv"]


def test_a_pipe_takes_the_rows_and_gets_nothing_beside_it(store, tmp_path):
    version = build(store, small_tables())
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor() as threads:
        read = threads.submit(pipe.read_bytes)
        done = export(version, _every, "jsonl", pipe, CONTEXT)
        assert json.loads(read.result(timeout=30))["event_id"] == "ev-0"
    assert (done.rows, done.files) == (1, ())
    assert {path.name for path in tmp_path.iterdir()} == {"pipe", "store"}


def test_a_folder_that_is_not_there_is_named(store, tmp_path):
    version = build(store, small_tables())
    with pytest.raises(FileNotFoundError, match=r"no such folder.*nowhere'"):
        export(version, _every, "csv", tmp_path / "nowhere" / "out.csv", CONTEXT)


def test_nothing_leaves_a_version_without_a_public_edition(store):
    with store.writing() as writer:
        version = writer.finish({"sources": []})
    with pytest.raises(StoreError, match="Build again"):
        _left(version, "csv")


@given(st.text())
def test_no_cell_begins_as_a_formula_and_none_is_lost(text):
    safe = defused(text)
    assert not safe.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert restored(safe) == text


@given(st.lists(st.text(), min_size=1).filter(lambda texts: texts != [""]))
def test_lists_come_back_from_one_cell(texts):
    assert parted(joined(texts)) == texts
    assert parted(restored(defused(str(cell(texts))))) == texts
