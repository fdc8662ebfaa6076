"""A table in any of its usual clothes (CSV, xlsx, JSON, GeoJSON) as column names and rows of text cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.errors import InputError
from etl.items import Notice, Rejected
from etl.sources._cells import Given, named
from etl.sources._csv import csv_beginning, csv_rows
from etl.sources._json import json_beginning, json_rows
from etl.sources._opening import beginning, is_workbook
from etl.sources._workbook import workbook_beginning, workbook_rows


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names in lower case and the rows under them, as wide as the names; what is no row comes as it is."""

    header: tuple[str, ...]
    rows: Iterator[Given]


def sheet_of(path: Path) -> Sheet:
    """The table of a file. Raises InputError where it has no header or cannot be read, also while rows are read."""
    given = given_rows(path)
    first = next(given, None)
    return under(tuple(first[1]) if isinstance(first, tuple) else (), given, path)


def given_rows(path: Path) -> Iterator[Given]:
    """Every row of a table, its header among them. Raises InputError where it cannot be read."""
    if is_workbook(path):
        return workbook_rows(path)
    return json_rows(path) if is_json(path) else csv_rows(path)


def under(header: Sequence[str], given: Iterator[Given], path: Path) -> Sheet:
    """The rows under a header. Raises InputError where it names nothing."""
    names = named(header)
    if not any(names):
        raise InputError(str(path), "the file names no columns", "Its first line must name them.")
    return Sheet(names, _as_wide(given, len(names), str(path)))


def first_rows(path: Path, count: int) -> list[list[str]]:
    """The cells of a table's first rows, header included; none where it cannot be read. JSON has its names alone."""
    if is_workbook(path):
        return workbook_beginning(path, count)
    return [json_beginning(path)][:count] if is_json(path) else csv_beginning(path, count)


def header_of(path: Path) -> tuple[str, ...]:
    """The column names at a file's beginning; none where it cannot be read."""
    return next((named(row) for row in first_rows(path, 1)), ())


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
            is_first = False
            continue
        is_first = False
        if len(cells) > width and not any(cells[width:]):
            cells = cells[:width]
        if len(cells) != width:
            reason = f"the row has {len(cells)} cells and the header names {width}"
            yield Rejected(
                file, number, "", ",".join(cells)[:200], reason, "Look for a missing quotation mark or comma."
            )
        else:
            yield number, cells
