"""The map on paper: lines and shapes alone, so that it prints sharp, in black and white too, and needs no network.

Coordinates are Web Mercator with the world's width = 1, as in places.py.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from dashboard.figures.areas import circle
from dashboard.figures.drawing import Drawing
from dashboard.figures.hover import event_text, present, several_text
from dashboard.figures.map import frame
from dashboard.figures.marks import COARSE
from dashboard.figures.palette import LIGHT
from dashboard.figures.places import WORLD, Spot, ring_size, spots, x_of, y_of

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.geography import Camera
    from dashboard.i18n import Translator

BASEMAP = Path(__file__).resolve().parents[2] / "data" / "basemap"
SYMBOLS = {
    "shelling": "triangle-up", "air_strike": "triangle-down", "bombing": "star", "armed_clash": "x",
    "armed_attack": "diamond", "abduction": "square", "sabotage": "pentagon", "arrest_raid": "hexagon2",
    "protest": "cross", "riot": "arrow-up", "sexual_violence": "hourglass", "other": "circle",
}  # fmt: skip
"""plotly's nearest symbol to each type's own shape (marks.SHAPES)."""
PATTERNS = {
    "shelling": "", "air_strike": ".", "bombing": "x", "armed_clash": "+", "armed_attack": "|", "abduction": "-",
    "sabotage": "\\", "arrest_raid": "|", "protest": "-", "riot": "+", "sexual_violence": ".", "other": "x",
}  # fmt: skip
"""plotly's pattern on the bars of a type, where bars lie above each other; "/" marks days that are not exact."""
_CLOSE = 4.6
_MOST_CITIES = 26
Box = tuple[float, float, float, float]


