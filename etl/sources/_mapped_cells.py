"""The cells of a mapped row by the fields that they tell, and the text that they make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from etl.records import Span
from etl.sources._mapping import TableMapping, loose

Told = Mapping[str, str]
"""A row's cells by the loose names of their columns; what tells nothing is empty."""


class Fields:
    """Finds the cells of a row that tell a field of the mapping."""

    def __init__(self, mapping: TableMapping) -> None:
        self._split = mapping.forms.split
        self._names = {field: tuple((loose(n), n) for n in names) for field, names in mapping.columns.items()}

    def has(self, field: str) -> bool:
        """Whether the mapping names a column for the field."""
        return field in self._names

    def names(self, *fields: str) -> tuple[str, ...]:
        """The loose names of the fields' columns."""
        return tuple(name for field in fields for name, _ in self._names.get(field, ()))

    def first(self, field: str, told: Told) -> tuple[str, str]:
        """The first column of a field that tells something, as the mapping writes it, and its cell."""
        names = self._names.get(field, (("", field),))
        return next(((column, told[name]) for name, column in names if told.get(name)), (names[0][1], ""))

    def every(self, field: str, told: Told) -> tuple[str, ...]:
        """Each cell of a field, or the parts of those that are split, once."""
        found: list[str] = []
        for name, _ in self._names.get(field, ()):
            mark = self._split.get(name)
            found += [part.strip() for part in told[name].split(mark)] if mark else [told[name]]
        return tuple(dict.fromkeys(filter(None, found)))


def written(labels: Mapping[str, str], told: Told) -> tuple[str, dict[str, Span]]:
    """One line "column: value" for each cell that tells something, and where each stands."""
    lines: list[str] = []
    spans: dict[str, Span] = {}
    start = 0
    for name, label in labels.items():
        if told[name]:
            line = f"{label}: {told[name]}"
            lines.append(line)
            spans[name] = Span(start, start + len(line))
            start += len(line) + 1
    return "\n".join(lines), spans


def standing(names: Sequence[str], spans: Mapping[str, Span]) -> tuple[Span, ...]:
    """Where the cells of some columns stand in the text."""
    return tuple(spans[name] for name in names if name in spans)
