"""The bundled reports, built once from the command line and served for all tests of this folder."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_session import serving

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store of the bundled reports, in which every story holds."""
    folder = tmp_path_factory.mktemp("bundled") / "store"
    where = {**os.environ, "ATLAS_STORE": str(folder)}
    command = [sys.executable, "-m", "etl", "build"]
    told = subprocess.run(command, cwd=ROOT, env=where, check=True, capture_output=True, text=True)
    assert "Story:" not in told.stdout
    return folder


@pytest.fixture(scope="session")
def address(store: Path) -> Iterator[str]:
    """The address of the dashboard over that store."""
    with serving(ROOT / "dashboard" / "app.py", store.parent, {"ATLAS_STORE": str(store)}) as url:
        yield url


@pytest.fixture(scope="session")
def screens() -> Path:
    """Where pictures of what was tested are put; `make screens` writes those of the documents."""
    folder = ROOT / "docs" / "screens" if os.environ.get("ATLAS_SCREENS") else ROOT / "tests" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
