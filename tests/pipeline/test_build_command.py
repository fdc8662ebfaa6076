"""Building a store from the command line: what a user sees, and what stays when something breaks."""

from __future__ import annotations

import gzip
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from command_line import Run

from etl.store import Store


def events(store: Path) -> list[dict[str, object]]:
    table = pq.read_table(Store(store).current().table("events"))
    return sorted(table.to_pylist(), key=lambda row: row["event_id"])


def test_the_bundled_reports_build_without_a_reject_and_hold_together(atlas: Run, tmp_path: Path) -> None:
    built = atlas("build")
    assert built.returncode == 0, built.stderr
    assert "Rejected" not in built.stdout
    manifest = Store(tmp_path / "store").current().manifest
    assert manifest["counts"]["reports"] >= 60
    assert manifest["counts"]["events"] >= 40
    verified = atlas("verify")
    assert verified.returncode == 0, verified.stdout


def test_a_second_build_of_the_same_inputs_changes_nothing_and_says_so(
    atlas: Run, reports: Path, tmp_path: Path
) -> None:
    assert atlas("build", reports).returncode == 0
    first = Store(tmp_path / "store").current().build
    again = atlas("build")
    assert again.returncode == 0
    assert "Nothing has changed" in again.stdout
    assert Store(tmp_path / "store").current().build == first


def test_a_file_that_still_cannot_be_read_makes_no_new_build(atlas: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "empty.csv").touch()
    assert atlas("build", reports).returncode == 3
    first = Store(tmp_path / "store").current().build
    again = atlas("build")
    assert again.returncode == 3
    assert "Nothing has changed" in again.stdout
    assert Store(tmp_path / "store").current().build == first
    (reports / "empty.csv").write_text("a,b\n1,2\n")
    assert "Nothing has changed" not in atlas("build").stdout


def test_a_damaged_store_is_built_again_of_its_own_inputs(atlas: Run, reports: Path, tmp_path: Path) -> None:
    assert atlas("build", reports).returncode == 0
    first = Store(tmp_path / "store").current()
    first.table("events").write_bytes(b"damaged")
    assert atlas("build").returncode == 0
    again = Store(tmp_path / "store").current()
    assert again.manifest["inputs_given"] == first.manifest["inputs_given"]
    for version in (first, again):
        (version.folder / "manifest.json").write_bytes(b"damaged")
    refused = atlas("build")
    assert refused.returncode == 1
    assert "Name the inputs" in refused.stderr


def test_a_broken_file_among_good_ones_is_named_and_the_rest_is_built(
    atlas: Run, reports: Path, tmp_path: Path
) -> None:
    (reports / "broken.csv.gz").write_bytes(gzip.compress(b"id,best\n1,2\n")[:-9])
    built = atlas("build", reports)
    assert built.returncode == 3, built.stdout + built.stderr
    assert "broken.csv.gz" in built.stdout
    assert len(events(tmp_path / "store")) == 3


def test_where_nothing_can_be_read_the_previous_version_stays(atlas: Run, reports: Path, tmp_path: Path) -> None:
    atlas("build", reports)
    before = events(tmp_path / "store")
    built = atlas("build", tmp_path / "no-such-folder")
    assert built.returncode == 1
    assert events(tmp_path / "store") == before


@pytest.mark.parametrize("wrong", [["frobnicate"], ["build", "--engine", "steam"], ["export", "--format", "pdf"]])
def test_wrong_usage_is_told_apart_from_failure(atlas: Run, wrong: list[str]) -> None:
    assert atlas(*wrong).returncode == 2


