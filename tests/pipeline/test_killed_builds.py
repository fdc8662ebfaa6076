"""Builds that are killed, or meet another one: the store answers all the same, and nothing stays behind."""

from __future__ import annotations

import csv
import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from command_line import ROOT, Run

from etl.__main__ import main
from etl.columns import TABLES
from etl.store import Store
from etl.store.lock import held

KILLS = int(os.environ.get("ATLAS_SOAK_KILLS", "20"))


def _add_report(reports: Path, number: int) -> None:
    published = f"2021-{number % 12 + 1:02}-05"
    text = f"A roadside bomb killed {number + 2} soldiers near Kirkuk on Tuesday."
    (reports / f"more-{number}.md").write_text(
        f"---\nid: more-{number}\nsource: Example Wire\nlanguage: en\npublished: {published}\n---\n{text}\n",
        encoding="utf-8",
    )


def _killed_after(seconds: float, store: Path) -> None:
    command = [sys.executable, "-m", "etl", "build", "--store", str(store)]
    building = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        building.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        building.send_signal(signal.SIGKILL)
        building.wait()


def _strays(store: Path) -> list[str]:
    """Whatever a finished build does not leave, in the store and in the cache."""
    known = {"current.json", "versions", "cache", ".lock", "corrections.csv"}
    found = [path.name for path in store.iterdir() if path.name not in known]
    found += [path.name for path in (store / "versions").iterdir() if path.name not in Store(store).builds()]
    found += [path.name for path in (store / "cache").glob(".*")]
    version = Store(store).current()
    files = {f"{name}.parquet" for name in TABLES} | {"search.sqlite", "manifest.json"}
    for folder in (version.folder, version.public.folder):
        found += [path.name for path in folder.iterdir() if path.is_file() and path.name not in files]
    return found


def _kills(atlas: Run, reports: Path, store: Path, number: int) -> int:
    """Builds killed at random moments of their time; how many new versions came through nevertheless."""
    assert atlas("build", reports, "--store", store).returncode == 0
    begun = time.monotonic()
    _add_report(reports, 0)
    atlas("build", "--store", store)
    takes = time.monotonic() - begun
    moments = random.Random(number)
    through = 0
    for n in range(1, number + 1):
        before = Store(store).current().build
        _add_report(reports, n)
        _killed_after(moments.uniform(0.2, 1.0) * takes, store)
        version = Store(store).current()
        assert version.verify() == []
        assert version.build >= before
        through += version.build != before
        assert version.manifest["counts"]["reports"] in {3 + 1 + k for k in range(n + 1)}
    assert atlas("build", "--store", store).returncode == 0
    assert Store(store).current().manifest["counts"]["reports"] == 4 + number
    assert _strays(store) == []
    return through


def test_a_few_kills_at_random_moments(atlas: Run, reports: Path, tmp_path: Path) -> None:
    _kills(atlas, reports, tmp_path / "store", 3)


@pytest.mark.soak
def test_many_kills_at_random_moments(atlas: Run, reports: Path, tmp_path: Path) -> None:
    through = _kills(atlas, reports, tmp_path / "store", KILLS)
    assert through < KILLS, "some of the kills came before the end"


def test_a_second_build_at_once_says_who_holds_the_store_and_changes_nothing(
    reports: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tmp_path / "store"
    assert main(["build", str(reports)]) == 0
    before = Store(store).current().build
    _add_report(reports, 1)
    with held(store, 0.0):
        told = json.loads((store / "lock.json").read_text(encoding="utf-8"))
        assert main(["build"]) == 1
        said = capsys.readouterr().err
        assert f"process {told['process']} on" in said
        assert told["since"] in said
        assert main(["status"]) == 0, "readers need no lock"
    assert Store(store).current().build == before
    assert main(["build"]) == 0
    assert Store(store).current().build != before


def test_what_a_killed_build_left_goes_with_a_build_that_finds_nothing_changed(reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    assert main(["build", str(reports), "--store", str(store)]) == 0
    for left in (store / "cache" / ".begun.1", store / "versions" / ".unfinished-20200101T000000.000000Z"):
        left.mkdir()
        (left / "events.arrow").write_bytes(b"half")
    before = Store(store).current().build
    assert main(["build", "--store", str(store)]) == 0
    assert _strays(store) == []
    assert Store(store).current().build == before


def test_a_build_that_runs_out_of_room_leaves_nothing_and_says_so(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    rows = tmp_path / "rows.csv"
    with (ROOT / "tests" / "fixtures" / "sources" / "ucdp_ged" / "yearly_49_columns.csv").open(newline="") as lines:
        header, first, *_ = csv.reader(lines)
    with rows.open("w", newline="") as lines:
        csv.writer(lines).writerows([header, *([str(n), *first[1:]] for n in range(4_000))])
    store = tmp_path / "store"
    room = 200_000  # bytes that a file may have: fewer than the rows take
    ended = subprocess.run(
        [sys.executable, "-m", "etl", "build", str(rows), "--store", str(store)], cwd=ROOT, check=False,
        capture_output=True, text=True, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
    )  # fmt: skip
    assert ended.returncode == 1
    assert "has room" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert [path.name for path in store.rglob("*") if path.is_file()] == [".lock"]


@pytest.mark.soak
def test_two_builds_begun_at_once_leave_one_whole_version(atlas: Run, reports: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    for n in range(3):
        _add_report(reports, n)
        command = [sys.executable, "-m", "etl", "build", str(reports), "--store", str(store)]
        both = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) for _ in range(2)]
        ended = [(one.communicate()[1], one.returncode) for one in both]
        assert 0 in [status for _, status in ended]
        assert all(status == 0 or "is building here" in said for said, status in ended)
        assert Store(store).current().verify() == []
        assert _strays(store) == []
    assert atlas("verify", "--store", store).returncode == 0
