"""A site told again, and one told with where it lies: it stays the site of that name."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def last(text: str, language: str) -> Incident:
    """The last incident of a text, read with the whole gazetteer."""
    return read_report(Report("t:1", "test", "Test", language, "", text, date(2020, 3, 14)))[1][-1]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        (
            "en",
            "Rockets struck the Taji base on Saturday. On Wednesday two soldiers were killed in a rocket attack on "
            "the same base, 20 kilometres north of Baghdad.",
            "Taji base",
        ),
        (
            "fr",
            "Des roquettes ont frappé la base de Taji samedi. Mercredi, deux soldats avaient été tués dans une attaque "
            "contre cette base, à 20 kilomètres au nord de Bagdad.",
            "base de Taji",
        ),
        (
            "fr",
            "Des roquettes ont frappé la base de Taji samedi. Mercredi, deux soldats avaient été tués dans une attaque "
            "contre une base à 20 kilomètres au nord de Bagdad.",
            "à 20 kilomètres au nord de Bagdad",
        ),
        (
            "en",
            "Gunmen attacked the village of Tanda in Mali on Saturday. Two days earlier the same village was shelled.",
            "village of Tanda",
        ),
        (
            "es",
            "Dos soldados murieron el miércoles cuando diez cohetes cayeron en la base iraquí de Taji, al norte de "
            "Bagdad, dijo un responsable militar.",
            "base iraquí de Taji",
        ),
    ],
)
def test_a_site_is_not_lost_to_words_for_where_it_lies(language: str, text: str, place: str) -> None:
    assert last(text, language).places[0] == place
