"""Rows of the sheet of an xlsx workbook that holds its table: the widest, for notes stand in few columns."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Generator, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.worksheet._read_only import ReadOnlyWorksheet

from etl.errors import InputError
from etl.records import Notice
from etl.sources._cells import Given, text_of
from etl.sources._opening import BROKEN

_BROKEN = (*BROKEN, LookupError, ValueError, TypeError, AttributeError, ArithmeticError, RuntimeError, SyntaxError,
           struct.error, InvalidFileException)  # fmt: skip
"""What openpyxl lets through of a damaged file. The errors of both XML parsers it may use are SyntaxErrors."""


def workbook_beginning(path: Path, count: int) -> list[list[str]]:
    """The cells of a workbook's first rows, as many as asked for; none where it cannot be read."""
    with closing(workbook_rows(path)) as rows:
        try:
            return [row[1] for row in islice(rows, count) if isinstance(row, tuple)]
        except InputError:
            return []


def workbook_rows(path: Path) -> Generator[Given, None, None]:
    """Every row that is not empty, as wide as the first; other sheets that hold something come as one Notice."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles, which do not matter here
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        with closing(book):
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the size that the file states is often wrong
            table = max(book.worksheets, key=_width)  # the first of those as wide
            others = [sheet.title for sheet in book.worksheets if sheet is not table and _width(sheet)]
            yield from _rows(table)
    except _BROKEN as error:
        raise InputError(
            str(path), f"the workbook cannot be read ({error})", "Save it again as xlsx or CSV."
        ) from error
    if others:
        yield Notice(str(path), f"only the sheet {table.title!r} was read; left out: {', '.join(others)}")


def _rows(sheet: ReadOnlyWorksheet) -> Iterator[tuple[int, list[str]]]:
    width = 0
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        texts = [text_of(cell) for cell in cells]
        while len(texts) > width and not texts[-1]:
            texts.pop()
        if any(texts):
            width = width or len(texts)
            yield number, texts + [""] * (width - len(texts))


def _width(sheet: ReadOnlyWorksheet) -> int:
    """How many cells the first row that is not empty fills; of an empty sheet none."""
    return next((sum(map(bool, texts)) for _, texts in _rows(sheet)), 0)
