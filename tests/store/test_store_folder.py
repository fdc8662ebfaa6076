"""Versions: current, pinned, kept, cleared; locks; the cache."""

from __future__ import annotations

import contextlib
import json
import shutil
import sqlite3

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from small_store import build, small_tables

from etl.columns import TABLES, schema
from etl.errors import NoBuildError, StoreError
from etl.store import Store, default_store


def test_an_empty_store_names_the_remedy(store):
    with pytest.raises(NoBuildError, match="python -m etl build"):
        store.current()


def test_a_finished_version_is_current_and_holds_every_table(store):
    version = build(store, small_tables(), inputs=[{"file": "a.md"}])
    assert store.current().build == version.build
    assert version.manifest["inputs"] == [{"file": "a.md"}]
    assert {name: pq.read_schema(version.table(name)).names for name in TABLES} == {
        name: schema(name).names for name in TABLES
    }
    assert version.manifest["files"]["events.parquet"]["rows"] == 1


def test_a_build_that_raises_leaves_the_previous_version(store):
    before = build(store, small_tables())
    with contextlib.suppress(ZeroDivisionError), store.writing() as writer:
        writer.put("events", small_tables(number=3)["events"])
        writer.finish({"share": 1 / 0})
    assert store.current().build == before.build
    assert [path.name for path in (store.path / "versions").iterdir()] == [before.build]


def test_a_pinned_version_stays_while_newer_ones_are_built(store):
    build(store, small_tables())
    pinned = store.current()
    for number in range(2, 5):
        build(store, small_tables(number=number))
        assert pq.read_table(pinned.table("events")).num_rows == 1
    assert pq.read_table(store.current().table("events")).num_rows == 4


def test_the_last_five_versions_are_kept(store):
    built = [build(store, small_tables()).build for _ in range(7)]
    assert store.builds() == built[-5:]
    assert store.version(built[-5]).verify() == []
    with pytest.raises(StoreError, match="no version"):
        store.version(built[0])


def test_a_second_build_at_once_is_told_who_holds_the_store(store):
    with store.writing(), pytest.raises(StoreError, match=r"process .* is building here"), Store(store.path).writing():
        pass
    assert build(store, small_tables()).verify() == []


def test_a_torn_pointer_is_named_and_loses_no_version(store):
    before = build(store, small_tables())
    (store.path / "current.json").write_text('{"bui')
    with pytest.raises(StoreError, match=r"current\.json"):
        store.current()
    after = build(store, small_tables())
    assert store.current().build == after.build
    assert store.builds() == [before.build, after.build]


def test_a_version_that_never_became_current_is_cleared(store):
    build(store, small_tables())
    pointer = (store.path / "current.json").read_text()
    never = build(store, small_tables())
    (store.path / "current.json").write_text(pointer)
    after = build(store, small_tables())
    assert never.build not in store.builds()
    assert store.current().build == after.build


def test_a_look_finds_a_file_that_is_gone_or_cut_short(store):
    version = build(store, small_tables())
    assert version.missing() == []
    version.table("events").unlink()
    version.table("reports").write_bytes(b"cut")
    (version.folder / "public" / "manifest.json").unlink()
    assert version.missing() == ["events.parquet", "reports.parquet", "public/manifest.json"]
    with pytest.raises(StoreError, match="python -m etl build"):
        version.read("events")


def test_a_clock_set_back_gives_no_older_name(store):
    version = build(store, small_tables())
    later = "29991231T235959.000000Z"
    shutil.move(version.folder, version.folder.with_name(later))
    (store.path / "current.json").write_text(json.dumps({"build": later}))
    assert build(store, small_tables()).build > later
    assert store.current().build > later


@pytest.mark.parametrize(
    ("name", "table", "match"),
    [
        ("happenings", pa.table({}), "no table 'happenings'"),
        ("events", pa.table({"event_id": ["e"]}), "not in its schema"),
    ],
)
def test_a_table_out_of_its_schema_is_refused(store, name, table, match):
    with store.writing() as writer, pytest.raises(StoreError, match=match):
        writer.put(name, table)


def test_a_table_given_twice_is_refused(store):
    with store.writing() as writer:
        writer.put("events", small_tables()["events"])
        with pytest.raises(StoreError, match="twice"):
            writer.put("events", small_tables()["events"])


def test_the_cache_gives_back_what_it_was_given_and_survives_damage(store):
    tables = {"incidents": small_tables()["incidents"], "notices": pa.table({"message": ["a new column"]})}
    assert store.cached("abc-1") is None
    store.keep("abc-1", tables)
    assert store.cached("abc-1") == tables
    (store.path / "cache" / "abc-1" / "incidents.arrow").write_bytes(b"torn")
    assert store.cached("abc-1") is None
    store.keep("abc-1", tables)
    assert store.cached("abc-1") == tables


def test_a_cache_entry_that_five_versions_did_not_use_is_forgotten(store):
    store.keep("old", {"t": pa.table({"a": [1]})})
    store.keep("used", {"t": pa.table({"a": [1]})})
    for _ in range(6):
        store.cached("used")
        build(store, small_tables())
    assert store.cached("used") is not None
    assert store.cached("old") is None


def test_where_the_store_is(monkeypatch, tmp_path):
    monkeypatch.delenv("ATLAS_STORE", raising=False)
    assert str(default_store()) == "store"
    monkeypatch.setenv("ATLAS_STORE", str(tmp_path))
    assert default_store() == tmp_path
    assert str(default_store("elsewhere")) == "elsewhere"


def test_events_near_in_time_and_place_lie_near_on_the_disk(store):
    version = build(store, small_tables(number=60))
    days = pq.read_table(version.table("events"))["date_start"].to_pylist()
    assert days == sorted(days)


def test_a_full_disk_under_the_index_leaves_the_previous_version(store, monkeypatch):
    before = build(store, small_tables())

    def full(_folder, _target):
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr("etl.store.edition.write_index", full)
    with pytest.raises(StoreError, match=r"disk is full.*Make room"):
        build(store, small_tables())
    assert store.current().build == before.build


@pytest.mark.parametrize("spoil", ["current.json", "manifest", "table"])
def test_a_build_goes_on_from_the_newest_whole_version_of_a_damaged_store(store, spoil):
    first = build(store, small_tables(), inputs_given=["a"])
    second = build(store, small_tables(), inputs_given=["b"])
    assert store.latest().build == second.build
    spoiled = {"current.json": store.path / "current.json", "manifest": second.folder / "manifest.json",
               "table": second.table("events")}[spoil]  # fmt: skip
    spoiled.write_text("{torn", encoding="utf-8")
    assert Store(store.path).latest().build == (second if spoil == "current.json" else first).build


def test_an_empty_store_has_no_latest_version(store):
    with pytest.raises(NoBuildError):
        store.latest()


def test_a_version_in_other_columns_is_told_and_the_next_build_goes_on_from_it(store):
    version = build(store, small_tables())
    path = version.folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "columns_version": 1}))
    with pytest.raises(StoreError, match=r"other columns \(version 1; here .*Build again: python -m etl build"):
        store.current()
    assert build(store, small_tables(number=2)).manifest["changes"]["since"] == version.build
    assert store.current().read("events").num_rows == 2
