"""Stories in a real browser: every step in every language, before a class, as one file, and made by clicks."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from axe_core_python.sync_playwright import Axe
from browser_session import Opened, answered, page, quiet, settled
from PIL import Image
from playwright.sync_api import Page, expect

from dashboard.stories import stories_in

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
MAP = "document.querySelector('[data-key=story-map] .atlas-plot')"
TIMELINE = "document.querySelector('[data-key=story-timeline] .atlas-plot')"
STORIES = {story.name: story for story, _ in stories_in() if story is not None}


def unharmed(opened: Opened) -> None:
    assert opened.outside == []
    assert opened.errors == []


def stands(of: Page, story: str, number: int) -> list[float]:
    """Longitude, latitude and zoom of the map, once it is that of a step."""
    of.wait_for_function(f"{MAP}?._fullLayout?.uirevision === '{story}:{number}'")
    seen = answered(of, f"() => (m => [m.center.lon, m.center.lat, m.zoom])({MAP}._fullLayout.map)")
    return [round(value, 2) for value in seen]


def printed(of: Page) -> pdfium.PdfDocument:
    """What a printer gives of the page."""
    return pdfium.PdfDocument(of.pdf(prefer_css_page_size=True, print_background=True))


def side_by_side(pages: pdfium.PdfDocument) -> Image.Image:
    """The pages in one picture, four in a row, as grey as a copying machine leaves them."""
    pictures = [one.render(scale=0.9, grayscale=True).to_pil() for one in pages]
    width, height = pictures[0].size
    whole = Image.new("L", (4 * (width + 4), -(-len(pictures) // 4) * (height + 4)), "grey")
    for at, picture in enumerate(pictures):
        whole.paste(picture, (at % 4 * (width + 4), at // 4 * (height + 4)))
    return whole.quantize(16)


@pytest.mark.parametrize("name", STORIES)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_step_shows_its_own_text_view_and_days(address: str, name: str, language: str) -> None:
    steps = STORIES[name].steps
    with page(f"{address}/stories?story={name}&step=1&lang={language}", height=1000) as opened:
        on = settled(opened.page, 2)
        seen = []
        for number, step in enumerate(steps, start=1):
            title = on.locator(".atlas-story h2")
            expect(title).to_have_text([step.tellings[language].title])
            settled(on, 2)
            on.wait_for_url(re.compile(f"step={number}"))
            marked = 1 if step.view.brush else 0
            on.wait_for_function(f"({TIMELINE}?._fullLayout?.selections ?? []).length === {marked}")
            assert "{" not in on.locator(".atlas-prose").first.inner_text()
            seen.append(stands(on, name, number))
            if number < len(steps):
                on.keyboard.press("ArrowRight")
        on.reload()
        expect(on.locator(".atlas-story h2")).to_have_text([steps[-1].tellings[language].title])
        assert stands(settled(on, 2), name, len(steps)) == seen[-1]
        unharmed(opened)


def test_a_step_before_a_class_and_its_notes_apart(address: str, screens: Path) -> None:
    where = f"{address}/stories?story=rockets-and-replies&step=1"
    with page(where.replace("step=1", "step=4"), height=1000) as opened:
        settled(opened.page, 2).screenshot(path=screens / "8-story-step.png")
    for width, height in ((1280, 720), (390, 844), (1920, 1080)):
        with page(f"{where}&present=screen&embed=true", width=width, height=height) as opened:
            on = settled(opened.page, 2)
            assert on.evaluate("document.documentElement.scrollWidth") <= width
            if width > 1000:
                size = on.locator(".atlas-prose p").first.evaluate("p => parseFloat(getComputedStyle(p).fontSize)")
                assert size >= 22
            unharmed(opened)
    with page(f"{where}&present=notes") as opened:
        expect(settled(opened.page).get_by_text("Point out the difference")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_stories_are_open_to_everyone(address: str, language: str, scheme: str) -> None:
    for path in (f"stories?lang={language}", f"stories?story=one-night-many-accounts&step=2&lang={language}"):
        with page(f"{address}/{path}", scheme=scheme, language=language) as opened:  # type: ignore[arg-type]
            on = settled(opened.page)
            found = Axe().run(on)["violations"]
            assert [(one["id"], one["nodes"][0]["html"][:200]) for one in found] == []


@pytest.mark.parametrize("name", STORIES if os.environ.get("ATLAS_SCREENS") else ["what-a-map-hides"])
def test_the_file_for_a_class_works_without_network(address: str, tmp_path: Path, name: str, screens: Path) -> None:
    saved = tmp_path / "story.html"
    with page(f"{address}/stories?story={name}&step=1&lang=fr") as opened:
        on = settled(opened.page, 2)
        with quiet(on).expect_download() as download:
            on.get_by_role("button", name="Fichier pour la classe").click()
        download.value.save_as(saved)
    assert saved.stat().st_size < 10_000_000
    story = STORIES[name]
    with page(saved.as_uri(), width=900, height=1000) as opened:
        on = opened.page
        for number, step in enumerate(story.steps, start=1):
            expect(on.locator(".step.shown h2")).to_have_text(step.tellings["fr"].title)
            assert on.locator(f"#map-{number} .scatterlayer .trace").count() > 3
            assert on.locator(f"#time-{number} .main-svg").count() > 0
            on.keyboard.press("ArrowRight")
        assert story.steps[0].tellings["fr"].answer not in on.content()
        pages = printed(on)
        assert len(pages) >= len(story.steps)
        assert [at for at, page_ in enumerate(pages) if len(page_.get_textpage().get_text_bounded()) < 40] == []
        side_by_side(pages).save(screens / f"handout-{name}.png", optimize=True)
        assert [asked for asked in opened.outside if not asked.startswith("file:")] == []
        assert opened.errors == []


def test_a_story_made_by_clicks_reads_the_same_when_it_is_brought_back(address: str, tmp_path: Path) -> None:
    with page(f"{address}/?q=Taji&from=2020-03-01&to=2020-03-31", height=1000) as opened:
        on = settled(opened.page, 2)
        on.get_by_role("button", name="Take this view into a story").click()
        on.get_by_role("button", name="1 step in your story").click()
        on.get_by_role("tab", name="Write one").click()
        for label, words in (("Title of the story", "Taji in March"), ("Title of the step", "Two attacks")):
            field = on.get_by_label(label)
            field.fill(words)
            field.press("Enter")
        text = on.get_by_label(re.compile("^Text"))
        text.fill("The reports tell of {count} events.")
        text.press("Control+Enter")
        sources = on.get_by_role("textbox", name="Sources, one a line")
        sources.fill("https://example.org/taji")
        sources.press("Control+Enter")
        settled(on)
        with quiet(on).expect_download() as download:
            on.get_by_role("button", name="Download the story").click()
        download.value.save_as(tmp_path / "story.md")
        on.get_by_role("button", name="Preview").click()
        first = settled(on, 2).locator(".atlas-story").inner_text()
        before = stands(on, "taji-in-march", 1)
    assert re.search(r"tell of \d+ events", first)
    with page(f"{address}/stories") as opened:
        on = settled(opened.page)
        on.get_by_role("tab", name="Write one").click()
        on.get_by_text("Bring a story’s file").click()
        on.locator("input[type=file]").set_input_files(tmp_path / "story.md")
        on.get_by_role("button", name="Preview").click()
        assert settled(on, 2).locator(".atlas-story").inner_text() == first
        assert stands(on, "taji-in-march", 1) == before
