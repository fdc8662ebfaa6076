"""Map and timeline of a story's step: where its view says, whatever the reader did on the step before."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.figures import Theme, map_figure, timeline_figure
from dashboard.figures.context import with_context
from dashboard.figures.drawing import Drawing, unmarked
from dashboard.figures.places import camera_for
from dashboard.filters import View
from dashboard.geography import Camera
from dashboard.live_figure import live_figure
from dashboard.stories import Step
from dashboard.views import session, summary
from dashboard.views.markup import tag, text
from dashboard.views.session import Reader
from dashboard.views.shared_figures import MOST_MARKS
from dashboard.views.sight import bounds_of

_MAP, _TALL_MAP, _TIMELINE = 400, 520, 200
_LANES = 250
_USUAL = 620
"""Pixels of width that the map is fitted to."""


def draw(reader: Reader, step: Step, key: str, *, tall: bool = False) -> None:
    """The step's figures. key: the step's own, so that each step brings its own view back."""
    t, version, view = reader.t, reader.version, view_of(step)
    chosen = chosen_events(reader, step)
    bins = queries.bins(version, view)
    said = " ".join(summary.sentences(view, queries.totals(version, view), queries.leading(version, view), bins, t))
    height = _TALL_MAP if tall else _MAP
    camera = camera_of(reader, view, height)
    sight = bounds_of(camera, height=height)
    crowded = queries.in_sight(version, view, sight) > MOST_MARKS
    figure = map_figure(
        queries.no_events() if crowded else queries.events(version, view, MOST_MARKS), t=t, theme=reader.theme,
        camera=camera, selected=chosen, cells=queries.cells(version, view, sight, camera.zoom) if crowded else None,
        marked=view.within, outline=view.outline,
    )  # fmt: skip
    touched = live_figure(unmarked(figure), key="story-map", label=t("map.label", summary=said), height=height,
                          language=t.language, revision=key)  # fmt: skip
    over_time = with_context(timeline_of(reader, view, reader.theme), queries.background(), t, reader.theme)
    live_figure(over_time, key="story-timeline", label=t("timeline.label", summary=said), height=_TIMELINE,
                language=t.language, revision=key)  # fmt: skip
    st.html(tag("p", text(said), class_="atlas atlas-note"))
    if touched.clicked:
        session.go_to(View(page="event", selected=touched.clicked, language=t.language))


def view_of(step: Step) -> View:
    """The step's view as what it shows; the page of one event shows it among all others."""
    return replace(step.view, page="explore")


def chosen_events(reader: Reader, step: Step) -> tuple[str, ...]:
    """Ids of the events that the step points at or whose event its view had chosen."""
    named = (*step.points_at, *([step.view.selected] if step.view.selected else []))
    found = (queries.event_of(reader.version, one) for one in named)
    return tuple(dict.fromkeys(one for one in found if one))


def camera_of(reader: Reader, view: View, height: int) -> Camera:
    """Where the step's map stands: as its view says, else on what it shows."""
    return view.camera or camera_for(queries.sample(reader.version, view), _USUAL, height)


def timeline_of(reader: Reader, view: View, theme: Theme) -> Drawing:
    """A step's timeline with its marked days."""
    bins = queries.bins(reader.version, view)
    events: pd.DataFrame | None = None
    if bins.width == "day":
        events = queries.events(reader.version, replace(view, brush=None), _LANES + 1)
    brush = (view.brush[0].isoformat(), view.brush[1].isoformat()) if view.brush else None
    return timeline_figure(bins, t=reader.t, theme=theme, events=events, brush=brush)
