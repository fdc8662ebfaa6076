"""A zip archive of several tables: each is an input of its own, with its own accounting."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from etl.engines import engine
from etl.pipeline import Built, Input, NothingBuilt, build
from etl.store import Store, export

ROWS = Path(__file__).resolve().parents[1] / "fixtures" / "sources" / "ucdp_ged"
MAPPING = """title = "Log"
publisher = "Log"
[licence]
name = "CC0"
[columns]
id = "No"
date = "When"
event_type = "Kind"
[codes.event_type]
IED = "bombing"
"""


def built(store: Path, *inputs: Path) -> Built:
    done = build([Input(path) for path in inputs], Store(store), engine("plain"), lambda *_: None)
    assert isinstance(done, Built)
    return done


@pytest.fixture
def archive(tmp_path):
    """Two tables that differ in their source, and one that none reads."""
    first = next(path for path in sorted(ROWS.rglob("*.csv")))
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as whole:
        whole.write(first, "ged/events.csv")
        whole.writestr("log.csv", "No,When,Kind\n1,2021-05-03,IED\n2,2021-05-04,IED\n3,soon,IED\n")
        whole.writestr("prices.csv", "good,price\nbread,3\n")
        whole.writestr("README.txt", "About these tables.")
    (tmp_path / "log.csv.toml").write_text(MAPPING, encoding="utf-8")
    return tmp_path / "all.zip"


def test_each_table_is_built_and_accounted_for(archive, tmp_path):
    done = built(tmp_path / "store", archive)
    told = {Path(file["file"]).name: file for file in done.version.manifest["inputs"]}
    assert {name: file["source"] for name, file in told.items()} == {"events.csv": "ucdp_ged", "log.csv": "mapped:log"}
    for file in told.values():
        assert file["rows"] == file["kept"] + file["out_of_scope"] + file["rejected"] + file["merged"]
    assert (told["log.csv"]["kept"], told["log.csv"]["rejected"]) == (2, 1)
    refused = done.version.read("rejects").to_pylist()
    assert done.files_failed == 1
    assert [(Path(r["file"]).name, r["reason"]) for r in refused if not r["row"]] == [
        ("prices.csv", "no source recognises this file")
    ]
    assert built(tmp_path / "store", archive).unchanged


def test_a_table_of_an_archive_can_be_named_alone(archive, tmp_path):
    done = built(tmp_path / "store", archive / "log.csv")
    assert [Path(file["file"]).parts[-2:] for file in done.version.manifest["inputs"]] == [("all.zip", "log.csv")]
    assert done.files_failed == 0


def test_a_changed_archive_is_read_again(archive, tmp_path):
    before = built(tmp_path / "store", archive / "log.csv").counts["kept"]
    with zipfile.ZipFile(archive, "w") as whole:
        whole.writestr("log.csv", "No,When,Kind\n1,2021-05-03,IED\n")
        whole.writestr("log2.csv", "No,When,Kind\n1,2021-05-03,IED\n")
    assert (before, built(tmp_path / "store", archive / "log.csv").counts["kept"]) == (2, 1)


@pytest.mark.parametrize("name", ["../events.csv", "/etc/events.csv", "a/../../events.csv"])
@pytest.mark.parametrize("beside", [(), ("more.csv",)])
def test_an_archive_with_a_name_that_leads_out_of_it_is_refused_whole(tmp_path, name, beside):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as whole:
        for one in (name, *beside):
            whole.writestr(one, (ROWS / "yearly_49_columns.csv").read_bytes())
    done = build([Input(tmp_path / "all.zip")], Store(tmp_path / "store"), engine("plain"), lambda *_: None)
    assert isinstance(done, NothingBuilt)
    assert [row.reason for row in done.rejects] == [f"the archive holds names that lead out of it, such as {name!r}"]


def test_a_table_named_from_its_own_folder_is_read_and_hidden_ones_are_not(tmp_path):
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as whole:
        whole.write(ROWS / "yearly_49_columns.csv", "./ged/events.csv")
        whole.writestr("ged/._events.csv", "what a Mac puts beside it")
    assert built(tmp_path / "store", tmp_path / "all.zip").counts["kept"] > 0


def test_an_export_with_its_evidence_builds_to_the_same_events(archive, tmp_path):
    first = built(tmp_path / "one", archive / "ged" / "events.csv")
    target, context = tmp_path / "export.zip", {"address": "", "event_address": "{event_id}", "title": ""}
    export(first.version, lambda part: part.read("events"), "csv", target, context)
    again = built(tmp_path / "two", target)
    assert again.files_failed == 0
    assert again.version.read("events", ["event_id"]) == first.version.public.read("events", ["event_id"])