def paper_map(  # noqa: PLR0913 - one keyword for each thing the page decides
    events: pd.DataFrame, *, t: Translator, camera: Camera, width: int, height: int, selected: Collection[str] = ()
) -> go.Figure:
    """The map of `events` (rows with MARK_COLUMNS) as it stands at `camera`, width and height in pixels."""
    wide, high = (size / (WORLD * 2**camera.zoom) for size in (width, height))
    x, y = x_of(camera.longitude), y_of(camera.latitude)
    box = (x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
    figure = go.Figure([*_lines(box, camera.zoom), _cities(box, camera.zoom, t), *_marks(events, t, camera, selected)])
    hidden = {"visible": False, "fixedrange": True}
    figure.update_layout(
        width=width, height=height, dragmode=False, hovermode="closest",
        xaxis={"range": [box[0], box[2]], **hidden},
        yaxis={"range": [box[3], box[1]], "scaleanchor": "x", **hidden},
        **frame(LIGHT),
    )  # fmt: skip
    return figure


def for_paper(drawing: Drawing, *, width: int, height: int) -> go.Figure:
    """The timeline with bars told apart by patterns too, and a key of them where types are stacked."""
    timeline = go.Figure(drawing)
    stacked = [trace for trace in timeline.data if trace.meta in PATTERNS]
    timeline.update_traces(showlegend=False)
    for trace in stacked:
        pattern = {
            "shape": PATTERNS[trace.meta],
            "fillmode": "overlay",
            "fgcolor": "#ffffff",
            "fgopacity": 1,
            "size": 6,
        }
        trace.marker.pattern = pattern | {"solidity": 0.4}
        trace.marker.line = {"color": "#ffffff", "width": 1}
        trace.showlegend = True
    key = {"orientation": "h", "x": 0, "y": -0.3, "yanchor": "top", "font": {"size": 10}, "traceorder": "normal"}
    return timeline.update_layout(width=width, height=height + 36 * bool(stacked), dragmode=False, legend=key,
                                  showlegend=bool(stacked))  # fmt: skip


def _lines(box: Box, zoom: float) -> Iterator[go.Scatter]:
    scale = "50m" if zoom < _CLOSE else "10m"
    drawn = [(f"land-{scale}", 1.1, "#6a6a6a", "solid"), (f"borders-{scale}", 1.0, "#6a6a6a", "solid")]
    if zoom >= _CLOSE:
        drawn.insert(0, ("provinces", 0.6, "#a6a6a6", "dot"))
    for name, width, colour, dash in drawn:
        xs, ys = _within(name, box)
        line = {"width": width, "color": colour, "dash": dash}
        yield go.Scatter(x=xs, y=ys, mode="lines", line=line, hoverinfo="skip")


def _within(name: str, box: Box) -> tuple[list[float | None], list[float | None]]:
    """The stretches of a file's lines that lie in a box or reach into it, parted by None."""
    west, north, east, south = box
    xs: list[float | None] = []
    ys: list[float | None] = []
    for line in _drawn(name):
        inside = [west <= x <= east and north <= y <= south for x, y in line]
        for at, (x, y) in enumerate(line):
            if any(inside[max(0, at - 1) : at + 2]):
                xs.append(round(x, 6))
                ys.append(round(y, 6))
            elif xs and xs[-1] is not None:
                xs.append(None)
                ys.append(None)
        xs.append(None)
        ys.append(None)
    return xs, ys


@cache
def _drawn(name: str) -> list[list[tuple[float, float]]]:
    """The lines of a basemap file in Web Mercator."""
    told = json.loads((BASEMAP / f"{name}.geojson").read_text(encoding="utf-8"))
    found: list[list[tuple[float, float]]] = []
    for feature in told["features"]:
        shape = feature["geometry"]
        lines = shape["coordinates"] if shape["type"] == "MultiLineString" else _rings(shape)
        found += [[(x_of(lon), y_of(lat)) for lon, lat in line] for line in lines]
    return found


def _rings(shape: dict[str, Any]) -> list[Any]:
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    return [ring for polygon in polygons for ring in polygon]


def _cities(box: Box, zoom: float, t: Translator) -> go.Scatter:
    west, north, east, south = box
    told = json.loads((BASEMAP / "cities.geojson").read_text(encoding="utf-8"))["features"]
    seen = []
    for feature in told:
        lon, lat = feature["geometry"]["coordinates"]
        x, y, names = x_of(lon), y_of(lat), feature["properties"]
        if west < x < east and north < y < south and names["from_zoom"] <= zoom:
            seen.append((names["from_zoom"], x, y, names.get(f"name_{t.language}") or names["name_en"]))
    seen = sorted(seen)[:_MOST_CITIES]
    return go.Scatter(
        x=[x for _, x, _, _ in seen], y=[y for _, _, y, _ in seen], text=[name for *_, name in seen],
        mode="markers+text", textposition="bottom center", textfont={"size": 11, "color": "#4d4d4d"},
        marker={"size": 3, "color": "#4d4d4d"}, hoverinfo="skip",
    )  # fmt: skip


def _marks(events: pd.DataFrame, t: Translator, camera: Camera, selected: Collection[str]) -> Iterator[go.Scatter]:
    """Areas at their true size as dashed rings, then a shape an event, and a number in a ring for several."""
    rows: list[dict[str, Any]] = events.to_dict("records")  # type: ignore[assignment]
    for spot in spots(events, camera.zoom):
        members = [rows[at] for at in spot.rows]
        coarse = members[0]["place_precision"] in COARSE
        if coarse and (km := present(members[0]["radius_km"])):
            ring = circle(float(members[0]["longitude"]), float(members[0]["latitude"]), float(km))
            yield go.Scatter(x=[x_of(lon) for lon, _ in ring], y=[y_of(lat) for _, lat in ring], mode="lines",
                             line={"width": 1, "dash": "dash", "color": "#4d4d4d"}, hoverinfo="skip")  # fmt: skip
        chosen = any(row["event_id"] in selected for row in members)
        yield _several(spot, members, t, chosen) if len(members) > 1 else _single(spot, members[0], t, chosen)


def _single(spot: Spot, row: dict[str, Any], t: Translator, chosen: bool) -> go.Scatter:
    hollow = row["status"] != "carried_out"
    colour = LIGHT.types[row["event_type"]]
    marker = {
        "symbol": SYMBOLS[row["event_type"]] + ("-open" if hollow else ""), "size": 17 if chosen else 13,
        "color": colour, "line": {"width": 2.6 if chosen else 1.0, "color": colour if hollow else "#000000"},
    }  # fmt: skip
    return _mark(spot, event_text(t, row), marker, "")


def _several(spot: Spot, members: Sequence[dict[str, Any]], t: Translator, chosen: bool) -> go.Scatter:
    types: dict[str, int] = {}
    for row in members:
        types[row["event_type"]] = types.get(row["event_type"], 0) + 1
    place = str(present(members[0].get("place")) or "") if spot.same_place else ""
    line = {"width": 3.2 if chosen else 1.8, "color": "#000000"}
    marker = {"symbol": "circle", "size": ring_size(len(members)) * 0.9, "color": "#ffffff", "line": line}
    return _mark(spot, several_text(t, types, place), marker, t.number(len(members)))


def _mark(spot: Spot, said: str, marker: dict[str, Any], words: str) -> go.Scatter:
    return go.Scatter(
        x=[x_of(spot.longitude)], y=[y_of(spot.latitude)], mode="markers+text" if words else "markers",
        text=[words], textfont={"size": 12, "color": "#000000"}, marker=marker, hovertext=[said],
        hovertemplate="%{hovertext}<extra></extra>",
    )  # fmt: skip
