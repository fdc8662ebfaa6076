"""Small towns told without their country: two that only one country has, and a road named after two towns."""

from __future__ import annotations

import pytest

from etl.records import Report


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Une mine a tué neuf passagers mercredi entre Gossi et Hombori.", "ML"),
        ("Huit camions ont été brûlés samedi sur l'axe Djibo-Bourzanga.", "BF"),
        ("Deux hommes ont été tués mardi à Marioupol.", "UA"),
    ],
)
def test_names_that_one_country_alone_has_are_placed_there(text, country):
    from etl.pipeline.intake import read_report

    _, incidents, _, _ = read_report(Report("t:1", "t", "", "fr", "", text, None))
    assert [incident.country for incident in incidents] == [country]
