"""Rows whose own point lies in another country than the one they state: kept as they are, and told to a person."""

from __future__ import annotations

from collections.abc import Iterator

from etl.places.reverse import Borders
from etl.records import Incident

SHOWN = 5
"""Rows named in the notice; the others are counted."""
_ALSO = ({"PS", "IL"}, {"EH", "MA"}, {"XK", "RS"}, {"TW", "CN"}, {"SS", "SD"}, {"UA", "RU"}, {"HK", "CN"})
"""Pairs of which sources state one or the other for the same ground, by year or by view."""


class StatedCountries:
    """The rows of one file, checked one by one."""

    def __init__(self, borders: Borders) -> None:
        self._borders = borders
        self._wrong: list[str] = []
        self._count = 0

    def check(self, incident: Incident) -> None:
        """Note a row whose point lies surely in another country than it states."""
        if incident.latitude is None or incident.longitude is None or not incident.country:
            return
        found = self._borders.elsewhere(incident.latitude, incident.longitude, incident.country)
        if found is None or {found, incident.country} in _ALSO:
            return
        self._count += 1
        if self._count <= SHOWN:
            point = f"{incident.latitude:.3f}, {incident.longitude:.3f}"
            self._wrong.append(f"{incident.report_id} states {incident.country}, {point} lies in {found}")

    def notices(self, file: str) -> Iterator[str]:
        """What to tell a person: nothing where every row agrees."""
        if self._count:
            more = f", and {self._count - SHOWN} more" if self._count > SHOWN else ""
            yield (
                f"{file}: {self._count} rows lie in another country than they state (kept as they are): "
                f"{'; '.join(self._wrong)}{more}"
            )
