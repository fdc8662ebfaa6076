"""An outline drawn on the map, with the mouse and with the keyboard alone."""

from __future__ import annotations

import re

import pytest
from browser_session import Opened, page, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def about(of: Page, event: str, turns: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points on the screen about the mark of an event; turns: pixels from it."""
    at = of.evaluate(
        """(id) => { const plot = document.querySelector('[data-key=map] .atlas-plot');
            const box = plot.getBoundingClientRect();
            const touch = plot.data[0], i = touch.customdata.findIndex((one) => one.ids.includes(id));
            const spot = plot._fullLayout.map._subplot.map.project([touch.lon[i], touch.lat[i]]);
            return [box.x + spot.x, box.y + spot.y]; }""",
        event,
    )
    return [(at[0] + x, at[1] + y) for x, y in turns]


def unharmed(opened: Opened) -> None:
    assert (opened.outside, opened.errors) == ([], [])


def test_a_lasso_shows_what_is_inside_of_it_alone_and_stands_in_the_address(address: str) -> None:
    with page(f"{address}/?country=IQ", height=1000) as opened:
        on = settled(opened.page, 2)
        on.locator("[data-key=map] .modebar-btn").nth(2).click()
        corners = about(on, "ev-rockets", [(-30, -30), (30, -30), (30, 24), (-30, 24), (-30, -28)])
        on.mouse.move(*corners[0])
        on.mouse.down()
        for corner in corners[1:]:
            on.mouse.move(*corner, steps=4)
        on.mouse.up()
        on.wait_for_url(re.compile("outline="))
        expect(on.locator(".atlas-counts")).to_contain_text("1 of 3 events shown")
        expect(on.get_by_role("button", name="Inside of the outline")).to_be_visible()
        on.reload()
        settled(on, 2)
        expect(on.locator(".atlas-counts")).to_contain_text("1 of 3 events shown")
        unharmed(opened)


def test_an_outline_is_drawn_by_keyboard_alone(address: str) -> None:
    with page(f"{address}/?country=IQ&at=43.13+36.34+8", height=1000) as opened:
        on = settled(opened.page, 2)
        on.locator("[data-key=map] .maplibregl-canvas").focus()
        told = on.locator(".atlas-trace-said")
        on.keyboard.press("l")
        expect(told).to_contain_text("Enter sets a corner")
        for way in ("ArrowLeft", "ArrowUp", "ArrowRight", "ArrowDown"):
            for _ in range(2 if way in {"ArrowRight", "ArrowDown"} else 1):
                on.keyboard.press(way)
            on.keyboard.press("Enter")
        expect(told).to_contain_text("4")
        on.keyboard.press("l")
        on.wait_for_url(re.compile("outline="))
        expect(told).to_have_count(0)
        expect(on.locator(".atlas-counts")).to_contain_text("1 of 3 events shown")
        unharmed(opened)
