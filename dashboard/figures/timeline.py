"""The timeline: bins stacked by type over a long span, one bar an event at close range.

Days are ISO strings all the way: as JavaScript dates a reader's time zone would move them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.figures.drawing import Drawing
from dashboard.figures.hover import plain
from dashboard.figures.lanes import lane_bars
from dashboard.figures.map import frame
from dashboard.figures.palette import Palette, Theme, faint, palette
from dashboard.figures.spans import DAY_MS, band, covered, edges, span_text
from dashboard.i18n import Translator
from etl.records import EVENT_TYPES

if TYPE_CHECKING:
    from dashboard.queries.timeline import Bins

STRIP = 0.05
"""Height of the strip under the axis, as a share of the figure's."""
CLOSE_DAYS = 100
"""Spans up to this many days are close range: each event is a bar of its own."""
MOST_BARS = 250
_DAYS_NAMED = 9
"""Spans shorter than this name each day: an hour on the axis would be sharper than any date here."""
_FIRST, _LAST = "0001-01-01", "9999-12-31"
"""Days beyond any axis."""
Brush = tuple[str, str]
"""First and last day, both included, ISO."""


def timeline_figure(  # noqa: PLR0913 - one keyword for each thing the page decides
    bins: Bins,
    *,
    t: Translator,
    theme: Theme = "light",
    events: pd.DataFrame | None = None,
    brush: Brush | None = None,
    measure: str = "events",
    coverage: pd.DataFrame | None = None,
) -> Drawing:
    """Events over time. bins: what dashboard.queries.timeline.bins gives, stacked by type.

    events: rows with MARK_COLUMNS; at close range, and while they have room, each is drawn as a bar as long as its
    date is uncertain, in the lane of its type. brush: the days that are marked. measure: "events", or "killed" with a
    band from the lowest to the highest number. coverage: what dashboard.queries.coverage gives, drawn under the axis.
    """
    colours = palette(theme)
    days = (bins.last - bins.first).days + 1 if bins.first and bins.last else 0
    lanes = None
    if events is not None and measure == "events" and 0 < days <= CLOSE_DAYS and len(events) <= MOST_BARS:
        lanes = lane_bars(events, t=t, colours=colours)
    if lanes is not None:
        traces = lanes.traces
        y_axis = lanes.axis
    else:
        traces = _stacks(bins, t, colours, measure)
        y_axis = {"range": [0, _tallest(bins, measure) * 1.05], "tickformat": ",d", "gridcolor": colours.grid}
        y_axis |= {"nticks": 4, "automargin": True, "visible": bins.first is not None}
    if coverage is not None and len(coverage):
        low, high = y_axis["range"]
        strip = (high - low) * STRIP
        traces = [*traces, covered(coverage, (low - 1.6 * strip, strip), t, colours)]
        y_axis["range"] = [low - 1.8 * strip, high]
    low, high = y_axis["range"]
    layout = {
        "barmode": "overlay" if lanes else "stack",
        "bargap": 0,
        "xaxis": date_axis(bins.first, bins.last, colours),
        "yaxis": {"fixedrange": True, "zeroline": False, "tickfont": {"color": colours.quiet}, **y_axis},
        "meta": {
            "kind": "timeline",
            "width": bins.width,
            "events": len(events) if events is not None else None,
            "edges": edges(bins),
        },
    }
    shared = frame(colours) | {"margin": {"l": 8, "r": 8, "t": 8, "b": 8}}
    return {"data": traces, "layout": layout | shared | brushing(brush, (low, high), colours)}


def _tallest(bins: Bins, measure: str) -> float:
    """The height of the highest stack or band, at least 1."""
    by_bin = bins.bins.groupby("start")
    if measure == "events":
        summed = by_bin[["events", "spread"]].sum().sum(axis=1)
    else:
        summed = by_bin[["killed_best", "killed_spread"]].sum().sum(axis=1).clip(lower=by_bin["killed_high"].sum())
    return max(1.0, float(summed.max())) if len(summed) else 1.0


