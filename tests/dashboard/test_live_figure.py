"""The live figure in a real browser: what the reader does survives new data and comes back; nothing leaves."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_session import Opened, answered, page, serving
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parents[2]
MAP = "document.querySelector('[data-key=map] .atlas-plot')"
TIME = "document.querySelector('[data-key=time] .atlas-plot')"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("app")
    app = shutil.copy(Path(__file__).with_name("live_figure_app.py"), folder)
    shutil.copytree(ROOT / "dashboard" / ".streamlit", folder / ".streamlit")
    with serving(Path(app), folder.parent, {"PYTHONPATH": str(ROOT)}) as url:
        yield url


@pytest.fixture(scope="module")
def western(address: str) -> Iterator[Opened]:
    """One page for the tests that leave it as they found it, or do not mind how they find it."""
    with page(address, timezone="America/Los_Angeles") as opened:
        yield opened


def drawn(opened: Opened, times: int = 1) -> Page:
    for key in ("map", "time"):
        opened.page.wait_for_function(f"Number(document.querySelector('[data-key={key}]')?.dataset.drawn) >= {times}")
    return opened.page


def on_screen(of: Page, longitude: float, latitude: float) -> tuple[float, float]:
    spot = answered(
        of,
        f"""([lon, lat]) => {{ const box = {MAP}.getBoundingClientRect();
            const at = {MAP}._fullLayout.map._subplot.map.project([lon, lat]);
            return [box.x + at.x, box.y + at.y]; }}""",
        [longitude, latitude],
    )
    return spot[0], spot[1]


def on_axis(of: Page, moment: str) -> float:
    return answered(
        of,
        f"""(moment) => {{ const axis = {TIME}._fullLayout.xaxis;
            return {TIME}.getBoundingClientRect().x + axis._offset + axis.d2p(moment); }}""",
        moment,
    )


def drag(of: Page, start: tuple[float, float], end: tuple[float, float]) -> None:
    of.mouse.move(*start)
    of.mouse.down()
    of.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2, steps=4)
    of.mouse.move(*end, steps=4)
    of.mouse.up()


def test_every_mark_has_an_image_and_none_is_asked_for(western: Opened) -> None:
    browser = drawn(western)
    missing = answered(
        browser,
        f"""() => {{ const map = {MAP}._fullLayout.map._subplot.map;
            return {MAP}.data[0].marker.symbol.filter((name) => !map.hasImage(name)); }}""",
    )
    assert missing == []
    assert western.outside == []


def test_a_click_tells_the_event(western: Opened) -> None:
    browser = drawn(western)
    at = on_screen(browser, 42.4, 33.34)
    browser.mouse.move(*at)
    expect(browser.locator("[data-key=map] .hoverlayer")).to_contain_text("town")
    browser.mouse.click(*at)
    expect(browser.get_by_text("clicked event-town")).to_be_visible()


def test_a_box_tells_what_it_holds_and_gives_the_hand_back(western: Opened) -> None:
    browser = drawn(western)
    browser.locator("[data-key=map] .modebar-btn").nth(1).click()
    drag(browser, on_screen(browser, 42.0, 34.0), on_screen(browser, 45.0, 32.0))
    expect(browser.get_by_text("box 42 32 45 34")).to_be_visible()
    browser.wait_for_function(f"{MAP}?._fullLayout?.dragmode === 'pan'")


def test_zoom_outlives_new_data_and_comes_back(western: Opened) -> None:
    browser = drawn(western)
    browser.mouse.move(*on_screen(browser, 43.3, 33.2))
    browser.mouse.wheel(0, -600)
    browser.wait_for_function("Number(document.querySelector('[data-key=map]').dataset.view.split(' ')[2]) > 6.2")
    expect(browser.get_by_text("zoom 6.0")).to_have_count(0)
    seen = answered(browser, f"() => {MAP}._fullLayout.map._subplot.map.getZoom()")
    marks = browser.locator("[data-key=map]").get_attribute("data-marks")
    browser.get_by_text("fewer").click()
    browser.wait_for_function(f"document.querySelector('[data-key=map]').dataset.marks !== '{marks}'")
    assert answered(browser, f"() => {MAP}._fullLayout.map._subplot.map.getZoom()") == pytest.approx(seen, abs=0.01)
    assert western.outside == []
    assert western.errors == []


def test_the_map_can_be_moved_from_the_keyboard(western: Opened) -> None:
    browser = drawn(western)
    before = answered(browser, f"() => {MAP}._fullLayout.map._subplot.map.getZoom()")
    browser.locator("[data-key=map] canvas.maplibregl-canvas").focus()
    browser.keyboard.press("+")
    expect(browser.get_by_text(f"zoom {round(before + 1, 2)}")).to_be_visible()


def test_days_can_be_marked_and_cleared_from_the_keyboard(western: Opened) -> None:
    browser = drawn(western)
    browser.locator("[data-key=time]").focus()
    for key, told in (
        ("ArrowRight", "2020-03-01~2020-03-01"),
        ("ArrowRight", "2020-03-02~2020-03-02"),
        ("Shift+ArrowRight", "2020-03-02~2020-03-03"),
    ):
        browser.keyboard.press(key)
        expect(browser.get_by_text(f"brush {told}")).to_be_visible()
    browser.keyboard.press("Escape")
    expect(browser.get_by_text("brush 2020")).to_have_count(0)


def marks_days(opened: Opened) -> None:
    browser = drawn(opened)
    box = browser.locator("[data-key=time]").bounding_box()
    assert box is not None
    middle = box["y"] + 80
    drag(browser, (on_axis(browser, "2020-03-02 06:00"), middle), (on_axis(browser, "2020-03-05 18:00"), middle))
    expect(browser.get_by_text("brush 2020-03-02~2020-03-05")).to_be_visible()
    browser.wait_for_function(f"{TIME}?.layout?.selections?.[0]?.x1 === '2020-03-06'")


def test_marked_days_are_the_days_drawn_in_los_angeles(western: Opened) -> None:
    marks_days(western)
    ticks = western.page.locator("[data-key=time] .xtick").all_text_contents()
    assert any("Mar 2" in tick for tick in ticks)


def test_marked_days_are_the_days_drawn_in_tokyo_and_in_french(address: str) -> None:
    with page(f"{address}?lang=fr", timezone="Asia/Tokyo") as opened:
        marks_days(opened)
        expect(opened.page.get_by_role("figure", name="Map of three events")).to_be_visible()
        assert opened.page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == ["fr", "ltr"]
        assert any("mars" in tick for tick in opened.page.locator("[data-key=time] .xtick").all_text_contents())
        assert opened.outside == []
