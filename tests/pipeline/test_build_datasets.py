"""Building datasets: accounting, terms and what is read again, through the whole pipeline."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from etl.engines.plain import PlainEngine
from etl.pipeline import Built, Input, build
from etl.store import Store

PROJECT = Path(__file__).resolve().parents[2]
FIXTURES = PROJECT / "tests" / "fixtures" / "sources"
SAMPLES = ("acled/31_columns.csv", "gdelt/61_columns.export.CSV", "gtd/135_columns.csv", "mapped/incidents.csv",
           "ucdp_ged/yearly_49_columns.csv")  # fmt: skip


def built(paths: list[Path], store: Path, engine: PlainEngine | None = None) -> Built:
    done = build([Input(path) for path in paths], Store(store), engine or PlainEngine(), lambda *_: None)
    assert isinstance(done, Built)
    return done


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "inputs"
    folder.mkdir()
    for name in SAMPLES:
        shutil.copy(FIXTURES / name, folder)
    shutil.copy(FIXTURES / "mapped" / "incidents.csv.toml", folder)
    return folder


def test_every_row_of_every_file_is_accounted_for(inputs: Path, tmp_path: Path) -> None:
    manifest = built([inputs], tmp_path / "store").version.manifest
    assert len(manifest["inputs"]) == len(SAMPLES)
    for file in manifest["inputs"]:
        parts = (file["kept"], file["out_of_scope"], file["rejected"], file["merged"])
        assert file["rows"] == sum(parts), file["file"]
        assert file["rows"] > 0
    assert manifest["counts"]["files_failed"] == 0


def test_each_source_is_named_with_its_own_terms(inputs: Path, tmp_path: Path) -> None:
    sources = {s["name"]: s for s in built([inputs], tmp_path / "store").version.manifest["sources"]}
    assert {name: (s["display"], s["export"]) for name, s in sources.items()} == {
        "ACLED": (False, False), "Global Terrorism Database": (False, False), "GDELT": (True, True),
        "Example log": (True, True), "UCDP GED": (True, True),
    }  # fmt: skip
    assert sources["Example log"]["share_alike"]
    assert [name for name, s in sources.items() if s["machine_coded"]] == ["GDELT"]


def test_events_of_machine_coded_rows_alone_are_marked(inputs: Path, tmp_path: Path) -> None:
    version = built([inputs], tmp_path / "store").version
    events = version.read("events").to_pylist()
    assert {e["machine_coded"] for e in events if e["sources"] == ["GDELT"]} == {True}
    assert {e["machine_coded"] for e in events if "GDELT" not in e["sources"]} == {False}
    assert version.verify() == []


class Watched(PlainEngine):
    """The plain engine, which remembers what it was given to read."""

    def __init__(self) -> None:
        self.read: list[str] = []

    def run(self, work, tasks):  # type: ignore[no-untyped-def]
        """As the plain engine."""
        self.read += [Path(task.path).name for task in tasks]
        return super().run(work, tasks)


def test_a_second_build_reads_nothing_and_a_changed_file_alone_is_read_again(inputs: Path, tmp_path: Path) -> None:
    built([inputs], tmp_path / "store")
    watched = Watched()
    assert built([inputs], tmp_path / "store", watched).unchanged
    assert watched.read == []
    with (inputs / "135_columns.csv").open("a", encoding="utf-8") as lines:
        lines.write("\n")
    built([inputs], tmp_path / "store", watched)
    assert watched.read == ["135_columns.csv"]


def test_a_changed_mapping_counts_as_a_change_of_its_table(inputs: Path, tmp_path: Path) -> None:
    built([inputs], tmp_path / "store")
    mapping = inputs / "incidents.csv.toml"
    mapping.write_text(mapping.read_text().replace('IED = "bombing"', 'IED = "shelling"'))
    done = built([inputs], tmp_path / "store")
    assert not done.unchanged
    types = {
        i["event_type"] for i in done.version.read("incidents").to_pylist() if i["incident_id"] == "example-log:1#1"
    }
    assert types == {"shelling"}
    assert "Example log" in json.dumps(done.version.manifest["sources"])


def test_a_file_is_named_alike_wherever_it_is_told_of_and_however_it_was_reached(inputs: Path, tmp_path: Path) -> None:
    reached = tmp_path / "linked"
    reached.symlink_to(inputs)
    rows = (inputs / "yearly_49_columns.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    (inputs / "yearly_49_columns.csv").write_text("".join([*rows, "one,cell\n"]), encoding="utf-8")
    version = built([reached], tmp_path / "store").version
    named = {file["file"] for file in version.manifest["inputs"]}
    assert {Path(file).parent for file in named} == {inputs}
    assert {row["file"] for row in version.read("rejects").to_pylist()} <= named
    told = [notice for file in version.manifest["inputs"] for notice in file["notices"]]
    assert told
    assert all(notice.startswith(tuple(named)) for notice in told)
    assert "yearly_49_columns.csv" in {row["file"] for row in version.public.read("rejects").to_pylist()}


def test_a_decision_of_the_project_that_misses_a_report_is_told_by_its_place_in_the_project(tmp_path: Path) -> None:
    alone = PROJECT / "data" / "reports" / "en" / "2020-03-11-los-angeles-times.md"
    told = built([alone], tmp_path / "store").version.read("rejects").to_pylist()
    assert told
    assert all((PROJECT / row["file"]).is_file() and row["file"].startswith("data/corrections/") for row in told)
