"""What the codes of a mapped row mean, by the mapping's own tables."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import TypeVar, cast

from etl.lexicon import TypeOfCode, fold
from etl.records import DatePrecision, Status
from etl.sources._cells import UnusableCellError
from etl.sources._mapped_cells import Told
from etl.sources._mapping import Exactness, TableMapping, loose

_Meaning = TypeVar("_Meaning")


class CodeReader:
    """Reads the coded fields of one table's rows. remedy says where a code that is unknown can be added."""

    def __init__(self, mapping: TableMapping, remedy: str) -> None:
        self._mapping, self._remedy = mapping, remedy
        self._columns = {field: tuple(map(loose, names)) for field, names in mapping.columns.items()}
        codes = mapping.codes
        self._types = _folded(codes.event_type)
        self._statuses = _folded(codes.status)
        self._days = _folded(codes.date_precision)
        self._places = _folded(codes.place_precision)
        self._looked_up = cache(self._type_of)

    def kind(self, told: Told) -> TypeOfCode:
        """The source's own code of a row with what it means. Raises UnusableCellError."""
        code, column = self._code("event_type", told)
        if not code and "event_type" in self._mapping.constants:
            return TypeOfCode("", "", self._mapping.constants["event_type"])
        found = self._looked_up(code, self._mapping.forms.split.get(loose(column), ""))
        if found is None:
            raise UnusableCellError(column, code, "the code is unknown", self._remedy)
        return found

    def status(self, told: Told, kind: TypeOfCode) -> Status:
        """carried_out, foiled or threatened, by its own column, else by the type."""
        found = self._coded("status", self._statuses, told)
        return cast("Status", found or self._mapping.constants.get("status") or kind.status)

    def date_precision(self, told: Told) -> DatePrecision | None:
        """How exact the date is; None where nothing tells it."""
        found = self._coded("date_precision", self._days, told)
        return cast("DatePrecision | None", found or self._mapping.constants.get("date_precision"))

    def exactness(self, told: Told) -> Exactness | None:
        """How exact the place is; None where nothing tells it."""
        found = self._coded("place_precision", self._places, told)
        if found is None and "place_precision" in self._mapping.constants:
            return Exactness(self._mapping.constants["place_precision"])
        return found

    def _coded(self, field: str, table: Mapping[str, _Meaning], told: Told) -> _Meaning | None:
        code, column = self._code(field, told)
        if not code:
            return None
        found = _found(table, code)
        if found is None:
            raise UnusableCellError(column, code, "the code is unknown", self._remedy)
        return found

    def _code(self, field: str, told: Told) -> tuple[str, str]:
        """The code of a field and the column that it is told under."""
        columns = self._columns.get(field, ())
        if field in self._mapping.joined:
            parts = [told.get(name, "").removesuffix(".0") for name in columns]
            while parts and not parts[-1]:
                parts.pop()
            return "/".join(parts) if all(parts) else parts[0], self._mapping.columns[field][0]
        for name, column in zip(columns, self._mapping.columns.get(field, ()), strict=True):
            if told.get(name):
                return told[name].removesuffix(".0"), column
        return "", self._mapping.columns.get(field, ("",))[0]

    def _type_of(self, code: str, mark: str) -> TypeOfCode | None:
        if mark:
            parts = {fold(part) for part in code.split(mark)}
            found = next((t for key, t in self._types.items() if key in parts), self._types.get("*"))
        else:
            found = _found(self._types, code)
            listed = code
            while found is None and self._mapping.forms.hierarchical and len(listed) > 1:
                listed = listed[:-1]
                found = self._types.get(fold(listed))
        own = code.partition("/")[0] if "event_type" in self._mapping.joined else code
        return replace(found, code=own) if found else None


def _folded(table: Mapping[str, _Meaning]) -> dict[str, _Meaning]:
    return {fold(code): meaning for code, meaning in table.items()}


def _found(table: Mapping[str, _Meaning], code: str) -> _Meaning | None:
    """What a code means; of a joined one ("3/11") that is not listed, what its first part means."""
    whole = table.get(fold(code))
    if whole is None and "/" in code:
        whole = table.get(fold(code.partition("/")[0]))
    return table.get("*") if whole is None else whole
