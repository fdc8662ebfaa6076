"""A failure of a part of a page is told in the reader's language, with a way on, and the rest is drawn all the same."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import page_store
import pyarrow.parquet as pq
import pytest
from browser_session import page, serving, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard over a store whose table of reports lost a column that every report of an event needs."""
    folder = tmp_path_factory.mktemp("failing")
    version = page_store.build(folder / "store")
    path = version.table("reports")
    pq.write_table(pq.read_table(path).drop_columns(["title"]), path)
    with serving(APP, folder, {"ATLAS_STORE": str(folder / "store")}) as found:
        yield found
    shutil.rmtree(folder / "store")


def test_what_failed_is_told_with_the_way_on_and_never_as_a_traceback(address: str) -> None:
    with page(f"{address}/event?event=ev-rockets&lang=fr", height=1000) as opened:
        box = opened.page.get_by_role("alert")
        expect(box).to_contain_text("n’a pas pu être dessinée")
        opened.page.get_by_text("Détails à transmettre").click()
        expect(opened.page.locator("code", has_text="event=ev-rockets")).to_be_visible()
        said = opened.page.locator("body").inner_text()
        assert "Traceback" not in said
        opened.page.get_by_role("link", name="Explorer").click()
        settled(opened.page, 2)
        expect(opened.page.locator(".atlas-counts")).to_contain_text("3")
