"""Circles at their true size on the ground, and hexagons, as features that the style draws under the marks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import asin, atan2, cos, degrees, pi, radians, sin, sqrt
from typing import TYPE_CHECKING, Any

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
Feature = dict[str, Any]
"""A feature of GeoJSON, with the properties that dashboard.figures.basemap draws by."""


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


def filled(rings: Iterable[Ring], colour: str, opacity: float) -> Feature:
    """Filled rings of one colour."""
    look = {"kind": "fill", "colour": colour, "opacity": opacity}
    return _feature(look, "MultiPolygon", [[ring] for ring in rings])


def lined(rings: Iterable[Ring], colour: str, width: float, *, dashed: bool = False) -> Feature:
    """The outlines of rings; width in pixels."""
    look = {"kind": "dash" if dashed else "line", "colour": colour, "width": width}
    return _feature(look, "MultiLineString", list(rings))


def _feature(look: dict[str, Any], shape: str, coordinates: list[Any]) -> Feature:
    return {"type": "Feature", "properties": look, "geometry": {"type": shape, "coordinates": coordinates}}


def reach(rows: Sequence[dict[str, Any]], zoom: float, chosen: frozenset[str], colours: Palette) -> list[Feature]:
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
    features: list[Feature] = []
    for (is_area, colour, is_chosen), rings in sorted(by_look.items()):
        strength = 2.0 if is_chosen else 1.0
        features.append(filled(rings, colour, (0.05 if is_area else 0.12) * strength))
        if is_area:
            features.append(lined(rings, colour, 1.1 * strength, dashed=True))
    return features


def box(bounds: Bounds, colours: Palette) -> Feature:
    """The edge of a part of the map, in the colour of what the reader marked."""
    west, south, east, north = bounds
    east += 360 if east < west else 0
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    return lined([ring], colours.accent, 1.6)


def hexagons(cells: Cells, colours: Palette, counted: str = "events") -> list[Feature]:
    """Hexagons in the colour of their commonest type, the stronger the more they hold of what is counted (a column)."""
    most = max([1.0, *(getattr(cell, counted) or 0 for cell in cells.cells)])
    rings: dict[tuple[int, str], list[Ring]] = {}
    for cell in cells.cells:
        step = min(4, int(5 * ((getattr(cell, counted) or 0) / most) ** 0.5))
        ring = hexagon(cell.longitude, cell.latitude, cells.radius * 0.94)
        rings.setdefault((step, colours.types[cell.event_type]), []).append(ring)
    return [filled(group, colour, 0.25 + 0.16 * step) for (step, colour), group in sorted(rings.items())]
