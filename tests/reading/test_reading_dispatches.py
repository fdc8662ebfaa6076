"""Dispatches: numbered units and floors, U.S. before whom is counted, who acts in company, days of statements."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]
PUBLISHED = date(2020, 7, 5)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Two U.S. soldiers were killed on Friday in an ambush in Gao.", 2),
        ("Three U.N. peacekeepers and a U.S. contractor were killed on Friday when a mine exploded in Gao.", 4),
        ("Gunmen shot dead four U.S. citizens in Gao on Friday.", 4),
    ],
)
def test_letters_with_full_stops_before_whom_a_number_counts(reading: Read, text: str, killed: int) -> None:
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert one.killed is not None
    assert one.killed.low == killed


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("A bomb went off on the 4th floor of a hotel in Gao on Friday.", date(2020, 7, 3)),
        ("Rebels made an attack on the 2nd Infantry Brigade in Gao on 1 July.", date(2020, 7, 1)),
        ("A bomb went off in a hotel in Gao on the 2nd.", date(2020, 7, 2)),
    ],
)
def test_floors_and_units_bear_no_day(reading: Read, text: str, day: date) -> None:
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert (one.date_start, one.date_end) == (day, day)


@pytest.mark.parametrize(
    ("text", "language", "actor"),
    [
        ("A judge was shot dead by a group of gunmen in Gao on Friday.", "en", "gunmen"),
        ("A teacher was killed on Friday in Gao by a band of armed men.", "en", "armed men"),
        ("Un juge a été tué vendredi à Gao par un groupe d'hommes armés.", "fr", "hommes armés"),
    ],
)
def test_who_acts_in_company(reading: Read, text: str, language: str, actor: str) -> None:
    (one,) = reading(text, language, PUBLISHED).incidents
    assert actor in [who.actor for who in one.attributions if who.stance == "stated"]


def test_a_second_bomb_defused_does_not_foil_the_first(reading: Read) -> None:
    text = "A bomb exploded on Friday in a bank in Gao, and a second device left there was defused by the police."
    assert reading(text, "en", PUBLISHED).incidents[0].status == "carried_out"
    early = reading("Two bombs exploded early on Friday outside a bank in Gao.", "en", PUBLISHED)
    assert [one.status for one in early.incidents] == ["carried_out"]


def test_the_day_of_a_statement_is_not_that_of_the_murder_it_is_about(reading: Read) -> None:
    text = (
        "On Friday the ministry denied charges that blame its officers for the murder of the six monks.\n\n"
        "The six monks and two more people were killed in Gao on 16 June."
    )
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert one.date_start == date(2020, 6, 16)
    assert one.killed is not None
    assert one.killed.low == 8


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The mayor, along with three guards, was killed in Gao on Friday.", 4),
        ("A reporter was killed on Friday in Gao. A sound technician of a television network was also killed.", 2),
        ("The six monks and two more people were killed in Gao on Friday.", 8),
    ],
)
def test_all_who_died_together_are_counted(reading: Read, text: str, killed: int) -> None:
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert one.killed is not None
    assert one.killed.low == killed


def test_a_part_of_a_town_told_later_makes_its_place_exact(reading: Read) -> None:
    text = "A bomb exploded in a bar in Paris on Friday. The blast took place in the residential district of Bria."
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert one.places[0] == "Bria"
    assert "Paris" in " ".join(one.places)


def test_the_town_whose_police_tell_it_comes_before_where_the_report_was_sent_from(reading: Read) -> None:
    text = "BAGHDAD, 5 July (AFP) -- Kirkuk police announced that gunmen had killed two traders on Friday."
    (one,) = reading(text, "en", PUBLISHED).incidents
    assert one.places == ("Kirkuk",)


def test_what_somebody_was_arrested_for_is_an_incident_of_its_own(reading: Read) -> None:
    text = "Police in Gao arrested three men on Friday in connection with the murder of a judge in Kirkuk on 16 June."
    arrest, murder = reading(text, "en", PUBLISHED).incidents
    assert arrest.event_type == "arrest_raid"
    assert arrest.killed is None
    assert arrest.date_start == date(2020, 7, 3)
    assert murder.event_type == "armed_attack"
    assert murder.places == ("Kirkuk",)
    assert murder.date_start == date(2020, 6, 16)
    assert [(who.actor, who.stance) for who in murder.attributions] == [("men", "accused")]


def test_what_they_were_arrested_for_may_be_told_before(reading: Read) -> None:
    text = "A judge was shot dead in Kirkuk on Monday. On Friday two men were arrested in Gao over the murder."
    murder, arrest = reading(text, "en", PUBLISHED).incidents
    assert (murder.event_type, arrest.event_type) == ("armed_attack", "arrest_raid")
    assert "accused" in [who.stance for who in murder.attributions]


def test_those_held_over_a_murder_are_not_its_dead(reading: Read) -> None:
    one = reading("Two suspects in the murder of a judge were arrested in Gao on Friday.", "en", PUBLISHED).incidents[0]
    assert one.killed is None or one.killed.low == 1
