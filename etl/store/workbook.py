"""Events as an xlsx workbook: a sheet of them, one of what they are, one of what the columns mean."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from typing import Any, BinaryIO

import pyarrow as pa
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from etl.cells import cell, rows
from etl.errors import UsageError

SHEET_ROWS = 1_048_576
"""Rows an xlsx sheet can hold, its heading included (ECMA-376)."""
SHEET_TEXT = 32_767
"""Characters an xlsx cell can hold."""

_CUT = " [cut: the cell is full]"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_workbook(table: pa.Table, about: Mapping[str, Any], target: BinaryIO) -> None:
    """Write the rows and their description. Raises UsageError where a sheet cannot hold as many."""
    if table.num_rows >= SHEET_ROWS:
        raise UsageError(f"{table.num_rows} events do not fit a spreadsheet; filter them, or export csv or parquet")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.append(table.column_names)
    for row in rows(table):
        sheet.append([_sheet_cell(sheet, cell(value)) for value in row.values()])
    notes = book.create_sheet("about")
    for key in ("title", "address", "build", "built", "citation"):
        notes.append([_sheet_cell(notes, key), _sheet_cell(notes, about[key])])
    for line in about["licences"]:
        notes.append(["licence", _sheet_cell(notes, line)])
    dictionary = book.create_sheet("columns")
    dictionary.append(["name", "unit", "meaning"])
    for column in about["columns"]:
        dictionary.append([_sheet_cell(dictionary, column[key]) for key in ("name", "unit", "meaning")])
    # Where the disk is full openpyxl would leave its archive open and complain of it once more, later.
    whole = io.BytesIO()
    book.save(whole)
    target.write(whole.getbuffer())


def _sheet_cell(sheet: Any, value: str | float | bool | None) -> Any:
    """Text is marked as text, so that a beginning "=" stays a character."""
    if not isinstance(value, str):
        return value
    text = _NO_XML.sub("\ufffd", value)
    if len(text) > SHEET_TEXT:
        text = text[: SHEET_TEXT - len(_CUT)] + _CUT
    written = WriteOnlyCell(sheet, value=text)
    written.data_type = "s"
    return written
