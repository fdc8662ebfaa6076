"""A view and its address are the same thing, and a broken address gives a message and the default."""

from __future__ import annotations

import string
from datetime import date
from math import cos, pi, sin
from urllib.parse import urlencode

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.address import FORMS
from dashboard.chips import in_words
from dashboard.filters import View, from_query
from dashboard.geography import Bounds, Camera, Near
from dashboard.i18n import LANGUAGES, translator
from etl.records import DATE_PRECISIONS, EVENT_TYPES, PLACE_PRECISIONS, STANCES, STATUSES

_days = st.dates(date(1, 1, 1), date(9999, 12, 31))
_names = st.lists(st.text(max_size=400), max_size=3).map(tuple)
_latitude = st.floats(-85.05, 85.05)
_longitude = st.floats(-180, 180)


@st.composite
def outlines(draw: st.DrawFn) -> tuple[tuple[float, float], ...]:
    """None, or corners about a circle: such an outline is never without an inside."""
    west, wide, count = draw(st.floats(-180, 100)), draw(st.floats(1, 180)), draw(st.integers(3, 60))
    turns = [2 * pi * place / count for place in range(count)]
    return draw(st.sampled_from(((), tuple((west + wide * (1 + cos(a)), 60 * sin(a)) for a in turns))))


@st.composite
def views(draw: st.DrawFn) -> View:
    first, last = sorted((draw(_days), draw(_days)))
    south, north = sorted((draw(_latitude), draw(_latitude)))
    return View(
        page=draw(st.sampled_from(("explore", "event", "read", "about"))),
        language=draw(st.sampled_from(LANGUAGES)),
        date_from=draw(st.sampled_from((None, first))),
        date_to=draw(st.sampled_from((None, last))),
        event_types=draw(st.lists(st.sampled_from(EVENT_TYPES)).map(tuple)),
        statuses=draw(st.lists(st.sampled_from(STATUSES)).map(tuple)),
        countries=draw(st.lists(st.text(string.ascii_uppercase, min_size=2, max_size=2)).map(tuple)),
        admin1=draw(_names),
        actors=draw(_names),
        stances=draw(st.lists(st.sampled_from(STANCES)).map(tuple)),
        targets=draw(_names),
        weapons=draw(_names),
        sides=draw(st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=9)).map(tuple)),
        coarsest_date=draw(st.sampled_from(("", *DATE_PRECISIONS[:-1]))),
        outline=draw(outlines()),
        near=draw(st.none() | st.builds(Near, _longitude, _latitude, st.floats(0.1, 20_000), st.text())),
        machine_coded=draw(st.booleans()),
        measure=draw(st.sampled_from(("events", "killed"))),
        sources=draw(_names),
        publishers=draw(_names),
        languages=draw(st.lists(st.text(string.ascii_lowercase, min_size=2, max_size=3)).map(tuple)),
        coarsest_place=draw(st.sampled_from(("", *PLACE_PRECISIONS))),
        killed_at_least=draw(st.none() | st.integers(1, 10**9)),
        sources_at_least=draw(st.none() | st.integers(1, 10**9)),
        only_contested=draw(st.booleans()),
        context=draw(st.booleans()),
        text=draw(st.text()),
        within=draw(st.none() | st.builds(Bounds, _longitude, st.just(south), _longitude, st.just(north))),
        camera=draw(st.none() | st.builds(Camera, _longitude, _latitude, st.floats(0, 22))),
        brush=draw(st.none() | st.tuples(_days, _days)),
        selected=draw(st.text()),
        table_page=draw(st.integers(1, 10**6)),
    )


@settings(deadline=None)
@given(views())
def test_an_address_gives_back_exactly_the_view_it_was_made_from(view: View) -> None:
    assert from_query(view.to_query()) == (view, ())


@settings(deadline=None)
@given(views())
def test_an_address_is_the_only_one_of_its_view(view: View) -> None:
    again, _ = from_query("?" + view.to_query())
    assert again.to_query() == view.to_query()


