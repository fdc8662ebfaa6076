"""Shapes out of the files Natural Earth is packed in: TopoJSON arcs and shapefile lines, thinned without gaps.

TopoJSON keeps each stretch of coast or border once, as an arc. Thinning arc by arc therefore keeps neighbours
joined: both sides of a border lose the same points. A point is [longitude, latitude] in degrees.
Format: the TopoJSON specification, sections 2.1.2 (transforms) and 2.1.4 (arc indexes); ESRI Shapefile Technical
Description (1998), records 3 (polyline) and 5 (polygon).
"""

from __future__ import annotations

import json
import struct
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Line = list[Point]


class Topology:
    """One TopoJSON file, its arcs decoded, thinned to `tolerance` degrees and rounded to `decimals`."""

    def __init__(self, path: Path, tolerance: float, decimals: int) -> None:
        content = json.loads(path.read_text(encoding="utf-8"))
        self.objects: dict[str, Any] = content["objects"]
        scale, shift = content["transform"]["scale"], content["transform"]["translate"]
        self.arcs = [rounded(thinned(_absolute(arc, scale, shift), tolerance), decimals) for arc in content["arcs"]]

    def rings(self, geometry: dict[str, Any]) -> Iterator[list[Line]]:
        """Each polygon of a geometry as its rings, the outer one first; rings that thinned away are left out."""
        if geometry["type"] == "GeometryCollection":
            for part in geometry["geometries"]:
                yield from self.rings(part)
            return
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry.get("arcs", [])
        for polygon in polygons:
            rings = [self._joined(indexes) for indexes in polygon]
            if len(rings[0]) >= 4:
                yield [ring for ring in rings if len(ring) >= 4]

    def shared_arcs(self, name: str) -> list[Line]:
        """The arcs that two geometries of one object have in common: the borders between them."""
        uses: Counter[int] = Counter()
        for geometry in self.objects[name]["geometries"]:
            uses.update({index if index >= 0 else ~index for index in _flat(geometry.get("arcs", []))})
        return [self.arcs[index] for index, used in sorted(uses.items()) if used > 1]

    def _joined(self, indexes: Sequence[int]) -> Line:
        ring: Line = []
        for index in indexes:
            arc = self.arcs[index] if index >= 0 else self.arcs[~index][::-1]
            ring.extend(arc if not ring else arc[1:])
        return ring


def _flat(nested: Sequence[Any]) -> Iterator[int]:
    for item in nested:
        if isinstance(item, int):
            yield item
        else:
            yield from _flat(item)


def _absolute(arc: Sequence[Sequence[int]], scale: Sequence[float], shift: Sequence[float]) -> Line:
    x = y = 0
    line: Line = []
    for step in arc:
        x, y = x + step[0], y + step[1]
        line.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return line


def thinned(line: Line, tolerance: float) -> Line:
    """The line without the points that lie within `tolerance` degrees of it (Ramer 1972; Douglas and Peucker 1973)."""
    if len(line) < 3:
        return line
    kept = {0, len(line) - 1}
    spans = [(0, len(line) - 1)]
    while spans:
        first, last = spans.pop()
        far, distance = _farthest(line, first, last)
        if distance > tolerance:
            kept.add(far)
            spans += [(first, far), (far, last)]
    return [line[index] for index in sorted(kept)]


def _farthest(line: Line, first: int, last: int) -> tuple[int, float]:
    (x0, y0), (x1, y1) = line[first], line[last]
    length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
    best, far = -1.0, first
    for index in range(first + 1, last):
        x, y = line[index]
        if length:
            distance = abs((y1 - y0) * x - (x1 - x0) * y + x1 * y0 - y1 * x0) / length
        else:
            distance = ((x - x0) ** 2 + (y - y0) ** 2) ** 0.5
        if distance > best:
            best, far = distance, index
    return far, best


def rounded(line: Line, decimals: int) -> Line:
    """The line with rounded coordinates and no point twice in a row."""
    points: Line = []
    for x, y in line:
        point = (round(x, decimals), round(y, decimals))
        if not points or points[-1] != point:
            points.append(point)
    return points if len(points) > 1 else points * 2


def shapefile_parts(path: Path) -> Iterator[list[Line]]:
    """The parts of each record of a polyline or polygon shapefile; ValueError for any other shape."""
    content = path.read_bytes()
    offset = 100
    while offset < len(content):
        (words,) = struct.unpack_from(">i", content, offset + 4)
        record = content[offset + 8 : offset + 8 + 2 * words]
        offset += 8 + 2 * words
        (kind,) = struct.unpack_from("<i", record)
        if kind == 0:
            continue
        if kind not in {3, 5}:
            raise ValueError(f"{path.name}: shape type {kind} is neither polyline nor polygon")
        count, points = struct.unpack_from("<2i", record, 36)
        starts = [*struct.unpack_from(f"<{count}i", record, 44), points]
        flat = struct.unpack_from(f"<{2 * points}d", record, 44 + 4 * count)
        pairs: Line = list(zip(flat[::2], flat[1::2], strict=True))
        yield [pairs[begin:end] for begin, end in pairwise(starts)]
