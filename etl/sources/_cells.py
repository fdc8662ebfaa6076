"""Cells of every kind of table as text, and the rows they stand in."""

from __future__ import annotations

import json
from datetime import datetime, time
from typing import Any

from etl.records import Notice, Rejected

Row = tuple[int, list[str]]
"""A row's number (line of the file, row of the sheet, place in the list; from 1) and its cells."""
Given = Row | Rejected | Notice


def named(cells: list[str]) -> tuple[str, ...]:
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
