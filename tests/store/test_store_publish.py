"""A version published at an address, and read from there."""

from __future__ import annotations

import json
import os
from pathlib import Path

import fsspec
import pytest
from small_store import OURS, build, small_tables

from etl.__main__ import main
from etl.errors import MissingExtraError, StoreError, UsageError
from etl.store import Store, open_store, publish


@pytest.fixture
def address(request, tmp_path, monkeypatch):
    """An address of a protocol; a reader's copies are kept apart from the store."""
    monkeypatch.setenv("ATLAS_CACHE", str(tmp_path / "copies"))
    yield f"memory://{tmp_path.name}" if getattr(request, "param", "") == "memory" else f"file://{tmp_path}/there"
    fsspec.filesystem("memory").store.clear()


def _told(_through, _total):
    pass


def _with_secret(store):
    """A version whose whole holds an event that may not leave."""
    with store.writing() as writer:
        for name, table in small_tables(number=2).items():
            writer.put(name, table)
        writer.put_edition("public", small_tables(number=1), {"sources": [OURS], "edition": "public"})
        writer.put_edition("share-alike-x", small_tables(number=1), {"sources": [OURS], "edition": "share-alike-x"})
        return writer.finish({"sources": [OURS]})


@pytest.mark.parametrize("address", ["file", "memory"], indirect=True)
def test_a_reader_of_an_address_has_what_may_leave_and_nothing_else(store, address):
    version = _with_secret(store)
    publish(version, address, _told)
    read = open_store(address).current()
    assert read.build == version.build
    assert read.read("events")["event_id"].to_pylist() == ["ev-0"]
    assert read.public.read("events") == read.read("events")
    assert [edition.folder.name for edition in read.share_alike] == ["share-alike-x"]
    assert read.verify() == []
    system, root = fsspec.core.url_to_fs(address)
    assert not [name for name in system.find(root) if b"ev-1" in system.cat_file(name)]


def test_all_of_it_is_copied_where_that_is_asked_for(store, address):
    publish(_with_secret(store), address, _told, whole=True)
    read = open_store(address).current()
    assert read.read("events").num_rows == 2
    assert read.public.read("events").num_rows == 1
    assert read.verify() == []


def test_a_newer_version_is_taken_up_and_an_old_one_stays_readable(store, address):
    first = build(store, small_tables())
    publish(first, address, _told, whole=True)
    pinned = open_store(address).current()
    second = build(store, small_tables(number=3))
    publish(second, address, _told, whole=True)
    assert open_store(address).current().build == second.build
    assert pinned.read("events").num_rows == 1


def test_an_address_that_cannot_be_reached_leaves_the_copy_of_before(store, address):
    version = build(store, small_tables())
    publish(version, address, _told, whole=True)
    open_store(address)
    system, root = fsspec.core.url_to_fs(address)
    system.rm(root, recursive=True)
    assert open_store(address).current().build == version.build
    with pytest.raises(StoreError, match="cannot be used"):
        open_store(address + "-elsewhere")


def test_a_publication_that_breaks_off_leaves_the_one_before(store, address):
    first = build(store, small_tables())
    publish(first, address, _told, whole=True)
    second = build(store, small_tables(number=2))

    def breaking(through, _total):
        if through == 4:
            raise OSError(5, "connection lost")

    with pytest.raises(StoreError, match="connection lost"):
        publish(second, address, breaking, whole=True)
    assert open_store(address).current().build == first.build


def test_a_damaged_version_is_neither_published_nor_taken_up(store, address):
    version = build(store, small_tables())
    publish(version, address, _told, whole=True)
    system, root = fsspec.core.url_to_fs(address)
    system.pipe_file(f"{root}/versions/{version.build}/reports.parquet", b"other")
    with pytest.raises(StoreError, match="other than its manifest"):
        open_store(address)
    version.table("reports").write_bytes(b"torn")
    with pytest.raises(StoreError, match="is damaged"):
        publish(version, address, _told)


@pytest.mark.parametrize("name", ["../../out.parquet", "/etc/x", "a/../b"])
def test_an_address_cannot_make_a_reader_write_elsewhere(store, address, tmp_path, name):
    version = build(store, small_tables())
    publish(version, address, _told, whole=True)
    system, root = fsspec.core.url_to_fs(address)
    path = f"{root}/versions/{version.build}/manifest.json"
    manifest = json.loads(system.cat_file(path))
    for wrong in ({"files": {name: {"sha256": ""}}}, {"editions": [name]}):
        system.pipe_file(path, json.dumps({**manifest, **wrong}).encode())
        with pytest.raises(StoreError, match="which is no"):
            open_store(address)
    system.pipe_file(f"{root}/current.json", json.dumps({"build": "../.."}).encode())
    with pytest.raises(StoreError, match="names no version"):
        open_store(address)
    assert not list(Path(tmp_path / "copies").rglob("versions/*"))


def test_what_is_no_address_or_needs_more_is_told(store):
    version = build(store, small_tables())
    with pytest.raises(UsageError, match="is no address"):
        publish(version, "somewhere", _told)
    with pytest.raises((MissingExtraError, StoreError)):
        publish(version, "s3://bucket/atlas", _told)


def test_the_command_publishes_and_others_read_but_do_not_write(store, address, capsys):
    build(store, small_tables())
    assert main(["publish", address, "--whole", "--store", str(store.path)]) == 0
    assert address in capsys.readouterr().out
    assert main(["verify", "--store", address]) == 0
    for command in (["build"], ["correct", "ev-0", "reject", "--why", "x"]):
        assert main([*command, "--store", address]) == 2
    assert "can only be read" in capsys.readouterr().err
    assert isinstance(open_store(address), Store)
    assert not os.path.exists("file:")