def date_axis(first: date | None, last: date | None, colours: Palette) -> dict[str, Any]:
    """A date axis over whole days, from the first to the end of the last."""
    axis: dict[str, Any] = {
        "type": "date",
        "showgrid": False,
        "linecolor": colours.quiet,
        "showline": True,
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": colours.quiet,
        "tickfont": {"color": colours.quiet},
        "automargin": True,
        "nticks": 9,
    }
    if first and last:
        if (last - first).days < _DAYS_NAMED:
            axis["dtick"] = DAY_MS
        axis["range"] = [first.isoformat(), (last + timedelta(days=1)).isoformat()]
    return axis if first and last else axis | {"visible": False}


def brushing(brush: Brush | None, heights: tuple[float, float], colours: Palette) -> dict[str, Any]:
    """Layout that lets the reader mark days by dragging, and shows the days that are marked.

    heights: the range of the y axis; a selection knows no share of the paper. What lies outside the days is veiled to
    the very day, so that of a bar that reaches out of them only that part pales.
    """
    line = {"color": colours.accent, "width": 1.5, "dash": "solid"}
    layout: dict[str, Any] = {
        "dragmode": "select",
        "selectdirection": "h",
        "newselection": {"line": line},
        "activeselection": {"fillcolor": colours.accent, "opacity": 0.08},
        "selections": [],
        "shapes": [],
    }
    if brush is not None:
        end = (date.fromisoformat(brush[1]) + timedelta(days=1)).isoformat()
        ends = {"x0": brush[0], "x1": end, "y0": heights[0], "y1": heights[1], "xref": "x", "yref": "y"}
        layout["selections"] = [{"type": "rect", "line": line, **ends}]
        layout["shapes"] = [_veil(_FIRST, brush[0], colours), _veil(end, _LAST, colours)]
    return layout


def _veil(start: str, end: str, colours: Palette) -> dict[str, Any]:
    ends = {"x0": start, "x1": end, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "rect", "layer": "above", "line": {"width": 0}, "fillcolor": faint(colours.surface, 0.7), **ends}


def _stacks(bins: Bins, t: Translator, colours: Palette, measure: str) -> list[dict[str, Any]]:
    table, exact, shared = bins.bins, "events", "spread"
    if measure == "killed":
        exact, shared = "killed_best", "killed_spread"
    present = [name for name in EVENT_TYPES if name in set(table["event_type"])]
    traces: list[dict[str, Any]] = []
    for name in present:
        rows = table[(table["event_type"] == name) & (table[exact] > 0)]
        heights = [int(n) for n in rows[exact]]
        said = [f"{t.word('type', name)}: {t.number(n)}" for n in heights]
        marker = {"color": colours.types[name], "line": {"width": 0}}
        traces.append(_bar(rows, heights, said, t, marker) | {"name": t.word("type", name), "meta": name})
    loose = table[table[shared] > 0].groupby(["start", "end"], as_index=False)[[shared]].sum()
    if len(loose):
        shares = [round(float(n), 2) for n in loose[shared]]
        said = [f"{t.number(n)} · {t('figure.spread')}" for n in shares]
        hatched = {"shape": "/", "fgcolor": colours.quiet, "bgcolor": faint(colours.quiet, 0.12), "size": 5}
        marker = {"pattern": hatched, "line": {"width": 0}}
        traces.append(_bar(loose, shares, said, t, marker) | {"name": t("figure.spread")})
    return [*traces, band(table, t, colours)] if measure == "killed" else traces


def _bar(
    rows: pd.DataFrame, heights: Sequence[float], said: list[str], t: Translator, marker: dict[str, Any]
) -> dict[str, Any]:
    starts, ends = list(rows["start"]), list(rows["end"])
    lengths = [(date.fromisoformat(z) - date.fromisoformat(a)).days + 1 for a, z in zip(starts, ends, strict=True)]
    texts = [
        f"<b>{plain(span_text(t, a, z))}</b><br>{plain(what)}" for a, z, what in zip(starts, ends, said, strict=True)
    ]
    return {
        "type": "bar",
        "x": starts,
        "y": heights,
        "offset": 0,
        "width": [length * DAY_MS * (0.86 if length < 3 else 0.94) for length in lengths],
        "marker": marker,
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "unselected": {"marker": {"opacity": 1}},
    }
