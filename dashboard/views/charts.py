"""Map and timeline on the page, and what the reader's gestures on them mean for the view."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import atan, degrees, exp, log, pi, radians, tan

import streamlit as st

from dashboard import queries
from dashboard.address import MOST_NORTHERN, Bounds, Camera
from dashboard.figures import map_figure, timeline_figure
from dashboard.figures.places import camera_for
from dashboard.filters import View
from dashboard.live_figure import Gesture, heard, live_figure
from dashboard.live_figure.gesture import Viewport
from dashboard.queries import Bins
from dashboard.views import session
from dashboard.views.session import Reader

MOST_MARKS = 3000
"""Events in sight beyond which the map draws hexagons."""
MAP_HEIGHT, TIMELINE_HEIGHT = 470, 210
_WORLD = 512
_USUAL = 780
"""The map's width in pixels that it is fitted to before the browser has told it."""
_WIDEST = 1400
"""Width in pixels that is asked for before the browser has told what is in sight."""
_STILL = (0.02, 0.02, 0.02)
"""Degrees and zoom levels by which a map that nobody moved may differ from where it was put."""
_SIGHT, _PUT, _FITTED, _WIDTH, _FOLLOWS = (f"atlas:{name}" for name in ("sight", "put", "fitted", "width", "follows"))
_LANES = 250


def heed() -> None:
    """Bring the gestures that this run was started by into the view; before anything is drawn."""
    _heed_map(heard("map"))
    _heed_timeline(heard("timeline"))


def _heed_map(gesture: Gesture) -> None:
    view = session.view_now()
    if "view" in gesture.fresh and gesture.view is not None:
        view = _looked(gesture.view, view)
    if gesture.clicked:
        view = replace(view, selected=gesture.clicked)
    if "box" in gesture.fresh and gesture.box is not None:
        st.session_state[_FOLLOWS] = False
        view = replace(view, within=gesture.box)
    if "selected" in gesture.fresh and gesture.selected:
        st.session_state[_FOLLOWS] = False
        view = replace(view, within=queries.around(session.reader().version, gesture.selected))
    if view != session.view_now():
        session.change(view)


def _looked(seen: Viewport, view: View) -> View:
    """The view after the map has told where it stands: the reader moved it, or it was only drawn there."""
    state = st.session_state
    if not _stands(seen.camera, view.camera or state.get(_PUT)):
        view = replace(view, camera=seen.camera)
    elif view.camera is None and seen.width and abs(seen.width - state.get(_WIDTH, _USUAL)) > _USUAL / 10:
        # Fitted before the map's width was known: once more, and the address stays without a camera.
        session.moved()
    state[_SIGHT] = seen
    state[_WIDTH] = seen.width or _USUAL
    return replace(view, within=seen.bounds) if view.within is not None and follows() else view


def follows() -> bool:
    """Whether what is shown is what the map shows, wherever it is moved; not so for a part of it that was marked."""
    return bool(st.session_state.get(_FOLLOWS)) and session.view_now().within is not None


def _stands(seen: Camera, put: Camera | None) -> bool:
    """Whether the map is where it was put: it tells so by itself when it is first drawn."""
    return put is not None and all(abs(a - b) <= most for a, b, most in zip(seen, put, _STILL, strict=True))


def _heed_timeline(gesture: Gesture) -> None:
    view = session.view_now()
    if "brush" in gesture.fresh:
        days = gesture.brush and (date.fromisoformat(gesture.brush[0]), date.fromisoformat(gesture.brush[1]))
        view = replace(view, brush=days or None)
    if gesture.clicked:
        view = replace(view, selected=gesture.clicked)
    if view != session.view_now():
        session.change(view)


def draw_map(reader: Reader, label: str) -> None:
    """The map of the view: single marks while they are few, hexagons of what is in sight when they are many."""
    view, version = reader.view, reader.version
    camera = view.camera or _fitted(reader)
    st.session_state[_PUT] = camera
    sight = _sight(camera)
    crowded = queries.in_sight(version, view, sight) > MOST_MARKS
    figure = map_figure(
        queries.events(version, view, 0 if crowded else MOST_MARKS, sight),
        t=reader.t,
        theme=reader.theme,
        camera=camera,
        selected=(view.selected,) if view.selected else (),
        cells=queries.cells(version, view, sight, camera.zoom) if crowded else None,
        marked=None if follows() else view.within,
        measure=view.measure,
        near=view.near,
    )
    live_figure(figure, key="map", label=label, height=MAP_HEIGHT, language=reader.t.language,
                revision=reader.map_revision)  # fmt: skip


def draw_timeline(reader: Reader, bins: Bins, label: str) -> None:
    """The timeline of the view, with the days that are marked on it."""
    view = reader.view
    unbrushed = replace(view, brush=None)
    close = bins.width == "day"
    figure = timeline_figure(
        bins,
        t=reader.t,
        theme=reader.theme,
        events=queries.events(reader.version, unbrushed, _LANES + 1) if close else None,
        brush=(view.brush[0].isoformat(), view.brush[1].isoformat()) if view.brush else None,
        measure=view.measure,
        coverage=queries.coverage(reader.version, view),
    )
    revision = f"{bins.first}:{bins.last}:{reader.map_revision}"
    live_figure(figure, key="timeline", label=label, height=TIMELINE_HEIGHT, language=reader.t.language,
                revision=revision, player=True)  # fmt: skip


def _fitted(reader: Reader) -> Camera:
    """Where the map stands until the reader moves it: on what was shown when the address was opened."""
    held: tuple[str, Camera] | None = st.session_state.get(_FITTED)
    if held is not None and held[0] == reader.map_revision:
        return held[1]
    camera = _framed(reader)
    st.session_state[_FITTED] = (reader.map_revision, camera)
    return camera


def _framed(reader: Reader) -> Camera:
    width = st.session_state.get(_WIDTH, _USUAL)
    shown = queries.sample(reader.version, reader.view)
    # With nothing to show the map stands on what there is, not on bare sea.
    return camera_for(queries.sample(reader.version, View()) if shown.empty else shown, width, MAP_HEIGHT)


def fit() -> None:
    """Bring the map to the events that are shown."""
    reader = session.reader()
    session.change(replace(reader.view, camera=_framed(reader)))
    session.moved()


def follow(wanted: bool) -> None:
    """Show only what the map shows, or everything again."""
    reader = session.reader()
    camera = reader.view.camera or _fitted(reader)
    st.session_state[_FOLLOWS] = wanted
    session.change(replace(reader.view, camera=camera, within=_sight(camera) if wanted else None))


def _sight(camera: Camera) -> Bounds:
    """The bounds in sight: as the browser told them where it still stands there, else reckoned from the camera."""
    told: Viewport | None = st.session_state.get(_SIGHT)
    if told is not None and _stands(told.camera, camera):
        return told.bounds
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
