"""Files as streams of bytes, whatever they are packed in: plain, gzip, or a zip archive with one table inside.

The packing is told from the first bytes, never from the name.
"""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from etl.errors import InputError

BROKEN = (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError)
"""What the standard library raises for a damaged or unknown packing."""

_BUFFER = 1 << 16
"""Bytes unpacked at a time: so much is lost, at most, before the place where a file is damaged."""

_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_LARGEST = 8 * 1024**3
"""Bytes that a zip archive may unpack to: twenty times the full UCDP GED."""


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """The unpacked bytes of a file. Raises InputError, also while it is read, where the packing is damaged."""
    try:
        with path.open("rb") as raw:
            first = raw.read(4)
            raw.seek(0)
            if first.startswith(_GZIP):
                with gzip.GzipFile(fileobj=raw) as packed:
                    # GzipFile hands out lines from Python; a BufferedReader over it does so from C.
                    yield io.BufferedReader(cast("io.RawIOBase", packed), _BUFFER)
            elif first == _ZIP:
                with zipfile.ZipFile(raw) as archive, archive.open(_table_in(archive, path)) as member:
                    yield io.BufferedReader(cast("io.RawIOBase", member), _BUFFER)
            else:
                yield raw
    except PermissionError as error:
        raise InputError(str(path), "the file may not be read", "Allow reading it.") from error
    except BROKEN as error:
        raise InputError(str(path), f"the file is damaged ({error})", "Fetch or save it again.") from error


def beginning(path: Path, size: int = 65_536) -> bytes:
    """The first unpacked bytes of a file; none where it cannot be read."""
    try:
        with opened(path) as stream:
            return stream.read(size)
    except InputError:
        return b""


def refuse_unreadable(path: Path) -> None:
    """Raise InputError where a file cannot be opened or is empty, saying which."""
    with opened(path) as stream:
        is_empty = not stream.read(1)
    if is_empty:
        raise InputError(str(path), "the file is empty", "Fetch or save it again.")


def is_workbook(path: Path) -> bool:
    """True for an xlsx file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except BROKEN:
        return False


def _table_in(archive: zipfile.ZipFile, path: Path) -> zipfile.ZipInfo:
    inside = [m for m in archive.infolist() if not m.is_dir() and not m.filename.startswith(("__MACOSX", "."))]
    tables = [m for m in inside if m.filename.lower().endswith((".csv", ".tsv", ".json", ".geojson", ".jsonl"))]
    chosen = tables or inside
    if len(chosen) != 1:
        names = ", ".join(sorted(m.filename for m in chosen)[:5]) or "nothing"
        raise InputError(
            str(path), f"the archive should hold one table and holds {names}", "Unpack it and name the file."
        )
    if chosen[0].flag_bits & 1:
        raise InputError(str(path), "the archive is locked by a password", "Unpack it and name the file inside.")
    if chosen[0].file_size > _LARGEST:
        raise InputError(
            str(path), f"the archive unpacks to more than {_LARGEST >> 30} GB", "Unpack and split it first."
        )
    return chosen[0]
