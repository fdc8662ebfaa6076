"""The nation told with a town says in whose country it lies; what merely has people there does not."""

from __future__ import annotations

import pytest

from etl.places.find import finder
from etl.places.gazetteer import Gazetteer
from etl.places.locate import locate
from etl.places.resolve import Document

TOWNS = [
    ("en", "Gunmen shot two guards in the Colombian city of Florencia.", "Florencia", "CO"),
    ("en", "Gunmen shot two guards in the Argentine city of Córdoba.", "Córdoba", "AR"),
    ("en", "A blast killed four in the Lebanese city of Tripoli.", "Tripoli", "LB"),
    ("es", "En la localidad argentina de Rosario, dos hombres balearon un juzgado.", "Rosario", "AR"),
    ("es", "Una bomba mató a tres personas en la ciudad colombiana de Cartagena.", "Cartagena", "CO"),
    ("es", "Un coche bomba mató a tres personas en la ciudad venezolana de Mérida.", "Mérida", "VE"),
    ("fr", "Un obus a tué deux personnes dans la ville libanaise de Tripoli.", "Tripoli", "LB"),
    ("fr", "Une bombe a tué trois soldats dans la ville colombienne de Florencia.", "Florencia", "CO"),
    ("ar", "قتل ثلاثة أشخاص في انفجار عبوة في مدينة طرابلس اللبنانية.", "طرابلس", "LB"),
    ("ar", "قتل ثلاثة أشخاص في انفجار عبوة في مدينة طرابلس الليبية.", "طرابلس", "LY"),
]


def country(gazetteer: Gazetteer, text: str, language: str, name: str) -> str:
    mentions = finder(gazetteer)(text, language)
    document = Document(gazetteer, text, [mention.span for mention in mentions])
    (span,) = (mention.span for mention in mentions if mention.text == name)
    answer = document.resolve(span).answer
    return answer.country if answer is not None else ""


@pytest.mark.parametrize(("language", "text", "name", "code"), TOWNS)
def test_a_nation_told_with_a_town_says_its_country(
    gazetteer: Gazetteer, language: str, text: str, name: str, code: str
) -> None:
    assert country(gazetteer, text, language, name) == code


def test_an_army_says_nothing_of_the_country(gazetteer: Gazetteer) -> None:
    assert country(gazetteer, "The Lebanese army said a blast in Mosul killed two.", "en", "Mosul") == "IQ"


def test_a_town_is_not_the_province_of_another_country(gazetteer, incident_at) -> None:
    text = "Encapuchados tiraron piedras en San Cristóbal y en Carabobo, en Venezuela, en Caracas y en Maracaibo."
    made = incident_at(text, "San Cristóbal", "Carabobo", language="es")
    (incident,) = locate(gazetteer, *made)
    assert incident.country == "VE"


def test_a_common_name_is_no_hamlet_abroad(gazetteer: Gazetteer) -> None:
    text = (
        "Murieron dos en El Alto, dijo la policía boliviana. En Patacamaya hubo piedras; en Viacha, marchas. "
        "El avión salió de San Francisco."
    )
    assert country(gazetteer, text, "es", "El Alto") in {"", "BO"}


def test_a_hamlet_is_answered_where_its_country_is_spoken_of(gazetteer: Gazetteer) -> None:
    assert country(gazetteer, "Gunmen shot two men in Sderot, Israeli police said.", "en", "Sderot") == "IL"
