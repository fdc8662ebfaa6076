"""The pages in a real browser, served from another folder: what a reader sees, keeps and downloads, and no harm."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest
from axe_core_python.sync_playwright import Axe
from browser_session import Opened, answered, page, quiet, serving, settled
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
APP = Path(__file__).resolve().parents[2] / "dashboard" / "app.py"
TEXT = (
    "Rockets hit the Green Zone in Baghdad on Saturday, wounding three soldiers, police said. "
    "Kataib Hezbollah denied any role."
)


def counted(of: Page, shown: int) -> None:
    expect(of.locator(".atlas-counts")).to_contain_text(f"{shown} of 3 events shown")


def asked(of: Page) -> str:
    return of.url.partition("?")[2]


def search(of: Page, words: str) -> None:
    box = of.get_by_role("searchbox").or_(of.get_by_placeholder(re.compile("Search"))).first
    box.fill(words)
    box.press("Enter")


def harmless(opened: Opened) -> None:
    assert opened.outside == []
    assert opened.errors == []


def test_a_filter_reaches_counts_address_table_and_survives_reload_and_another_page(address: str) -> None:
    with page(address) as opened:
        on = settled(opened.page)
        counted(on, 3)
        search(on, "AÉROPORT")
        counted(on, 1)
        expect(on.get_by_role("button", name="Says “AÉROPORT”")).to_be_visible()
        on.wait_for_url(re.compile("q=A"))
        before = asked(on)
        on.reload()
        counted(settled(on), 1)
        assert asked(on) == before
        on.get_by_role("link", name="Data & method").click()
        expect(on.locator("h1")).to_have_text("Data & method")
        on.get_by_role("link", name="Explore").click()
        counted(settled(on), 1)
        assert asked(on) == before
        on.get_by_role("button", name="Says “AÉROPORT”").click()
        counted(on, 3)
        harmless(opened)


def test_the_language_is_kept_on_every_page(address: str) -> None:
    with page(address, language="fr") as opened:
        on = settled(opened.page)
        expect(on.locator(".atlas-counts")).to_contain_text("3 événements affichés sur 3")
        on.get_by_role("link", name="Données et méthode").click()
        expect(on.locator("h1")).to_have_text("Données et méthode")
        assert "lang=fr" in asked(on)


def test_a_broken_address_gives_a_message_and_the_rest(address: str) -> None:
    with page(f"{address}/?type=picnic&colour=red&country=IQ") as opened:
        on = settled(opened.page)
        counted(on, 2)
        expect(on.get_by_text("has no meaning here")).to_be_visible()
        expect(on.get_by_text("does not know (colour)")).to_be_visible()


def test_no_result_says_which_filter_to_remove(address: str) -> None:
    with page(f"{address}/?type=shelling&killed=5") as opened:
        on = settled(opened.page)
        on.get_by_role("button", name="At least 5 killed: without it, 1 event").click()
        counted(on, 1)
        assert asked(on) == "type=shelling"


def test_a_part_of_the_map_marked_with_a_box_filters_and_stands_in_the_address(address: str) -> None:
    with page(address) as opened:
        on = settled(opened.page, 2)
        on.locator("[data-key=map] [data-title='Select in a box']").click()
        left, top, right, bottom = answered(
            on,
            """() => { const plot = document.querySelector('[data-key=map] .atlas-plot');
                const map = plot._fullLayout.map._subplot.map, box = plot.getBoundingClientRect();
                const at = map.project([44.23, 33.26]);
                return [box.x + at.x - 40, box.y + at.y - 40, box.x + at.x + 40, box.y + at.y + 40]; }""",
        )
        on.mouse.move(left, top)
        on.mouse.down()
        on.mouse.move(right - 10, bottom - 10, steps=4)
        on.mouse.move(right, bottom, steps=4)
        on.mouse.up()
        on.wait_for_url(re.compile("within="))
        expect(on.get_by_role("button", name="In the marked part of the map")).to_be_visible()
        shown = on.locator(".atlas-counts").inner_text()
        assert not shown.startswith("3 of 3")
        on.reload()
        settled(on, 2)
        assert on.locator(".atlas-counts").inner_text() == shown
        harmless(opened)


def test_a_narrow_map_opens_on_all_it_shows(address: str) -> None:
    with page(address, width=390, height=844) as opened:
        on = settled(opened.page, 2)
        answered(
            on,
            """() => { const plot = document.querySelector('[data-key=map] .atlas-plot');
                const map = plot._fullLayout.map._subplot.map, marks = plot.data.find(t => t.name === 'marks');
                const inside = (at) => at.x > 0 && at.x < plot.clientWidth && at.y > 0 && at.y < plot.clientHeight;
                return marks.lon.every((lon, i) => inside(map.project([lon, marks.lat[i]]))) || null; }""",
        )
        assert "at=" not in on.url


def test_an_event_has_its_own_link_and_an_old_id_leads_there(address: str) -> None:
    with page(f"{address}/?event=ev-older") as opened:
        on = settled(opened.page)
        expect(on.locator("h1")).to_contain_text("Baghdad airport, Baghdad, Iraq. 4 July 2020")
        expect(on.get_by_text("the event it belongs to now")).to_be_visible()
        expect(on.get_by_text("Our summary of what Publisher 1 reported, 5 July 2020")).to_be_visible()
        expect(on.get_by_text("Words of our summary, not of the publisher").first).to_be_visible()
        expect(on.locator("mark", has_text="At least five soldiers")).to_have_count(0)
        expect(on.locator("mark", has_text="on Saturday night")).to_have_attribute("title", "Date")
        expect(on.locator("[lang=ar][dir=rtl]", has_text="صواريخ")).to_be_visible()
        expect(on.get_by_text("A test or exercise")).to_be_visible()
        expect(on.get_by_text("same day (+7.0) · both shelling or rockets (+2.0)")).to_be_visible()
        expect(on.locator("table", has_text="5 or more")).to_be_visible()
        harmless(opened)


def test_hostile_text_stays_text(address: str) -> None:
    with page(f"{address}/?event=ev-bomb") as opened:
        on = settled(opened.page)
        said: list[str] = []
        on.on("dialog", lambda dialog: said.append(dialog.message))
        expect(on.get_by_text("<script>alert").first).to_be_visible()
        assert on.locator("a[href^='javascript']").count() == 0
        assert on.locator("img[src='x']").count() == 0
        assert on.evaluate("[...document.scripts].some(s => s.textContent.includes('alert'))") is False
        on.goto(f"{address}/?publisher=%5Bx%5D(javascript:alert(1))&q=**b**%20%3Cimg%20src%3Dx%3E")
        settled(on)
        expect(on.get_by_role("button", name="[x](javascript:alert(1))", exact=True)).to_be_visible()
        assert on.locator("strong", has_text=re.compile("^b$")).count() == 0
        assert said == []


def test_the_words_of_a_closed_source_are_not_shown(address: str) -> None:
    with page(f"{address}/?event=ev-raid") as opened:
        on = settled(opened.page)
        expect(on.get_by_text("The words of this report are not shown")).to_be_visible()
        expect(on.get_by_text("Guards arrested")).to_have_count(0)
        expect(on.get_by_text("the name may mean 2 places")).to_be_visible()


def test_choosing_a_row_opens_the_event_beside_the_map(address: str) -> None:
    with page(address) as opened:
        on = settled(opened.page)
        grid = on.locator("[data-testid=stDataFrame] .dvn-scroller")
        grid.click(position={"x": 20, "y": 52})
        expect(on.locator(".atlas-card h2")).to_contain_text("Baghdad airport")
        on.wait_for_url(re.compile("selected=ev-rockets"))
        on.get_by_role("button", name="Open its page").click()
        expect(on.locator("h1")).to_contain_text("Baghdad airport")
        on.wait_for_url(re.compile("event=ev-rockets"))


@pytest.mark.parametrize("timezone", ["America/Los_Angeles", "Asia/Tokyo"])
def test_what_is_downloaded_is_what_is_shown(address: str, timezone: str) -> None:
    with page(f"{address}/?country=IQ", timezone=timezone) as opened:
        on = settled(opened.page)
        counted(on, 2)
        with quiet(on).expect_download() as got:
            on.get_by_role("button", name="CSV", exact=True).click()
        with Path(got.value.path()).open(encoding="utf-8-sig", newline="") as lines:
            rows = list(csv.DictReader(lines))
        assert [(r["event_id"], r["date_start"]) for r in rows] == [
            ("ev-rockets", "2020-07-04"), ("ev-bomb", "2020-03-01"),
        ]  # fmt: skip
        assert rows[0]["page"] == f"{address}/?event=ev-rockets"
        with quiet(on).expect_download() as got:
            on.get_by_role("button", name="GeoJSON").click()
        told = json.loads(Path(got.value.path()).read_text(encoding="utf-8"))
        assert [f["id"] for f in told["features"]] == ["ev-rockets", "ev-bomb"]
        assert told["about"]["address"].endswith("/?country=IQ")


def test_a_pasted_text_is_read_and_an_unreadable_one_is_told(address: str) -> None:
    with page(f"{address}/read") as opened:
        on = settled(opened.page)
        on.get_by_label("Text of the report").fill(TEXT)
        on.get_by_role("button", name="Read it").click()
        expect(on.locator(".atlas-lead")).to_contain_text("read as English")
        expect(on.locator(".atlas-read h2").first).to_contain_text("Green Zone")
        expect(on.locator(".atlas-read mark", has_text="Green Zone").first).to_be_visible()
        on.get_by_label("Text of the report").fill("Mbi njoftimin e fundit nuk ka asgjë për të thënë tani. " * 4)
        on.get_by_role("button", name="Read it").click()
        expect(on.get_by_text("This text cannot be read yet")).to_be_visible()
        harmless(opened)


def test_without_a_store_the_page_says_how_to_build_one(tmp_path: Path) -> None:
    with serving(APP, tmp_path, {"ATLAS_STORE": str(tmp_path / "none")}) as found, page(found) as opened:
        expect(opened.page.locator("h1")).to_have_text("There is no data to show yet")
        expect(opened.page.get_by_text("python -m etl build").first).to_be_visible()


@pytest.mark.parametrize(("scheme", "language"), [("light", "en"), ("dark", "fr")])
def test_no_serious_barrier_on_any_page(address: str, scheme: str, language: str) -> None:
    found = {}
    with page(address, scheme=scheme, language=language) as opened:  # type: ignore[arg-type]
        on = opened.page
        for path in ("/?selected=ev-rockets", "/?type=shelling&killed=5", "/?event=ev-rockets", "/read", "/about"):
            on.goto(address + path)
            settled(on)
            broken = Axe().run(on)["violations"]
            told = [
                (v["id"], n["html"][:160]) for v in broken if v["impact"] in {"serious", "critical"} for n in v["nodes"]
            ]
            if told:
                found[path] = told
    assert found == {}
