"""A hotel or a school that bears the name of a town far away lies where the report is, and not there."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def last(text: str, language: str = "en") -> Incident:
    """The last incident of a text, read with the whole gazetteer."""
    return read_report(Report("t:1", "test", "Test", language, "", text, date(2020, 7, 5)))[1][-1]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        (
            "en",
            "A bomb killed nine people in Nairobi, Kenya, on Monday. On Sunday gunmen stormed the Bristol hotel.",
            ("Bristol hotel", "Bristol", "Nairobi"),
        ),
        (
            "es",
            "Una bomba mató a nueve personas en Lima, Perú. El domingo hombres armados asaltaron el hotel Bristol.",
            ("hotel Bristol", "Bristol", "Lima"),
        ),
        (
            "fr",
            "Une bombe a tué neuf personnes à Bamako, au Mali. Dimanche, des hommes armés ont attaqué l'hôtel Velox.",
            ("hôtel Velox", "Velox", "Bamako"),
        ),
    ],
)
def test_a_site_known_nowhere_near_lies_in_the_town_told_last(
    language: str, text: str, wanted: tuple[str, ...]
) -> None:
    assert last(text, language).places == wanted


def test_a_site_named_after_a_town_of_its_country_lies_there() -> None:
    found = last("A bomb exploded in Baghdad, Iraq, on Monday. On Sunday rockets hit the Tikrit hospital.")
    assert found.places == ("Tikrit hospital", "Tikrit")


def test_a_base_is_in_no_town() -> None:
    found = last("A bomb exploded in Nairobi, Kenya, on Monday. On Sunday rockets hit the Velox base.")
    assert found.places == ("Velox base", "Velox")


def test_suspects_arrested_on_a_day_are_no_suspicion_of_that_day() -> None:
    found = last("Police in Gao arrested two suspects on Saturday.")
    assert found.date_start == found.date_end
    assert [one.stance for one in found.attributions] == ["stated"]


def test_a_street_named_after_a_town_is_not_there() -> None:
    found = last("Gunmen shot dead a judge in Lagos on Friday. On Saturday a grenade was thrown in Bombay Street.")
    assert found.places == ("Bombay Street", "Lagos")
