"""A town from which a place is reckoned, a street's name and a town told already are no places of what happened."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

FAR = [
    (
        "en",
        "Rebels shot nine guards in Zarkoma, 350 km northeast of Baghdad, on Friday.",
        "350 km northeast of Baghdad",
    ),
    ("en", "Gunmen killed two clerks in Tarvendo, 40 km south of Kirkuk, on Friday.", "40 km south of Kirkuk"),
    ("fr", "Une bombe a tué vendredi deux policiers à Zarkoma, à 60 km au nord de Gao.", "60 km au nord de Gao"),
    (
        "es",
        "Una bomba mató el viernes a dos policías en Tarvendo, a 90 km al norte de Kabul.",
        "90 km al norte de Kabul",
    ),
]


@pytest.mark.parametrize(("code", "text", "phrase"), FAR)
def test_a_town_of_reference_keeps_its_distance(
    reading: Callable[..., Reading], code: str, text: str, phrase: str
) -> None:
    (incident,) = reading(text, code).incidents
    towns = {"Baghdad", "Kirkuk", "Gao", "Kabul"}
    assert towns.isdisjoint(incident.places)
    assert any(phrase in place for place in incident.places)


SIDES = [
    (
        "fr",
        "Des hommes armés ont tué vendredi deux soldats à la base de Zarkoma, à l'ouest de la capitale.",
        "capitale",
    ),
    ("en", "Gunmen killed two soldiers on Friday at the base of Zarkoma, west of Baghdad.", "Baghdad"),
]


@pytest.mark.parametrize(("code", "text", "town"), SIDES)
def test_a_side_of_a_town_is_not_the_town(reading: Callable[..., Reading], code: str, text: str, town: str) -> None:
    (incident,) = reading(text, code).incidents
    assert town not in incident.places
    assert incident.places[0].endswith("Zarkoma")


DATELINES = [
    ("fr", "KABUL (AFP) - Une bombe a détruit vendredi l'école de Zarkoma, tuant deux élèves.", "Kabul"),
    ("en", "KABUL, 4 Jul (Agency) - A rocket hit the school of Zarkoma on Friday, killing two.", "Kabul"),
    ("es", "KABUL (EFE) - Una bomba destruyó el viernes la escuela de Zarkoma y mató a dos.", "Kabul"),
]


@pytest.mark.parametrize(("code", "text", "town"), DATELINES)
def test_the_school_of_a_town_is_not_in_the_town_of_the_dateline(
    reading: Callable[..., Reading], code: str, text: str, town: str
) -> None:
    (incident,) = reading(text, code).incidents
    assert town.upper() not in incident.places


def test_a_quarter_told_with_its_town_takes_no_other(reading: Callable[..., Reading]) -> None:
    text = (
        "Un carro bomba estalló el jueves en Kabul y mató a tres soldados.\n\n"
        "En Gao, pistoleros balearon el viernes a dos vendedores en la colonia Tarvendo."
    )
    assert [one.places for one in reading(text, "es").incidents][-1] == ("colonia Tarvendo", "Tarvendo", "Gao")


STREETS = [
    ("es", "Una bomba mató el viernes a dos policías en la avenida Kenya de Kabul.", "Kabul"),
    ("fr", "Une bombe a tué vendredi deux policiers sur la place de Gaza à Niamey.", "Niamey"),
    ("en", "A bomb killed two clerks on Mali Street in Kabul on Friday.", "Kabul"),
]


@pytest.mark.parametrize(("code", "text", "town"), STREETS)
def test_a_street_called_after_a_country_does_not_lie_in_it(
    reading: Callable[..., Reading], code: str, text: str, town: str
) -> None:
    (incident,) = reading(text, code).incidents
    assert incident.places[-1].endswith(town)
    assert not {"Kenya", "Gaza", "Mali"} & set(incident.places)
