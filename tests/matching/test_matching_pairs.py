"""Which incidents become one event, and which stay apart."""

from __future__ import annotations

from datetime import date

import pytest
from incidents_to_match import BAGHDAD, ERBIL, TAJI, by, event, groups, incident, tables

from etl.matching import match

DAY, NEXT = date(2020, 7, 4), date(2020, 7, 5)
JULY = {"day": date(2020, 7, 1), "until": date(2020, 7, 31), "date_precision": "month"}
PROVINCE = {"place_precision": "province", "radius_km": 100.0}
NOWHERE = {"place": None, "latitude": None, "longitude": None, "place_precision": None, "radius_km": None}
NEVER = {"date_start": None, "date_end": None, "date_precision": "unknown", "date_basis": "none"}


def _by(day: date) -> dict[str, object]:
    """A report of that day which tells no day."""
    return {"date_start": None, "date_end": day, "date_precision": "unknown", "date_basis": "published"}


@pytest.mark.parametrize(
    ("one", "other", "are_one"),
    [
        pytest.param({}, {}, True, id="same day, town and type"),
        pytest.param({}, {"day": NEXT}, False, id="two days of a series"),
        pytest.param({"killed": 3}, {"day": NEXT, "killed": 3}, True, id="a night that two reports date differently"),
        pytest.param({}, {"place": TAJI}, False, id="two places on one day"),
        pytest.param({"killed": 14}, {"place": TAJI, "killed": 14}, True, id="a toll that says it is one"),
        pytest.param({}, {"place": ERBIL}, False, id="300 km apart"),
        pytest.param({}, {"event_type": "protest"}, False, id="a protest is no shelling"),
        pytest.param({}, {"event_type": "bombing"}, True, id="a projectile is a rocket or a bomb"),
        pytest.param({}, {"status": "foiled"}, False, id="foiled is not carried out"),
        pytest.param({"killed": 2}, {"killed": 40}, False, id="tolls that cannot be one event's"),
        pytest.param({"killed": 12}, {"killed": 14}, True, id="a toll that rose"),
        pytest.param({"killed": 3}, {**JULY, "killed": 3, "targets": ["camp"]}, True, id="the month it happened in"),
        pytest.param({}, JULY, False, id="anything in that month"),
        pytest.param({"killed": 3, "place": TAJI}, {**PROVINCE, "killed": 3}, True, id="the province it lies in"),
        pytest.param(
            {"killed": 14, "attributions": by("Red Brigade")},
            {**NOWHERE, "killed": 14, "attributions": by("Brigade rouge")}, True, id="no place, much else agrees",
        ),
        pytest.param({}, NOWHERE, False, id="no place, little else agrees"),
        pytest.param(
            {"killed": 14, "targets": ["embassy"], "attributions": by("Red Brigade")},
            {**NEVER, "killed": 14, "targets": ["embassy"], "attributions": by("Red Brigade")}, True,
            id="no date, much else agrees",
        ),
        pytest.param({}, NEVER, False, id="no date, little else agrees"),
        pytest.param({"killed": 14}, {**_by(NEXT), "killed": 14}, True, id="no day told, published the day after"),
        pytest.param({"killed": 14}, {**_by(date(2020, 12, 1)), "killed": 14}, False, id="published months later"),
        pytest.param({**_by(DAY), "killed": 14}, {**_by(NEXT), "killed": 14}, True, id="no day told by either"),
        pytest.param({**JULY, "killed": 14}, {**_by(date(2020, 7, 2)), "killed": 14}, False,
                     id="no day told, on the second day of the month told"),
    ],
)  # fmt: skip
def test_two_reports(one, other, are_one):
    found = match(*tables([incident("a:one", **one), incident("b:two", **other)]))
    assert (len(found.events) == 1) == are_one


@pytest.mark.parametrize(
    ("earlier", "later", "by_one", "by_two"),
    [
        pytest.param({"killed": 2}, {"killed": 40}, True, False, id="a toll that its origin raises is an update"),
        pytest.param({"killed": 40}, {"killed": 2}, False, False, id="a toll that it does not raise is none"),
        pytest.param({"killed": 3}, {"killed": 3, "day": NEXT}, False, True, id="two days of one origin are two"),
        pytest.param({"killed": 3}, {"killed": 3, "day": NEXT, "date_basis": "published"}, True, True,
                     id="unless a day is only the report's own"),
    ],
)  # fmt: skip
def test_an_origins_update_and_its_second_incident(earlier, later, by_one, by_two):
    rows = [incident("a:one", **earlier), incident("b:two", **later)]
    for publisher, are_one in (("One", by_one), ("Two", by_two)):
        told_later = {"publisher": publisher, "published": date(2020, 7, 6)}
        assert (len(match(*tables(rows, two=told_later)).events) == 1) == are_one


