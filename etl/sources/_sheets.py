"""A table in any of its usual clothes (CSV, xlsx, JSON, GeoJSON) as column names and rows of text cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.errors import InputError
from etl.records import Notice, Rejected
from etl.sources._cells import Given, named
from etl.sources._csv import csv_header, csv_rows
from etl.sources._json import json_rows
from etl.sources._opening import beginning, is_workbook
from etl.sources._workbook import workbook_header, workbook_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names in lower case and the rows under them, as wide as the names; what is no row comes as it is."""

    header: tuple[str, ...]
    rows: Iterator[Given]


def sheet_of(path: Path) -> Sheet:
    """The table of a file. Raises InputError where it has no header or cannot be read, also while rows are read."""
    given: Iterator[Given]
    if is_workbook(path):
        given = workbook_rows(path)
    elif is_json(path):
        given = json_rows(path)
    else:
        given = csv_rows(path)
    first = next(given, None)
    if not isinstance(first, tuple):
        raise InputError(str(path), "the file names no columns", "Its first line must name them.")
    header = named(first[1])
    return Sheet(header, _as_wide(given, len(header), str(path)))


def header_of(path: Path) -> tuple[str, ...]:
    """The column names at a file's beginning; none for JSON, and none where it cannot be read."""
    if is_workbook(path):
        return workbook_header(path)
    return () if is_json(path) else csv_header(path)


def is_json(path: Path) -> bool:
    """True where the first sign of the file opens a JSON object or list."""
    return beginning(path, 256).lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"[", b"{")


def _as_wide(given: Iterator[Given], width: int, file: str) -> Iterator[Given]:
    is_first = True
    for row in given:
        if not isinstance(row, tuple):
            yield row
            continue
        number, cells = row
        if is_first and all(not cell or cell.startswith("#") for cell in cells):
            yield Notice(file, "the row of HXL tags under the header is no data and was left out", number)
        elif len(cells) != width:
            reason = f"the row has {len(cells)} cells and the header names {width}"
            yield Rejected(
                file, number, "", ",".join(cells)[:200], reason, "Look for a missing quotation mark or comma."
            )
        else:
            yield row
        is_first = False
