"""What readers share is what each would see alone: nobody is shown another one's language, days, choice or place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from dashboard import queries
from dashboard.filters import View
from dashboard.geography import Bounds, Camera
from dashboard.i18n import translator
from dashboard.views.session import Reader
from dashboard.views.shared_figures import map_drawn, page_of_table, timeline_drawn
from etl.store import Version

WORLD = Bounds(-180.0, -85.0, 180.0, 85.0)
CAMERA = Camera(44.0, 33.0, 5.0)


def reader(version: Version, view: View) -> Reader:
    return Reader(version, view, translator(view.language), "light")


def drawn(one: Reader) -> tuple[str, str]:
    return map_drawn(one, CAMERA, WORLD, None), timeline_drawn(one)


@pytest.mark.parametrize("change", [{"language": "fr"}, {"brush": (date(2020, 3, 1), date(2020, 3, 2))},
                                    {"measure": "killed"}])  # fmt: skip
def test_another_view_has_its_own_timeline(version: Version, change: dict[str, object]) -> None:
    first = drawn(reader(version, View()))
    assert drawn(reader(version, replace(View(), **change))) != first  # type: ignore[arg-type]
    assert drawn(reader(version, View())) == first


def test_the_chosen_event_is_ringed_for_the_reader_who_chose_it_alone(version: Version) -> None:
    ids, _ = page_of_table(reader(version, View()), 0)
    placed = set(queries.events(version, View(), 100).dropna(subset="latitude")["event_id"])
    chosen = next(event for event in ids if event in placed)
    images = [
        json.loads(map_drawn(reader(version, view), CAMERA, WORLD, None))["layout"]["meta"]["images"].values()
        for view in (View(selected=chosen), View())
    ]
    assert [any("ring" in image for image in held) for held in images] == [True, False]


def test_the_rows_of_the_table_are_in_the_readers_language(version: Version) -> None:
    (ids, english), (same, french) = (page_of_table(reader(version, View(language=name)), 0) for name in ("en", "fr"))
    assert ids == same
    assert list(english["event_type"]) != list(french["event_type"])
