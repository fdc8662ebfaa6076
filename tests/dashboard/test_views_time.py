"""Stepping and playing through time in a real browser, and what map and timeline count."""

from __future__ import annotations

import re

import pytest
from browser_session import page, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
MARCH_AND_JULY = "from=2020-03-01&to=2020-07-31"


def marked(of: Page, days: str) -> None:
    of.wait_for_url(re.compile(f"brush={days}"))


def test_time_is_stepped_through_played_and_jumped_to(address: str) -> None:
    with page(f"{address}/?{MARCH_AND_JULY}", timezone="Asia/Tokyo", height=1100) as opened:
        on = settled(opened.page, 2)
        on.get_by_role("button", name="One step on").click()
        marked(on, "2020-03-01~2020-03-01")
        on.get_by_role("button", name="One step on").click()
        marked(on, "2020-03-02~2020-03-08")
        on.get_by_role("checkbox", name="Keep what came before").check()
        on.get_by_role("button", name="Play").click()
        marked(on, "2020-03-02~2020-03-22")
        on.get_by_role("button", name="Pause").click()
        on.get_by_label("Go to the day").fill("2020-07-04")
        marked(on, "2020-06-29~2020-07-04")
        expect(on.locator(".atlas-counts")).to_contain_text("1 of 3 events shown")
        on.get_by_role("button", name="All days").click()
        expect(on.locator(".atlas-counts")).to_contain_text("2 of 3 events shown")
        assert opened.outside == []
        assert opened.errors == []


def test_map_and_timeline_count_people_killed_and_the_address_says_so(address: str) -> None:
    with page(address, height=1100) as opened:
        on = settled(opened.page, 2)
        on.get_by_role("radio", name="People killed").click()
        on.wait_for_url(re.compile("by=killed"))
        on.reload()
        expect(settled(on, 2).get_by_role("radio", name="People killed")).to_be_checked()


def test_background_stands_under_the_timeline_where_it_is_asked_for(address: str) -> None:
    with page(f"{address}/?from=2020-01-01&to=2020-07-31", height=1100) as opened:
        on = settled(opened.page, 2)
        names = "document.querySelector('[data-key=timeline] .atlas-plot').data.map(trace => trace.name)"
        assert "Background" not in on.evaluate(names)
        on.get_by_text("Background under the timeline").click()
        on.wait_for_url(re.compile("context=1"))
        settled(on, 2)
        assert "Background" in on.evaluate(names)
        expect(on.locator(".atlas-counts")).to_contain_text("2 of 3 events shown")
        assert opened.errors == []


@pytest.mark.parametrize("way", ["a day marked", "a word searched for"])
def test_the_map_shows_first_what_a_reader_asked_for(address: str, way: str) -> None:
    with page(f"{address}/?{MARCH_AND_JULY}", height=1100) as opened:
        on = settled(opened.page, 2)
        on.evaluate(_IN_ORDER)
        if way == "a day marked":
            on.get_by_role("button", name="One step on").click()
        else:
            on.get_by_role("searchbox").fill("Taji")
            on.get_by_role("searchbox").press("Enter")
        expect(on.locator(".atlas-counts")).not_to_contain_text("2 of 3 events shown")
        assert on.evaluate("window.__order").index("map") < on.evaluate("window.__order").index("counts")
        assert opened.errors == []


def test_a_day_marked_while_the_map_comes_to_rest_is_kept_over_a_slow_line(address: str) -> None:
    with page("about:blank", height=1100) as opened:
        on = opened.page
        on.add_init_script(_SLOW_LINE)
        on.goto(f"{address}/?{MARCH_AND_JULY}")
        settled(on, 2)
        for way, pause in (("in", 500), ("out", 650), ("in", 800), ("out", 950)):
            on.locator(f"[data-key=map] [data-title='Zoom {way}']").click()
            on.wait_for_timeout(pause)
            on.get_by_role("button", name="One step on").click()
            marked(on, "2020-03-01~2020-03-01")
            expect(on.locator(".atlas-counts")).not_to_contain_text("2 of 3 events shown")
            settled(on, 2)
            on.get_by_role("button", name="All days").click()
            expect(on.locator(".atlas-counts")).to_contain_text("2 of 3 events shown")
            assert "brush=" not in settled(on, 2).url
        assert opened.errors == []


def test_going_back_shows_what_was_shown_before(address: str) -> None:
    with page(f"{address}/?{MARCH_AND_JULY}", height=1100) as opened:
        on = settled(opened.page, 2)
        on.get_by_role("button", name="One step on").click()
        expect(on.locator(".atlas-counts")).not_to_contain_text("2 of 3 events shown")
        settled(on, 2).go_back()
        expect(on.locator(".atlas-counts")).to_contain_text("2 of 3 events shown")
        assert "brush=" not in settled(on, 2).url
        on.go_forward()
        expect(on.locator(".atlas-counts")).not_to_contain_text("2 of 3 events shown")
        marked(settled(on, 2), "2020-03-01~2020-03-01")
        assert opened.errors == []


_SLOW_LINE = """
    const listen = WebSocket.prototype.addEventListener;
    WebSocket.prototype.addEventListener = function (kind, act, ...how) {
        const late = kind === "message" ? (event) => setTimeout(() => act(event), 400) : act;
        return listen.call(this, kind, late, ...how);
    };"""
"""What the server says arrives 400 milliseconds late, as over a line far away."""

_IN_ORDER = """() => {
    window.__order = [];
    const counts = () => document.querySelector(".atlas-counts")?.textContent ?? "";
    let before = counts();
    new MutationObserver((changes) => {
        if (changes.some(({ target }) => target.matches?.("[data-key=map]"))) window.__order.push("map");
        if (counts() && counts() !== before) window.__order.push("counts");
        before = counts() || before;
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributeFilter: ["data-drawn"] });
}"""
"""Notes whether the map or the number of events changes first."""
