"""Where the map stands, and what is in sight there: as the browser told it, else reckoned."""

from __future__ import annotations

from math import atan, degrees, exp, log, pi, radians, tan

import streamlit as st

from dashboard import queries
from dashboard.figures.places import camera_for
from dashboard.filters import View
from dashboard.geography import MOST_NORTHERN, Bounds, Camera
from dashboard.live_figure.gesture import Viewport
from dashboard.views.session import Reader

MAP_HEIGHT = 470
_WORLD = 512
_USUAL = 780
"""The map's width in pixels that it is fitted to before the browser has told it."""
_WIDEST = 1400
"""Width in pixels that is asked for before the browser has told what is in sight."""
_STILL = (0.02, 0.02, 0.02)
"""Degrees and zoom levels by which a map that nobody moved may differ from where it was put."""
_SIGHT, _PUT, _FITTED, _WIDTH = (f"atlas:{name}" for name in ("sight", "put", "fitted", "width"))


def told(seen: Viewport) -> bool:
    """Take what the browser tells of the map. True where the map is much wider or narrower than it was fitted to."""
    state = st.session_state
    is_other = bool(seen.width) and abs(seen.width - state.get(_WIDTH, _USUAL)) > _USUAL / 10
    state[_SIGHT] = seen
    state[_WIDTH] = seen.width or _USUAL
    return is_other


def is_told() -> bool:
    """Whether the browser has told where the map stands."""
    return _SIGHT in st.session_state


def put(camera: Camera) -> None:
    """Note where the map is drawn."""
    st.session_state[_PUT] = camera


def was_put(seen: Camera, view: View) -> bool:
    """Whether the map is where it was put: it tells so by itself when it is first drawn."""
    return _stands(seen, view.camera or st.session_state.get(_PUT))


def _stands(seen: Camera, there: Camera | None) -> bool:
    return there is not None and all(abs(a - b) <= most for a, b, most in zip(seen, there, _STILL, strict=True))


def fitted(reader: Reader) -> Camera:
    """Where the map stands until the reader moves it: on what was shown when the address was opened."""
    held: tuple[str, Camera] | None = st.session_state.get(_FITTED)
    if held is not None and held[0] == reader.map_revision:
        return held[1]
    camera = framed(reader)
    st.session_state[_FITTED] = (reader.map_revision, camera)
    return camera


def framed(reader: Reader) -> Camera:
    """Where the map shows all events of the view."""
    width = st.session_state.get(_WIDTH, _USUAL)
    shown = queries.sample(reader.version, reader.view)
    # With nothing to show the map stands on what there is, not on bare sea.
    return camera_for(queries.sample(reader.version, View()) if shown.empty else shown, width, MAP_HEIGHT)


def in_sight(camera: Camera) -> Bounds:
    """The bounds in sight: as the browser told them where it still stands there, else reckoned from the camera."""
    seen: Viewport | None = st.session_state.get(_SIGHT)
    if seen is not None and _stands(seen.camera, camera):
        return seen.bounds
    return bounds_of(camera)


def bounds_of(camera: Camera, width: float = _WIDEST, height: float = MAP_HEIGHT) -> Bounds:
    """What a map of that size (pixels) shows, in degrees (web Mercator)."""
    share = 1 / (_WORLD * 2**camera.zoom)
    middle = log(tan(pi / 4 + radians(camera.latitude) / 2))
    south, north = (degrees(2 * atan(exp(middle + side * height * share * pi)) - pi / 2) for side in (-1, 1))
    if width * share >= 1:
        west, east = -180.0, 180.0
    else:
        west, east = ((camera.longitude + side * width * share * 180 + 180) % 360 - 180 for side in (-1, 1))
    return Bounds(round(west, 4), round(max(south, -MOST_NORTHERN), 4),
                  round(east, 4), round(min(north, MOST_NORTHERN), 4))  # fmt: skip
