"""What a table's publisher promises of its rows, checked while they are read; a broken promise is never repaired."""

from __future__ import annotations

from collections.abc import Iterator

from etl.items import Notice
from etl.records import Incident
from etl.sources._mapped_cells import Told
from etl.sources._mapping import TableMapping, loose
from etl.told_columns import COUNTS

_SHOWN = 8


class MappedPromises:
    """Counts the rows of one table that break each promise, and remembers the first of them."""

    def __init__(self, mapping: TableMapping) -> None:
        self._year = loose(mapping.promises.year)
        self._id = loose(mapping.promises.starts_with_date)
        self._pairs = [(loose(low), loose(high), f"{low} is above {high}") for low, high in mapping.promises.not_above]
        self._names = mapping.promises
        self._broken: dict[str, list[int]] = {}

    def check(self, row: int, told: Told, incident: Incident) -> None:
        """Look at one row and what was made of it."""
        year = told.get(self._year, "").removesuffix(".0")
        start = incident.date_start
        if year and start and year != str(start.year) and incident.date_precision not in ("week", "year"):
            self.breaks(f"{self._names.year} is not that of the date", row)
        if start and not _starts_with(told.get(self._id, ""), incident):
            self.breaks(f"{self._names.starts_with_date} does not start with the date", row)
        for low, high, kind in self._pairs:
            if _above(told.get(low, ""), told.get(high, "")):
                self.breaks(kind, row)
        for name in COUNTS:
            count = getattr(incident, name)
            if count is None:
                continue
            if count.best is not None and count.high is not None and count.best > count.high:
                self.breaks(f"{name}: best is above high", row)
            if count.best is not None and count.low is not None and count.low > count.best:
                self.breaks(f"{name}: low is above best", row)

    def breaks(self, kind: str, row: int) -> None:
        """Remember a row that is not as promised."""
        self._broken.setdefault(kind, []).append(row)

    def notices(self, file: str) -> Iterator[Notice]:
        """One Notice for each kind of finding."""
        for kind, rows in self._broken.items():
            first = ", ".join(map(str, rows[:_SHOWN])) + (", ..." if len(rows) > _SHOWN else "")
            yield Notice(file, f"{kind} in {len(rows)} rows (kept as given): rows {first}")


def _starts_with(cell: str, incident: Incident) -> bool:
    """GTD's way: YYYYMMDD and a number, 00 for what is not known."""
    start = incident.date_start
    if not cell or start is None:
        return True
    until = {"year": 4, "month": 6}.get(incident.date_precision, 8)
    return cell.startswith(start.isoformat().replace("-", "")[:until])


def _above(low: str, high: str) -> bool:
    return _is_number(low) and _is_number(high) and float(low) > float(high)


def _is_number(cell: str) -> bool:
    return cell.isascii() and cell.replace(".", "", 1).isdigit()
