"""Map and timeline on the page."""

from __future__ import annotations

import streamlit as st

from dashboard.live_figure import live_figure
from dashboard.queries import Bins
from dashboard.views import failure, gestures, session, shared_figures, sight
from dashboard.views.session import Reader

TIMELINE_HEIGHT = 210
DESCRIPTION = "atlas-said"
"""Id of the element that says in words what map and timeline show."""


@st.fragment(key=gestures.MAP)
@failure.guarded
def draw_map() -> None:
    """The map of the view: single marks while they are few, hexagons of what is in sight when they are many.

    A fragment: a reader who moves the map has it drawn anew, and nothing else of the page.
    """
    reader = session.reader()
    view = reader.view
    camera = view.camera or sight.fitted(reader)
    sight.put(camera)
    marked = None if gestures.follows() else view.within
    figure = shared_figures.map_drawn(reader, camera, sight.in_sight(camera), marked)
    live_figure(
        figure, key="map", label=reader.t("map.name"), height=sight.MAP_HEIGHT, language=reader.t.language,
        revision=reader.map_revision, described_by=DESCRIPTION, on_gesture=gestures.on_map, rest=gestures.rest(),
    )  # fmt: skip
    session.write_address()


def draw_timeline(reader: Reader, bins: Bins) -> None:
    """The timeline of the view, with the days that are marked on it."""
    revision = f"{bins.first}:{bins.last}:{reader.map_revision}"
    figure = shared_figures.timeline_drawn(reader)
    live_figure(figure, key="timeline", label=reader.t("timeline.name"), height=TIMELINE_HEIGHT,
                language=reader.t.language, revision=revision, player=True, described_by=DESCRIPTION,
                on_gesture=gestures.on_timeline)  # fmt: skip
