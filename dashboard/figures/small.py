"""The small map and timeline of one event's page."""

from __future__ import annotations

from datetime import date, timedelta
from math import cos, log2, radians
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.figures.drawing import Drawing, unmarked
from dashboard.figures.hover import present
from dashboard.figures.lanes import lane_bars
from dashboard.figures.map import frame, map_figure
from dashboard.figures.palette import Palette, Theme, palette
from dashboard.figures.places import KM_A_DEGREE, WORLD
from dashboard.figures.timeline import date_axis
from dashboard.geography import Camera
from dashboard.i18n import Translator

if TYPE_CHECKING:
    from collections.abc import Sequence

HEIGHT = 260
"""Pixels for which the small map is framed."""
CLOSEST_SMALL = 7.5
"""Zoom of the small map at the most: about 150 km across, so that a named town shows where it is."""


def small_map(event: pd.DataFrame, *, t: Translator, theme: Theme = "light", height: int = HEIGHT) -> Drawing | None:
    """The map of a table of one event, framed so that its radius is seen whole; None where it has no place."""
    row = event.iloc[0]
    longitude, latitude = present(row["longitude"]), present(row["latitude"])
    if longitude is None or latitude is None:
        return None
    radius = max(float(present(row["radius_km"]) or 0.0), 6.0)
    degrees = radius / (KM_A_DEGREE * cos(radians(float(latitude))))
    zoom = log2(0.36 * height * 360 / (WORLD * degrees))
    camera = Camera(float(longitude), float(latitude), round(max(1.0, min(CLOSEST_SMALL, zoom)), 2))
    # Of one event there is no part to mark.
    return unmarked(map_figure(event, t=t, theme=theme, camera=camera))


def small_timeline(
    event: pd.DataFrame,
    *,
    t: Translator,
    theme: Theme = "light",
    reported: Sequence[str] = (),
    told: Sequence[tuple[date, date]] = (),
) -> Drawing | None:
    """The days on which one event may have happened, and those of its reports (ISO); None where it has no day.

    told: the first and last day that each report tells; drawn where they are not all the same.
    """
    colours = palette(theme)
    lanes = lane_bars(event, t=t, colours=colours)
    if lanes is None:
        return None
    row = event.iloc[0]
    held = [str(present(day))[:10] for day in (row["date_start"], row["date_end"]) if present(day) is not None]
    spans = sorted(set(told)) if len(set(told)) > 1 else []
    spread = [day for span in spans for day in span]
    days = sorted([*(date.fromisoformat(day) for day in (*held, *reported)), *spread])
    margin = timedelta(days=max(2, (days[-1] - days[0]).days // 8))
    rows = {"told": spans, "reports": reported}
    names = [
        (0.0, lanes.axis["ticktext"][0]),
        *((-1.0 - at, name) for at, name in enumerate(n for n in rows if rows[n])),
    ]
    at = {name: place for place, name in names}
    traces = [*lanes.traces]
    traces += [_as_told(spans, at["told"], colours)] if spans else []
    traces += [_reports(reported, at["reports"], colours)] if reported else []
    words = [lanes.axis["ticktext"][0], *(t(f"figure.{name}") for _, name in names[1:])]
    axis = lanes.axis | {"ticktext": words, "tickvals": [place for place, _ in names]}
    layout = {
        **frame(colours),
        "barmode": "overlay",
        "xaxis": date_axis(days[0] - margin, days[-1] + margin, colours) | {"fixedrange": True, "nticks": 5},
        "yaxis": axis | {"range": [names[-1][0] - 0.65, 0.7], "fixedrange": True, "zeroline": False},
        "dragmode": False,
        "meta": {"kind": "timeline", "width": "day", "events": 1},
        "margin": {"l": 8, "r": 8, "t": 6, "b": 6},
    }
    return {"data": traces, "layout": layout}


def _as_told(spans: Sequence[tuple[date, date]], at: float, colours: Palette) -> dict[str, Any]:
    """The days that reports tell, one line a span under the other, as long as it is uncertain."""
    days: list[str | None] = []
    heights: list[float | None] = []
    for number, (first, last) in enumerate(spans):
        height = at + 0.32 - 0.64 * number / max(1, len(spans) - 1)
        days += [first.isoformat(), (last + timedelta(days=1)).isoformat(), None]
        heights += [height, height, None]
    line = {"width": 3, "color": colours.quiet}
    lines = {"type": "scatter", "mode": "lines", "line": line, "hoverinfo": "skip", "connectgaps": False}
    return {**lines, "x": days, "y": heights}


def _reports(reported: Sequence[str], at: float, colours: Palette) -> dict[str, Any]:
    """The days on which it was reported."""
    marker = {"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": colours.quiet}}
    days = [f"{day} 12:00" for day in reported]
    marks = {"type": "scatter", "mode": "markers", "marker": marker, "hoverinfo": "skip"}
    return {**marks, "x": days, "y": [at] * len(days)}
