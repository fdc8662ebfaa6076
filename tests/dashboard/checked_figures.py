"""The figures, checked by plotly's own classes: a property that plotly.js does not know makes them raise."""

from typing import Any

import plotly.graph_objects as go

from dashboard import figures
from dashboard.figures.drawing import Drawing


def map_figure(*args: Any, **told: Any) -> go.Figure:
    return go.Figure(figures.map_figure(*args, **told))


def timeline_figure(*args: Any, **told: Any) -> go.Figure:
    return go.Figure(figures.timeline_figure(*args, **told))


def small_map(*args: Any, **told: Any) -> go.Figure | None:
    return _checked(figures.small_map(*args, **told))


def small_timeline(*args: Any, **told: Any) -> go.Figure | None:
    return _checked(figures.small_timeline(*args, **told))


def _checked(drawing: Drawing | None) -> go.Figure | None:
    return None if drawing is None else go.Figure(drawing)
