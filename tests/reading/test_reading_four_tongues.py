"""The same report in four languages gives the same values."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str) -> Incident:
    """The one incident of a text of Friday 20 May 2016."""
    incidents = read_report(Report("t:1", "test", "Test", language, "", text, date(2016, 5, 20)))[1]
    assert len(incidents) == 1
    return incidents[0]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The number of dead in Tuesday's attack in Kabul rose from 28 to 64."),
        ("fr", "Le nombre de morts de l'attaque de mardi à Kaboul est passé de 28 à 64."),
        ("es", "El número de muertos en el ataque del martes en Kabul subió de 28 a 64."),
        ("ar", "ارتفع عدد قتلى هجوم الثلاثاء في كابول من 28 إلى 64."),
    ],
)
def test_a_count_that_rose_is_what_it_became(language: str, text: str) -> None:
    read = only(text, language)
    assert read.killed is not None
    assert (read.killed.low, read.killed.high) == (64, 64)
    assert read.date_start == date(2016, 5, 17)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Taliban denied that they had carried out Sunday's attack on a girls' school in Herat."),
        ("fr", "Les talibans ont nié avoir mené l'attaque de dimanche contre une école de filles à Herat."),
        ("es", "Los talibanes negaron haber cometido el ataque del domingo contra una escuela de niñas en Herat."),
        ("ar", "نفت حركة طالبان أن تكون قد نفذت هجوم الأحد على مدرسة للبنات في هرات."),
    ],
)
def test_the_day_of_an_attack_that_is_denied_is_its_own(language: str, text: str) -> None:
    read = only(text, language)
    assert read.date_start == date(2016, 5, 15)
    assert [who.stance for who in read.attributions] == ["denied"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Nine people died and 12 were hurt. The bomb had exploded in a market in Maiduguri on Thursday."),
        ("fr", "Neuf personnes sont mortes, 12 sont blessées. La bombe a explosé dans un marché de Maiduguri jeudi."),
        ("es", "Nueve personas murieron y 12 quedaron heridas. La bomba estalló en un mercado de Maiduguri el jueves."),
    ],
)
def test_harm_told_before_the_act_is_that_of_the_act(language: str, text: str) -> None:
    read = only(text, language)
    assert read.killed is not None
    assert read.wounded is not None
    assert (read.killed.low, read.wounded.low) == (9, 12)