@given(st.text() | st.lists(st.tuples(st.sampled_from([f.key for f in FORMS.values()]), st.text())).map(urlencode))
def test_no_address_whatever_raises(query: str) -> None:
    view, problems = from_query(query)
    assert isinstance(view, View)
    for problem in problems:
        assert problem.in_words(translator("fr"))


def test_the_default_view_has_an_empty_address() -> None:
    assert View().to_query() == ""


def test_order_and_repeats_of_choices_make_no_other_address() -> None:
    one = View(event_types=("shelling", "bombing", "shelling"), actors=("B", "A"))
    assert one == View(event_types=("bombing", "shelling"), actors=("A", "B"))
    assert one.to_query() == "type=bombing&type=shelling&actor=A&actor=B"


def test_an_event_has_its_own_short_link() -> None:
    assert View(page="event", selected="ev-1").to_query() == "event=ev-1"
    assert from_query("event=ev-1")[0] == View(page="event", selected="ev-1")
    assert View(selected="ev-1").to_query() == "selected=ev-1"


@pytest.mark.parametrize(
    ("query", "reason", "key"),
    [
        ("colour=red", "unknown_key", "colour"),
        ("type=shelling&type=picnic", "bad_value", "type"),
        ("from=2020-13-01", "bad_value", "from"),
        ("from=today", "bad_value", "from"),
        ("at=1+2", "bad_value", "at"),
        ("at=nan+2+3", "bad_value", "at"),
        ("killed=-1", "bad_value", "killed"),
        ("killed=1&killed=2", "repeated", "killed"),
        ("lang=tlh", "bad_value", "lang"),
        ("page=nowhere", "bad_value", "page"),
        ("outline=1+2+3+4", "bad_value", "outline"),
        ("outline=1+2+3+4+5", "bad_value", "outline"),
        ("outline=0+0+0+0+0+0", "bad_value", "outline"),
        ("dated=unknown", "bad_value", "dated"),
        ("side=A+B", "bad_value", "side"),
        ("from=2021-01-01&to=2020-01-01", "period_reversed", "from"),
    ],
)
def test_what_an_address_cannot_mean_is_named_and_the_rest_is_kept(query: str, reason: str, key: str) -> None:
    view, problems = from_query(query + "&country=IQ")
    assert [(p.reason, p.key) for p in problems] == [(reason, key)]
    assert view.countries == ("IQ",)


def test_one_bad_choice_loses_only_itself() -> None:
    view, _ = from_query("type=shelling&type=picnic")
    assert view.event_types == ("shelling",)


def test_embedding_keys_are_passed_by() -> None:
    assert from_query("embed=true&embed_options=dark_theme") == (View(), ())


@settings(deadline=None)
@given(views())
def test_removing_every_chip_leaves_no_filter(view: View) -> None:
    t = translator("en")
    for _ in range(200):
        chips = in_words(view, t)
        if not chips:
            break
        assert chips[0].text
        view = chips[0].without
    assert view.filters == View()


def test_chips_say_the_filters_in_the_readers_language() -> None:
    view = View(event_types=("shelling",), countries=("IQ",), date_from=date(2020, 3, 1), killed_at_least=1200)
    assert [c.text for c in in_words(view, translator("en"))] == [
        "Since 1 March 2020", "Shelling or rockets", "Iraq", "At least 1,200 killed",
    ]  # fmt: skip
    assert [c.text for c in in_words(view, translator("fr"))][1:3] == ["Tirs de roquettes ou d’obus", "Irak"]


def test_the_period_and_the_brush_leave_the_days_of_both() -> None:
    view = View(date_from=date(2020, 1, 1), brush=(date(2019, 12, 1), date(2020, 2, 1)))
    assert view.days == (date(2020, 1, 1), date(2020, 2, 1))
