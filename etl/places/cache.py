"""The shipped gazetteer, expanded once into an SQLite file with exact look-up keys.

The file's name carries the checksum of what it was made from, so a new gazetteer never meets an old cache. It is
written beside its place and moved there in one step: two processes may both make it, and either result is whole.
"""

from __future__ import annotations

import os
import sqlite3
import sys
import tempfile
import time
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from etl.errors import UsageError
from etl.places.names import ARAB_WORLD, loose_key, name_key
from etl.places.shipped import (
    ShippedPlace,
    abbreviations,
    checksum,
    country_aliases,
    demonyms,
    exonyms,
    packed_places,
    peoples,
    sites,
    villages,
)  # fmt: skip
from etl.places.spellings import sounds_kept

LAYOUT = 10
"""Raised whenever the tables below change."""
UNUSED_DAYS = 7
"""Days after which the file of another gazetteer goes once a new one is made: two checkouts may share the cache."""
MOST_KEPT = 8
"""Files of other gazetteers (of some 75 MB) that stay at most: the last used ones."""

_TABLES = """
CREATE TABLE place (n INTEGER PRIMARY KEY, place_id TEXT, kind TEXT, precision TEXT, name TEXT, latitude REAL,
    longitude REAL, radius_km REAL, population INTEGER, country TEXT, admin1 TEXT, admin2 TEXT, feature TEXT,
    cell INTEGER);
CREATE TABLE named (key TEXT, n INTEGER, PRIMARY KEY (key, n)) WITHOUT ROWID;
CREATE TABLE sounding (sound TEXT, key TEXT, n INTEGER, PRIMARY KEY (sound, key, n)) WITHOUT ROWID;
CREATE TABLE demonym (key TEXT, country TEXT, PRIMARY KEY (key, country)) WITHOUT ROWID;
CREATE TABLE marks (bits BLOB);
"""
_MARK_BITS = 1 << 24
"""Two megabytes, of which a million names set one bit in twelve: as many of the unknown words are looked up."""
_INDEXES = """
CREATE INDEX place_by_id ON place (place_id);
CREATE INDEX place_by_cell ON place (cell);
CREATE INDEX place_by_seat ON place (country) WHERE feature = 'PPLC';
CREATE INDEX place_by_area ON place (kind, admin1, country);
"""


def cache_folder() -> Path:
    """`$ATLAS_CACHE`, else "incident-atlas" in the platform's cache folder."""
    chosen = os.environ.get("ATLAS_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", Path.home() / "AppData" / "Local")) / "incident-atlas"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "incident-atlas"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "incident-atlas"


def mark(key: str) -> tuple[int, int]:
    """The byte and the bit in it that a name's key sets in `marks`: where it is not set, no place has that name."""
    number = zlib.crc32(key.encode()) % _MARK_BITS
    return number >> 3, 1 << (number & 7)


def cell(latitude: float, longitude: float) -> int:
    """The number of the one-degree cell that holds a point."""
    return int(latitude // 1 + 90) * 360 + int((longitude + 180) // 1) % 360


def expanded(folder: Path, cache: Path | None = None) -> Path:
    """The cache file for the gazetteer in `folder`, made where it is missing or cut short."""
    target = (cache or cache_folder()) / f"gazetteer-{LAYOUT}-{checksum(folder)}.sqlite"
    if not _is_whole(target):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            _make(folder, target)
            _forget_others(target)
        except (OSError, sqlite3.Error) as error:
            raise UsageError(f"{target}: {error}. Set ATLAS_CACHE to a folder that can be written") from error
    with suppress(OSError):  # a cache that others keep may be for reading only
        os.utime(target)
    return target


def _forget_others(target: Path) -> None:
    """Remove the files of earlier gazetteers that nothing has opened for a while, and what a killed maker left."""
    used: list[tuple[float, Path]] = []
    for other in target.parent.glob("gazetteer-*.sqlite*"):
        with suppress(OSError):  # another process may remove it
            if other != target:
                used.append((other.stat().st_mtime, other))
    for place, (when, other) in enumerate(sorted(used, reverse=True)):
        if place >= MOST_KEPT or time.time() - when > UNUSED_DAYS * 86_400:
            with suppress(OSError):  # another process may remove or hold it
                other.unlink()


def _is_whole(path: Path) -> bool:
    """True where the file is there, is SQLite, and has every page its header promises."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(32)
    except OSError:
        return False
    page = int.from_bytes(head[16:18], "big")
    pages = int.from_bytes(head[28:32], "big")
    return head.startswith(b"SQLite format 3\0") and size > 0 and size == (65536 if page == 1 else page) * pages


def _make(folder: Path, target: Path) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        connection = sqlite3.connect(part)
        try:
            _fill(connection, folder)
        finally:
            connection.close()
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, folder: Path) -> None:
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 8192;" + _TABLES)
    extra: dict[str, list[str]] = {}
    for alias, code in (*country_aliases(folder), *abbreviations(folder), *exonyms(folder)):
        extra.setdefault(code, []).append(alias)
    people = peoples(folder)
    rows: list[tuple[object, ...]] = []
    pairs: set[tuple[str, int]] = set()
    sounds: set[tuple[str, str, int]] = set()
    for n, place in enumerate(_all_places(folder), start=1):
        rows.append((
            n, place.place_id, place.kind, place.precision, place.name, place.latitude, place.longitude,
            place.radius_km, place.population, place.country, place.admin1, place.admin2, place.feature,
            cell(place.latitude, place.longitude),
        ))  # fmt: skip
        code = {"country": place.country, "admin1": place.admin1}.get(place.kind, "")
        further = (*extra.get(code, ()), *extra.get(place.place_id, ()))
        keys = set(_keys(place, further))
        keys -= {key for key in keys if place.kind == "country" and (key, place.country) in people}
        pairs.update((key, n) for key in keys)
        latin = () if place.kind == "country" else keys
        sounds.update((sound, key, n) for sound, key in sounds_kept(place.country, place.population, latin))
    connection.executemany(f"INSERT INTO place VALUES ({','.join('?' * 14)})", rows)
    connection.executemany("INSERT INTO named VALUES (?, ?)", sorted(pairs))
    connection.executemany("INSERT INTO sounding VALUES (?, ?, ?)", sorted(sounds))
    words = sorted({(name_key(word), country) for word, country in demonyms(folder)})
    connection.execute("INSERT INTO marks VALUES (?)", (_marks({key for key, _ in pairs}, {key for key, _ in words}),))
    connection.executemany("INSERT INTO demonym VALUES (?, ?)", words)
    connection.executescript(_INDEXES)
    connection.commit()


def beginning(key: str) -> str:
    """The first two words of a key of several words, as they are marked: no key ends like this."""
    return " ".join(key.split(" ", 2)[:2]) + "+"


def _marks(names: set[str], demonyms: set[str]) -> bytes:
    """One bit for each name, and for the first two words of each name and demonym of several."""
    bits = bytearray(_MARK_BITS >> 3)
    begun = {beginning(key) for key in names | demonyms if " " in key}
    for key in names | begun:
        byte, bit = mark(key)
        bits[byte] |= bit
    return bytes(bits)


def _all_places(folder: Path) -> Iterator[ShippedPlace]:
    yield from packed_places(folder)
    yield from sites(folder)
    yield from villages(folder)


def _keys(place: ShippedPlace, further: Iterable[str]) -> Iterator[str]:
    """Every key a place answers to; in the Arab world also without its articles."""
    for name in (place.name, *place.names, *further):
        key = name_key(name)
        if key:
            yield key
            if place.country in ARAB_WORLD:
                yield loose_key(key)
