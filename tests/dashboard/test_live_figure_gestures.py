"""Gestures as Python hears them, and the files that the browser is served."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.live_figure import assets
from dashboard.live_figure.gesture import gesture_of, latest
from dashboard.live_figure.locales import locale_of

VIEW = {"lon": 44.4, "lat": 33.3, "zoom": 6.123, "west": 40, "south": 30, "east": 48, "north": 36, "n": 3}


def test_a_gesture_is_fresh_once_and_lasts_until_the_next() -> None:
    state = {"view": VIEW, "brush": {"start": "2020-03-02", "end": "2020-03-05", "n": 4}}
    first, seen = gesture_of(state, {})
    again, _ = gesture_of(state, seen)
    assert first.fresh == {"view", "brush"}
    assert again.fresh == frozenset()
    assert first.brush == again.brush == ("2020-03-02", "2020-03-05")
    assert latest(state) == 4


def test_a_click_is_told_once() -> None:
    state = {"clicked": {"id": "event-1", "n": 1}}
    first, seen = gesture_of(state, {})
    assert first.clicked == "event-1"
    assert gesture_of(state, seen)[0].clicked is None


def test_freed_days_are_a_gesture_without_days() -> None:
    gesture, _ = gesture_of({"brush": {"n": 7}}, {"brush": 6})
    assert gesture.brush is None
    assert "brush" in gesture.fresh


@given(st.floats(-1000, 1000), st.floats(0, 500))
def test_a_view_past_the_180th_meridian_is_told_in_degrees_that_exist(west: float, width: float) -> None:
    told = VIEW | {"lon": west + width / 2, "west": west, "east": west + width}
    view = gesture_of({"view": told}, {})[0].view
    assert view is not None
    assert all(-180 <= side <= 180 for side in (view.bounds.west, view.bounds.east, view.camera.longitude))
    if width >= 360:
        assert (view.bounds.west, view.bounds.east) == (-180, 180)


def test_files_are_served_whole_though_two_processes_start_at_once(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as several:
        list(several.map(lambda _: assets.prepare(tmp_path), range(4)))
    for name, source in assets.sources():
        assert (tmp_path / name).read_bytes() == source.read_bytes()
    assert not list(tmp_path.rglob(".*"))


def test_a_file_that_is_already_there_is_left_alone_and_an_old_one_replaced(tmp_path: Path) -> None:
    assets.prepare(tmp_path)
    script, page = tmp_path / "live_figure.js", tmp_path / "plotly.min.js"
    script.write_text("old")
    before = page.stat().st_mtime_ns
    assets.prepare(tmp_path)
    assert page.stat().st_mtime_ns == before
    assert script.read_text(encoding="utf-8") != "old"


@pytest.mark.parametrize(("language", "month"), [("en", "July"), ("fr", "juillet"), ("ar", "يوليو")])
def test_axes_speak_the_readers_language(language: str, month: str) -> None:
    assert locale_of(language)["format"]["months"][6] == month
    assert len(locale_of(language)["format"]["days"]) == 7
