"""Which column of a table is what: a mapping, read from a TOML file. Its form is told in docs/sources.md.

The sources ACLED, GTD and GDELT are such files in `data/sources/`; a reader writes one beside a table of their own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from etl.items import Licence
from etl.lexicon import TypeOfCode
from etl.records import Stance
from etl.told_columns import COUNTS

MANY = ("places", "targets", "weapons", "agency", "description", "text")
"""Fields made of all the columns that they name; of any other field the first column that tells something holds."""

FIELDS = (
    "id", "event_type", "status", "date", "date_end", "year", "month", "day", "date_precision", "date_unsure",
    "latitude", "longitude", "place_precision", "radius_km", "country", "admin1", "title", "published", "url",
    *(f"{count}{part}" for count in COUNTS for part in ("", "_low", "_high")), *MANY,
)  # fmt: skip
CODED = ("event_type", "status", "date_precision", "place_precision")
"""Fields whose cells are codes."""

CONSTANTS = (*CODED, "radius_km", "country")
"""Fields that one value can be given for, for all rows."""


def loose(name: str) -> str:
    """A column's name without case, spaces and signs: "Event ID" and "event_id" are one."""
    return re.sub(r"[\W_]+", "", name.casefold()) or name.strip()


@dataclass(frozen=True, slots=True)
class Exactness:
    """How exact a place is; radius_km None where the size of the country or the usual one stands for it."""

    precision: str
    radius_km: float | None = None


@dataclass(frozen=True, slots=True)
class Side:
    """A column of actors. second: an attribution only where the type says that both sides did it, else a target.

    targets: column -> the codes there that make it a target. stances: (column, code, stance), the first that fits.
    """

    column: str
    second: bool = False
    targets: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stances: tuple[tuple[str, str, Stance], ...] = ()


@dataclass(frozen=True, slots=True)
class Codes:
    """What the codes of the CODED fields mean; "*" stands for every other code."""

    event_type: Mapping[str, TypeOfCode] = field(default_factory=dict)
    status: Mapping[str, str] = field(default_factory=dict)
    date_precision: Mapping[str, str] = field(default_factory=dict)
    place_precision: Mapping[str, Exactness] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forms:
    """How cells are written: order and form of days, what parts a list, which codes countries have."""

    order: str = ""
    day: str = ""
    country: str = "name"
    split: Mapping[str, str] = field(default_factory=dict)
    hierarchical: bool = False
    seldom: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Promises:
    """What the publisher says of every row: its year, an id that starts with its day, figures not above others."""

    year: str = ""
    starts_with_date: str = ""
    not_above: tuple[tuple[str, str], ...] = ()

    def told(self) -> tuple[str, ...]:
        """Each promise in words."""
        told = [f"{self.year} is that of the date"] if self.year else []
        told += [f"{self.starts_with_date} starts with the date"] if self.starts_with_date else []
        return (*told, *(f"{low} is not above {high}" for low, high in self.not_above))


@dataclass(frozen=True, slots=True)
class TableMapping:
    """A whole mapping. Column names are as the file writes them; `loose` compares them.

    columns: field -> columns; joined: the coded fields whose columns make one code together ("3/11", else "3").
    derived: names of cells that the source's module makes -> the column that each is made of.
    """

    file: str
    title: str
    publisher: str
    citation: str
    prefix: str
    licence: Licence
    columns: Mapping[str, tuple[str, ...]]
    joined: frozenset[str] = frozenset()
    derived: Mapping[str, str] = field(default_factory=dict)
    constants: Mapping[str, Any] = field(default_factory=dict)
    codes: Codes = field(default_factory=Codes)
    sides: tuple[Side, ...] = ()
    doubts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    forms: Forms = field(default_factory=Forms)
    promises: Promises = field(default_factory=Promises)
    unknown: frozenset[str] = frozenset()
    ignored: tuple[str, ...] = ()
    needed: tuple[str, ...] = ()
    language: str = ""
    machine_coded: bool = False

    def used(self) -> tuple[str, ...]:
        """Every column that is used, in the order in which a row's text has them."""
        named = [self.derived.get(column, column) for columns in self.columns.values() for column in columns]
        named += [column for side in self.sides for column in (side.column, *side.targets)]
        named += [column for side in self.sides for column, _, _ in side.stances]
        named += [*self.doubts, self.promises.year, self.promises.starts_with_date]
        named += [column for pair in self.promises.not_above for column in pair]
        first: dict[str, str] = {}
        for column in filter(None, named):
            first.setdefault(loose(column), column)
        return tuple(first.values())
