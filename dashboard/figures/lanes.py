"""The timeline at close range: a lane for each event type, a bar for each event, as long as its date is uncertain."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import pandas as pd

from dashboard.figures.hover import event_text, plain, present
from dashboard.figures.palette import Palette, faint
from dashboard.i18n import Translator
from etl.records import EVENT_TYPES

DAY_MS = 86_400_000
MOST_ROWS = 22
"""Rows of bars that a timeline of usual height can show apart."""
ROOMY_ROWS = 10
"""Rows up to which each is as high as the name of its lane; beyond, a lane takes two at least."""


@dataclass(frozen=True, slots=True)
class Lanes:
    """Bars, and the axis that names their lanes."""

    traces: list[dict[str, Any]]
    axis: dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Bar:
    row: dict[str, Any]
    first: date
    last: date
    height: int


def lane_bars(events: pd.DataFrame, *, t: Translator, colours: Palette) -> Lanes | None:
    """The dated events as bars; None where they need more rows than can be told apart, or none is dated.

    An event with one open end is drawn on its known day. Bars of one lane that meet are put on rows of their own.
    """
    rows: list[dict[str, Any]] = events.to_dict("records")  # type: ignore[assignment]
    lanes = [(name, _stacked([row for row in rows if row["event_type"] == name])) for name in reversed(EVENT_TYPES)]
    depths = {name: max(place for *_, place in lane) + 1 for name, lane in lanes if lane}
    least = 2 if sum(depths.values()) > ROOMY_ROWS else 1
    bars: list[_Bar] = []
    names: list[tuple[float, str]] = []
    height = 0
    for event_type, lane in lanes:
        if not lane:
            continue
        deep = max(depths[event_type], least)
        above = height + (deep - depths[event_type]) // 2
        bars += [_Bar(row, first, last, above + place) for row, first, last, place in lane]
        names.append((height + (deep - 1) / 2, t.word("type", event_type)))
        height += deep
    if not bars or height > MOST_ROWS:
        return None
    axis = {
        "tickvals": [middle for middle, _ in names],
        "ticktext": [plain(name) for _, name in names],
        "range": [-0.7, height - 0.3],
        "showgrid": False,
        "automargin": True,
    }
    return Lanes([_trace(bars, t, colours)], axis)


def _stacked(rows: list[dict[str, Any]]) -> list[tuple[dict[str, Any], date, date, int]]:
    """Each dated row with its days and the first row of bars that is free for them."""
    dated = []
    for row in rows:
        days = [present(row["date_start"]), present(row["date_end"])]
        known = [date.fromisoformat(day[:10]) for day in days if day is not None]
        if known:
            dated.append((min(known), max(known), str(row["event_id"]), row))
    ends: list[date] = []
    found = []
    for first, last, _, row in sorted(dated, key=lambda item: item[:3]):
        place = next((i for i, end in enumerate(ends) if end < first), len(ends))
        ends[place : place + 1] = [last]
        found.append((row, first, last, place))
    return found


def _trace(bars: list[_Bar], t: Translator, colours: Palette) -> dict[str, Any]:
    hues = [colours.types[bar.row["event_type"]] for bar in bars]
    return {
        "type": "bar",
        "orientation": "h",
        "base": [bar.first.isoformat() for bar in bars],
        "x": [((bar.last - bar.first + timedelta(days=1)).days) * DAY_MS for bar in bars],
        "y": [bar.height for bar in bars],
        "width": 0.72,
        "marker": {
            # A day is a full bar; the longer the span the paler, since the event happened once somewhere within it.
            "color": [
                faint(hue, _strength(bar)) if bar.row["status"] == "carried_out" else colours.surface
                for hue, bar in zip(hues, bars, strict=True)
            ],
            "line": {
                "color": [faint(hue, max(0.5, _strength(bar))) for hue, bar in zip(hues, bars, strict=True)],
                "width": [0 if bar.row["status"] == "carried_out" else 1.5 for bar in bars],
            },
        },
        "hovertext": [event_text(t, bar.row) for bar in bars],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": [{"ids": [str(bar.row["event_id"])], "opens": "event"} for bar in bars],
        "textposition": "none",
        "unselected": {"marker": {"opacity": 1}},
    }


def _strength(bar: _Bar) -> float:
    length = (bar.last - bar.first).days + 1
    return 1.0 if length == 1 else 0.5 if length <= 7 else 0.22
