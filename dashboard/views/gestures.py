"""What the reader's gestures on map and timeline mean for the view; heeded before anything is drawn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import streamlit as st

from dashboard import queries
from dashboard.filters import View
from dashboard.live_figure import Gesture, Rest, heard
from dashboard.live_figure.gesture import Viewport
from dashboard.views import failure, session, sight

MAP, ADDRESS = "atlas:map", "atlas:address"
"""Keys of the fragments that depend on where the map stands: the map itself, and what bears the whole address."""
_FOLLOWS, _BEHIND, _ALONE, _RUNS = (f"atlas:{name}" for name in ("follows", "behind", "alone", "runs"))
_PAUSE = 250
"""Milliseconds for which a map rests before what bears its address follows: another movement need not wait for it."""


def heed() -> None:
    """Bring the gestures that this run of the page was started by into the view; before anything is drawn."""
    st.session_state[_ALONE] = False
    _heed_map(heard("map"))
    _heed_timeline(heard("timeline"))


def done() -> None:
    """Note that all of the page is drawn: nothing is behind. A run that another one ends does not come to this."""
    st.session_state.pop(_BEHIND, None)


@failure.noted
def on_map() -> None:
    """A gesture on the map. One that only moves it draws the map alone, and what bears the address once it rests."""
    before, gesture = session.view_now(), heard("map")
    _heed_map(gesture)
    after = session.view_now()
    if (after.filters, after.selected) != (before.filters, before.selected):
        _all()
    if gesture.fresh == {"rest"}:
        if st.session_state.get(_BEHIND) == "app":
            _all()
        st.rerun([st.session_state.pop(_BEHIND, ADDRESS)])
    _map_first(ADDRESS)


@failure.noted
def on_timeline() -> None:
    """A gesture on the timeline. Marked days are shown on the map first, and then by all of the page."""
    gesture = heard("timeline")
    _heed_timeline(gesture)
    if gesture.clicked:
        _all()
    _map_first("app")


def refilter(view: View) -> None:
    """Take a view of other filters, in a callback: shown on the map first, and then by all of the page."""
    session.change(view)
    if not sight.is_told():
        # The map is still on its way, or cannot be drawn: nothing waits for it.
        _all()
    _map_first("app")


def _all() -> None:
    """Draw all of the page. What the map tells meanwhile may take this run's place, so it stays behind until `done`."""
    st.session_state[_BEHIND] = "app"
    st.rerun("app")


def _map_first(behind: str) -> None:
    """Draw the map alone. behind: what follows once it stands, a fragment's key or "app"."""
    waiting = st.session_state.get(_BEHIND, behind)
    st.session_state[_BEHIND] = "app" if "app" in (waiting, behind) else behind
    st.session_state[_RUNS] = st.session_state.get(_RUNS, 0) + 1
    st.session_state[_ALONE] = True
    st.rerun([MAP])


def rest() -> Rest | None:
    """What the map is asked where it is drawn alone."""
    if not st.session_state.get(_ALONE):
        return None
    return Rest(st.session_state[_RUNS], 0 if st.session_state.get(_BEHIND) == "app" else _PAUSE)


def _heed_map(gesture: Gesture) -> None:
    view = session.view_now()
    if "view" in gesture.fresh and gesture.view is not None:
        view = _looked(gesture.view, view)
    if gesture.clicked:
        view = replace(view, selected=gesture.clicked)
    if "box" in gesture.fresh and gesture.box is not None:
        st.session_state[_FOLLOWS] = False
        view = replace(view, within=gesture.box, outline=())
    if "outline" in gesture.fresh and gesture.outline:
        st.session_state[_FOLLOWS] = False
        view = replace(view, within=None, outline=gesture.outline)
    if "selected" in gesture.fresh and gesture.selected:
        st.session_state[_FOLLOWS] = False
        view = replace(view, within=queries.around(session.reader().version, gesture.selected))
    if view != session.view_now():
        session.change(view)


def _looked(seen: Viewport, view: View) -> View:
    """The view after the map has told where it stands: the reader moved it, or it was only drawn there."""
    is_still = sight.was_put(seen.camera, view)
    is_other_width = sight.told(seen)
    if not is_still:
        view = replace(view, camera=seen.camera)
    elif view.camera is None and is_other_width:
        # Fitted before the map's width was known: once more, and the address stays without a camera.
        session.moved()
    return replace(view, within=seen.bounds) if view.within is not None and follows() else view


def follows() -> bool:
    """Whether what is shown is what the map shows, wherever it is moved; not so for a part of it that was marked."""
    return bool(st.session_state.get(_FOLLOWS)) and session.view_now().within is not None


def _heed_timeline(gesture: Gesture) -> None:
    view = session.view_now()
    if "brush" in gesture.fresh:
        days = gesture.brush and (date.fromisoformat(gesture.brush[0]), date.fromisoformat(gesture.brush[1]))
        view = replace(view, brush=days or None)
    if gesture.clicked:
        view = replace(view, selected=gesture.clicked)
    if view != session.view_now():
        session.change(view)


@failure.noted
def fit() -> None:
    """Bring the map to the events that are shown."""
    reader = session.reader()
    session.change(replace(reader.view, camera=sight.framed(reader)))
    session.moved()


@failure.noted
def follow(wanted: bool) -> None:
    """Show only what the map shows, or everything again."""
    reader = session.reader()
    camera = reader.view.camera or sight.fitted(reader)
    st.session_state[_FOLLOWS] = wanted
    session.change(replace(reader.view, camera=camera, within=sight.in_sight(camera) if wanted else None))
