"""The same input in any order, in one or in several builds, gives the same events."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

import pytest

from etl.engines.plain import PlainEngine
from etl.lexicon import DATA
from etl.pipeline import Built, Input, build
from etl.store import Store, Version

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"
TABLES = ("events", "incidents", "reports", "matches")


def canonical(version: Version) -> dict[str, str]:
    """A checksum of each table's rows, sorted: the order of rows, and of a row's keys, changes nothing."""
    return {name: _checksum(version, name) for name in TABLES}


def _checksum(version: Version, name: str) -> str:
    rows = sorted(json.dumps(row, sort_keys=True, default=str) for row in version.read(name).to_pylist())
    assert rows, f"no {name}, so nothing would be compared"
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def built(files: list[Path], store: Path) -> Version:
    done = build([Input(file) for file in files], Store(store), PlainEngine(), lambda *_: None)
    assert isinstance(done, Built)
    return done.version


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two datasets, and reports of which several tell one event."""
    folder = tmp_path_factory.mktemp("in")
    for name in ("gdelt/61_columns.export.CSV", "ucdp_ged/yearly_49_columns.csv"):
        shutil.copy(FIXTURES / name, folder)
    for report in sorted((DATA / "reports").rglob("*2021-12*.md"))[:12]:
        shutil.copy(report, folder)
    return sorted(folder.iterdir())


@pytest.fixture(scope="module")
def at_once(files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Version:
    return built(files, tmp_path_factory.mktemp("once") / "store")


def test_in_another_order(files: list[Path], at_once: Version, tmp_path: Path) -> None:
    turned = built([*files[5:], *files[4::-1]], tmp_path / "store")
    assert canonical(turned) == canonical(at_once)


def test_in_several_builds(files: list[Path], at_once: Version, tmp_path: Path) -> None:
    assert any(len(ids) > 1 for ids in at_once.read("events")["incident_ids"].to_pylist())
    for number in (4, 9, len(files)):
        last = built(files[:number], tmp_path / "store")
    assert canonical(last) == canonical(at_once)
