"""Circles at their true size on the ground, and hexagons, as layers of a plotly map."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

from dashboard.figures.basemap import LABELS
from dashboard.figures.hover import present
from dashboard.figures.marks import COARSE
from dashboard.figures.palette import Palette
from dashboard.figures.places import MARK, latitude_of, pixel_km, y_of
from dashboard.geography import Bounds

if TYPE_CHECKING:
    from dashboard.queries.marks import Cells

CORNERS = 72
MOST_AREAS = 400
EARTH_KM = 6371.0
"""Mean radius of the Earth (IUGG)."""

Ring = list[tuple[float, float]]


def circle(longitude: float, latitude: float, radius_km: float, corners: int = CORNERS) -> Ring:
    """The points at `radius_km` from a point along great circles, closed; longitudes run on past 180 degrees."""
    lat, angle = radians(latitude), radius_km / EARTH_KM
    ring: Ring = []
    for i in range(corners):
        bearing = 2 * pi * i / corners
        there = asin(sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(bearing))
        turn = atan2(sin(bearing) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(there))
        ring.append((round(longitude + degrees(turn), 3), round(degrees(there), 3)))
    return [*ring, ring[0]]


def hexagon(longitude: float, latitude: float, radius: float) -> Ring:
    """A hexagon that stands on a corner and is regular on the map; radius in degrees of longitude."""
    middle = y_of(latitude)
    ring = [
        (
            round(longitude + radius * sin(pi * i / 3), 5),
            round(latitude_of(middle + radius / 360 * cos(pi * i / 3)), 5),
        )
        for i in range(6)
    ]
    return [*ring, ring[0]]


def fill_layer(name: str, rings: Iterable[Ring], colour: str, opacity: float) -> dict[str, Any]:
    """Filled rings of one colour, beneath the labels."""
    return _layer(name, "fill", [[ring] for ring in rings], "MultiPolygon") | {
        "color": colour,
        "opacity": opacity,
        "fill": {"outlinecolor": "rgba(0,0,0,0)"},
    }


def line_layer(name: str, rings: Iterable[Ring], colour: str, line: dict[str, Any]) -> dict[str, Any]:
    """The outlines of rings, beneath the labels. line: width in pixels, dash in multiples of it."""
    layer = _layer(name, "line", list(rings), "MultiLineString")
    return layer | {"color": colour, "opacity": 0.75, "line": line}


def _layer(name: str, kind: str, coordinates: list[Any], shape: str) -> dict[str, Any]:
    geometry = {"type": shape, "coordinates": coordinates}
    source = {"type": "Feature", "properties": {}, "geometry": geometry}
    return {"name": name, "sourcetype": "geojson", "source": source, "type": kind, "below": LABELS}


def reach(
    rows: Sequence[dict[str, Any]], zoom: float, chosen: frozenset[str], colours: Palette
) -> list[dict[str, Any]]:
    """What placed events may have happened in, at its true radius: dashed for areas, soft for neighbourhoods and towns.

    Each place once, in the colour of its type where it has only one. A soft disc is left out while a mark covers it.
    Of very many, the MOST_AREAS smallest are drawn; the others still have their badges.
    """
    places: dict[tuple[float, float, float, bool], list[dict[str, Any]]] = {}
    for row in rows:
        km = present(row["radius_km"])
        if km and present(row["latitude"]) is not None and row["place_precision"] != "site":
            is_area = row["place_precision"] in COARSE
            if is_area or km / pixel_km(float(row["latitude"]), zoom) > MARK:
                where = (float(km), float(row["longitude"]), float(row["latitude"]), is_area)
                places.setdefault(where, []).append(row)
    by_look: dict[tuple[bool, str, bool], list[Ring]] = {}
    for (km, lon, lat, is_area), members in sorted(places.items(), key=lambda item: item[0])[:MOST_AREAS]:
        types = {row["event_type"] for row in members}
        colour = colours.types[next(iter(types))] if len(types) == 1 else colours.quiet
        look = (is_area, colour, any(row["event_id"] in chosen for row in members))
        # The middle of a side lies pi^2 / 2 n^2 of the radius within the circle: with these n, half a pixel.
        corners = max(12, min(CORNERS, round(pi * sqrt(km / pixel_km(lat, zoom)))))
        by_look.setdefault(look, []).append(circle(lon, lat, km, corners))
    layers: list[dict[str, Any]] = []
    for (is_area, colour, is_chosen), rings in sorted(by_look.items()):
        strength = 2.0 if is_chosen else 1.0
        layers.append(fill_layer("area", rings, colour, (0.05 if is_area else 0.12) * strength))
        if is_area:
            layers.append(line_layer("edge", rings, colour, {"width": 1.1 * strength, "dash": [3, 2.5]}))
    return layers


def box(bounds: Bounds, colours: Palette) -> dict[str, Any]:
    """The edge of a part of the map, in the colour of what the reader marked."""
    west, south, east, north = bounds
    east += 360 if east < west else 0
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return line_layer("marked", [ring], colours.accent, {"width": 1.6})


def hexagons(cells: Cells, colours: Palette, counted: str = "events") -> list[dict[str, Any]]:
    """Hexagons in the colour of their commonest type, the stronger the more they hold of what is counted (a column)."""
    most = max(1.0, float(cells.cells[counted].fillna(0).max())) if len(cells.cells) else 1.0
    rings: dict[tuple[int, str], list[Ring]] = {}
    for row in cells.cells.to_dict("records"):
        step = min(4, int(5 * (float(present(row[counted]) or 0) / most) ** 0.5))
        ring = hexagon(float(row["longitude"]), float(row["latitude"]), cells.radius * 0.94)
        rings.setdefault((step, colours.types[str(row["event_type"])]), []).append(ring)
    return [fill_layer("cells", group, colour, 0.25 + 0.16 * step) for (step, colour), group in sorted(rings.items())]
