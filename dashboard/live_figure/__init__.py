"""A plotly figure that stays alive: the one component that draws our map and timeline.

It runs the plotly.min.js of the installed plotly package in the page itself, keeps zoom, pan and marked days when data
change (Streamlit's own chart drops them), and brings the reader's gestures back. The page needs
`assets.prepare()` once before it is served, and static serving switched on.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

import streamlit as st

from dashboard.i18n import direction_of, translator
from dashboard.live_figure.assets import address, prepare
from dashboard.live_figure.gesture import STATES, Gesture, Rest, gesture_of, latest
from dashboard.live_figure.locales import locale_of

__all__ = ["Gesture", "Rest", "heard", "live_figure", "prepare", "written"]

PLAYER = ("label", "back", "play", "pause", "forward", "cumulative", "jump", "free")
"""The words on the buttons of a timeline, keys of the catalogue under "player"."""
TRACING = ("begun", "corner", "few")
"""What is said while an outline is drawn by keyboard, keys of the catalogue under "tracing"."""
_LOADER = Path(__file__).with_name("loader.js")


def live_figure(  # noqa: PLR0913 - the fixed door of the component
    figure: Mapping[str, Any] | str,
    *,
    key: str,
    label: str,
    height: int,
    language: str = "en",
    revision: str = "",
    player: bool = False,
    described_by: str = "",
    on_gesture: Callable[[], None] | None = None,
    rest: Rest | None = None,
) -> Gesture:
    """Draw `figure` and return what the reader has done with it, as `heard` does.

    figure: {"data", "layout"} as plotly.js has them, or what `written` made of that, which all readers may share. key:
    its identity on the page. label: a text that says what it shows. height: CSS pixels. language: of axes and of the
    page. revision: while it stays the same, the reader's zoom and pan outlive every new figure; a new one brings the
    map to where the figure says. player: with buttons to step and play through the days of a timeline. described_by:
    id of the element that tells in words what it shows. on_gesture: called before the run that a gesture starts; a
    fragment's key given to st.rerun there makes it a run of that fragment alone. rest: of a map drawn alone, that it
    tells when the rest of the page may follow.
    """
    drawing = figure if isinstance(figure, str) else written(figure)
    told = {
        "key": key,
        "drawing": crc32(drawing.encode()),
        "rest": rest and rest._asdict(),
        "label": label,
        "failed": translator(language)("failure.figure"),
        "describedBy": described_by,
        "height": height,
        "language": language,
        "direction": direction_of(language),
        "revision": revision or "kept",
        "seen": latest(st.session_state.get(key)),
        "player": {name: translator(language)(f"player.{name}") for name in PLAYER} if player else None,
        "tracingWords": {name: translator(language)(f"tracing.{name}") for name in TRACING},
        "locales": {language: locale_of(language)},
        "plotly": address("plotly.min.js"),
        "script": address("live_figure.js"),
        "marks": address("marks.js"),
        "ground": address("ground.js"),
        "gestures": address("gestures.js"),
        "tracing": address("tracing.js"),
        "play": address("play.js"),
        "style": address("live_figure.css"),
    }
    _component()(
        key=key,
        data=packed(drawing, told),
        **{f"on_{name}_change": on_gesture or _nothing for name in (*STATES, "clicked")},
    )
    return heard(key)


def written(figure: Mapping[str, Any]) -> str:
    """A figure as JSON: what it costs most to make, and the same for all readers who see the same."""
    return json.dumps(figure, separators=(",", ":"))


def packed(figure: str, told: Mapping[str, Any]) -> bytes:
    """What the page is told, with the figure's JSON, as gzip of JSON: a fifth of the bytes, for a millisecond's work.
    The same told, the same bytes.
    """
    rest = json.dumps(told, separators=(",", ":")).removeprefix("{")
    return gzip.compress(f'{{"figure":{figure},{rest}'.encode(), compresslevel=5, mtime=0)


def heard(key: str) -> Gesture:
    """What the reader did with the figure of that key; at the top of a run it is known before anything is drawn.

    A gesture is `fresh` the first time it is heard.
    """
    noted = f"live_figure:heard:{key}"
    gesture, st.session_state[noted] = gesture_of(st.session_state.get(key) or {}, st.session_state.get(noted, {}))
    return gesture


def _nothing() -> None:
    """Streamlit keeps only the values that have a callback."""


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component(
        "incident_atlas_live_figure", js=_LOADER.read_text(encoding="utf-8"), isolate_styles=False
    )
