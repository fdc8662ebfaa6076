"""What leaves an event's page: its citation and a reader's correction."""

from __future__ import annotations

import csv
import json
from datetime import date

import pytest
from browser_session import page, quiet, settled
from playwright.sync_api import expect

from dashboard import queries
from dashboard.i18n import translator
from dashboard.views import cite
from etl.store import Version

WHERE = cite.Reference("b1", date(2026, 1, 2), "http://127.0.0.1/?event=ev-rockets", date(2026, 2, 3))


def test_a_reference_manager_gets_version_address_and_day_of_access(version: Version) -> None:
    found = queries.event(version, "ev-rockets", "en")
    assert found is not None
    (item,) = json.loads(cite.csl(found, WHERE, translator("en")))
    assert (item["id"], item["version"], item["URL"]) == ("ev-rockets", "b1", WHERE.address)
    assert item["accessed"] == {"date-parts": [[2026, 2, 3]]}
    assert item["title"] in cite.apa(found, WHERE, translator("en"))


@pytest.mark.browser
def test_a_reader_leaves_with_a_correction_and_knows_where_to_send_it(address: str) -> None:
    with page(f"{address}/?event=ev-rockets") as opened:
        on = settled(opened.page, 1)
        on.get_by_text("Report a mistake").click()
        expect(on.get_by_text("Send the file to editor@example.org.")).to_be_visible()
        for label, words in (("Why: the source that says so", "Seen, again"), ("Your name", "A reader")):
            box = on.get_by_label(label)
            box.fill(words)
            box.press("Enter")
        button = on.get_by_role("button", name="Download the correction")
        expect(button).to_be_visible()
        with quiet(on).expect_download() as downloading:
            button.click()
        (row,) = csv.DictReader(downloading.value.path().read_text(encoding="utf-8").splitlines())
        assert (row["target"], row["action"], row["field"], row["who"]) == (
            "ev-rockets",
            "set",
            "event_type",
            "A reader",
        )
        assert row["incidents"] == "atlas:1#1|atlas:2#1|atlas:3#1"
        assert opened.outside == []


@pytest.mark.browser
def test_the_link_is_copied_and_the_page_printed_from_buttons(address: str) -> None:
    with page(f"{address}/?event=ev-bomb&lang=fr") as opened:
        on = settled(opened.page, 1)
        on.evaluate("() => { window.print = () => { window.__printed = true; }; navigator.clipboard.writeText = "
                    "(words) => { window.__copied = words; return Promise.resolve(); }; }")  # fmt: skip
        on.get_by_role("button", name="Copier le lien").click()
        expect(on.get_by_role("status").filter(has_text="Copié")).to_be_visible()
        on.get_by_role("button", name="Imprimer cette page").press("Enter")
        assert on.evaluate("() => window.__printed")
        assert on.evaluate("() => window.__copied").endswith("event=ev-bomb")
