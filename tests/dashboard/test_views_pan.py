"""Moving the map in a real browser: what depends on where it stands follows, in the address and in what leaves."""

from __future__ import annotations

import re

import pytest
from browser_session import page, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_address_and_what_bears_it_follow_the_map(address: str) -> None:
    with page(f"{address}/?country=IQ", height=1000) as opened:
        on = settled(opened.page, 2)
        figure = on.locator("[data-key=map]")
        expect(figure).to_have_attribute("aria-describedby", "atlas-said")
        expect(on.locator("#atlas-said")).to_contain_text("2 events")
        box = figure.locator(".atlas-plot").bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        on.mouse.move(x, y)
        on.mouse.down()
        on.mouse.move(x - 90, y + 4, steps=3)
        on.mouse.up()
        on.wait_for_url(re.compile("at="))
        stands = on.url.partition("at=")[2].partition("&")[0].replace("+", "%2B")
        settled(on, 2)
        on.get_by_role("button", name="Embed this view").click()
        expect(on.locator("code", has_text="iframe")).to_contain_text(re.compile(stands.replace("%2B", r"(\+|%2B)")))
        assert opened.errors == []
