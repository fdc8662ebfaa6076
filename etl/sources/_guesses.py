"""Which column of a table seems to tell what, by its name and by what its cells look like."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, partial
from typing import Any

from etl.lexicon import DATA, fold
from etl.sources._cells import NOT_TOLD
from etl.sources._days import ORDERS, DayColumn
from etl.sources._mapping import loose
from etl.sources._numbers import count_of
from etl.sources._points import point_of
from etl.told_columns import COUNTS

_DAYS = ("date", "date_end", "published")
_FEW = 60
"""So many different values, at most, are taken for codes."""
_MOST = 0.9
"""Share of a column's cells that look like a field where the column is taken for it; the others are told."""


@cache
def words() -> dict[str, Any]:
    """`data/sources/drafting.toml`: what columns are often called."""
    with (DATA / "sources" / "drafting.toml").open("rb") as stream:
        return tomllib.load(stream)


@dataclass(slots=True)
class Guesses:
    """field -> columns, with what is unsure of each; the order and form of days; cells that tell nothing."""

    columns: dict[str, list[str]] = field(default_factory=dict)
    unsure: dict[str, str] = field(default_factory=dict)
    sides: list[str] = field(default_factory=list)
    order: str = ""
    form: str = ""
    nothing: list[str] = field(default_factory=list)

    def taken(self) -> set[str]:
        """Every column that some field has."""
        return {column for columns in self.columns.values() for column in columns} | set(self.sides)


class Guesser:
    """Looks at a table's header and some of its rows."""

    def __init__(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        self._cells = {name: [row[n].strip() for row in rows] for n, name in enumerate(header) if name.strip()}
        self._found = Guesses()

    def guesses(self) -> Guesses:
        """What each column seems to be; a column is taken once, but for places and countries."""
        found = self._found
        if (column := self._numbered()) is not None:
            found.columns["id"] = [column]
        for name, often in words()["fields"].items():
            column = self._called(often, name)
            if column is not None and name not in found.columns and column not in found.taken():
                found.columns[name] = [column]
        if "date" in found.columns:
            for part in ("year", "month", "day"):
                found.columns.pop(part, None)
            self._look_at_days(found.columns["date"][0])
        elif not {"year", "month"} <= found.columns.keys():
            self._by_values("date", self._is_date)
        found.columns["places"] = [c for word in words()["places"]["names"] for c in self._cells if _bare(c) == word]
        found.sides = [c for c in self._cells if _bare(c) in words()["sides"]["names"] and c not in found.taken()][:1]
        self._doubt_odd_cells()
        return found

    def values(self, column: str) -> list[str]:
        """The different values of a column in the rows looked at."""
        return list(dict.fromkeys(filter(None, self._cells[column])))

    def _called(self, often: Sequence[str], name: str) -> str | None:
        """The column that bears the likeliest name of those whose cells look like the field."""
        named = [c for word in often for c in self._cells if _bare(c) == word]
        return next((column for column in named if self._fits(name, column)), None)

    def _numbered(self) -> str | None:
        """The column with "id" as a word of its name whose cells are all there and all different."""
        named = [c for c in self._cells if "id" in re.split(r"[\W_]+", c.casefold())]
        return next((column for column in named if self._fits("id", column)), None)

    def _fits(self, name: str, column: str) -> bool:
        if name in _DAYS:
            return self._is_date(column)
        told = self._told(column)
        if name in _READ:
            return _lost(told, _READ[name]) is not None
        looks: dict[str, Callable[[], bool]] = {
            "id": lambda: len(set(self._cells[column])) == len(self._cells[column]) and all(self._cells[column]),
            "event_type": lambda: 0 < len(set(told)) <= _FEW,
            "url": lambda: any(cell.startswith(("http://", "https://")) for cell in told),
            "status": lambda: False,  # its codes cannot be told from their looks
        }
        return looks.get(name, lambda: bool(told))()

    def _told(self, column: str) -> list[str]:
        nothing = words()["nothing"]["cells"]
        return [cell for cell in self._cells[column] if cell and cell not in NOT_TOLD and fold(cell) not in nothing]

    def _is_date(self, column: str) -> bool:
        told = self._told(column)
        return bool(_orders(told) or _forms(told))

    def _look_at_days(self, column: str) -> None:
        told, found = self._told(column), self._found
        if _lost(told, DayColumn(lambda: told, times=True).day) is not None:
            return
        orders = _orders(told)
        forms = [] if orders else _forms(told)
        found.order, found.form = (orders or [""])[0], (forms or [""])[0]
        if len(orders) > 1 or len(forms) > 1:
            found.unsure["days"] = f"other readings fit as well: {', '.join((orders or forms)[1:])}"
        elif "Z" in found.form or "UTC" in found.form or "%z" in found.form:
            found.unsure["days"] = "the day is that of the zone told, which may not be the day at the place"

    def _doubt_odd_cells(self) -> None:
        """Say of which columns some cells cannot be read."""
        found = self._found
        for name, (column, *_) in ((name, columns) for name, columns in found.columns.items() if columns):
            told = self._told(column)
            day = DayColumn(partial(iter, told), found.order, found.form, times=True).day
            read = day if name in _DAYS else _READ.get(name)
            odd = [cell for cell in dict.fromkeys(told) if read and not _is_read(cell, read)]
            if odd:
                doubt = f"cells that cannot be read, such as {odd[0][:40]!r}; name those that tell nothing in unknown"
                found.unsure[name] = "; ".join(filter(None, (found.unsure.get(name), doubt)))

    def _by_values(self, name: str, fits: Callable[[str], bool]) -> None:
        column = next((c for c in self._cells if c not in self._found.taken() and fits(c)), None)
        if column is not None:
            self._found.columns[name] = [column]
            self._found.unsure[name] = "only its cells look like it"
            self._look_at_days(column)


def _bare(column: str) -> str:
    """A column's name as `drafting.toml` writes names."""
    return loose(fold(column))


def _is_read(cell: str, read: Callable[[str], object]) -> bool:
    try:
        read(cell)
    except ValueError:
        return False
    return True


def _lost(told: Sequence[str], read: Callable[[str], object]) -> int | None:
    """How many cells cannot be read; None where these are too many, or there is none at all."""
    lost, allowed = 0, len(told) - _MOST * len(told)
    for cell in told:
        lost += not _is_read(cell, read)
        if lost > allowed:
            return None
    return lost if told else None


def _best(told: Sequence[str], readings: Mapping[str, Callable[[str], object]]) -> list[str]:
    """The readings by which the fewest cells are lost; none where each loses too many."""
    lost = {name: number for name, read in readings.items() if (number := _lost(told, read)) is not None}
    return [name for name, number in lost.items() if number == min(lost.values())]


def _orders(told: Sequence[str]) -> list[str]:
    return _best(told, {order: DayColumn(list, order, times=True).day for order in ORDERS})


def _forms(told: Sequence[str]) -> list[str]:
    """The forms of strptime that most cells have."""
    return _best(told, {form: partial(_of_form, form) for form in words()["days"]["forms"]})


def _of_form(form: str, cell: str) -> datetime:
    return datetime.strptime(cell, form)


def _number(cell: str) -> None:
    if not count_of([("", cell), ("", ""), ("", "")]):
        raise ValueError("no number")


_READ: dict[str, Callable[[str], object]] = {
    "latitude": lambda cell: point_of(cell, "0"), "longitude": lambda cell: point_of("0", cell),
    **dict.fromkeys((f"{count}{part}" for count in COUNTS for part in ("", "_low", "_high")), _number),
}  # fmt: skip
"""What reads a cell of a field, or raises ValueError."""
