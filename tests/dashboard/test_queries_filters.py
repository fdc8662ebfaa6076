"""Filters that ask for several things at once, and what each choice would show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import page_store
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import queries
from dashboard.chips import in_words
from dashboard.filters import View
from dashboard.geography import MOST_CORNERS, outline
from dashboard.i18n import translator
from dashboard.queries import Facets
from etl.store import Version

_ROUND = ((44.0, 33.0), (45.0, 33.0), (45.0, 34.0), (44.0, 34.0))
_HOLLOW = ((44.0, 33.0), (45.0, 33.0), (45.0, 34.0), (44.23, 33.1), (44.0, 34.0))
"""As large, but with a notch in which the airport of Baghdad lies."""


def told(event_id: str, *attributions: tuple[str, str], **values: Any) -> dict[str, Any]:
    given = [{"actor": actor, "stance": stance, "by": ""} for actor, stance in attributions]
    return page_store.event(event_id, [page_store.INCIDENTS[3]], attributions=given) | {
        "actors": sorted({actor for actor, _ in attributions}), **values,
    }  # fmt: skip


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    folder: Path = tmp_path_factory.mktemp("filters") / "store"
    return page_store.build(
        folder,
        told("ev-one", ("Islamic State", "accused"), ("Taliban", "denied"), killed_low=30, killed_best=30,
             date_start=date(2019, 5, 1), date_end=date(2019, 5, 1), date_precision="day"),
        told("ev-two", ("Taliban", "accused"), date_start=date(2019, 1, 1), date_end=date(2019, 12, 31),
             date_precision="year", longitude=-179.5, latitude=0.0),
    )  # fmt: skip


def shown(version: Version, view: View) -> set[str]:
    return set(queries.events(version, view, 100)["event_id"])


def counted(version: Version, view: View) -> Facets:
    return queries.facets(version, view)


def test_an_actor_and_a_stance_are_asked_of_one_attribution(version: Version) -> None:
    assert shown(version, View(actors=("Taliban",))) == {"ev-one", "ev-two"}
    assert shown(version, View(actors=("Taliban",), stances=("accused",))) == {"ev-two"}
    assert shown(version, View(sides=("jihadist",), stances=("denied",))) == set()
    assert shown(version, View(sides=("jihadist",), stances=("accused",))) == {"ev-one"}


def test_an_actor_is_found_by_any_of_its_names_in_any_script(version: Version) -> None:
    for name in ("ISIS", "daech", "داعش", "Etat islamique", "ESTADO ISLÁMICO"):
        assert shown(version, View(actors=(name,))) == {"ev-one"}
        assert "ev-one" in shown(version, View(text=name))
    everything = View()
    facets = counted(version, everything)
    for words in ("Daech", "داعش", "estado isl", "islamic st"):
        found = queries.actors_found(version, everything, words, facets["actors"], 5)
        assert [(one.name, one.events) for one in found] == [("Islamic State", 1)]
    assert queries.actors_found(version, everything, "nobody at all", facets["actors"], 5) == []


def test_what_is_less_exactly_dated_is_hidden_by_choice(version: Version) -> None:
    assert "ev-two" in shown(version, View(coarsest_date="year"))
    assert "ev-two" not in shown(version, View(coarsest_date="season"))
    assert "ev-one" in shown(version, View(coarsest_date="day"))


@pytest.mark.parametrize("view", [
    View(), View(text="bomb"), View(stances=("accused",)), View(actors=("Taliban",)), View(sides=("taliban",)),
    View(date_from=date(2019, 1, 1), date_to=date(2019, 12, 31)), View(coarsest_place="town", killed_at_least=1),
])  # fmt: skip
def test_a_count_beside_a_choice_is_what_the_choice_would_show(version: Version, view: View) -> None:
    facets = counted(version, view)
    for field in ("event_types", "statuses", "countries", "actors", "sides", "stances", "targets", "weapons",
                  "sources", "publishers", "languages"):  # fmt: skip
        for value, number in facets[field].items():
            assert len(shown(version, replace(view, **{field: (value,)}))) == number, (field, value)
    for field in ("coarsest_place", "coarsest_date"):
        for value, number in facets[field].items():
            assert len(shown(version, replace(view, **{field: value}))) == number, (field, value)
    for field in ("killed_at_least", "sources_at_least"):
        for step in queries.STEPS[field]:
            assert len(shown(version, replace(view, **{field: step}))) == facets[field].get(str(step), 0)
    for year, number in facets["period"].items():
        days = {"date_from": date(int(year), 1, 1), "date_to": date(int(year), 12, 31)}
        assert len(shown(version, replace(view, **days))) == number
    assert len(shown(version, replace(view, only_contested=True))) == facets["only_contested"].get("1", 0)


def test_an_outline_keeps_what_lies_inside_of_it_and_nothing_in_its_notches(version: Version) -> None:
    assert "ev-rockets" in shown(version, View(outline=_ROUND))
    assert "ev-rockets" not in shown(version, View(outline=_HOLLOW))
    assert shown(version, View(outline=((175.0, -5.0), (185.0, -5.0), (185.0, 5.0), (175.0, 5.0)))) == {"ev-two"}
    assert shown(version, View(outline=((-180.0, -5.0), (-175.0, -5.0), (-180.0, 5.0)))) == {"ev-two"}
    exported = queries.export_table(version, View(outline=_ROUND))
    assert set(exported["event_id"].to_pylist()) == shown(version, View(outline=_ROUND))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.floats(-180, 500), st.floats(-85, 85)), min_size=3, max_size=120))
def test_an_outline_of_any_hand_has_one_short_form(corners: list[tuple[float, float]]) -> None:
    try:
        found = outline(corners)
    except ValueError:
        return
    assert outline(found) == found
    assert 3 <= len(found) <= MOST_CORNERS
    assert len(View(outline=found).to_query()) < 1000


def test_chips_say_who_is_accused() -> None:
    view = View(actors=("Taliban",), stances=("accused",), sides=("taliban",))
    assert [chip.text for chip in in_words(view, translator("en"))] == [
        "Accused: Taliban", "Side: Taliban", "Stance: Accused",
    ]  # fmt: skip
