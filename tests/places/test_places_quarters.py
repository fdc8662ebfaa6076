"""From text to point in Spanish and Arabic: parts of a town, datelines, peoples in small letters, namesakes."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_text
from etl.places.gazetteer import distance_km

DAY = date(2021, 3, 10)


@pytest.mark.parametrize(
    ("language", "text", "point"),
    [
        ("ar", "حلب - أصيب ثلاثة أشخاص أمس في انفجار عبوة ناسفة في حي الروضة.", (36.2, 37.16)),
        ("ar", "بغداد - انفجرت عبوة ناسفة أمس في شارع الجمهورية وقتلت شرطيين.", (33.33, 44.4)),
        ("ar", "صور - قصفت طائرات إسرائيلية أمس جسراً شمال صور في جنوب لبنان وقتلت شخصين.", (33.27, 35.19)),
        ("es", "Tegucigalpa - Una bomba estalló ayer en la plaza San Francisco y mató a dos guardias.", (14.08, -87.2)),
        ("es", "Hombres armados mataron ayer a dos jueces en la ciudad argentina de Rosario.", (-32.95, -60.64)),
        (
            "es",
            "La policía de Nuevo León, en México, halló ayer en Monterrey una bomba que mató a un guardia. "
            "En García y en Apodaca no hubo incidentes.",
            (25.67, -100.31),
        ),
    ],
)
def test_the_point_is_that_of_the_town_meant(language: str, text: str, point: tuple[float, float]) -> None:
    _, incidents, _ = read_text(text, language, DAY)
    (one,) = incidents
    assert distance_km((one.latitude or 0.0, one.longitude or 0.0), point) < 25


def test_a_neighbouring_country_is_not_where_it_happened() -> None:
    text = "Venezuela. Cuatro personas murieron ayer en un tiroteo en Santa Elena de Uairén, junto a Brasil."
    (one,) = read_text(text, "es", DAY)[1]
    assert one.country == "VE"


def test_the_capital_is_that_of_the_country_where_the_others_happened() -> None:
    text = (
        "Cohetes lanzados por milicias cayeron ayer en la base de Taji, en Irak, y mataron a un soldado "
        "de Estados Unidos. "
        "El 3 de marzo, un ataque de Estados Unidos en la capital había matado a un general."
    )
    incidents = read_text(text, "es", DAY)[1]
    assert incidents[-1].latitude == pytest.approx(33.34, abs=0.2)
