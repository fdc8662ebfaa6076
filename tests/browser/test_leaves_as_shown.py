"""What leaves is what the screen shows, wherever the reader's clock stands: twenty filters, to the very day."""

from __future__ import annotations

import csv
import random
import re
from datetime import date
from io import StringIO
from typing import Any

import pytest
from browser_session import answered, page, quiet, settled
from playwright.sync_api import Page

from dashboard.filters import View
from dashboard.i18n import translator
from etl.records import EVENT_TYPES

pytestmark = [pytest.mark.browser, pytest.mark.soak]
FILTERS, SEED = 20, 20200705
T = translator("en")
MARKS = "document.querySelector('[data-key=map] .atlas-plot').data.find(trace => trace.name === 'marks')"


def filters() -> list[View]:
    """Filters as a reader sets them, of values that occur, the same ones every time."""
    chance = random.Random(SEED)
    ways: list[dict[str, Any]] = [
        {"countries": ("IQ",)}, {"countries": ("ML", "NG")}, {"event_types": (chance.choice(EVENT_TYPES),)},
        {"coarsest_place": "town"}, {"coarsest_date": "day"}, {"text": "roquettes"}, {"text": "بغداد"},
        {"killed_at_least": 2}, {"only_contested": True}, {"languages": ("fr",)}, {"statuses": ("foiled",)},
        {"actors": ("Daech",)}, {"stances": ("accused",)}, {"outline": ((40.0, 30.0), (48.0, 30.0), (44.0, 37.0))},
    ]  # fmt: skip
    return [View(**{k: v for way in chance.sample(ways, 1 + n % 2) for k, v in way.items()}) for n in range(FILTERS)]


def leaving(of: Page) -> list[dict[str, str]]:
    """The rows of the CSV file of what is shown."""
    with quiet(of).expect_download() as got:
        of.get_by_role("button", name="CSV", exact=True).click()
    return list(csv.DictReader(StringIO(got.value.path().read_text(encoding="utf-8-sig"))))


@pytest.mark.parametrize("timezone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_the_file_holds_what_is_shown_to_the_very_day(address: str, timezone: str) -> None:
    with page(address, timezone=timezone, height=1000) as opened:
        on = opened.page
        for view in filters():
            on.goto(f"{address}/?{view.to_query()}")
            settled(on, 2)
            shown = int(re.match(r"([\d,]+) of", on.locator(".atlas-counts").inner_text())[1].replace(",", ""))
            rows = {row["event_id"]: row for row in leaving(on)} if shown else {}
            assert len(rows) == shown, view
            marks = answered(on, f"() => [{MARKS}.customdata ?? [], {MARKS}.hovertext ?? []]") if shown else [[], []]
            for meant, said in zip(*marks, strict=True):
                assert set(meant["ids"]) <= rows.keys()
                days = {rows[name][end] for name in meant["ids"] for end in ("date_start", "date_end")}
                if meant["opens"] == "event" and len(days) == 1 and "" not in days:
                    assert T.day(date.fromisoformat(days.pop())) in said
        assert (opened.outside, opened.errors) == ([], [])
