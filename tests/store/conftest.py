"""An empty store for each test."""

from __future__ import annotations

import pytest

from etl.store import Store


@pytest.fixture
def store(tmp_path):
    """An empty store."""
    return Store(tmp_path / "store")
