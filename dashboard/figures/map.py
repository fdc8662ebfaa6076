"""The map of events: a plotly figure whose marks say how exact their place is."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from dashboard.figures.areas import box, circle, hexagons, lined, reach
from dashboard.figures.basemap import style
from dashboard.figures.drawing import Drawing
from dashboard.figures.palette import FONT, Palette, Theme, faint, palette
from dashboard.figures.pen import Drawn, Pen
from dashboard.figures.places import camera_for, spots
from dashboard.geography import Bounds, Camera, Near, Outline
from dashboard.i18n import Translator

if TYPE_CHECKING:
    from dashboard.queries.marks import Cells


def map_figure(  # noqa: PLR0913 - one keyword for each thing the page decides
    events: pd.DataFrame,
    *,
    t: Translator,
    theme: Theme = "light",
    camera: Camera | None = None,
    selected: Collection[str] = (),
    cells: Cells | None = None,
    marked: Bounds | None = None,
    outline: Outline = (),
    measure: str = "events",
    near: Near | None = None,
) -> Drawing:
    """The map of `events` (rows with the columns of MARK_COLUMNS), or of `cells` where there are too many.

    camera: where the map stands; without it, where the events are. selected: ids of chosen events, drawn ringed.
    marked, outline: the part of the map that is shown alone. measure: what size and numbers say, "events" or "killed".
    near: a distance from a point, outlined.
    layout.meta holds the drawings of the images named by the marks, and what lies over the ground and under them;
    dashboard.live_figure draws both.
    """
    colours = palette(theme)
    stands = camera or camera_for(events)
    rows: list[dict[str, Any]] = events.to_dict("records")  # type: ignore[assignment]
    pen = Pen(rows, frozenset(selected), t, colours, measure)
    found = spots(events, stands.zoom, [pen.weight(row) for row in rows])
    drawn = [pen.spot(spot) for spot in found]
    over = reach(rows, stands.zoom, pen.chosen, colours)
    if cells is not None:
        drawn += pen.cells(cells)
        over += hexagons(cells, colours, "events" if measure == "events" else "killed_best")
    if marked is not None:
        over.append(box(marked, colours))
    if outline:
        over.append(lined([[*outline, outline[0]]], colours.accent, 1.6))
    if near is not None:
        ring = circle(near.longitude, near.latitude, near.km)
        over.append(lined([ring], colours.accent, 1.6))
    layout = {
        "map": {
            "style": style(theme, t.language),
            "center": {"lon": stands.longitude, "lat": stands.latitude},
            "zoom": stands.zoom,
        },
        "meta": {
            "images": pen.images,
            "over": {"type": "FeatureCollection", "features": over},
            "kind": "map",
            "note": t("figure.borders"),
            "marking": True,
        },
    }
    return {"data": [marks(drawn)], "layout": layout | frame(colours)}


def frame(colours: Palette) -> dict[str, Any]:
    """What all figures share: no margin, our letters and colours."""
    words = {"family": FONT, "size": 13, "color": colours.ink}
    return {
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": colours.surface,
        "plot_bgcolor": colours.surface,
        "font": words,
        "showlegend": False,
        "hoverdistance": HOVER,
        "hoverlabel": {"bgcolor": colours.paper, "bordercolor": colours.quiet, "font": words, "align": "left"},
        "modebar": {"bgcolor": faint(colours.paper, 0.85), "color": colours.quiet, "activecolor": colours.accent},
        "newselection": {"line": {"color": colours.accent, "width": 1.5, "dash": "solid"}},
    }


HOVER = 24
"""Pixels from the middle of a mark at which the pointer still finds it."""


def marks(drawn: Sequence[Drawn]) -> dict[str, Any]:
    """Images, which the pointer finds; each is alone in saying what it opens."""
    # A ring that comes apart on zooming needs no names; they would be most of what is sent.
    meant = [{"ids": [] if d.opens == "zoom" else list(d.ids), "opens": d.opens} for d in drawn]
    return {
        "type": "scattermap",
        "lon": [d.longitude for d in drawn],
        "lat": [d.latitude for d in drawn],
        "mode": "markers",
        "marker": {"symbol": [d.image for d in drawn], "size": 10, "allowoverlap": True},
        "hovertext": [d.text for d in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "customdata": meant,
        "name": "marks",
        "unselected": {"marker": {"opacity": 1}},
    }
