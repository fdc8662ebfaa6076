"""The made-up store that the pages and queries are tested on, and the dashboard over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import page_store
import pytest
from browser_session import serving

from etl.store import Version

APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


@pytest.fixture(scope="session")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return page_store.build(tmp_path_factory.mktemp("pages") / "store")


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the dashboard is served from another folder, with somebody to send corrections to."""
    folder = tmp_path_factory.mktemp("served")
    page_store.build(folder / "store")
    told = {"ATLAS_STORE": str(folder / "store"), "ATLAS_CORRECTIONS_TO": "editor@example.org"}
    with serving(APP, folder, told) as found:
        yield found
