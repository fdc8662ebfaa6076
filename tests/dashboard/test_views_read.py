"""Read a report: a file is dropped, an ambiguous place is chosen, and rows and correction are taken away."""

from __future__ import annotations

import csv
import io

import pytest
from browser_session import page, quiet, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
STORY = "Gunmen killed two policemen in San Jose on Tuesday, police said. Nobody claimed it."


def taken(of: Page, name: str) -> dict[str, str]:
    with quiet(of).expect_download() as downloading:
        of.get_by_role("button", name=name, exact=True).click()
    content = downloading.value.path().read_text(encoding="utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(content))
    return row


def test_an_ambiguous_place_is_chosen_on_a_map_and_leaves_with_the_rows(address: str) -> None:
    with page(f"{address}/read") as opened:
        on = settled(opened.page)
        story = {"name": "story.txt", "mimeType": "text/plain", "buffer": STORY.encode()}
        on.locator("input[type=file]").set_input_files(files=[story])
        expect(on.get_by_label("Text of the report")).to_have_value(STORY)
        on.get_by_role("button", name="Read it").click()
        expect(on.get_by_text("Which one is meant?")).to_be_visible()
        settled(on, 1)
        on.get_by_test_id("stRadio").locator("label", has_text="California").click()
        expect(on.get_by_text("Changed by you")).to_be_visible()
        assert taken(on, "CSV")["country"] == "US"
        correction = taken(on, "Download the correction")
        assert [correction[name] for name in ("action", "value")] == ["place", "geonames:5392171"]
        assert opened.outside == []
        assert opened.errors == []


def test_what_the_words_of_a_text_link_is_told_with_them(address: str) -> None:
    later = "Two days later rockets hit an army base in Basra."
    story = f"A roadside bomb killed four soldiers in Kirkuk on Tuesday. {later}"
    with page(f"{address}/read") as opened:
        on = settled(opened.page)
        on.get_by_label("Text of the report").fill(story)
        on.locator("[class*=st-key-read-published] input").fill("2021-05-08")
        on.get_by_role("button", name="Read it").click()
        expect(on.get_by_role("heading", name="What the words link")).to_be_visible()
        linked = on.locator("li", has_text="Incident 2 · Told as coming after: Incident 1")
        expect(linked).to_contain_text(later)
        assert opened.outside == []
