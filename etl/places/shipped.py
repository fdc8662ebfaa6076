"""The files of `data/gazetteer/` as rows for the cache: the packed gazetteer, our own sites, and demonyms."""

from __future__ import annotations

import csv
import lzma
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from etl.errors import DataError
from etl.lexicon import DATA
from etl.records import PLACE_PRECISIONS

FOLDER = DATA / "gazetteer"
PACKED, SITES, DEMONYMS, VILLAGES = "gazetteer.tsv.xz", "sites.csv", "demonyms.csv", "villages.csv"
ABBREVIATIONS, EXONYMS = "abbreviations.csv", "exonyms.csv"
LANGUAGES = ("en", "fr", "ar", "es")

VILLAGE_KM = 3.0
"""Radius in km that stands for a place of villages.csv."""

_PRECISION = {
    "country": "country", "admin1": "province", "admin2": "district", "town": "town",
    "neighbourhood": "neighbourhood", "airport": "site",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ShippedPlace:
    """One place as it ships; `admin1` and `admin2` are GeoNames codes ("IQ.07"), names exclude nothing but codes."""

    place_id: str
    kind: str
    precision: str
    name: str
    latitude: float
    longitude: float
    radius_km: float
    population: int
    country: str
    admin1: str
    admin2: str
    feature: str
    names: tuple[str, ...]


def checksum(folder: Path) -> str:
    """Identity of the six files together, 24 hexadecimal digits."""
    digest = blake2b(digest_size=12)
    for name in (PACKED, SITES, DEMONYMS, ABBREVIATIONS, EXONYMS, VILLAGES):
        path = folder / name
        if not path.is_file():
            raise DataError(f"{path}: missing; restore it from the repository")
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _code(country: str, part: str, whole: str) -> str:
    return f"{whole}.{part}" if part and not part.startswith(f"{country}") else part


def packed_places(folder: Path) -> Iterator[ShippedPlace]:
    """Every place of the packed gazetteer. Raises DataError where a line is damaged."""
    path = folder / PACKED
    try:
        with lzma.open(path, "rt", encoding="utf-8", newline="\n") as lines:
            for line in lines:
                (place_id, kind, name, lat, lon, radius, population, country, part1, part2, feature, names) = (
                    line.rstrip("\n").split("\t")
                )
                admin1 = _code(country, part1, country)
                yield ShippedPlace(
                    place_id, kind, _PRECISION[kind], name, float(lat), float(lon), float(radius),
                    int(population or 0), country, admin1, _code(country, part2, admin1), feature,
                    tuple(n for n in names.split("|") if n),
                )  # fmt: skip
    except (lzma.LZMAError, EOFError, ValueError, KeyError) as error:
        raise DataError(f"{path}: damaged ({error}); restore it from the repository") from error


def sites(folder: Path = FOLDER) -> Iterator[ShippedPlace]:
    """Every row of sites.csv. Raises DataError, with the row, for an unknown precision or a bad number."""
    path = folder / SITES
    with path.open(encoding="utf-8", newline="") as lines:
        for number, row in enumerate(csv.DictReader(lines), start=2):
            if row["precision"] not in PLACE_PRECISIONS:
                raise DataError(f"{path}, row {number}: unknown precision {row['precision']!r}; see etl/records.py")
            aliases = (a.strip() for language in LANGUAGES for a in (row[f"aliases_{language}"] or "").split("|"))
            try:
                point = float(row["latitude"]), float(row["longitude"]), float(row["radius_km"])
            except ValueError as error:
                raise DataError(f"{path}, row {number}: {error}; latitude, longitude, radius_km are numbers") from error
            yield ShippedPlace(
                f"site:{row['id']}", row["kind"], row["precision"], row["name"], *point, 0, row["country"],
                row["admin1"], "", row["kind"], tuple(a for a in aliases if a),
            )  # fmt: skip


def villages(folder: Path = FOLDER) -> Iterator[ShippedPlace]:
    """Every row of villages.csv, within VILLAGE_KM of its point: their inhabitants are not known."""
    with (folder / VILLAGES).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield ShippedPlace(
                row["id"], row["kind"], _PRECISION[row["kind"]], row["name"], float(row["latitude"]),
                float(row["longitude"]), VILLAGE_KM, 0, row["country"], row["admin1"], "", "PPL",
                tuple(name for name in row["names"].split("|") if name),
            )  # fmt: skip


def demonyms(folder: Path = FOLDER, languages: Sequence[str] = LANGUAGES) -> Iterator[tuple[str, str]]:
    """(word, country) for every demonym of demonyms.csv in certain languages."""
    with (folder / DEMONYMS).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for language in languages:
                for word in (row[language] or "").split("|"):
                    if word.strip():
                        yield word.strip(), row["country"]


def peoples(folder: Path = FOLDER) -> frozenset[tuple[str, str]]:
    """(word in small letters, country) of what in English alone is a people, though GeoNames lists it as a land's name.

    "israeli" and "pakistani"; not "argentine", which is the country in French, nor "uk".
    """
    others = (*demonyms(folder, LANGUAGES[1:]), *country_aliases(folder))
    told = {(word.lower(), code) for word, code in demonyms(folder, LANGUAGES[:1])}
    return frozenset(told - {(word.lower(), code) for word, code in others})


def country_aliases(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """(name, country) for the names of countries that CLDR lacks ("US", "RDC", "Côte-d'Ivoire")."""
    with (folder / DEMONYMS).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in (row["names"] or "").split("|"):
                if name.strip():
                    yield name.strip(), row["country"]


def abbreviations(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """(name, area code) for the first-level areas that newspapers shorten ("Ky.", "US.KY")."""
    with (folder / ABBREVIATIONS).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in row["names"].split("|"):
                yield name, row["area"]


def exonyms(folder: Path = FOLDER) -> Iterator[tuple[str, str]]:
    """(name, place_id) for the Arabic names and spellings of news that GeoNames and CLDR lack."""
    with (folder / EXONYMS).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for name in row["names"].split("|"):
                yield name, row["place_id"]
