"""The made-up store that the pages and queries are tested on."""

from __future__ import annotations

import page_store
import pytest

from etl.store import Version


@pytest.fixture(scope="session")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return page_store.build(tmp_path_factory.mktemp("pages") / "store")
