"""UCDP Georeferenced Event Dataset: yearly and candidate releases, their copies on HDX, GeoJSON and slim JSON.

Codebook: UCDP GED Codebook version 19.1 (Högbladh) and its later editions, https://ucdp.uu.se/downloads/.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from etl.errors import InputError
from etl.items import Item, Licence, Notice, Rejected, Source
from etl.sources._cells import Given, Row
from etl.sources._days import DayColumn
from etl.sources._sheets import Sheet, header_of, is_json, sheet_of
from etl.sources._ucdp_columns import PUBLISHER, TITLE
from etl.sources._ucdp_rows import RowsReader
from etl.sources._ucdp_text import TEXT_COLUMNS, USED, RowText

_NEEDED = ("id", "type_of_violence", "date_start", "latitude", "longitude", "country", "best")
_OTHER_NAMES = {"date": "date_start", "civilian_deaths": "deaths_civilians"}
"""Columns of the slim form, by the names of the full one."""

_SELDOM = ("combatant_deaths", "where_description", "code_status")
_IGNORED = frozenset({
    "relid", "active_year", "start_year", "end_year", "conflict_id", "conflict_dset_id", "conflict_new_id",
    "dyad_dset_id", "dyad_new_id", "side_a_dset_id", "side_a_new_id", "side_b_dset_id", "side_b_new_id",
    "gwnoa", "gwnob", "geom_wkt", "priogrid_gid", "iso3", "region",
})  # fmt: skip
"""Known and not used: numbers of other UCDP tables, and what latitude, longitude and country say already."""

_STRETCH = 4_000
"""Rows worked on at a time."""


def _recognises(path: Path) -> bool:
    if is_json(path):
        return {"type_of_violence", "best"}.issubset(header_of(path))
    named = {_OTHER_NAMES.get(name, name) for name in header_of(path)}
    return named.issuperset(_NEEDED)


def _read(path: Path) -> Iterator[Item]:
    file, sheet = str(path), sheet_of(path)
    labels = _labels(sheet, file)
    at = {name: sheet.header.index(label) for name, label in labels.items()}
    yield from _column_notices(sheet, labels, file)
    days = DayColumn(_cells_of(path, [at[n] for n in ("date_start", "date_end") if n in at]))
    told = DayColumn(_cells_of(path, [at["source_date"]] if "source_date" in at else []))
    reader = RowsReader(file, RowText(at, labels), labels, days, told)
    for given in _stretches(sheet.rows):
        if isinstance(given, list):
            yield from reader.read(given)
        else:
            yield given
    yield from reader.promises.notices(file)
    for column, name in ((days, "date_start and date_end"), (told, "source_date")):
        if column.told_order:
            yield Notice(
                file, f"days with slashes in {name} were read {column.told_order}, as days above 12 there show"
            )


def _stretches(rows: Iterator[Given]) -> Iterator[list[Row] | Notice | Rejected]:
    """The rows some thousands at a time, and what is no row; where the file breaks, what came before is not lost."""
    stretch: list[Row] = []
    try:
        for row in rows:
            if not isinstance(row, tuple):
                yield row
                continue
            stretch.append(row)
            if len(stretch) == _STRETCH:
                yield stretch
                stretch = []
    except InputError:
        yield stretch
        raise
    yield stretch


def _labels(sheet: Sheet, file: str) -> dict[str, str]:
    """The file's own name of each column that is used. Raises InputError where one is missing or stands twice."""
    labels: dict[str, str] = {}
    for label in sheet.header:
        name = _OTHER_NAMES.get(label, label)
        if name in labels:
            raise InputError(file, f"the column {name!r} stands there twice", "Remove one of the two.")
        if name in USED:
            labels[name] = label
    if missing := [name for name in _NEEDED if name not in labels]:
        raise InputError(file, f"columns are missing: {', '.join(missing)}", "Export the file with them.")
    return labels


def _column_notices(sheet: Sheet, labels: dict[str, str], file: str) -> Iterator[Notice]:
    used = set(labels.values())
    if new := [label for label in sheet.header if label not in used and label not in _IGNORED]:
        yield Notice(file, f"new columns, not used: {', '.join(name or '(without a name)' for name in new)}")
    if missing := [name for name in TEXT_COLUMNS if name not in labels and name not in _SELDOM]:
        yield Notice(file, f"missing columns, their values stay unknown: {', '.join(missing)}")


def _cells_of(path: Path, positions: list[int]) -> Callable[[], Iterable[str]]:
    def cells() -> Iterator[str]:
        with suppress(InputError):  # where the file breaks is told when its rows are read
            for row in sheet_of(path).rows:
                if isinstance(row, tuple):
                    for position in positions:
                        for part in row[1][position].split(";"):
                            yield part.strip()

    return cells


SOURCE = Source(
    name="ucdp_ged",
    title=TITLE,
    publisher=PUBLISHER,
    licence=Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    citation="Sundberg, Ralph, and Erik Melander (2013), Introducing the UCDP Georeferenced Event Dataset, Journal of "
    "Peace Research 50(4); and the codebook of the release in use (Uppsala Conflict Data Program)",
    recognises=_recognises,
    read=_read,
    used=USED,
    ignored=tuple(sorted(_IGNORED)),
    promises=(
        "low is not above best, best not above high",
        "best is the sum of deaths_a, deaths_b, deaths_civilians and deaths_unknown",
        "year is that of date_start",
    ),
)
