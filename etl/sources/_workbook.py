"""Rows of the sheet of an xlsx workbook that holds its table: the widest, for notes stand in few columns."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from etl.errors import InputError
from etl.items import Notice
from etl.sources._archives import BROKEN
from etl.sources._cells import Given, text_of

if TYPE_CHECKING:
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

_BROKEN = (*BROKEN, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, SyntaxError,
           struct.error)  # fmt: skip
"""What openpyxl lets through of a damaged file. The errors of both XML parsers it may use are SyntaxErrors."""


def workbook_beginning(path: Path, count: int) -> list[list[str]]:
    """The cells of a workbook's first rows, as many as asked for; none where it cannot be read."""
    with closing(workbook_rows(path)) as rows:
        try:
            return [row[1] for row in islice(rows, count) if isinstance(row, tuple)]
        except InputError:
            return []


def workbook_rows(path: Path) -> Generator[Given, None, None]:
    """Every row that is not empty, as wide as the first: of the table's sheet, then of those with the same columns.

    The numbers go on from sheet to sheet. These, and the sheets left out, come as one Notice each.
    """
    import openpyxl  # noqa: PLC0415 - takes long to load, and most tables are no workbooks

    continued: list[str] = []
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles, which do not matter here
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        with closing(book):
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the size that the file states is often wrong
            table = max(book.worksheets, key=_width)  # the first of those as wide
            others = [sheet for sheet in book.worksheets if sheet is not table and _width(sheet)]
            header = _first(table)
            last = 0
            for last, cells in _rows(table):
                yield last, cells
            for sheet in [other for other in others if _first(other) == header]:
                others.remove(sheet)
                before = last
                continued.append(f"{sheet.title!r} as rows {before + 1:,} and on")
                for number, cells in islice(_rows(sheet), 1, None):
                    last = before + number
                    yield last, cells
    except (*_BROKEN, openpyxl.utils.exceptions.InvalidFileException) as error:
        raise InputError(
            str(path), f"the workbook cannot be read ({error})", "Save it again as xlsx or CSV."
        ) from error
    if continued:
        yield Notice(
            str(path), f"sheets with the same columns as {table.title!r} were read too: {', '.join(continued)}"
        )
    if others:
        left = ", ".join(sheet.title for sheet in others)
        read = "sheets with other columns were not read" if continued else f"only the sheet {table.title!r} was read"
        yield Notice(str(path), f"{read}; left out: {left}")


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[str]]]:
    width = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [text_of(cell) for cell in cells]
        while len(texts) > width and not texts[-1]:
            texts.pop()
        if any(texts):
            width = width or len(texts)
            yield number, texts + [""] * (width - len(texts))


def _first(sheet: ReadOnlyWorksheet) -> list[str]:
    """The cells of the first row that is not empty; of an empty sheet none."""
    return next((texts for _, texts in _rows(sheet)), [])


def _width(sheet: ReadOnlyWorksheet) -> int:
    return sum(map(bool, _first(sheet)))
