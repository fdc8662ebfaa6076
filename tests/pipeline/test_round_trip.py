"""What was exported and is built again gives the same table: events, values, ids, sources and licences."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from etl.engines.plain import PlainEngine
from etl.lexicon import DATA
from etl.pipeline import Built, Input, build
from etl.store import Store, Version, export

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"


def built(folder: Path, store: Path) -> Version:
    done = build([Input(folder)], Store(store), PlainEngine(), lambda *_: None)
    assert isinstance(done, Built)
    manifest = done.version.manifest
    for file in manifest["inputs"]:
        assert file["rows"] == file["kept"] + file["out_of_scope"] + file["rejected"] + file["merged"]
    assert done.version.verify() == []
    return done.version


def exported(version: Version, form: str, folder: Path) -> Path:
    folder.mkdir()
    context = {"address": "http://127.0.0.1/", "event_address": "http://127.0.0.1/?event={event_id}"}
    export(version, lambda edition: edition.read("events"), form, folder / f"events.{form}", context)
    for beside in folder.glob("*.about.txt"):
        beside.unlink()
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder = tmp_path_factory.mktemp("first")
    (folder / "in").mkdir()
    for name in ("gdelt/61_columns.export.CSV", "ucdp_ged/yearly_49_columns.csv", "mapped/incidents.csv",
                 "mapped/incidents.csv.toml"):  # fmt: skip
        shutil.copy(FIXTURES / name, folder / "in")
    for report in sorted((DATA / "reports").rglob("*2021-12*.md"))[:8]:
        shutil.copy(report, folder / "in")
    return built(folder / "in", folder / "store")


@pytest.mark.parametrize("form", ["csv", "geojson", "jsonl"])
def test_an_export_that_is_built_and_exported_again_is_the_same(first: Version, tmp_path: Path, form: str) -> None:
    one = exported(first, form, tmp_path / "one")
    again = built(one, tmp_path / "store")
    two = exported(again, form, tmp_path / "two")
    names = sorted(path.name for path in one.iterdir())
    assert len(names) == 2, "what is under a share-alike licence leaves apart"
    assert sorted(path.name for path in two.iterdir()) == names
    for name in names:
        assert _events(one / name, form) == _events(two / name, form)


def _events(path: Path, form: str) -> str:
    text = path.read_text(encoding="utf-8-sig")
    # The head of a GeoJSON file names the build.
    return text.partition('"features"')[2] if form == "geojson" else text


def test_licences_and_marks_are_kept(first: Version, tmp_path: Path) -> None:
    again = built(exported(first, "csv", tmp_path / "one"), tmp_path / "store")
    terms = {s["name"]: s for s in again.manifest["sources"]}
    assert terms["Example log"]["share_alike"]
    assert not terms["UCDP GED"]["share_alike"]
    assert terms["UCDP GED"]["licence"] == "CC BY 4.0"
    events = again.read("events").to_pylist()
    assert {e["machine_coded"] for e in events if e["sources"] == ["GDELT"]} == {True}


def test_a_report_that_is_read_anew_makes_its_events_anew(first: Version, tmp_path: Path) -> None:
    folder = exported(first, "csv", tmp_path / "one")
    shutil.copy(FIXTURES / "ucdp_ged" / "yearly_49_columns.csv", folder / "z.csv")
    version = built(folder, tmp_path / "store")
    assert version.read("events").num_rows == first.read("events").num_rows
    readers = {i["incident_id"]: i["reader"] for i in version.read("incidents").to_pylist()}
    assert readers["ucdp-ged:1#1"] == "ucdp_ged 1"


def test_an_export_broken_at_its_first_line_is_told_and_the_others_are_built(first: Version, tmp_path: Path) -> None:
    folder = exported(first, "csv", tmp_path / "one")
    path = folder / "events.csv"
    header, rest = path.read_bytes().split(b"\n", 1)
    path.write_bytes(header + b",\x81\x8d\n" + rest)  # bytes of no encoding
    version = built(folder, tmp_path / "store")
    files = {Path(file["file"]).name: file for file in version.manifest["inputs"]}
    assert files["events.csv"]["kept"] == 0
    assert sum(file["kept"] for file in files.values()) > 0
    assert any(row["file"].endswith("events.csv") for row in version.read("rejects").to_pylist())


def test_an_export_that_lost_its_licences_is_for_ones_own_use(first: Version, tmp_path: Path) -> None:
    folder = exported(first, "csv", tmp_path / "one")
    path = folder / "events.csv"
    header, rest = path.read_text(encoding="utf-8-sig").split("\n", 1)
    path.write_text(header.replace("licence", "colour") + "\n" + rest, encoding="utf-8")
    version = built(folder, tmp_path / "store")
    terms = {one["name"]: one for one in version.manifest["sources"]}
    assert terms["UCDP GED"]["display"]
    assert not terms["UCDP GED"]["export"]
    assert terms["UCDP GED"]["name"] not in version.public.read("incidents")["source"].to_pylist()
    assert any("licence" in notice for file in version.manifest["inputs"] for notice in file["notices"])
