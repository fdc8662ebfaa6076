"""A table read by a mapping: every row as a Report and an Incident, out of scope, or rejected with the reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from etl.errors import InputError
from etl.items import Item, Notice, Rejected, Source
from etl.sources._cells import NOT_TOLD, UnusableCellError
from etl.sources._days import DayColumn
from etl.sources._mapped_cells import Fields, Told
from etl.sources._mapped_row import MappedRowReader
from etl.sources._mapping import TableMapping, loose
from etl.sources._sheets import Sheet, first_rows, sheet_of

Made = Callable[[Told], Mapping[str, str]]
"""Makes the derived cells of a row of its others."""


def mapped_source(name: str, mapping: TableMapping) -> Source:
    """The Source of a mapping: it recognises a table by the columns that the mapping needs."""

    def recognises(path: Path) -> bool:
        return any(is_named(mapping, row) for row in first_rows(path, 1))

    def read(path: Path) -> Iterator[Item]:
        return read_mapped(path, mapping)

    return source_of(name, mapping, recognises, read)


def source_of(
    name: str, mapping: TableMapping, recognises: Callable[[Path], bool], read: Callable[[Path], Iterator[Item]]
) -> Source:
    """What a mapping tells of its source."""
    return Source(
        name=name,
        title=mapping.title,
        publisher=mapping.publisher,
        licence=mapping.licence,
        citation=mapping.citation,
        recognises=recognises,
        read=read,
        machine_coded=mapping.machine_coded,
        used=mapping.used(),
        ignored=mapping.ignored,
        promises=mapping.promises.told(),
    )


def is_named(mapping: TableMapping, header: Iterable[str]) -> bool:
    """Whether a header names every column that the mapping needs."""
    return {loose(name) for name in header}.issuperset(map(loose, mapping.needed))


def read_mapped(
    path: Path, mapping: TableMapping, opened: Callable[[Path], Sheet] = sheet_of, made: Made | None = None
) -> Iterator[Item]:
    """Every item of a table. Raises InputError where it cannot be read or lacks a needed column."""
    file, sheet = str(path), opened(path)
    at = _positions(sheet, mapping, file)
    yield from _column_notices(sheet, mapping, at, file)
    fields, forms = Fields(mapping), mapping.forms
    days = DayColumn(_cells_of(path, opened, fields.names("date", "date_end"), at), forms.order, forms.day,
                     times=True, language=mapping.language or "en")  # fmt: skip
    published = DayColumn(_cells_of(path, opened, fields.names("published"), at), forms.order,
                          times=True, language=mapping.language or "en")  # fmt: skip
    labels = {name: sheet.header[place] for name, place in at.items()}
    reader = MappedRowReader(mapping, labels, days, published, file)
    pick = _Picker(mapping, at, made)
    for row in sheet.rows:
        if not isinstance(row, tuple):
            yield row
            continue
        number, cells = row
        try:
            yield reader.read(number, pick.told(cells))
        except UnusableCellError as bad:
            yield Rejected(file, number, bad.column, bad.value[:200], bad.reason, bad.remedy)
    yield from reader.promises.notices(file)
    for column, what in ((days, "dates"), (published, "days of publication")):
        if column.told_order:
            told = f"{what} with slashes or dots were read {column.told_order}, as days above 12 there show"
            yield Notice(file, told)


class _Picker:
    """Picks the used cells of a row."""

    def __init__(self, mapping: TableMapping, at: Mapping[str, int], made: Made | None) -> None:
        self._at, self._made = at, made
        self._nothing = NOT_TOLD | mapping.unknown
        self._points = frozenset(Fields(mapping).names("latitude", "longitude"))
        self._empty = dict.fromkeys((loose(name) for name in (*mapping.used(), *mapping.derived)), "")

    def told(self, cells: list[str]) -> dict[str, str]:
        told = self._empty.copy()
        for name, place in self._at.items():
            cell = cells[place].strip()
            if "\n" in cell or "\r" in cell:
                cell = " ".join(cell.split())
            told[name] = "" if cell in self._nothing and name not in self._points else cell
        # -9 may be a latitude: a code of that kind counts where both cells hold one.
        if self._points and all(told[name] in self._nothing for name in self._points):
            told.update(dict.fromkeys(self._points, ""))
        if self._made:
            told.update(self._made(told))
        return told


def _positions(sheet: Sheet, mapping: TableMapping, file: str) -> dict[str, int]:
    """Where each used column stands, in the order of a row's text."""
    header = [loose(label) for label in sheet.header]
    if missing := [name for name in mapping.needed if loose(name) not in header]:
        has = ", ".join(filter(None, sheet.header[:40]))
        remedy = f"The file has: {has}. Export it with them, or correct the mapping."
        raise InputError(file, f"columns are missing: {', '.join(missing)}", remedy)
    used = [loose(name) for name in mapping.used()]
    if twice := [name for name in used if header.count(name) > 1]:
        label = sheet.header[header.index(twice[0])]
        raise InputError(file, f"the column {label!r} stands there twice", "Remove one of the two.")
    return {name: header.index(name) for name in used if name in header}


def _column_notices(sheet: Sheet, mapping: TableMapping, at: Mapping[str, int], file: str) -> Iterator[Notice]:
    known = {*at, *map(loose, mapping.ignored)}
    if new := [label or "(without a name)" for label in sheet.header if loose(label) not in known]:
        yield Notice(file, f"new columns, not used: {', '.join(new)}")
    expected = [name for name in mapping.used() if loose(name) not in mapping.forms.seldom]
    if missing := [name for name in expected if loose(name) not in at]:
        yield Notice(file, f"missing columns, their values stay unknown: {', '.join(missing)}")


def _cells_of(
    path: Path, opened: Callable[[Path], Sheet], names: Iterable[str], at: Mapping[str, int]
) -> Callable[[], Iterable[str]]:
    places = [at[name] for name in names if name in at]

    def cells() -> Iterator[str]:
        for row in opened(path).rows:
            if isinstance(row, tuple):
                for place in places:
                    yield row[1][place].strip()

    return cells
