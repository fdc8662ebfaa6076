"""Tolls that several share: who is counted once, in parts, or not at all."""

from collections.abc import Callable

import pytest

from etl.records import Incident, Reading

Read = Callable[..., Reading]


def place(one: Incident) -> str:
    return one.places[0] if one.places else ""


def killed(one: Incident) -> int | None:
    return one.killed.low if one.killed else None


def test_what_nobody_suffered_is_told_of_both_places(reading: Read) -> None:
    found = reading("Two bombs exploded on Friday, one in Gao and one in Kabul; nobody was killed.").incidents
    assert [killed(one) for one in found] == [0, 0]


def test_a_number_for_each_place_is_its_toll(reading: Read) -> None:
    found = reading("Bombs went off on Friday, killing 10 people in Gao and 5 in Kabul.").incidents
    assert {place(one): killed(one) for one in found} == {"Gao": 10, "Kabul": 5}


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "The judge was killed on Friday in Gao together with the mayor in a drone strike.", 2),
        ("en", "The judge was killed on Friday in Gao with a machete.", 1),
        ("fr", "Le juge a été tué vendredi à Gao avec le maire par une frappe de drone.", 2),
    ],
)
def test_who_dies_with_somebody_counts(reading: Read, language: str, text: str, wanted: int) -> None:
    (one,) = reading(text, language).incidents
    assert killed(one) == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A bomb killed nine people in Gao on Friday. Two doctors are among the dead."),
        ("fr", "Une bombe a tué neuf personnes vendredi à Gao. Deux médecins figurent parmi les morts."),
    ],
)
def test_those_among_the_dead_are_counted_already(reading: Read, language: str, text: str) -> None:
    (one,) = reading(text, language).incidents
    assert killed(one) == 9


def test_another_person_is_one_more(reading: Read) -> None:
    (one,) = reading("A bomb wounded eleven people in Gao on Friday; another guard was wounded at the gate.").incidents
    assert one.wounded is not None
    assert one.wounded.low == 12


def test_the_list_of_the_dead_is_the_one_beside_the_verb(reading: Read) -> None:
    text = (
        "On Friday jets killed the general Tell Amra in Marib in a strike in which the senior militia commander "
        "Sami Dahr and the judge Omar Bali died."
    )
    (one,) = reading(text).incidents
    assert killed(one) == 3


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb hit a bus in Gao on Friday. It did not cause casualties.", 0),
        ("Three guards came to the gate in Gao on Friday; one of them was killed by a bomb.", 1),
        ("A bomb killed nine in Gao on Friday, one of them a guard.", 9),
    ],
)
def test_harm_told_by_parts_and_denials(reading: Read, text: str, wanted: int) -> None:
    (one,) = reading(text).incidents
    assert killed(one) == wanted


def test_a_time_of_day_is_no_number_of_dead(reading: Read) -> None:
    (one,) = reading("At 18:40 a bomb went off in Gao on Friday and killed four people.").incidents
    assert killed(one) == 4


@pytest.mark.parametrize(
    ("text", "dead", "hurt"),
    [
        ("Two gunmen shot dead a baker in Gao on Friday.", 1, None),
        ("Two gunmen were shot dead in Gao on Friday.", 2, None),
        ("A pair of guards were kneecapped in Gao on Friday.", None, 2),
        ("A mine went off near Gao on Friday and killed a driver. Four guards are under treatment.", 1, 4),
    ],
)
def test_who_did_it_is_not_among_the_harmed(reading: Read, text: str, dead: int | None, hurt: int | None) -> None:
    (one,) = reading(text).incidents
    assert (killed(one), one.wounded.low if one.wounded else None) == (dead, hurt)


@pytest.mark.parametrize(
    "text",
    [
        "The war, in which more than 50,000 people have been killed, nears the end of its 15th year.",
        "More than 13,000 people have been killed in five years of insurgency.",
    ],
)
def test_the_toll_of_a_war_is_a_remark(reading: Read, text: str) -> None:
    assert [remark.kind for remark in reading(text).remarks] == ["aggregate"]
    assert reading(text).incidents == ()


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A bomb killed 60 people, 28 of them women, in Gao on Friday.", 60),
        ("A student of 24 was killed by a bomb in Gao on Friday.", 1),
        ("A bomb killed 24 in Gao on Friday.", 24),
    ],
)
def test_parts_and_ages_are_not_added(reading: Read, text: str, wanted: int) -> None:
    (one,) = reading(text).incidents
    assert killed(one) == wanted
