"""No page breaks a rule of axe-core, in two languages, light and dark, wide and narrow."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_core_python.sync_playwright import Axe
from browser_session import page, settled
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.soak]
PAGES = (
    "/?by=killed", "/?selected=ev-rockets", "/?type=shelling&killed=5", "/event?event=ev-rockets", "/event", "/read",
    "/about", "/stories", "/stories?story=what-a-map-hides&step=2", "/?embed=true",
    "/?country=IQ&outline=43+32+46+32+45+35&at=44+33+6",
)  # fmt: skip
MENUS = ("period", "event_types", "statuses", "where", "actors", "sources", "exactness", "more")


def broken_in(page_shown: Page) -> list[tuple[str, str]]:
    """The rules broken, each with the element that does."""
    rules = Axe().run(page_shown)["violations"]
    return [(rule["id"], node["html"][:160]) for rule in rules for node in rule["nodes"]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_page_breaks_a_rule(address: str, language: str, scheme: Literal["light", "dark"], width: int) -> None:
    found = {}
    with page(address, language=language, scheme=scheme, width=width) as opened:
        for path in PAGES:
            opened.page.goto(address + path)
            settled(opened.page)
            if told := broken_in(opened.page):
                found[path] = told
        opened.page.goto(address)
        for menu in MENUS:
            opened.page.locator(f".st-key-menu_{menu} button").first.click()
            expect(opened.page.get_by_test_id("stPopoverBody")).to_be_visible()
            settled(opened.page)
            if told := broken_in(opened.page):
                found[menu] = told
            opened.page.keyboard.press("Escape")
    assert found == {}
