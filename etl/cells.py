"""Values as they leave: ISO days, lists as one cell, and text that no spreadsheet takes for a formula."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pyarrow as pa

_FORMULA = re.compile(r"'*[=+\-@\t\r\n＝＋－＠]")
_DEFUSED = re.compile(r"''*[=+\-@\t\r\n＝＋－＠]")
_LIST_MARK = " | "


def defused(text: str) -> str:
    """Text that a spreadsheet shows as text: ' stands before a beginning that it could take for a formula.

    The beginnings are those of the OWASP page on CSV injection (= + - @, tab, line ends, their full-width forms).
    """
    return f"'{text}" if _FORMULA.match(text) else text


def restored(cell: str) -> str:
    """The text that `defused` was given."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def joined(texts: list[str]) -> str:
    """A list of texts as one cell: parted by " | ", a bar or backslash of their own escaped by a backslash."""
    return _LIST_MARK.join(text.replace("\\", "\\\\").replace("|", "\\|") for text in texts)


def parted(cell: str) -> list[str]:
    """The list that `joined` was given; an empty cell is an empty list."""
    if not cell:
        return []
    return [re.sub(r"\\(.)", r"\1", part, flags=re.DOTALL) for part in cell.split(_LIST_MARK)]


def plain(value: Any) -> Any:
    """A value of an Arrow table as JSON can hold it: days as YYYY-MM-DD, lists and records as they are."""
    return value.isoformat() if isinstance(value, date) else value


def cell(value: Any) -> str | int | float | bool | None:
    """A value as one spreadsheet cell: lists of text joined, lists of records as JSON, empty lists empty."""
    match value:
        case date():
            return value.isoformat()
        case []:
            return None
        case [dict(), *_]:
            return json.dumps(value, ensure_ascii=False)
        case list():
            return joined(value)
        case str() | int() | float() | bool() | None:
            return value
    raise TypeError(f"no column of etl/columns.py holds a {type(value).__name__}")


def rows(table: pa.Table, batch: int = 5_000) -> Iterator[dict[str, Any]]:
    """The rows of a table, made a batch at a time, so that an export takes no more memory than one batch."""
    for part in table.to_batches(max_chunksize=batch):
        yield from part.to_pylist()
