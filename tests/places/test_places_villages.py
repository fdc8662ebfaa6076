"""Villages of villages.csv, and names that are spelt in several ways outside the Arab world."""

from __future__ import annotations

import re

import pytest

from etl.places.find import finder
from etl.places.resolve import Document
from etl.places.shipped import villages


def answer(gazetteer, text, name):
    document = Document(gazetteer, text, [m.span for m in finder(gazetteer)(text, "fr")])
    return document.resolve_name(name, (), (), alike=True).answer


def test_every_village_has_its_country_area_and_origin():
    rows = list(villages())
    assert len({row.place_id for row in rows}) == len(rows)
    for row in rows:
        assert re.fullmatch(r"ucdp:\d+", row.place_id)
        assert row.admin1.startswith(f"{row.country}.")
        assert -90 <= row.latitude <= 90
        assert -180 <= row.longitude <= 180


def test_a_village_is_placed_where_the_report_speaks_of_its_country(gazetteer):
    text = "Des obus sont tombés sur Kafr Hamrah, selon des secouristes syriens d'Alep."
    found = answer(gazetteer, text, "Kafr Hamrah")
    assert found is not None
    assert found.country == "SY"
    assert found.precision == "town"


def test_a_village_alone_stays_open(gazetteer):
    assert answer(gazetteer, "Des obus sont tombés sur Kafr Hamrah.", "Kafr Hamrah") is None


@pytest.mark.parametrize(
    ("text", "name", "known", "country"),
    [
        ("L'armée ukrainienne s'est retirée de Bakhmout vers Kostiantynivka.", "Lyssytchansk", "Lysychansk", "UA"),
        ("Combats en Ukraine, de Kharkiv à Louhansk.", "Altchevsk", "Alchevsk", "UA"),
    ],
)
def test_another_spelling_is_placed_in_a_country_the_report_speaks_of(gazetteer, text, name, known, country):
    found = answer(gazetteer, text, name)
    assert found is not None
    assert (found.name, found.country) == (known, country)
    assert answer(gazetteer, "Une grève à Lyon et à Marseille, en France.", name) is None


@pytest.mark.parametrize(
    ("name", "where"),
    [("Séville", "ES"), ("Gênes", "IT"), ("Maroua", "CM"), ("Bouaké", "CI"), ("Odessa", None), ("Tombouctou", None)],
)
def test_a_great_town_alone_is_placed_under_any_name_that_only_hamlets_share(gazetteer, name, where):
    found = answer(gazetteer, f"Une explosion a secoué {name} lundi.", name)
    assert (found.country if found else None) == where
