"""The pictures of docs/features.md: what readers of other systems ask for, as a reader sees it here."""

from __future__ import annotations

import os
import re
from io import BytesIO
from pathlib import Path

import pytest
from browser_session import brought_up, page, settled
from PIL import Image
from playwright.sync_api import Page, expect

SHOWN = bool(os.environ.get("ATLAS_SCREENS"))
pytestmark = [pytest.mark.browser, pytest.mark.skipif(not SHOWN, reason="made by make screens")]
ROOT = Path(__file__).resolve().parents[2]
SCREENS = ROOT / "docs" / "screens"
COLOURS = 96
STORY = "Gunmen killed two policemen in San Jose on Tuesday, police said. Nobody claimed it."


def drawn(of: Page) -> None:
    """Wait until every map has painted its ground."""
    of.wait_for_function(
        """() => [...document.querySelectorAll('.atlas-plot')].map(plot => plot._fullLayout?.map?._subplot?.map)
            .every(map => !map || (map.loaded() && map.areTilesLoaded()))""",
    )


def kept(of: Page, css: str, name: str) -> None:
    """A small picture of the first element that `css` names."""
    brought_up(of, css)
    whole = Image.open(BytesIO(of.locator(css).first.screenshot()))
    whole.convert("RGB").quantize(COLOURS).save(SCREENS / f"{name}.png", optimize=True)


def test_what_explore_gives_as_a_reader_sees_it(address: str) -> None:
    with page(f"{address}/?from=2020-01-01&to=2020-02-10", width=1100, height=1000) as opened:
        on = settled(opened.page, 2)
        drawn(on)
        kept(on, "[data-key=timeline]", "1-dates-uncertain")
        on.goto(f"{address}/?country=IQ&type=bombing")
        drawn(settled(on, 2))
        kept(on, "[data-key=map]", "2-places-as-exact-as-told")
        on.goto(f"{address}/?by=killed")
        kept(settled(on, 2), "[data-key=timeline]", "3-killed-as-ranges")
        kept(on, ".st-key-downloads", "4-leaves-as-shown")


def test_linked_events_as_a_reader_sees_them(address: str) -> None:
    with page(f"{address}/?q=Taji&from=2020-03-11&to=2020-03-11&type=shelling", width=1100, height=1000) as opened:
        on = settled(opened.page, 2)
        on.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 20, "y": 52}, force=True)
        on.get_by_role("button", name="Open its page").click()
        on.wait_for_url(re.compile("event=ev-"))
        settled(on, 2)
        kept(on, ".atlas-linked", "9-linked")
        kept(on, ".atlas-near-misses", "9-may-be-the-same")


def test_an_event_as_a_reader_sees_it(address: str) -> None:
    with page(f"{address}/?q=Taji&contested=1", width=1100, height=1000) as opened:
        on = settled(opened.page, 2)
        on.get_by_test_id("stDataFrame").locator("canvas").first.click(position={"x": 20, "y": 52}, force=True)
        on.get_by_role("button", name="Open its page").click()
        on.wait_for_url(re.compile("event=ev-"))
        settled(on, 2)
        drawn(on)
        kept(on, ".stTabs", "5-cited")
        on.get_by_text("Report a mistake").click()
        expect(on.get_by_text("What is wrong")).to_be_visible()
        kept(on, ".stExpander", "6-a-mistake-reported")
        kept(on, ".atlas-report", "12-evidence")


def test_an_ambiguous_place_as_a_reader_sees_it(address: str) -> None:
    with page(f"{address}/read", width=1100, height=1000) as opened:
        on = settled(opened.page)
        on.get_by_label("Text of the report").fill(STORY)
        on.get_by_role("button", name="Read it").click()
        expect(on.get_by_text("Which one is meant?")).to_be_visible()
        drawn(settled(on, 1))
        kept(on, "[data-testid=stHorizontalBlock]:has(.atlas-figure)", "7-which-place")
