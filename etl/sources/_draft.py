"""Proposes a mapping for a table, as the text of a TOML file; what it is unsure of stands in comments."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from etl.errors import InputError
from etl.lexicon import fold
from etl.sources._cells import NOT_TOLD
from etl.sources._guesses import Guesser, Guesses, words
from etl.sources._sheets import sheet_of

_SAMPLE = 20_000
"""Rows that are looked at."""
_FOOT = 5
"""Rows at the end of a table that may be totals and footnotes."""


def draft(path: Path) -> str:
    """The proposed mapping of a table. Raises InputError where it cannot be read or holds no column with days."""
    sheet = sheet_of(path)
    rows = [row[1] for row in islice(sheet.rows, _SAMPLE) if isinstance(row, tuple)]
    guesser = Guesser(sheet.header, _without_foot(rows))
    found = guesser.guesses()
    if not {"date", "year"} & found.columns.keys():
        raise _no_days(path, sheet.header)
    return "\n".join(_lines(path, sheet.header, guesser, found)) + "\n"


def _without_foot(rows: list[list[str]]) -> list[list[str]]:
    """The rows without totals and footnotes at their end, which fill fewer than half of the columns."""
    last = len(rows)
    while last > max(1, len(rows) - _FOOT) and sum(bool(cell.strip()) for cell in rows[last - 1]) * 2 < len(rows[0]):
        last -= 1
    return rows[:last]


def _no_days(path: Path, header: Sequence[str]) -> InputError:
    if sum(bool(name.strip()) for name in header) * 2 <= len(header):
        reason = "its first line names fewer than half of the columns, and is no header"
        return InputError(str(path), reason, "Remove the lines above the names of the columns.")
    remedy = "Name the column of days 'date' in the file, or write the mapping by hand (docs/sources.md)."
    return InputError(str(path), "no column looks like days", remedy)


def _lines(path: Path, header: Sequence[str], guesser: Guesser, found: Guesses) -> Iterator[str]:
    yield f"# Save as {path.name}.toml beside {path.name}, check every line marked UNSURE, then build the table."
    yield f"title = {_quoted(path.name.partition('.')[0])}"
    yield 'publisher = ""                         # UNSURE: who publishes the table'
    if nothing := _nothing(guesser, found):
        yield f"unknown = {_quoted(nothing)}  # UNSURE: cells that tell nothing"
    used = found.taken()
    if rest := [name for name in header if name and name not in used]:
        yield f"ignored = {_quoted(rest)}  # move to text under [columns] what should be shown"
    yield from ("", "[licence]", '# UNSURE: name = "CC BY 4.0", url = ..., and what it permits. Without: your own use.')
    yield "permits = []"
    yield from ("", "[columns]")
    if "id" not in found.columns:
        yield "# No column is an id: rows are told apart by what they tell, and equal rows by their number."
    for name, columns in found.columns.items():
        if columns:
            doubt = f"  # UNSURE: {found.unsure[name]}" if name in found.unsure else ""
            yield f"{name} = {_quoted(columns if name in ('places', 'agency', 'description') else columns[0])}{doubt}"
    yield from _constants(found)
    if found.order or found.form:
        doubt = f"  # UNSURE: {found.unsure['days']}" if "days" in found.unsure else ""
        yield from ("", "[forms]")
        yield (f"order = {_quoted(found.order)}" if found.order else f"day = {_quoted(found.form)}") + doubt
    for side in found.sides:
        yield from ("", "[[sides]]", f"column = {_quoted(side)}")
    if codes := found.columns.get("event_type"):
        yield from ("", "[codes.event_type]")
        for value in _codes(path, header.index(codes[0])):
            event_type = _event_type(value)
            yield f"{_quoted(value)} = {_quoted(event_type or 'other')}" + ("" if event_type else "  # UNSURE")


def _codes(path: Path, place: int) -> list[str]:
    """Every code of the whole table, most frequent first."""
    counted = Counter(row[1][place].strip() for row in sheet_of(path).rows if isinstance(row, tuple))
    return [code for code, _ in counted.most_common() if code and code not in NOT_TOLD]


def _constants(found: Guesses) -> Iterator[str]:
    yield from ("", "[constants]")
    if "event_type" not in found.columns:
        yield 'event_type = "other"                   # UNSURE: no column tells what happened'
    if "latitude" in found.columns:
        yield 'place_precision = "town"               # UNSURE: how exact the points are'


def _nothing(guesser: Guesser, found: Guesses) -> list[str]:
    """The cells that tell nothing in columns where a number, a day or a code should stand."""
    texts = ("places", "description", "title", "agency", "id")
    columns = [c for name, named in found.columns.items() if name not in texts for c in named]
    known = words()["nothing"]["cells"]
    cells = [cell for column in columns for cell in guesser.values(column) if fold(cell) in known]
    return [cell for cell in dict.fromkeys(cells) if cell not in NOT_TOLD]


def _event_type(value: str) -> str:
    """The type that a word of a code tells; nothing where none does."""
    told = fold(value)
    kinds = words()["event_types"].items()
    return next((kind for kind, tokens in kinds if any(token in told for token in tokens)), "")


def _quoted(value: str | Sequence[str]) -> str:
    """A TOML string or list: JSON writes both in a form that TOML reads."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
