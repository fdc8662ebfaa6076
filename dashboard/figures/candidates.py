"""The places that an ambiguous name may mean, numbered on one small map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from dashboard.figures.basemap import style
from dashboard.figures.drawing import Drawing
from dashboard.figures.hover import plain
from dashboard.figures.map import frame, marks
from dashboard.figures.marks import cluster
from dashboard.figures.palette import Theme, palette
from dashboard.figures.pen import Drawn
from dashboard.figures.places import camera_for
from dashboard.i18n import Translator

_SIZE = 26


class Point(NamedTuple):
    """One candidate: where it lies, in degrees, and what it is called."""

    longitude: float
    latitude: float
    name: str


def candidates_map(
    points: Sequence[Point], *, t: Translator, theme: Theme = "light", size: tuple[int, int] = (340, 250)
) -> Drawing:
    """The candidates, each as its number from 1; size: of the map in pixels."""
    colours = palette(theme)
    drawn, images = [], {}
    for number, point in enumerate(points, start=1):
        image, spec = cluster({"other": 1}, t.number(number), _SIZE, colours, False)
        images[image] = spec
        text = f"<b>{number}</b> {plain(point.name)}"
        drawn.append(Drawn(point.longitude, point.latitude, image, text, (), "none"))
    table = pd.DataFrame({
        "longitude": [p.longitude for p in points], "latitude": [p.latitude for p in points], "place_precision": "town",
    })  # fmt: skip
    camera = camera_for(table, *size)
    layout = {
        "map": {
            "style": style(theme, t.language),
            "center": {"lon": camera.longitude, "lat": camera.latitude},
            "zoom": camera.zoom,
        },
        "meta": {"images": images, "kind": "map", "note": t("figure.borders"), "marking": False},
    }
    return {"data": [marks(drawn)], "layout": layout | frame(colours)}
