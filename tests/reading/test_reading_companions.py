"""Who died beside one told by an office, last Friday told on a Friday, and words inside the names of towns."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str = "en") -> Incident:
    """The one incident of a text of Friday 20 May 2016."""
    incidents = read_report(Report("t:1", "test", "Test", language, "", text, date(2016, 5, 20)))[1]
    assert len(incidents) == 1
    return incidents[0]


@pytest.mark.parametrize(
    ("language", "text", "killed"),
    [
        ("en", "A drone killed a commander of the Shabaab and his driver near Kismayo on Wednesday.", 2),
        ("en", "A judge, his wife and their two sons were killed by gunmen in Cali on Wednesday.", 4),
        ("en", "A bomb killed a police chief, his driver and a passer-by in Cali on Wednesday.", 3),
        ("fr", "Un drone a tué un commandant des Shebab et son chauffeur près de Kismayo mercredi.", 2),
        ("es", "Un dron mató a un comandante de Al Shabab y a su chófer cerca de Kismayo el miércoles.", 2),
    ],
)
def test_those_with_a_victim_are_counted(language: str, text: str, killed: int) -> None:
    toll = only(text, language).killed
    assert toll is not None
    assert (toll.low, toll.high) == (killed, killed)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen kidnapped two engineers in Lagos on Friday last."),
        ("fr", "Des hommes armés ont enlevé deux ingénieurs à Lagos vendredi dernier."),
    ],
)
def test_last_friday_is_not_the_friday_of_the_report(language: str, text: str) -> None:
    assert only(text, language).date_start == date(2016, 5, 13)


def test_a_word_inside_the_name_of_a_town_is_no_target() -> None:
    assert only("Gunmen kidnapped two engineers near Port Harcourt on Wednesday.").targets == ("engineers",)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 12 May two farmers were killed in Goma."),
        ("en", "On 12 May two of the three farmers held in Goma were killed."),
        ("fr", "Le 12 mai deux paysans ont été tués à Goma."),
    ],
)
def test_a_day_is_no_number_of_those_told_behind_it(language: str, text: str) -> None:
    toll = only(text, language).killed
    assert toll is not None
    assert (toll.low, toll.high) == (2, 2)
