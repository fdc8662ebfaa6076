"""GDELT event tables, 1.0 and 2.0. What is known of them: data/sources/gdelt.toml.

GDELT publishes them without a header: what each column is follows from its place. A copy with other column names is
told by its cells: a number, a day, that day's month and year, and the year with a fraction stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path

from etl.items import Item
from etl.sources._cells import Given
from etl.sources._mapped_cells import Told
from etl.sources._mapped_table import is_named, read_mapped, source_of
from etl.sources._mapping_file import shipped
from etl.sources._sheets import Sheet, first_rows, given_rows, under

_MAPPING = shipped("gdelt")
_ACTOR = ("Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code",
          "Type1Code", "Type2Code", "Type3Code")  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
_V2 = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor{number}{part}" for number in (1, 2) for part in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{of}Geo_{part}" for of in ("Actor1", "Actor2", "Action") for part in _GEO), "DATEADDED", "SOURCEURL",
)  # fmt: skip
_V1 = tuple(name for name in _V2 if not name.endswith("ADM2Code"))
_DAY = re.compile(r"(\d{4})(\d{2})\d{2}")
_ADDED = re.compile(r"\d{8}(\d{6})?|\d(\.\d+)?E\+13")
"""DATEADDED as GDELT writes it, and as spreadsheets spoil it."""
_STAND_INS = {0: "day", 1: "day", 7: "week", 30: "month", 31: "month", 365: "year", 366: "year"}
"""Days between SQLDATE and DATEADDED, and how exact SQLDATE then is; measured on three real files, where no others are.

Ten years back, and anything else, is not known to be exact.
"""


def _layout(cells: Sequence[str]) -> tuple[str, ...] | None:
    """The column names of a row of data, by what stands where; None where it is no row of GDELT."""
    for place, cell in enumerate(cells[:8]):
        found = _DAY.fullmatch(cell.strip())
        if place and found and [c.strip() for c in cells[place + 1 : place + 3]] == [found[1] + found[2], found[1]]:
            before, rest = place - 1, cells[place - 1 :]
            for names in (_V2, _V1):
                added = names.index("DATEADDED")
                if len(rest) > added and _ADDED.fullmatch(rest[added].strip()):
                    more = len(rest) - len(names)
                    named = (*("",) * before, *names, *(f"column {len(names) + n + 1}" for n in range(more)))
                    return named[: len(cells)]
    return None


def _opened(path: Path) -> Sheet:
    given = given_rows(path)
    first = [row for _, row in zip(range(2), given, strict=False)]
    rows: Iterator[Given] = chain(first, given)
    tables = [row[1] for row in first if isinstance(row, tuple)]
    if tables and is_named(_MAPPING, tables[0]):
        return under(tuple(tables[0]), chain(first[1:], given), path)
    names = next(filter(None, map(_layout, tables)), None)
    if names is None:
        return under(tuple(tables[0]) if tables else (), rows, path)
    return under(names, chain(first[1:], given) if _is_header(tables[0]) else rows, path)


def _is_header(cells: Sequence[str]) -> bool:
    """A row of names holds no number; a damaged row of data does."""
    return not any(cell.strip().isdecimal() for cell in cells)


def _recognises(path: Path) -> bool:
    rows = first_rows(path, 2)
    return any(is_named(_MAPPING, row) for row in rows[:1]) or any(_layout(row) is not None for row in rows)


def _made(told: Told) -> Mapping[str, str]:
    """The CAMEO code with its zeros, how exact SQLDATE is, the day of DATEADDED, and the parts of the place's name."""
    code, root = told["eventcode"], told["eventrootcode"]
    added = told["dateadded"][:8] if told["dateadded"][:8].isdecimal() else ""
    place, *area, country = told["actiongeofullname"].split(", ") if ", " in told["actiongeofullname"] else (
        "", told["actiongeofullname"])  # fmt: skip
    return {
        # A spreadsheet makes 190 of 190 and 19 of 019: the root, 19 or 1, tells them apart.
        "cameo": f"0{code}" if len(root) == 1 and code.startswith(root) else code,
        "dateexactness": _exactness(told["sqldate"], added),
        "addedday": added,
        "placename": place,
        "areaname": _area(place, area, told["actiongeotype"]),
        "countryname": country,
    }


def _area(place: str, parts: Sequence[str], kind: str) -> str:
    """The first-level area: of a state (types 2 and 5) its own name; "(general)" stands for the whole country."""
    if parts and parts[-1].endswith("(general)"):
        return ""
    return ", ".join(parts) or (place if kind in ("2", "5") else "")


def _exactness(day: str, added: str) -> str:
    try:
        back = (date.fromisoformat(added) - date.fromisoformat(day)).days
    except ValueError:
        return "unknown"
    return _STAND_INS.get(back, "unknown")


def _read(path: Path) -> Iterator[Item]:
    return read_mapped(path, _MAPPING, _opened, _made)


SOURCE = source_of("gdelt", _MAPPING, _recognises, _read)
