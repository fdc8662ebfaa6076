"""Spanish and Arabic: common words for what was done; courts, sport and fears tell of no incident."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

ACTS = [
    ("es", "Dos aviones de la Fuerza Aérea descargaron el viernes cohetes sobre un barrio de Kabul.", "air_strike"),
    ("es", "Soldados y rebeldes se batieron el viernes por el control de Gao.", "armed_clash"),
    ("es", "Una columna rebelde cayó el viernes sobre un puesto cerca de Gao y mató a dos guardias.", "armed_attack"),
    ("es", "Los asaltantes dieron fuego el viernes a dos tractores en Bria.", "sabotage"),
    ("es", "Un carguero chocó el viernes con una mina frente a Jolo.", "bombing"),
    ("es", "Pistoleros rafaguearon el viernes a los invitados de una boda en Lamu.", "armed_attack"),
    ("es", "Hombres en motos se llevaron el viernes a un misionero en Bambari.", "abduction"),
    ("ar", "تعرضت قافلة يوم الجمعة لكمين في Gao، وأطلق رجلان يستقلان دراجة نارية النار على السائق.", "armed_attack"),
    ("ar", "ألقت مروحيات للجيش برميلين متفجرين على سوق في Marib يوم الجمعة.", "air_strike"),
    ("ar", "فرقت الشرطة يوم الجمعة مسيرة لأنصار الحركة في Sanaa.", "protest"),
    ("ar", "اقتاد ملثمون مسعفة من بيتها في Baghdad يوم الجمعة.", "abduction"),
]


@pytest.mark.parametrize(("code", "text", "kind"), ACTS)
def test_an_act_is_told_by_any_common_word(reading: Callable[..., Reading], code: str, text: str, kind: str) -> None:
    kinds = [one.event_type for one in reading(text, code).incidents]
    assert kinds == [kind]


NONE = [
    ("es", "Mañana comienza en Bagdad el juicio por el atentado."),
    ("es", "El delantero atacó sin descanso y fusiló al portero en el descuento."),
    ("es", "No descartan un secuestro en la zona de Gao."),
    ("ar", "أرجأت محكمة في Baghdad محاكمة تسعة متهمين في قضية اقتحام مركز الشرطة."),
    ("ar", "كانوا يعدون لإحراق مركز الشرطة في Baghdad."),
]


@pytest.mark.parametrize(("code", "text"), NONE)
def test_courts_sport_and_fears_tell_of_no_incident(reading: Callable[..., Reading], code: str, text: str) -> None:
    assert not reading(text, code).incidents


def test_a_failed_attempt_on_a_life_kills_nobody(reading: Callable[..., Reading]) -> None:
    text = "نجا قائد عسكري يوم الجمعة من محاولة اغتيال حين انفجرت عبوة بسيارته في Marib، وأصيب سائقه."
    (incident,) = reading(text, "ar").incidents
    assert incident.killed is None
    assert incident.wounded is not None
    assert incident.wounded.best == 1


def test_burns_received_are_wounds(reading: Callable[..., Reading]) -> None:
    text = "Una bomba estalló el viernes en un barco frente a Jolo; cuatro tripulantes recibieron quemaduras."
    (incident,) = reading(text, "es").incidents
    assert incident.wounded is not None
    assert incident.wounded.best == 4
