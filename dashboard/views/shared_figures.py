"""What map, timeline and table show, worked out once for all readers who look at the same: many open the same address.

A version never changes, so the same filters, place, language and theme give the same drawing. Nothing here may depend
on a session; what does is an argument.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pandas as pd

from dashboard import queries
from dashboard.figures import Theme, map_figure, timeline_figure
from dashboard.figures.context import with_context
from dashboard.filters import View
from dashboard.geography import Bounds, Camera
from dashboard.i18n import translator
from dashboard.live_figure import written
from dashboard.views.session import Reader
from dashboard.views.table_words import in_rows
from etl.store import Version

MOST_MARKS = 3000
"""Events in sight beyond which the map draws hexagons."""
_LANES = 250
_KEPT = 96
"""Drawings of each kind kept for all readers together."""


def map_drawn(reader: Reader, camera: Camera, bounds: Bounds, marked: Bounds | None) -> str:
    """The map as the page is told of it: single marks while they are few, hexagons of what is in sight when many."""
    view = reader.view
    told = replace(_told(reader), selected=view.selected, measure=view.measure)
    return _map(reader.version.folder, told, reader.theme, (camera, bounds), marked)


def timeline_drawn(reader: Reader) -> str:
    """The timeline as the page is told of it, with the days that are marked on it."""
    told = replace(_told(reader), measure=reader.view.measure, context=reader.view.context)
    return _timeline(reader.version.folder, told, reader.theme)


def page_of_table(reader: Reader, page: int) -> tuple[list[str], pd.DataFrame]:
    """The ids of the events on a page (from 0) of the table, and their rows in words; nobody may change them."""
    return _table(reader.version.folder, _told(reader), page)


def _told(reader: Reader) -> View:
    """What a reader filters by, and the language of the answer."""
    return replace(reader.view.filters, language=reader.view.language)


@lru_cache(maxsize=_KEPT)
def _map(folder: Path, view: View, theme: Theme, stands: tuple[Camera, Bounds], marked: Bounds | None) -> str:
    version, (camera, bounds) = Version(folder), stands
    crowded = queries.in_sight(version, view, bounds) > MOST_MARKS
    figure = map_figure(
        queries.no_events() if crowded else queries.events(version, view, MOST_MARKS, bounds),
        t=translator(view.language),
        theme=theme,
        camera=camera,
        selected=(view.selected,) if view.selected else (),
        cells=queries.cells(version, view, bounds, camera.zoom) if crowded else None,
        marked=marked,
        outline=view.outline,
        measure=view.measure,
        near=view.near,
    )
    return written(figure)


@lru_cache(maxsize=_KEPT)
def _timeline(folder: Path, view: View, theme: Theme) -> str:
    version, t = Version(folder), translator(view.language)
    bins = queries.bins(version, view)
    figure = timeline_figure(
        bins,
        t=t,
        theme=theme,
        events=queries.events(version, replace(view, brush=None), _LANES + 1) if bins.width == "day" else None,
        brush=(view.brush[0].isoformat(), view.brush[1].isoformat()) if view.brush else None,
        measure=view.measure,
        coverage=queries.coverage(version, view),
    )
    return written(with_context(figure, queries.background(), t, theme) if view.context else figure)


@lru_cache(maxsize=_KEPT)
def _table(folder: Path, view: View, page: int) -> tuple[list[str], pd.DataFrame]:
    rows = queries.table(Version(folder), view, page)
    return list(rows["event_id"]), in_rows(rows, translator(view.language))