def test_add_keeps_the_inputs_of_the_last_build(atlas: Run, reports: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(
        '{"report_id": "w:9", "language": "en", "source": "w", "url": null, "published": "2021-06-01", "title": "t", '
        '"text": "Two mortar bombs fell on Mosul on Monday and killed a woman."}\n',
        encoding="utf-8",
    )
    atlas("build", reports)
    assert atlas("build", more, "--add").returncode == 0
    assert {row["country"] for row in events(tmp_path / "store")} == {"IQ"}
    assert len(events(tmp_path / "store")) == 4


def test_the_same_report_twice_is_merged_and_the_account_closes(atlas: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "copy.md").write_text((reports / "r1.md").read_text(encoding="utf-8"), encoding="utf-8")
    built = atlas("build", reports)
    assert built.returncode == 0, built.stderr
    counts = Store(tmp_path / "store").current().manifest["counts"]
    assert (counts["rows"], counts["kept"], counts["merged"]) == (4, 3, 1)
    assert counts["rows"] == counts["kept"] + counts["out_of_scope"] + counts["rejected"] + counts["merged"]


def test_dask_workers_give_the_same_events(atlas: Run, reports: Path, tmp_path: Path) -> None:
    atlas("build", reports)
    plain = events(tmp_path / "store")
    other = tmp_path / "other"
    built = atlas("build", reports, "--engine", "dask", "--store", other)
    assert built.returncode == 0, built.stderr
    assert events(other) == plain


def test_a_report_revised_further_down_its_file_keeps_nothing_of_its_first_words(atlas: Run, tmp_path: Path) -> None:
    line = '{{"report_id": "w:1", "language": "en", "source": "w", "published": "2021-06-02", "text": "{}"}}\n'
    first = "A bomb killed two soldiers in Kirkuk on Tuesday. Gunmen kidnapped three engineers in Basra on Monday."
    lines = tmp_path / "lines.jsonl"
    lines.write_text(line.format(first) + line.format("Gunmen shot a farmer in Mosul on Monday."), encoding="utf-8")
    assert atlas("build", lines).returncode == 0
    version = Store(tmp_path / "store").current()
    assert [row["text"] for row in version.read("reports").to_pylist()] == ["Gunmen shot a farmer in Mosul on Monday."]
    assert [row["places"] for row in version.read("incidents").to_pylist()] == [["Mosul"]]
    assert version.verify() == []
    assert version.manifest["counts"]["merged"] == 1


def test_where_nothing_is_built_every_file_is_named_with_its_remedy(atlas: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("", encoding="utf-8")
    built = atlas("build", tmp_path / "empty.md", tmp_path / "gone.md")
    assert built.returncode == 1
    assert "empty.md, row 1: text '': there is no text. Give the words of the report." in built.stderr
    assert "gone.md: there is no such file" in built.stderr


@pytest.mark.parametrize("given", ["", "nosuch:data/reports"])
def test_an_input_that_makes_no_sense_is_wrong_usage(atlas: Run, given: str) -> None:
    built = atlas("build", given)
    assert built.returncode == 2, built.stderr


def test_a_store_or_output_that_cannot_be_written_is_told_in_one_line(
    atlas: Run, reports: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for arguments in (
        ("build", reports, "--store", tmp_path / "file"),
        ("export", "--format", "csv", "-o", tmp_path / "no" / "x.csv", "--store", tmp_path / "good"),
    ):
        atlas("build", reports, "--store", tmp_path / "good")
        failed = atlas(*arguments)
        assert failed.returncode == 1, failed.stderr
        assert failed.stderr.startswith("etl: ")
        assert "Traceback" not in failed.stderr


def test_a_merge_of_an_incident_that_waited_for_review_brings_it_to_the_map(atlas: Run, tmp_path: Path) -> None:
    atlas("build")
    version = Store(tmp_path / "store").current()
    told = {e for row in version.read("events").to_pylist() for e in row["incident_ids"]}
    waiting = [row["incident_id"] for row in version.read("incidents").to_pylist() if row["incident_id"] not in told]
    other = sorted(told)[0]
    assert atlas("correct", waiting[0], "merge", "--value", other, "--why", "the same night").returncode == 0
    assert atlas("build").returncode == 0
    (holding,) = [row for row in events(tmp_path / "store") if other in row["incident_ids"]]
    assert waiting[0] in holding["incident_ids"]
    assert holding["corrections"]


@pytest.mark.parametrize("torn", ["current.json", "versions/*/manifest.json"])
def test_building_again_mends_a_damaged_store_as_its_message_says(
    atlas: Run, reports: Path, tmp_path: Path, torn: str
) -> None:
    atlas("build", reports)
    before = events(tmp_path / "store")
    (path,) = (tmp_path / "store").glob(torn)
    path.write_text("{torn", encoding="utf-8")
    assert "Build again" in atlas("status").stderr
    assert atlas("build", reports).returncode == 0
    assert atlas("verify").returncode == 0
    assert events(tmp_path / "store") == before
