"""The whole path in a real browser: the bundled reports, built from the command line, explored as a reader would."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser_session import Opened, answered, brought_up, drawn, page, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
SCROLLED = "document.querySelector('[data-testid=stMain]').scrollTop"
TIMELINE = "document.querySelector('[data-key=timeline] .atlas-plot')"


def shown(of: Page) -> int:
    return int(re.match(r"([\d,]+) of", of.locator(".atlas-counts").inner_text())[1].replace(",", ""))


def stands(of: Page) -> list[float]:
    """Longitude, latitude and zoom of the map."""
    return [float(part) for part in (of.locator("[data-key=map]").get_attribute("data-view") or "").split()]


def brush(of: Page, first: str, last: str) -> None:
    """Drag over the timeline from one day to another."""
    brought_up(of, "[data-key=timeline]")
    left, right, height = answered(
        of,
        f"""([first, last]) => {{ const plot = {TIMELINE}, box = plot.getBoundingClientRect();
            const axis = plot._fullLayout.xaxis, at = (day) => box.x + axis._offset + axis.d2p(day);
            return [at(first), at(last), box.y + box.height / 2]; }}""",
        [first, last],
    )
    of.mouse.move(left, height)
    of.mouse.down()
    of.mouse.move((left + right) / 2, height, steps=5)
    of.mouse.move(right, height, steps=5)
    of.mouse.up()


def unharmed(opened: Opened) -> None:
    assert opened.outside == []
    assert opened.errors == []


def test_brushing_the_timeline_filters_everything_by_the_days_drawn(address: str) -> None:
    with page(address, timezone="America/Los_Angeles", height=1000) as opened:
        on = settled(opened.page, 2)
        everything = shown(on)
        brush(on, "2020-03-02", "2020-03-28")
        on.wait_for_url(re.compile("brush="))
        expect(on.locator(".atlas-counts")).not_to_contain_text(f"{everything} of")
        some = shown(settled(on, 2))
        assert 0 < some < everything
        days = re.search(r"brush=(\d{4}-\d\d-\d\d)[^\d]+(\d{4}-\d\d-\d\d)", on.url)
        assert days is not None
        assert days[1][:4] == days[2][:4] == "2020"
        on.reload()
        assert shown(settled(on, 2)) == some
        unharmed(opened)


def test_zoom_and_pan_survive_a_filter(address: str) -> None:
    with page(f"{address}/?country=IQ", timezone="Asia/Tokyo", height=1000) as opened:
        on = settled(opened.page, 2)
        on.locator("[data-key=map] [data-title='Zoom in']").click()
        on.wait_for_url(re.compile("at="))
        before = stands(settled(on, 2))
        everything = shown(on)
        search = on.get_by_placeholder(re.compile("Search")).first
        search.fill("Taji")
        search.press("Enter")
        on.wait_for_url(re.compile("q=Taji"))
        expect(on.locator(".atlas-counts")).not_to_contain_text(f"{everything} of")
        assert shown(settled(on, 2)) < everything
        assert stands(on) == before
        on.reload()
        # An address keeps four digits of a degree and two of a zoom.
        assert stands(settled(on, 2)) == pytest.approx(before, abs=0.006)
        unharmed(opened)


def test_the_pages_as_a_reader_sees_them(address: str, screens: Path) -> None:
    with page(f"{address}/?country=IQ", height=1000) as opened:
        on = settled(opened.page, 2)
        drawn(on, "map")
        on.screenshot(path=screens / "explore.png")
        search = on.get_by_placeholder(re.compile("Search")).first
        search.fill("Saleh")
        search.press("Enter")
        on.wait_for_url(re.compile("q=Saleh"))
        settled(on, 2)
        grid = on.get_by_test_id("stDataFrame").locator("canvas").first
        grid.click(position={"x": 20, "y": 52}, force=True)
        expect(on.locator(".atlas-card h2")).to_contain_text("Green Zone")
        on.get_by_role("button", name="Open its page").click()
        on.wait_for_url(re.compile("event=ev-"))
        expect(settled(on, 2).get_by_text(re.compile("Our summary of what")).first).to_be_visible()
        drawn(on, on.locator(".atlas-figure").first.get_attribute("data-key") or "")
        on.screenshot(path=screens / "event.png")
        unharmed(opened)


def test_an_event_opened_from_low_on_explore_is_shown_from_its_top(address: str) -> None:
    with page(f"{address}/?country=IQ", width=390, height=600) as opened:
        on = settled(opened.page, 2)
        on.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 20, "y": 52}, force=True)
        button = on.get_by_role("button", name="Open its page")
        expect(button).to_be_visible()
        button.click()
        on.wait_for_url(re.compile("event=ev-"))
        settled(on)
        on.wait_for_function(f"{SCROLLED} === 0")
        unharmed(opened)


def test_a_narrow_screen_cuts_nothing_off(address: str, screens: Path) -> None:
    with page(address, width=390, height=844) as opened:
        on = settled(opened.page, 2)
        assert on.evaluate("document.documentElement.scrollWidth") <= 390
        on.screenshot(path=screens / "narrow.png")
        unharmed(opened)
