"""Background under the timeline: what happened beside the events and is no incident itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from dashboard.figures.drawing import Drawing
from dashboard.figures.hover import plain
from dashboard.figures.palette import Theme, palette
from dashboard.i18n import Translator

if TYPE_CHECKING:
    from dashboard.queries.context import Background

_SHARE = 0.16
"""The lowest part of the timeline's height, in which the background stands."""


def with_context(figure: Drawing, entries: Sequence[Background], t: Translator, theme: Theme = "light") -> Drawing:
    """The timeline with a row of background beneath its events; as it was where no entry lies on its axis."""
    layout = figure["layout"]
    ends = layout["xaxis"].get("range")
    shown = [
        entry for entry in entries if ends and entry.last.isoformat() >= ends[0] and entry.first.isoformat() < ends[1]
    ]
    if not shown:
        return figure
    colours = palette(theme)
    row = {
        "type": "scatter",
        "x": [f"{entry.first.isoformat()} 12:00" for entry in shown],
        "y": [0.5] * len(shown),
        "yaxis": "y2",
        "mode": "markers",
        "marker": {"symbol": "diamond-tall-open", "size": 11, "color": colours.ink, "line": {"width": 1.6}},
        "hovertext": [said(entry, t) for entry in shown],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "name": t("context.heading"),
    }
    axes = {
        "xaxis": {**layout["xaxis"], "anchor": "y2"},
        "yaxis": {**layout["yaxis"], "domain": [_SHARE, 1]},
        "yaxis2": {"domain": [0, _SHARE - 0.02], "range": [0, 1], "visible": False, "fixedrange": True},
    }
    return {"data": [*figure["data"], row], "layout": layout | axes}


def said(entry: Background, t: Translator) -> str:
    """What an entry says under the pointer."""
    return f"<b>{plain(when(entry.first, entry.last, t))}</b><br>{plain(entry.title(t.language))}"


def when(first: date, last: date, t: Translator) -> str:
    """The days of an entry in words."""
    return t.day(first) if first == last else t("chip.between", first=t.day(first), last=t.day(last))
