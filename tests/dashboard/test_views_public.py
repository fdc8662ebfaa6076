"""A public instance shows what may leave; any other is for its own machine alone."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import page_store
import pytest
from browser_session import page, quiet, serving, settled
from playwright.sync_api import expect

from dashboard.views import reach

ROOT = Path(__file__).resolve().parents[2]
APP = ROOT / "dashboard" / "app.py"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("public")
    page_store.build(folder / "store")
    return folder / "store"


@pytest.fixture(scope="module")
def address(store: Path) -> Iterator[str]:
    with serving(APP, store.parent, {"ATLAS_STORE": str(store), "ATLAS_PUBLIC": "1"}) as found:
        yield found


@pytest.mark.browser
def test_a_public_instance_holds_nothing_of_a_barred_source(address: str) -> None:
    with page(address) as opened:
        on = settled(opened.page)
        expect(on.locator(".atlas-counts")).to_contain_text("2 of 2 events shown")
        on.get_by_role("link", name="Data & method").click()
        expect(on.locator("h1")).to_have_text("Data & method")
        assert "closed" not in settled(on).locator("body").inner_text()
        with quiet(on).expect_download() as got:
            on.get_by_role("link", name="Explore").click()
            on.get_by_role("button", name="ZIP with evidence").click()
        with zipfile.ZipFile(Path(got.value.path())) as whole:
            assert whole.namelist() == ["events.csv", "evidence.csv", "about.txt"]
            assert not [name for name in whole.namelist() if b"closed" in whole.read(name)]


@pytest.mark.browser
def test_the_link_to_a_barred_event_leads_nowhere_in_public(address: str) -> None:
    with page(f"{address}/?event=ev-raid") as opened:
        on = settled(opened.page)
        expect(on.get_by_text(re.compile("ev-raid"))).to_be_visible()
        assert "Basra" not in on.locator("body").inner_text()


@pytest.mark.browser
def test_without_the_switch_the_app_is_bound_to_this_machine(store: Path) -> None:
    with serving(APP, store.parent, {"ATLAS_STORE": str(store)}) as found:
        assert found.startswith("http://127.0.0.1:")
        with page(found) as opened:
            expect(opened.page.locator(".atlas-counts")).to_contain_text("3 of 3 events shown")


@pytest.mark.browser
def test_a_server_open_to_others_shows_nothing_without_the_switch(store: Path) -> None:
    open_to_all = {"ATLAS_STORE": str(store), "STREAMLIT_SERVER_ADDRESS": "0.0.0.0"}
    with serving(APP, store.parent, open_to_all) as found:
        port = found.rpartition(":")[2].strip("/")
        with page(f"http://127.0.0.1:{port}") as opened:
            expect(opened.page.get_by_role("alert")).to_contain_text("Nothing is shown")
            assert opened.page.locator(".atlas-counts").count() == 0


@pytest.mark.parametrize(
    ("address", "is_open"),
    [
        ("127.0.0.1", False), ("localhost", False), ("::1", False), ("127.8.0.1", False), (None, True), ("", True),
        ("0.0.0.0", True), ("::", True), ("192.168.1.7", True), ("atlas.example.org", True),
    ],
)  # fmt: skip
def test_which_addresses_reach_beyond_this_machine(address: str | None, is_open: bool) -> None:
    assert reach.is_open(address) is is_open
