"""Rows whose own point lies in another country than the one they state: kept as they are, and told to a person."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from etl.items import Item, Rows
from etl.places.reverse import Borders

SHOWN = 5
"""Rows named in the notice; the others are counted."""
_ALSO = ({"PS", "IL"}, {"EH", "MA"}, {"XK", "RS"}, {"TW", "CN"}, {"SS", "SD"}, {"UA", "RU"}, {"HK", "CN"})
"""Pairs of which sources state one or the other for the same ground, by year or by view."""
_CHECKED = ("report_id", "latitude", "longitude", "country")
_CHECKED_OF = attrgetter(*_CHECKED)


class StatedCountries:
    """The rows of one file, checked one by one."""

    def __init__(self, borders: Borders) -> None:
        self._borders = borders
        self._wrong: list[str] = []
        self._count = 0

    def check(self, item: Item) -> None:
        """Note the rows whose point lies surely in another country than they state; a text states none."""
        match item:
            case (_, incident):
                self._check(*_CHECKED_OF(incident))
            case Rows():
                for row in zip(*(item.incidents[name].to_pylist() for name in _CHECKED), strict=True):
                    self._check(*row)

    def _check(self, report_id: str, latitude: float | None, longitude: float | None, country: str) -> None:
        if latitude is None or longitude is None or not country:
            return
        found = self._borders.elsewhere(latitude, longitude, country)
        if found is None or {found, country} in _ALSO:
            return
        self._count += 1
        if self._count <= SHOWN:
            self._wrong.append(f"{report_id} states {country}, {latitude:.3f}, {longitude:.3f} lies in {found}")

    def notices(self, file: str) -> Iterator[str]:
        """What to tell a person: nothing where every row agrees."""
        if self._count:
            more = f", and {self._count - SHOWN} more" if self._count > SHOWN else ""
            yield (
                f"{file}: {self._count} rows lie in another country than they state (kept as they are): "
                f"{'; '.join(self._wrong)}{more}"
            )
