"""Roads told by their ends: what happened there lies between them, or near the town told besides."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str) -> Incident:
    """The one incident of a text, read with the whole gazetteer."""
    (found,) = read_report(Report("t:1", "test", "Test", language, "", text, date(2020, 7, 5)))[1]
    return found


@pytest.mark.parametrize(
    ("language", "text", "road"),
    [
        ("en", "Two policemen were kidnapped on Monday on the Gao-Ansongo road in Mali.", "Gao-Ansongo road"),
        ("fr", "Un bus a été attaqué lundi sur l'axe Gao-Ansongo, au Mali.", "axe Gao-Ansongo"),
        ("es", "Un bus fue atacado el lunes en la vía Tame-Arauca, con dos muertos.", "vía Tame-Arauca"),
    ],
)
def test_a_road_between_two_towns_lies_at_neither(language: str, text: str, road: str) -> None:
    found = only(text, language)
    assert found.places[0] == road
    assert found.place_precision not in ("exact", "town")
    assert road not in found.targets


def test_a_town_near_which_it_happened_is_nearer_than_the_ends_of_the_road() -> None:
    text = "Gunmen blocked the Maiduguri-Damaturu highway near Benisheik on Monday and killed 87 travellers."
    found = only(text, "en")
    assert found.places[1:] == ("Benisheik", "Maiduguri", "Damaturu")
    assert [one.actor for one in found.attributions] == ["Gunmen"]
