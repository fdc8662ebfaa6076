"""Cells of every kind of table as text, and the rows they stand in."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from etl.items import Notice, Rejected

Row = tuple[int, list[str]]
"""A row's number (line of the file, row of the sheet, place in the list; from 1) and its cells."""
Given = Row | Rejected | Notice

NOT_TOLD = frozenset({"NA", "NaN", "nan", "NULL"})
"""What statistics programs write into a cell that tells nothing."""


class UnusableCellError(ValueError):
    """A cell without which its row cannot be kept."""

    def __init__(self, column: str, value: str, reason: str, remedy: str) -> None:
        super().__init__(reason)
        self.column, self.value, self.reason, self.remedy = column, value, reason, remedy


def named(cells: Sequence[str]) -> tuple[str, ...]:
    """A header's cells as column names: lower case, no space around."""
    return tuple(cell.strip().lower() for cell in cells)


def text_of(cell: Any) -> str:
    """A cell as text: nothing for None, a day for midnight, no ".0" behind a whole number."""
    if cell is None:
        return ""
    if isinstance(cell, bool) or (isinstance(cell, float) and cell.is_integer()):
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    return json.dumps(cell, ensure_ascii=False) if isinstance(cell, dict | list) else str(cell)


def hash_of(text: str) -> str:
    """The SHA-256 of a row's text. Raises UnusableCellError where a cell holds half a character."""
    try:
        return hashlib.sha256(text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        reason = "a cell holds half a character"
        raise UnusableCellError("", text[error.start : error.end], reason, "Save it as UTF-8.") from error


def address_of(cell: str) -> str:
    """The cell where it is one web address, else nothing."""
    is_one = cell.startswith(("http://", "https://")) and not any(sign.isspace() for sign in cell)
    return cell if is_one else ""
