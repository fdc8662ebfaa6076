"""Whatever a file holds: no crash, nothing lost in silence, and the accounts close.

A few rounds in every run; `make soak` goes on for ATLAS_SOAK_SECONDS (ten minutes). The round that fails has its seed
among its arguments: ATLAS_SOAK_SEED=n begins with that one.
"""

from __future__ import annotations

import csv
import os
import random
import shutil
import time
import warnings
from pathlib import Path

import pytest
from fuzzing import mutated, packed

from etl.engines import engine
from etl.pipeline import Built, Input, build
from etl.pipeline.inputs import files_to_read
from etl.store import Store

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"
SEEDS = sorted(p for p in FIXTURES.rglob("*") if p.is_file() and p.name != "README.md" and p.suffix != ".toml")


def _round(seed: int, folder: Path) -> None:
    """One build of some fuzzed files beside one good report."""
    chance = random.Random(seed)
    given = folder / "given"
    given.mkdir(parents=True)
    good = "A roadside bomb killed four soldiers near Kirkuk on Tuesday."
    (given / "good.md").write_text(
        f"---\nid: good\nsource: Good\nlanguage: en\npublished: 2021-05-05\n---\n{good}\n", encoding="utf-8"
    )
    for number, path in enumerate(chance.sample(SEEDS, k=min(3, len(SEEDS)))):
        name, content = packed(chance, path.name, mutated(chance, path.read_bytes()))
        (given / f"{number}-{name}").write_bytes(content)
    store = Store(folder / "store")
    done = build([Input(given)], store, engine("plain"), lambda *_: None)
    assert isinstance(done, Built), seed
    _accounted_for(given, done, seed)
    assert done.version.verify() == [], seed


def _accounted_for(given: Path, done: Built, seed: int) -> None:
    """Every file was read or named, every row of it is somewhere, and what is whole is still kept."""
    manifest = done.version.manifest
    rejects = done.version.read("rejects").to_pylist()
    read = {_inside(given, file["file"]): file for file in manifest["inputs"]}
    refused = {_inside(given, row["file"]) for row in rejects}
    # Of an archive of several tables each is told by itself.
    named = {Path(name).parts[0] for name in (*read, *refused)}
    assert named >= {path.name for path in given.iterdir()}, seed
    for name, file in read.items():
        through = file["kept"] + file["out_of_scope"] + file["rejected"] + file["merged"]
        assert file["rows"] == through, (seed, name)
        assert file["rejected"] == sum(_inside(given, row["file"]) == name for row in rejects), (seed, name)
    assert read["good.md"]["kept"] == 1, seed
    # A row of our own export is an event, which several reports may tell, and one of them other events too.
    exported = [file["kept"] for file in read.values() if file["source"] == "atlas_export"]
    total = sum(file["kept"] for file in read.values())
    assert exported or done.version.read("reports").num_rows == total, seed
    assert done.version.read("events").num_rows >= sum(exported), seed
    assert all(row["reason"] and row["remedy"] for row in rejects), seed


def _inside(given: Path, file: str) -> str:
    return file.rpartition(f"/{given.name}/")[2]


@pytest.mark.parametrize("seed", range(6))
def test_fuzzed_files_lose_nothing_and_break_nothing(tmp_path: Path, seed: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        _round(seed, tmp_path)


@pytest.mark.soak
def test_fuzzed_files_for_as_long_as_asked(tmp_path: Path) -> None:
    seconds = float(os.environ.get("ATLAS_SOAK_SECONDS", "600"))
    seed = int(os.environ.get("ATLAS_SOAK_SEED", "1000"))
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        _round(seed, tmp_path / "round")
        shutil.rmtree(tmp_path / "round")
        seed += 1


@pytest.mark.parametrize("seed", range(4))
def test_no_row_of_a_table_is_passed_over(tmp_path: Path, seed: int) -> None:
    """Cells anyhow, lines whole: as many rows go in as the table has."""
    chance = random.Random(seed)
    with (FIXTURES / "ucdp_ged" / "yearly_49_columns.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    made = []
    for number in range(200):
        row = list(chance.choice(rows))
        row[header.index("id")] = str(700_000 + number)
        for _ in range(chance.randint(0, 3)):
            row[chance.randrange(len(row))] = random.Random(seed * 1000 + number).choice(["", "x", "-1", "0", "9e9"])
        made.append(row)
    path = tmp_path / "ged.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target).writerows([header, *made])
    (only,) = files_to_read([Input(path)])[0]
    assert only.source == "ucdp_ged"
    done = build([Input(path)], Store(tmp_path / "store"), engine("plain"), lambda *_: None)
    assert isinstance(done, Built)
    (file,) = done.version.manifest["inputs"]
    assert file["rows"] == 200 == file["kept"] + file["rejected"] + file["merged"] + file["out_of_scope"]
