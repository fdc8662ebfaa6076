"""Files as streams of bytes, whatever they are packed in: plain, gzip, or a table in a zip archive.

The packing is told from the first bytes, never from the name.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from etl.errors import InputError
from etl.sources._archives import BROKEN, ZIP, member_of, on_disk

_BUFFER = 1 << 16
"""Bytes unpacked at a time: so much is lost, at most, before the place where a file is damaged."""

_GZIP = b"\x1f\x8b"


@contextmanager
def opened(path: Path) -> Iterator[io.BufferedReader]:
    """The unpacked bytes of a file. Raises InputError, also while it is read, where the packing is damaged."""
    try:
        with on_disk(path).open("rb") as raw:
            first = raw.read(4)
            raw.seek(0)
            if first.startswith(_GZIP):
                with gzip.GzipFile(fileobj=raw) as packed:
                    # GzipFile hands out lines from Python; a BufferedReader over it does so from C.
                    yield io.BufferedReader(cast("io.RawIOBase", packed), _BUFFER)
            elif first == ZIP:
                with zipfile.ZipFile(raw) as archive, archive.open(member_of(archive, path)) as member:
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
    """Raise InputError where a file cannot be opened, is empty or UTF-16, saying which."""
    with opened(path) as stream:
        first = stream.read(2)
    if not first:
        raise InputError(str(path), "the file is empty", "Fetch or save it again.")
    refuse_utf16(path, first)


def refuse_utf16(path: Path, first: bytes) -> None:
    """Raise InputError where a file's first bytes are UTF-16's mark."""
    if first[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise InputError(str(path), "the file is UTF-16", "Save it as CSV in UTF-8.")


def is_workbook(path: Path) -> bool:
    """True for an xlsx file."""
    try:
        with zipfile.ZipFile(path) as archive:
            return "xl/workbook.xml" in archive.namelist()
    except BROKEN:
        return False
