"""The embedded gazetteer: exact look-up of names, areas and what lies near a point."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

from etl.places.cache import beginning, cell, expanded, mark
from etl.places.names import ARTICLES, loose_key, name_key
from etl.places.shipped import FOLDER
from etl.places.spellings import is_alike, sounds_asked
from etl.records import PlacePrecision

EARTH_KM = 6371.0088
"""Mean radius of the Earth (IUGG)."""

_COLUMNS = (
    "place_id, kind, precision, name, latitude, longitude, radius_km, population, country, admin1, admin2, feature"
)


class Place(NamedTuple):
    """One place of the gazetteer. Degrees WGS 84, km; `admin1` and `admin2` are area codes such as "IQ.07".

    kind: country, admin1, admin2, town, neighbourhood, airport, or the kind of a row of sites.csv (base, camp,
    embassy, quarter, region, ...). place_id: "geonames:98182", "icao:ORAA", "iso:IQ-KR" or "site:green-zone".
    """

    place_id: str
    kind: str
    precision: PlacePrecision
    name: str
    latitude: float
    longitude: float
    radius_km: float
    population: int
    country: str
    admin1: str
    admin2: str
    feature: str

    @property
    def is_site(self) -> bool:
        """Whether it is a row of sites.csv."""
        return self.place_id.startswith("site:")

    @property
    def is_landmark(self) -> bool:
        """Whether it is a row of sites.csv that a bare name readily stands for: a base or region, no village."""
        return self.is_site and self.precision not in {"town", "neighbourhood", "district"}


def distance_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance in km between two (latitude, longitude) points in degrees (haversine formula)."""
    lat_a, lon_a, lat_b, lon_b = map(math.radians, (*a, *b))
    h = math.sin((lat_b - lat_a) / 2) ** 2 + math.cos(lat_a) * math.cos(lat_b) * math.sin((lon_b - lon_a) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(h)))


def names_country(places: Iterable[Place]) -> bool:
    """True where a country is among the places of a name: "China" is one, though Spanish calls a Chinese woman so."""
    return any(place.kind == "country" for place in places)


class Gazetteer:
    """Read-only look-ups in one expanded gazetteer file. Made by `open_gazetteer`; may be shared among threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
        (self._marks,) = self._connection.execute("SELECT bits FROM marks").fetchone()
        self._by_key = lru_cache(maxsize=20_000)(self._look_up)

    @lru_cache(maxsize=20_000)  # noqa: B019 a gazetteer lives as long as the process
    def named(self, name: str) -> tuple[Place, ...]:
        """Every place that answers to a name in any language, largest first; () where there is none."""
        key = name_key(name)
        found = self._by_key(key)
        loose = loose_key(key)
        if loose == key:
            return found
        known = {place.place_id for place in found}
        return (*found, *(place for place in self._by_key(loose) if place.place_id not in known))

    def begins(self, name: str) -> bool:
        """Whether some name or demonym may begin with these two words; True where they are not two words of a key."""
        key = name_key(name)
        words = key.split(" ")
        return len(words) != 2 or not ARTICLES.isdisjoint(words) or self._is_marked(beginning(key))

    def sounding(self, name: str) -> tuple[Place, ...]:
        """Places whose romanised name sounds alike and is spelt much the same (`spellings.is_alike`), largest first.

        Those of countries whose names are spelt in one way are found by a name in Arabic letters alone. Only for a
        name that `named` does not know; the caller must have other grounds for the country.
        """
        written = loose_key(name_key(name))
        sounds = sounds_asked(written)
        rows = self._connection.execute(
            f"SELECT key, {_COLUMNS} FROM sounding JOIN place USING (n) WHERE sound IN ({','.join('?' * len(sounds))}) "
            "ORDER BY population DESC, n",
            sounds,
        )
        places = [(row[0], Place(*row[1:])) for row in rows]
        return tuple({p.place_id: p for key, p in places if is_alike(p.country, key, written)}.values())

    @lru_cache(maxsize=20_000)  # noqa: B019 a gazetteer lives as long as the process
    def demonym(self, word: str) -> tuple[str, ...]:
        """The countries (alpha-2) whose people or things a word stands for: "Iraqi", "irakiennes"."""
        return self._demonyms.get(name_key(word), ())

    def place(self, place_id: str) -> Place | None:
        """The place with an id, or None."""
        return self._one("place_id = ?", (place_id,))

    @lru_cache(maxsize=8192)  # noqa: B019 a gazetteer lives as long as the process
    def area(self, code: str) -> Place | None:
        """The country "IQ", or the first-level area "IQ.07"; None where the gazetteer has no such area."""
        if "." not in code and len(code) == 2:
            return self._one("admin1 = '' AND kind = 'country' AND country = ?", (code,))
        return self._one("admin1 = ? AND kind = 'admin1'", (code,))

    @lru_cache(maxsize=512)  # noqa: B019 a gazetteer lives as long as the process
    def capital(self, country: str) -> Place | None:
        """The largest town that GeoNames calls a country's capital; None where it has none."""
        return self._one("feature = 'PPLC' AND country = ? ORDER BY population DESC", (country,))

    def around(self, latitude: float, longitude: float, cells: int = 1) -> tuple[Place, ...]:
        """Every place in the one-degree cell of a point and `cells` cells around it, in no order."""
        wanted = {
            cell(max(-90.0, min(90.0, latitude + i)), (longitude + j + 180) % 360 - 180)
            for i in range(-cells, cells + 1)
            for j in range(-cells, cells + 1)
        }
        marks = ",".join("?" * len(wanted))
        rows = self._connection.execute(f"SELECT {_COLUMNS} FROM place WHERE cell IN ({marks})", sorted(wanted))
        return tuple(Place(*row) for row in rows)

    def towns(self, latitude: float, longitude: float) -> list[tuple[float, float, str]]:
        """(latitude, longitude, country) of the towns and neighbourhoods in the one-degree cell of a point."""
        return self._connection.execute(
            "SELECT latitude, longitude, country FROM place WHERE cell = ? AND kind IN ('town', 'neighbourhood')",
            (cell(latitude, longitude),),
        ).fetchall()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @cached_property
    def _demonyms(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, tuple[str, ...]] = {}
        for key, country in self._connection.execute("SELECT key, country FROM demonym ORDER BY key, country"):
            found[key] = (*found.get(key, ()), country)
        return found

    def _look_up(self, key: str) -> tuple[Place, ...]:
        if not self._is_marked(key):
            return ()
        rows = self._connection.execute(
            f"SELECT {_COLUMNS} FROM named JOIN place USING (n) WHERE key = ? ORDER BY population DESC, n", (key,)
        )
        return tuple(Place(*row) for row in rows)

    def _is_marked(self, key: str) -> bool:
        byte, bit = mark(key)
        return bool(self._marks[byte] & bit)

    def _one(self, condition: str, values: tuple[str, ...]) -> Place | None:
        row = self._connection.execute(f"SELECT {_COLUMNS} FROM place WHERE {condition} LIMIT 1", values).fetchone()
        return Place(*row) if row else None


def open_gazetteer(folder: Path = FOLDER, cache: Path | None = None) -> Gazetteer:
    """The gazetteer of `folder`, expanded into `cache` (default: `cache.cache_folder()`) at first use, which takes
    some seconds. Raises DataError where a shipped file is missing or damaged, UsageError where the cache cannot be
    written.
    """
    return Gazetteer(expanded(folder, cache))
