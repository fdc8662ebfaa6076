"""Map and timeline on the page."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.figures import map_figure, timeline_figure
from dashboard.figures.context import with_context
from dashboard.live_figure import live_figure
from dashboard.queries import Bins
from dashboard.views import failure, gestures, session, sight
from dashboard.views.session import Reader

MOST_MARKS = 3000
"""Events in sight beyond which the map draws hexagons."""
TIMELINE_HEIGHT = 210
DESCRIPTION = "atlas-said"
"""Id of the element that says in words what map and timeline show."""
_LANES = 250


@st.fragment(key=gestures.MAP)
@failure.guarded
def draw_map() -> None:
    """The map of the view: single marks while they are few, hexagons of what is in sight when they are many.

    A fragment: a reader who moves the map has it drawn anew, and nothing else of the page.
    """
    reader = session.reader()
    view, version = reader.view, reader.version
    camera = view.camera or sight.fitted(reader)
    sight.put(camera)
    bounds = sight.in_sight(camera)
    crowded = queries.in_sight(version, view, bounds) > MOST_MARKS
    figure = map_figure(
        queries.events(version, view, 0 if crowded else MOST_MARKS, bounds),
        t=reader.t,
        theme=reader.theme,
        camera=camera,
        selected=(view.selected,) if view.selected else (),
        cells=queries.cells(version, view, bounds, camera.zoom) if crowded else None,
        marked=None if gestures.follows() else view.within,
        outline=view.outline,
        measure=view.measure,
        near=view.near,
    )
    live_figure(figure, key="map", label=reader.t("map.name"), height=sight.MAP_HEIGHT, language=reader.t.language,
                revision=reader.map_revision, described_by=DESCRIPTION, on_gesture=gestures.on_map)  # fmt: skip
    session.write_address()


def draw_timeline(reader: Reader, bins: Bins) -> None:
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
    if view.context:
        figure = with_context(figure, queries.background(), reader.t, reader.theme)
    revision = f"{bins.first}:{bins.last}:{reader.map_revision}"
    live_figure(figure, key="timeline", label=reader.t("timeline.name"), height=TIMELINE_HEIGHT,
                language=reader.t.language, revision=revision, player=True, described_by=DESCRIPTION)  # fmt: skip
