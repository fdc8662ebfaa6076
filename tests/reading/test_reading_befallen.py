"""Villages that no gazetteer knows, captives among the dead, ages, and matches that are only a setting."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def told(text: str) -> list[Incident]:
    """The incidents of a text, read with the whole gazetteer."""
    return list(read_report(Report("t:1", "test", "Test", "en", "", text, date(2020, 7, 5)))[1])


@pytest.mark.parametrize(
    ("text", "village"),
    [
        ("Rebels attacked Velisoura, near Bankass in Mali, on Monday, killing four.", "Velisoura"),
        ("Jihadists raided Velisoura on Saturday and killed 70 villagers in western Niger.", "Velisoura"),
    ],
)
def test_an_unknown_village_behind_a_verb_of_attack_is_the_place(text: str, village: str) -> None:
    (found,) = told(text)
    assert found.places[0] == village


def test_whom_somebody_attacked_is_no_village() -> None:
    (found,) = told("The army shelled Velisoura positions in Gao on Sunday.")
    assert "Velisoura" not in found.places


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("A bomb exploded in Kabul. The ministry put the dead at 63 and the wounded at 182.", 63, 182),
        ("A bomb exploded in Kabul. The dead numbered 12 and the wounded 40.", 12, 40),
        ("Gunmen stormed a theatre in Moscow. Sixty-seven hostages and 34 of the gunmen died.", 101, None),
        ("Four people were killed by gunfire in Belfast on Thursday, one of them a boy of nine.", 4, None),
    ],
)
def test_the_dead_are_those_counted(text: str, killed: int, wounded: int | None) -> None:
    (found,) = told(text)
    assert (found.killed.low, found.killed.high) == (killed, killed) if found.killed else False
    assert (found.wounded.low if found.wounded else None) == wounded


def test_hostages_who_are_alive_are_not_among_the_dead() -> None:
    (found,) = told("Gunmen stormed a theatre in Moscow, took ten hostages and killed two guards.")
    assert found.killed is not None
    assert found.killed.high == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Gunmen opened fire on people watching a match at a bar in Potiskum on Sunday.", 1),
        ("Militants attacked a film festival in Algiers on Sunday.", 1),
        ("The film, in which gunmen attack a bank in Nairobi, opens on Friday.", 0),
        ("In a drill on Sunday soldiers shot at mock gunmen in the port of Lamu.", 0),
    ],
)
def test_a_match_hides_no_attack_and_a_film_tells_none(text: str, number: int) -> None:
    assert len(told(text)) == number


def test_after_prayers_parts_no_sentence() -> None:
    text = "Snipers opened fire on demonstrators in Sanaa after Friday prayers, leaving at least 52 dead."
    (found,) = told(text)
    assert (found.date_start, found.killed and found.killed.low) == (date(2020, 7, 3), 52)


def test_what_is_counted_since_the_coup_of_a_day_is_a_remark() -> None:
    assert told("Rights monitors count 765 people killed since the coup of 1 February.") == []


def test_the_make_of_a_car_is_no_place() -> None:
    (found,) = told("The bombing hit Toyota pickups in Baghdad on Sunday.")
    assert found.places == ("Baghdad",)


def test_who_condemns_an_attack_does_not_claim_it() -> None:
    text = (
        "A bomb exploded in Kabul on Saturday. The Taliban condemned the bombing; a branch of Islamic State claimed it."
    )
    (found,) = told(text)
    assert [(one.actor, one.stance) for one in found.attributions] == [("Islamic State", "claimed")]
