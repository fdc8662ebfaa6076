"""Whether a downloaded file is a whole archive that can be opened without harm. Nothing is unpacked to the disk."""

from __future__ import annotations

import gzip
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import IO, cast

from etl.errors import FetchError

LARGEST = 8 * 2**30
"""Bytes that an archive may unpack to: the largest event dataset known (ACLED, all years) stays below 3 GB."""
MOST_FILES = 1_000
STEEPEST = 200
"""Times its size that an entry may unpack to: tables of events compress ten to twenty times, bombs a thousand."""
_CHUNK = 2**20


def check(path: Path, largest: int = LARGEST) -> None:
    """Read an archive through (zip, xlsx, gz); another file is taken as it is.

    Raises FetchError where it is torn, too large, encrypted, or names files outside itself.
    """
    try:
        if path.suffix.lower() in (".zip", ".xlsx"):
            _check_zip(path, largest)
        elif path.suffix.lower() == ".gz":
            with gzip.open(path) as opened:
                _read_through(cast(IO[bytes], opened), path, min(largest, STEEPEST * path.stat().st_size + _CHUNK))
    except FetchError:
        raise
    except (zipfile.BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, RuntimeError) as error:
        raise FetchError(f"{path.name}: is no whole archive ({error}). It was not kept; try again later.") from error


def _check_zip(path: Path, largest: int) -> None:
    with zipfile.ZipFile(path) as whole:
        entries = whole.infolist()
        if len(entries) > MOST_FILES:
            raise FetchError(f"{path.name}: holds {len(entries)} files, more than {MOST_FILES}. It was not kept.")
        for entry in entries:
            if _leads_out(entry):
                raise FetchError(f"{path.name}: names {entry.filename!r}, which lies outside it. It was not kept.")
        told = sum(entry.file_size for entry in entries)
        steep = any(entry.file_size > STEEPEST * entry.compress_size + _CHUNK for entry in entries)
        if told > largest or steep:
            raise FetchError(f"{path.name}: would unpack to {told:,} bytes, more than is sane. It was not kept.")
        left = largest
        for entry in entries:
            with whole.open(entry) as opened:
                left -= _read_through(opened, path, min(left, entry.file_size))


def _read_through(opened: IO[bytes], path: Path, largest: int) -> int:
    """Read to the end, which checks the checksums; raises FetchError beyond `largest` bytes."""
    total = 0
    while chunk := opened.read(_CHUNK):
        total += len(chunk)
        if total > largest:
            raise FetchError(f"{path.name}: unpacks to more than {largest:,} bytes. It was not kept.")
    return total


def _leads_out(entry: zipfile.ZipInfo) -> bool:
    name = entry.filename
    posix, windows = PurePosixPath(name), PureWindowsPath(name)
    linked = stat.S_ISLNK(entry.external_attr >> 16)
    return linked or posix.is_absolute() or bool(windows.drive or windows.root) or ".." in windows.parts
