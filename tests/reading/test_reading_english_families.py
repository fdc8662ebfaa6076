"""English words of violence, of harm and of the stage and the pitch, by families."""

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "In the script, gunmen storm a bank in Turin and kill two clerks.",
        "Actors in black overran a cardboard fort near Lagos.",
        "The visitors bombed the champions with three long-range goals in Milan.",
        "A thriller about two kidnappers who seize a judge opened in Rome.",
    ],
)
def test_what_is_played_is_no_incident(reading: Read, text: str) -> None:
    assert reading(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("On Friday saboteurs blew off a metre of rail near Gaya.", "bombing", "carried_out"),
        ("Three masts were felled with explosive charges near Ayacucho on Friday.", "bombing", "carried_out"),
        ("A suicide bomber has driven a truck into a barracks in Herat.", "bombing", "carried_out"),
        ("On Friday a car bomb exploded prematurely in Herat, before it reached the barracks.", "bombing", "foiled"),
        ("A patrol near Gao was engaged with small arms on Friday.", "armed_clash", "carried_out"),
        ("Soldiers entered Tubas on Friday and took seven people into custody.", "arrest_raid", "carried_out"),
    ],
)
def test_what_was_done(reading: Read, text: str, event_type: str, status: str) -> None:
    (one,) = reading(text).incidents
    assert (one.event_type, one.status) == (event_type, status)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A bomb went off in Kano on Friday. Nine traders were treated for shock.", None, 9),
        ("A grenade burst in a bar in Cali on Friday; the driver was martyred.", 1, None),
        ("In Lviv a barman was shot dead and four of his customers were wounded on Friday.", 1, 4),
    ],
)
def test_who_was_hurt(reading: Read, text: str, killed: int | None, wounded: int | None) -> None:
    (one,) = reading(text).incidents
    told = [count.low if count else None for count in (one.killed, one.wounded)]
    assert told == [killed, wounded]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A ten-year-old boy was shot dead on Friday in Diyala.", 1),
        ("An eight-year-old girl was killed in a bombing in Gao on Friday.", 1),
    ],
)
def test_one_person_told_with_an_age_is_counted(reading: Read, text: str, killed: int) -> None:
    (one,) = reading(text).incidents
    assert one.killed is not None
    assert one.killed.low == killed


def test_a_killing_by_somebody_told_needs_no_day_nor_place(reading: Read) -> None:
    (incident,) = reading("Boko Haram fighters have killed a teacher.").incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_what_a_storm_destroys_is_no_incident(reading: Read) -> None:
    assert not reading("The storm destroyed several shops in Cali on Friday.").incidents


def test_what_was_reported_on_a_day_happened_on_it(reading: Read) -> None:
    (incident,) = reading("Six bombings were reported on 3 May in the city of Kirkuk.", "en").incidents
    assert incident.date_start is not None
    assert (incident.date_start.month, incident.date_start.day) == (5, 3)
