"""A small stand-in for the gazetteer: reading is handed its place names, so its tests need no data of other rooms."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from etl.records import PlaceMention, Reading, Report, Span

KINDS = {
    "town": "Baghdad Bagdad Kirkuk Erbil Gao Goma Kabul Jolo Mandera Garissa Lamu Bambari Bria Bangassou Sanaa Marib "
    "Sderot Kramatorsk Moscow Moscou Paris Niamey",
    "site": "Taji",
    "area": "Mbomou Gaza",
    "country": "Mali Kenya",
}
PLACES = {name: kind for kind, names in KINDS.items() for name in names.split()}
_NAMES = re.compile(r"\b(?:" + "|".join(PLACES) + r")\b")


def find_places(text: str, language: str) -> Sequence[PlaceMention]:
    assert language
    return [PlaceMention(Span(*m.span()), m.group(), PLACES[m.group()]) for m in _NAMES.finditer(text)]


def report(text: str, language: str = "en", published: date | None = date(2020, 7, 5)) -> Report:
    return Report("t:1", "test", "Test", language, "", text, published)


@pytest.fixture
def reading() -> Callable[..., Reading]:
    from etl.reading import read

    def run(text: str, language: str = "en", published: date | None = date(2020, 7, 5)) -> Reading:
        return read(report(text, language, published), find_places)

    return run
