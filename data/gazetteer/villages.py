"""Makes villages.csv: towns, villages and quarters that GeoNames' list lacks, from the points of UCDP GED.

Run by hand from the root: PYTHONPATH=. python data/gazetteer/villages.py GED.csv[.gz]. Only events put at the very
place (where_prec 1) count, only names that say what they are ("Foah village"), and only where all events of a name lie
close together and no place of that name, or of one that sounds alike, is known nearby. Columns: id (that of the first
such event), kind, name, latitude, longitude, country, admin1 (that of the nearest known town), names (parted by "|").
"""

from __future__ import annotations

import csv
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from etl.lexicon import DATA
from etl.places.gazetteer import Gazetteer, distance_km, open_gazetteer
from etl.places.names import name_key

HERE = Path(__file__).resolve().parent
TARGET = HERE / "villages.csv"
SPREAD_KM = 12.0
"""Distance in km from their middle within which all events of one name must lie."""
KNOWN_KM = 30.0
"""A known place of the same name nearer than this is the same place."""
ALIKE_KM = 12.0
"""A known place whose name only sounds alike is the same place nearer than this."""
SHORTEST = 5
"""Letters of a name: shorter ones are words and first names of many languages."""
OWN = "ucdp:"
"""How the ids of this file begin."""
_KIND = re.compile(r"^(?P<name>.+?)\s+(?P<kind>village|town|city|settlement|suburb|neighbou?rhood)\b(?P<rest>.*)$")
_QUARTERS = frozenset({"suburb", "neighbourhood", "neighborhood"})
_PLAIN = re.compile(r"[^\W\d_][^\W_]*(?:[ '’‘-]+[^\W_]+){0,3}")
Event = tuple[int, float, float]


def _events(path: Path) -> Iterator[tuple[str, str, Event]]:
    """(written place, UCDP's name of the country, event) of every event put at the very place."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["where_prec"] == "1" and row["where_coordinates"]:
                event = int(row["id"]), float(row["latitude"]), float(row["longitude"])
                yield row["where_coordinates"], row["country"], event


def _countries() -> dict[str, str]:
    """UCDP's names of countries -> ISO 3166-1 alpha-2."""
    with (DATA / "types" / "ucdp_ged_countries.csv").open(encoding="utf-8", newline="") as lines:
        told = {row["name"]: row["country"] for row in csv.DictReader(lines)}
    with (DATA / "types" / "countries.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            told.update((name, row["country"]) for name in row["names"].split("|") if name not in told)
    return told


def _names(written: str) -> tuple[str, ...]:
    """The plain names in what stands before the kind: "Tadmur/Palmyra" are two."""
    parts = re.split(r"/|\s*\(|\)|\s+-\s+", written)
    return tuple(dict.fromkeys(part.strip() for part in parts if _is_name(part.strip())))


def _is_name(part: str) -> bool:
    return len(part) >= SHORTEST and _PLAIN.fullmatch(part) is not None


def _is_known(gazetteer: Gazetteer, name: str, point: tuple[float, float]) -> bool:
    near = [(p, KNOWN_KM) for p in gazetteer.named(name)] + [(p, ALIKE_KM) for p in gazetteer.sounding(name)]
    near = [(p, km) for p, km in near if not p.place_id.startswith(OWN)]
    return any(distance_km((p.latitude, p.longitude), point) < km for p, km in near)


def _area(gazetteer: Gazetteer, country: str, point: tuple[float, float]) -> str:
    """The first-level area of the nearest known town; "" where that lies in another country, or far off."""
    towns = [p for p in gazetteer.around(*point) if p.admin1 and p.kind == "town"]
    nearest = min(towns, key=lambda p: distance_km((p.latitude, p.longitude), point), default=None)
    return nearest.admin1 if nearest is not None and nearest.country == country else ""


def rows(path: Path, gazetteer: Gazetteer) -> Iterator[tuple[object, ...]]:
    """The rows of villages.csv, in no order."""
    countries, told = _countries(), defaultdict[tuple[str, str], list[Event]](list)
    for written, country, event in _events(path):
        told[written, countries.get(country, "")].append(event)
    seen: set[tuple[str, str, int, int]] = set()
    for (written, country), events in sorted(told.items()):
        found = _KIND.match(written)
        names = _names(found["name"]) if found is not None else ()
        point = median(lat for _, lat, _ in events), median(lon for _, _, lon in events)
        if found is None or not names or not country:
            continue
        if any(distance_km((lat, lon), point) > SPREAD_KM for _, lat, lon in events):
            continue
        same = (name_key(names[0]), country, round(point[0]), round(point[1]))
        if same in seen or any(_is_known(gazetteer, name, point) for name in names):
            continue
        seen.add(same)
        kind = "neighbourhood" if found["kind"] in _QUARTERS else "town"
        area = _area(gazetteer, country, point)
        if not area:
            continue
        yield f"{OWN}{min(events)[0]}", kind, names[0], *(f"{x:.4f}" for x in point), country, area, "|".join(names[1:])


def main() -> None:
    """Write the file."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    found = sorted(rows(Path(sys.argv[1]), open_gazetteer()), key=lambda row: (str(row[5]), str(row[2]), str(row[0])))
    with TARGET.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("id", "kind", "name", "latitude", "longitude", "country", "admin1", "names"))
        writer.writerows(found)
    print(f"{TARGET.name}: {len(found):,} places")


if __name__ == "__main__":
    main()
