"""Cells worked out column by column: each distinct cell, or group of cells, once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import pyarrow as pa

from etl.sources._cells import UnusableCellError

Cell = TypeVar("Cell", bound=Hashable)
Value = TypeVar("Value")


class UnusableRowsError(ValueError):
    """Rows (by their place among those at hand) that cannot be kept, each with what is wrong with it."""

    def __init__(self, reasons: Mapping[int, UnusableCellError]) -> None:
        super().__init__()
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Worked(Generic[Value]):
    """The distinct values of a column, and at which of them each row stands."""

    values: Sequence[Value]
    at: np.ndarray[Any, Any]

    def each(self) -> Iterator[Value]:
        """The value of every row."""
        return (self.values[place] for place in self.at.tolist())

    def column(self, of: Callable[[Value], Any], kind: pa.DataType) -> pa.Array:
        """A part of the value of every row, as an Arrow column."""
        return pa.array([of(value) for value in self.values], kind).take(pa.array(self.at))


def worked_out(meaning: Callable[[Cell], Value], cells: Iterable[Cell]) -> Worked[Value]:
    """The meaning of every row's cell. Raises UnusableRowsError where it is an UnusableCellError for some."""
    seen: dict[Cell, int] = {}
    at = [seen.setdefault(cell, len(seen)) for cell in cells]
    values: list[Value] = []
    wrong: dict[int, UnusableCellError] = {}
    for place, cell in enumerate(seen):
        try:
            values.append(meaning(cell))
        except UnusableCellError as unusable:
            # As raised, it holds this frame in a ring, and with it the column.
            wrong[place] = UnusableCellError(unusable.column, unusable.value, str(unusable), unusable.remedy)
    if wrong:
        raise UnusableRowsError({row: wrong[place] for row, place in enumerate(at) if place in wrong})
    return Worked(values, np.array(at, dtype=np.int32))
