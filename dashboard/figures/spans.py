"""What the timeline shows beside its bars: the band of a count's range, and how much the sources cover."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.figures.hover import plain
from dashboard.figures.palette import Palette, faint
from dashboard.i18n import Translator

if TYPE_CHECKING:
    from dashboard.queries.timeline import Bins

DAY_MS = 86_400_000


def band(table: pd.DataFrame, t: Translator, colours: Palette) -> dict[str, Any]:
    """A frame a bin from the lowest to the highest number of people killed; table: as Bins.bins."""
    sums = table.groupby(["start", "end"], as_index=False)[["killed_low", "killed_high"]].sum()
    days: list[str | None] = []
    heights: list[float | None] = []
    for row in sums[sums["killed_high"] > sums["killed_low"]].to_dict("records"):
        start, after = str(row["start"]), (date.fromisoformat(row["end"]) + timedelta(days=1)).isoformat()
        low, high = round(float(row["killed_low"]), 1), round(float(row["killed_high"]), 1)
        days += [start, start, after, after, start, None]
        heights += [low, high, high, low, low, None]
    return {
        "type": "scatter",
        "x": days,
        "y": heights,
        "mode": "lines",
        "fill": "toself",
        "fillcolor": faint(colours.ink, 0.1),
        "line": {"width": 1, "color": faint(colours.ink, 0.55), "dash": "dot"},
        "hoverinfo": "skip",
        "name": t("figure.band"),
    }


def covered(coverage: pd.DataFrame, where: tuple[float, float], t: Translator, colours: Palette) -> dict[str, Any]:
    """A strip under the axis: dark where sources report, pale where none does; where: its bottom and its height.

    coverage: start, end (ISO days), reports (published in these days), datasets (whose rows span them).
    """
    rows = coverage.to_dict("records")
    texts = []
    for row in rows:
        said = [t("figure.published", count=int(row["reports"]))] * bool(row["reports"])
        said += [t("figure.datasets", count=int(row["datasets"]))] * bool(row["datasets"])
        lines = [plain(line) for line in said or [t("figure.not_covered")]]
        when = plain(span_text(t, row["start"], row["end"]))
        texts.append("<br>".join([f"<b>{when}</b>", *lines]))
    lengths = [(date.fromisoformat(r["end"]) - date.fromisoformat(r["start"])).days + 1 for r in rows]
    known, none = faint(colours.quiet, 0.85), faint(colours.quiet, 0.14)
    return {
        "type": "bar",
        "x": [row["start"] for row in rows],
        "y": [where[1]] * len(rows),
        "base": [where[0]] * len(rows),
        "offset": 0,
        "width": [length * DAY_MS for length in lengths],
        "marker": {"color": [known if r["reports"] or r["datasets"] else none for r in rows], "line": {"width": 0}},
        "hovertext": texts,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "name": "coverage",
        "unselected": {"marker": {"opacity": 1}},
    }


def edges(bins: Bins) -> list[str]:
    """The days on which the timeline's bins begin, and the day after the last: the steps of its player."""
    if bins.first is None or bins.last is None:
        return []
    day, found = bins.first, []
    while day <= bins.last:
        found.append(day.isoformat())
        day = _next(day, bins.width)
    return [*found, (bins.last + timedelta(days=1)).isoformat()]


def _next(day: date, width: str) -> date:
    """The first day of the next bin."""
    if width == "day":
        return day + timedelta(days=1)
    if width == "week":
        return day + timedelta(days=7 - day.weekday())
    if width == "month":
        return date(day.year + day.month // 12, day.month % 12 + 1, 1)
    return date(day.year + 1, 1, 1)


def span_text(t: Translator, start: str, end: str) -> str:
    """The days of a bin: a day, a week from day to day, a month, a year."""
    first, last = date.fromisoformat(start), date.fromisoformat(end)
    length = (last - first).days + 1
    if length == 1:
        return t.day(first)
    if length <= 7:
        return f"{t.short_day(first)} – {t.short_day(last)}"
    return t.month(first) if length <= 31 else str(first.year)
