"""What leaves Explore as a picture or in a frame, and the key of types that filters."""

from __future__ import annotations

import re

import pytest
from browser_session import page, quiet, settled
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_the_picture_says_what_it_shows_whence_and_under_which_filter(address: str) -> None:
    with page(f"{address}/?type=bombing&from=2020-01-01", height=1100) as opened:
        on = settled(opened.page, 2)
        files = {}
        for form in ("png", "svg"):
            with quiet(on).expect_download() as downloading:
                on.get_by_role("button", name=f"Picture ({form.upper()})").click()
            files[form] = downloading.value.path().read_bytes()
        assert files["png"].startswith(b"\x89PNG")
        assert int.from_bytes(files["png"][16:20], "big") == 2400
        drawn = files["svg"].decode()
        for words in ("Since 1 January 2020", "Bombing (1)", "1 of 3 events", "CC BY 4.0", "from=2020-01-01"):
            assert words in drawn
        assert drawn.count("<image") == 2
        assert "<script" not in drawn
        assert (opened.outside, opened.errors) == ([], [])


def test_a_touch_on_the_key_filters_by_a_type_and_frees_it_again(address: str) -> None:
    with page(address, height=1100) as opened:
        on = settled(opened.page, 2)
        row = on.locator(".atlas-key button", has_text="Bombing")
        row.click()
        on.wait_for_url(re.compile("type=bombing"))
        expect(row).to_have_attribute("aria-pressed", "true")
        expect(on.locator(".atlas-counts")).to_contain_text("1 of 3 events shown")
        row.click()
        expect(on.locator(".atlas-counts")).to_contain_text("3 of 3 events shown")


def test_an_embedded_view_is_map_and_timeline_and_a_way_into_the_atlas(address: str) -> None:
    with page(f"{address}/?embed=true&type=bombing", width=700) as opened:
        on = settled(opened.page, 2)
        expect(on.locator("h1")).to_have_text("Bombing")
        into = on.get_by_role("link", name="Open in Incident Atlas")
        expect(into).to_have_attribute("href", re.compile("type=bombing"))
        assert on.get_by_role("searchbox").count() == on.get_by_role("link", name="Read a report").count() == 0
        assert on.evaluate("document.documentElement.scrollWidth") <= 700
