"""What a source is, and the items that its files yield."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl.records import Incident, Report


@dataclass(frozen=True, slots=True)
class Licence:
    """What a source permits: `display` of values in public, of its `text`, and `export` of rows."""

    name: str
    url: str
    display: bool = True
    text: bool = True
    export: bool = True
    share_alike: bool = False


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row or file that could not be kept. `row` counts from 1 (the line in the file) and is 0 for a whole file."""

    file: str
    row: int
    field: str
    value: str
    reason: str
    remedy: str


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A row whose code lies outside the atlas (a statement, an agreement)."""

    file: str
    row: int
    code: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of a file: a new or missing column, a broken promise of its publisher."""

    file: str
    message: str
    row: int = 0


@dataclass(frozen=True, slots=True)
class GivenEvent:
    """A row of our own export: an event that stands as it left, in the columns of the table "events".

    reports: those that no row before it told; incidents: those that it was matched from.
    """

    reports: tuple[Report, ...]
    incidents: tuple[Incident, ...]
    event: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Rows:
    """Many rows of a dataset at once, as tables in the schemas "reports" and "incidents": one of each a row."""

    reports: pa.Table
    incidents: pa.Table


RowItem = tuple[Report, Incident]
Item = Report | RowItem | Rows | GivenEvent | Rejected | OutOfScope | Notice


@dataclass(frozen=True, slots=True)
class Source:
    """Who publishes reports or a dataset, and how its files are read. One module in `etl/sources/` defines one SOURCE.

    recognises looks at a path's name and beginning only. read yields every item of a file: each row comes out
    as exactly one of Report, (Report, Incident), GivenEvent, Rejected or OutOfScope, or as one of the rows of Rows. An
    unreadable file raises InputError.
    machine_coded: a program codes its rows and nobody looks; merging ranks them lowest, the dashboard hides them.
    used, ignored: the columns of its files by name; promises: what the publisher says of its rows, which is checked.
    beside: the files that lie beside one and decide how it is read. described: for files that bring their own title,
    licence and columns, the source of a file under one of the names that its reports bear.
    """

    name: str
    title: str
    publisher: str
    licence: Licence
    citation: str
    recognises: Callable[[Path], bool]
    read: Callable[[Path], Iterator[Item]]
    machine_coded: bool = False
    used: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    promises: tuple[str, ...] = ()
    beside: Callable[[Path], tuple[Path, ...]] | None = None
    described: Callable[[Path, str], Source] | None = None
