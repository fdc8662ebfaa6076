"""Armed groups are no places, and speak for the country they are at home in."""

from __future__ import annotations

import pytest

from etl.pipeline.intake import read_report
from etl.places.find import finder
from etl.records import Report


@pytest.mark.parametrize(
    "told",
    [
        ("Fighters of the Taliban attacked a checkpoint in Kunduz on Sunday.", "en", "Kunduz", "AF"),
        ("Des combattants des chebabs ont attaqué dimanche un convoi à Baidoa.", "fr", "Baidoa", "SO"),
        ("El ELN secuestró el lunes a dos soldados en Saravena.", "es", "Saravena", "CO"),
        ("هاجم مسلحو بوكو حرام يوم الأحد قرية قرب مايدوغوري.", "ar", "مايدوغوري", "NG"),
    ],
)
def test_a_town_told_with_a_group_alone_lies_where_the_group_is_at_home(told: tuple[str, str, str, str]) -> None:
    text, language, place, country = told
    (incident,) = read_report(Report("r", "s", "s", language, "", text))[1]
    assert place in incident.places[-1]
    assert incident.country == country


@pytest.mark.parametrize("name", ["Taliban", "Hamas", "NATO", "ETA", "ELN"])
def test_the_name_of_a_group_is_no_place(gazetteer, name: str) -> None:
    assert finder(gazetteer)(f"A spokesman for {name} said that nobody was hurt.", "en") == []


def test_a_town_that_is_called_as_a_group_is_one(gazetteer) -> None:
    (place, _) = finder(gazetteer)("Un incendie à Fano, en Italie.", "fr")
    assert place.text == "Fano"
