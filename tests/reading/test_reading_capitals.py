"""The capital told without its name, quarters without their town, and days that are names of streets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

CAPITALS = [
    ("en", "Gunmen shot dead two clerks in the capital on Friday.", "capital"),
    ("es", "Una bomba mató el viernes a dos policías en la capital.", "capital"),
    ("fr", "Une bombe a tué vendredi deux policiers dans la capitale.", "capitale"),
    ("ar", "قتل مسلحون يوم الجمعة شرطيين في العاصمة.", "العاصمة"),
]


@pytest.mark.parametrize(("code", "text", "name"), CAPITALS)
def test_a_capital_without_its_name_is_a_place(
    reading: Callable[..., Reading], code: str, text: str, name: str
) -> None:
    (incident,) = reading(text, code).incidents
    assert incident.places == (name,)


def test_the_name_of_a_capital_right_behind_it_is_the_place(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Una bomba mató el viernes a dos policías en la capital, Bagdad.", "es").incidents
    assert incident.places == ("Bagdad",)


def test_the_capital_is_the_one_that_was_named_before(reading: Callable[..., Reading]) -> None:
    text = "El gobierno en Bagdad calló el jueves. Una bomba mató el viernes a dos policías en la capital."
    (incident,) = reading(text, "es").incidents
    assert incident.places == ("capital", "Bagdad")


def test_a_quarter_lies_in_the_town_told_last(reading: Callable[..., Reading]) -> None:
    text = (
        "Un carro bomba estalló el viernes en Kabul y mató a tres soldados.\n\n"
        "El sábado, desconocidos secuestraron a una médica en el barrio Tarvendo."
    )
    places = [one.places for one in reading(text, "es").incidents]
    assert places == [("Kabul",), ("barrio Tarvendo", "Tarvendo", "Kabul")]


def test_a_quarter_is_more_exact_than_the_town_that_heads_its_sentence(reading: Callable[..., Reading]) -> None:
    text = "En Kabul, una bomba mató el viernes a tres soldados en el barrio Tarvendo."
    (incident,) = reading(text, "es").incidents
    assert incident.places == ("barrio Tarvendo", "Tarvendo", "Kabul")


def test_a_day_in_the_name_of_a_street_is_no_day(reading: Callable[..., Reading]) -> None:
    text = "Desconocidos tirotearon el viernes en Kabul a dos jueces en la avenida 6 de Marzo."
    (incident,) = reading(text, "es").incidents
    assert str(incident.date_start) == "2020-07-03"


def test_a_capital_that_only_speaks_is_not_the_one_meant(reading: Callable[..., Reading]) -> None:
    text = (
        "Rockets hit a camp near Gao in Mali on Monday. Washington condemned it. "
        "On Tuesday gunmen killed two guards in the capital."
    )
    assert [one.places for one in reading(text, "en").incidents if one.killed] == [("capital",)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Gunmen killed two guards in Gao on Friday. Abu Ali al-Bria, a leader of the group, denied any part."),
        ("fr", "Vendredi, à Gao, des hommes armés ont tué deux gardes. Abou Ali al-Bria, leur chef, a tout nié."),
    ],
)
def test_no_part_of_a_fathers_name_is_a_place(reading: Callable[..., Reading], code: str, text: str) -> None:
    (incident,) = reading(text, code).incidents
    assert incident.places == ("Gao",)
