"""Rows of the first sheet of an xlsx workbook."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Generator
from contextlib import closing
from itertools import islice
from pathlib import Path

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

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
    """Every row that is not empty, as wide as the first; other sheets come as one Notice."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of styles, which do not matter here
            book = openpyxl.load_workbook(path, read_only=True, data_only=True)
        with closing(book):
            first, *others = book.worksheets
            first.reset_dimensions()  # the size that the file states is often wrong
            width = 0
            for number, cells in enumerate(first.iter_rows(values_only=True), start=1):
                texts = [text_of(cell) for cell in cells]
                while len(texts) > width and not texts[-1]:
                    texts.pop()
                if any(texts):
                    width = width or len(texts)
                    yield number, texts + [""] * (width - len(texts))
    except _BROKEN as error:
        raise InputError(
            str(path), f"the workbook cannot be read ({error})", "Save it again as xlsx or CSV."
        ) from error
    if others:
        names = ", ".join(sheet.title for sheet in others)
        yield Notice(str(path), f"only the first sheet, {first.title!r}, was read; left out: {names}")
