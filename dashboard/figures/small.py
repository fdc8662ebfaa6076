"""The small map and timeline of one event's page."""

from __future__ import annotations

from datetime import date, timedelta
from math import cos, log2, radians
from typing import TYPE_CHECKING

import pandas as pd
import plotly.graph_objects as go

from dashboard.figures.hover import present
from dashboard.figures.lanes import lane_bars
from dashboard.figures.map import frame, map_figure
from dashboard.figures.palette import Theme, palette
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


def small_map(event: pd.DataFrame, *, t: Translator, theme: Theme = "light", height: int = HEIGHT) -> go.Figure | None:
    """The map of a table of one event, framed so that its radius is seen whole; None where it has no place."""
    row = event.iloc[0]
    longitude, latitude = present(row["longitude"]), present(row["latitude"])
    if longitude is None or latitude is None:
        return None
    radius = max(float(present(row["radius_km"]) or 0.0), 6.0)
    degrees = radius / (KM_A_DEGREE * cos(radians(float(latitude))))
    zoom = log2(0.36 * height * 360 / (WORLD * degrees))
    camera = Camera(float(longitude), float(latitude), round(max(1.0, min(CLOSEST_SMALL, zoom)), 2))
    figure = map_figure(event, t=t, theme=theme, camera=camera)
    # Of one event there is no part to mark.
    return figure.update_layout(meta=figure.layout.meta | {"marking": False})


def small_timeline(
    event: pd.DataFrame, *, t: Translator, theme: Theme = "light", reported: Sequence[str] = ()
) -> go.Figure | None:
    """The days on which one event may have happened, and those of its reports (ISO); None where it has no day."""
    colours = palette(theme)
    lanes = lane_bars(event, t=t, colours=colours)
    if lanes is None:
        return None
    row = event.iloc[0]
    told = [str(present(day))[:10] for day in (row["date_start"], row["date_end"]) if present(day) is not None]
    days = sorted(date.fromisoformat(day) for day in (*told, *reported))
    margin = timedelta(days=max(2, (days[-1] - days[0]).days // 8))
    figure = go.Figure(lanes.traces)
    if reported:
        figure.add_trace(
            go.Scatter(
                x=[f"{day} 12:00" for day in reported],
                y=[-1.0] * len(reported),
                mode="markers",
                marker={"symbol": "line-ns", "size": 14, "line": {"width": 2, "color": colours.quiet}},
                hoverinfo="skip",
            )
        )
    names = [*lanes.axis["ticktext"], t("figure.reports")] if reported else lanes.axis["ticktext"]
    axis = lanes.axis | {"ticktext": names, "tickvals": [*lanes.axis["tickvals"], -1.0][: len(names)]}
    figure.update_layout(
        barmode="overlay",
        xaxis=date_axis(days[0] - margin, days[-1] + margin, colours) | {"fixedrange": True, "nticks": 5},
        yaxis=axis | {"range": [-1.6 if reported else -0.7, 0.7], "fixedrange": True, "zeroline": False},
        dragmode=False,
        meta={"kind": "timeline", "width": "day", "events": 1},
        **(frame(colours) | {"margin": {"l": 8, "r": 8, "t": 6, "b": 6}}),
    )
    return figure
