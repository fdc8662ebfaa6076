"""Rows of UCDP GED, many at once: checked column by column, then made into Rows.

Where a check fails for some rows, these are rejected and the others looked at again, so that each row is refused for
the first thing that is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache
from operator import itemgetter

from etl.items import Rejected, Rows
from etl.lexicon import type_table
from etl.records import DatePrecision
from etl.sources._cells import UnusableCellError, hash_of
from etl.sources._columnwise import UnusableRowsError, worked_out
from etl.sources._days import DayColumn
from etl.sources._numbers import whole_of
from etl.sources._ucdp_codes import AS_CODED, date_precision_of
from etl.sources._ucdp_columns import Checked, Kind, When, rows_of
from etl.sources._ucdp_place import PLACE, Places
from etl.sources._ucdp_promises import Promises, Toll
from etl.sources._ucdp_text import AT, TEXT_COLUMNS, RowText, Texts

Columns = Sequence[Sequence[str]]

_REMEMBERED = 4_096
"""Places, days and days of sources that are worked out once."""


class RowsReader:
    """Reads the rows of one file. labels: the file's own name of each column that is used."""

    def __init__(self, file: str, words: RowText, labels: Mapping[str, str], days: DayColumn, told: DayColumn) -> None:
        self._file, self._words, self._labels = file, words, labels
        self._days, self._told = days, told
        self.promises = Promises()
        self._types = {code: kind.event_type for code, kind in type_table("ucdp_ged").items()}
        # Rows that tell the same stand near one another; to remember all of a file would take its size again.
        remembered = lru_cache(maxsize=_REMEMBERED)
        self._place, self._when = remembered(Places(self.promises).of), remembered(self._when_of)
        self._published = remembered(self._earliest)

    def read(self, given: Sequence[tuple[int, list[str]]]) -> Iterator[Rejected | Rows]:
        """Rows with their numbers in the file: those that cannot be kept one by one, then the others."""
        numbers = [number for number, _ in given]
        cells = [self._words.cells(row) for _, row in given]
        while cells:
            try:
                checked = self._checked(cells)
            except UnusableRowsError as unusable:
                yield from (self._rejected(numbers[row], bad) for row, bad in unusable.reasons.items())
                kept = [row for row in range(len(cells)) if row not in unusable.reasons]
                numbers, cells = [numbers[row] for row in kept], [cells[row] for row in kept]
                continue
            for number, row, when, toll in zip(numbers, cells, checked.when.each(), checked.toll.each(), strict=True):
                self.promises.check(number, row, when.start, toll)
            yield rows_of(checked)
            return

    def _rejected(self, number: int, bad: UnusableCellError) -> Rejected:
        column = self._labels.get(bad.column, bad.column)
        return Rejected(self._file, number, column, bad.value[:200], bad.reason, bad.remedy)

    def _checked(self, cells: Sequence[Sequence[str]]) -> Checked:
        """What the rows tell. Raises UnusableRowsError."""
        columns = [*zip(*cells, strict=True)]
        return Checked(
            columns,
            ids=worked_out(_id_of, columns[AT["id"]]),
            texts=self._texts(columns),
            published=worked_out(self._published, columns[AT["source_date"]]),
            kind=worked_out(self._kind_of, columns[AT["type_of_violence"]]),
            when=worked_out(self._when, _beside(columns, ("date_start", "date_end", "date_prec"))),
            where=worked_out(self._place, _beside(columns, PLACE)),
            toll=worked_out(_toll_of, _beside(columns, ("best", "low", "high"))),
        )

    def _texts(self, columns: Columns) -> Texts:
        try:
            return self._words.texts(columns)
        except UnicodeEncodeError:
            # Finding the row takes long, and seldom has to be done.
            worked_out(hash_of, map("\n".join, zip(*columns[: len(TEXT_COLUMNS)], strict=True)))
            raise

    def _kind_of(self, cell: str) -> Kind:
        code = cell.removesuffix(".0")
        event_type = self._types.get(code)
        if event_type is None:
            raise UnusableCellError("type_of_violence", code, "the code is unknown", AS_CODED)
        return Kind(code, event_type)

    def _when_of(self, cells: tuple[str, str, str]) -> When:
        starts, ends, date_prec = cells
        start = self._day("date_start", starts)
        code = date_prec.removesuffix(".0")
        precision: DatePrecision | None = date_precision_of(code) if code else "unknown"
        if precision is None:
            raise UnusableCellError("date_prec", code, "the code is unknown", AS_CODED)
        if not ends:
            # Without an end only an exact day is known whole.
            return When(start, start, "day" if precision == "day" else "unknown")
        end = self._day("date_end", ends)
        if end < start:
            raise UnusableCellError("date_end", ends, f"the end lies before the start, {start}", "Correct one of them.")
        return When(start, end, "days" if precision == "day" and end > start else precision)

    def _day(self, column: str, value: str) -> date:
        try:
            return self._days.day(value)
        except ValueError as error:
            raise UnusableCellError(column, value, str(error), "Write the day as YYYY-MM-DD.") from error

    def _earliest(self, days: str) -> date | None:
        """The earliest of the days that the sources bear; none where one of them cannot be read."""
        parts = [part.strip() for part in days.split(";") if part.strip()]
        try:
            return min((self._told.day(part) for part in parts), default=None)
        except ValueError:
            self.promises.unread_source_date(days)
            return None


def _beside(columns: Columns, names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The cells of some columns, row by row."""
    return zip(*itemgetter(*map(AT.__getitem__, names))(columns), strict=True)


def _id_of(cell: str) -> str:
    number = whole_of.__wrapped__(cell, "id")  # every row has another
    if number is None:
        raise UnusableCellError("id", "", "the row has no id", "Every row needs the id that UCDP gave it.")
    return f"ucdp-ged:{number}"


def _toll_of(cells: tuple[str, ...]) -> Toll:
    best, low, high = map(whole_of, cells, ("best", "low", "high"))
    return Toll(low, best, high)