def test_incidents_of_one_report_stay_apart():
    found = match(*tables([incident("a:one"), incident("a:one", number=2)]))
    assert len(found.events) == 2


def test_rows_of_one_dataset_stay_apart_and_a_text_joins_neither_at_random():
    rows = [incident("d:r1"), incident("d:r2"), incident("p:story")]
    found = match(*tables(rows, r1={"form": "row"}, r2={"form": "row"}))
    assert len(found.events) == 3
    review = found.matches.filter(found.matches["event_id"].is_null())
    assert review.num_rows == 2
    assert "shared among 2 that fit as well" in review["reasons"].to_pylist()[0]


def test_a_text_joins_the_row_that_its_toll_points_to():
    rows = [incident("d:r1", killed=2), incident("d:r2", killed=14), incident("p:story", killed=14)]
    found = match(*tables(rows, r1={"form": "row"}, r2={"form": "row"}))
    assert groups(found) == [["d:r1#1"], ["d:r2#1", "p:story#1"]]


def test_an_incident_that_came_twice_is_one():
    twice = [incident("d:r1", killed=2), incident("d:r1", killed=2, targets=["camp"])]
    found = match(*tables(twice))
    assert event(found)["targets"] == ["camp"]


def test_far_things_do_not_chain():
    steps = [incident(f"p:s{n}", place=(BAGHDAD[0] + 0.2 * n, BAGHDAD[1]), killed=3) for n in range(8)]
    found = match(*tables(steps))
    for ids in groups(found):
        south, north = (int(i.removeprefix("p:s").removesuffix("#1")) for i in (ids[0], ids[-1]))
        assert north - south <= 2


def test_the_reasons_say_what_spoke_for_and_against_in_words_and_numbers():
    rows = [
        incident("a:one", killed=3, attributions=by("Red Brigade")),
        incident("b:two", killed=3, event_type="bombing", attributions=by("Brigade rouge"), place=(33.33, 44.39)),
    ]
    (told,) = match(*tables(rows)).matches.to_pylist()
    assert told["reasons"] == [
        "same day (+7.0)", "3 km apart, radii together 10 km (+3.8)", "same name of the place: baghdad (+0.8)",
        "shelling and bombing (+0.5)",
        "same actor: red (+2.5)", "killed 3 and 3 (+2.5)",
    ]  # fmt: skip
    assert told["score"] > 0.9


def test_nothing_in_gives_nothing_out():
    found = match(*tables([]))
    assert (len(found.events), len(found.matches), len(found.aliases)) == (0, 0, 0)


def test_two_vague_reports_need_not_prove_each_other_where_nothing_contradicts():
    def told(vague_until: date) -> list[list[str]]:
        exact = incident("a:exact", place=TAJI, targets=["camp gate"])
        untyped = incident("b:untyped", place=TAJI, event_type="armed_attack")
        vague = incident("c:vague", place=TAJI, targets=["camp gate"], day=date(2020, 7, 1), until=vague_until)
        return groups(match(*tables([exact, untyped, vague])))

    assert told(date(2020, 7, 11)) == [["a:exact#1", "b:untyped#1", "c:vague#1"]]
    assert ["a:exact#1", "b:untyped#1"] in told(date(2020, 7, 1)), "dates that do not meet still keep it out"


def test_a_siege_and_one_of_its_days_are_flagged_as_episode_and_event():
    siege = incident("a:siege", killed=14, targets=["embassy"], until=date(2020, 7, 8))
    one_day = incident("b:raid", killed=14, targets=["embassy"])
    (told,) = match(*tables([siege, one_day])).matches.to_pylist()
    assert told["is_episode"]
    assert "one tells of 5 days, the other of one: episode and event?" in told["reasons"]
    (same,) = match(*tables([one_day, incident("c:again", killed=14, targets=["embassy"])])).matches.to_pylist()
    assert not same["is_episode"]
