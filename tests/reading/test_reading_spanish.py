"""Spanish as its newspapers write it: verbs before their subject, objects after "a", days, numbers, traps."""

from datetime import date

import pytest

from etl.reading import language_of
from etl.records import Count


def count(told: Count | None) -> tuple[int, int | None] | None:
    return None if told is None else (told.low, told.high)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("Una bomba estalló el viernes en Bria. Murieron en la explosión cinco soldados.", (5, 5), None),
        ("Una bomba estalló el viernes en Bria. No hubo heridos ni muertos.", (0, 0), (0, 0)),
        ("Una bomba estalló el viernes en Bria, sin causar víctimas.", (0, 0), (0, 0)),
        ("Hombres armados mataron el viernes en Bria a tres campesinos.", (3, 3), None),
        ("Un ataque dejó el viernes en Bria dos muertos y una docena de heridos.", (2, 2), (12, 12)),
        ("Murieron el viernes en un ataque en Bria cuatro guardias y otros dos resultaron heridos.", (4, 4), (2, 2)),
        ("En un ataque el viernes en Bria fueron asesinadas treinta y dos personas.", (32, 32), None),
        ("Una granada causó el viernes en Bria entre 10 y 15 heridos.", None, (10, 15)),
        ("Una bomba mató el viernes en Bria al alcalde.", (1, 1), None),
        ("Un coche bomba estalló el viernes en Bria a las ocho de la noche e hirió a dos turistas.", None, (2, 2)),
    ],
)
def test_who_was_killed_and_wounded(reading, text: str, killed, wounded) -> None:
    (one,) = reading(text, "es").incidents
    assert (count(one.killed), count(one.wounded)) == (killed, wounded)


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("anoche", "2020-07-04", "2020-07-04"),
        ("el pasado martes", "2020-06-30", "2020-06-30"),
        ("la noche del viernes al sábado", "2020-07-03", "2020-07-04"),
        ("en la noche del 3 al 4 de mayo", "2020-05-03", "2020-05-04"),
        ("hace tres días", "2020-07-02", "2020-07-02"),
        ("anteayer", "2020-07-03", "2020-07-03"),
        ("a mediados de junio", "2020-06-11", "2020-06-20"),
        ("la semana pasada", "2020-06-28", "2020-07-04"),
        ("el 12 de marzo de 2019", "2019-03-12", "2019-03-12"),
    ],
)
def test_days(reading, told: str, first: str, last: str) -> None:
    (one,) = reading(f"Una bomba estalló {told} en Bria y mató a dos guardias.", "es").incidents
    assert (one.date_start, one.date_end) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("Hombres armados secuestraron el lunes a dos médicos en Bria.", "abduction", "carried_out"),
        ("Unos desconocidos prendieron fuego el lunes a una escuela en Bria.", "sabotage", "carried_out"),
        ("La policía desactivó el lunes un coche bomba en Bria.", "bombing", "foiled"),
        ("Un hombre amenazó el lunes con volar el mercado de Bria.", "bombing", "threatened"),
        ("El lunes estalló un motín en la cárcel de Bria.", "riot", "carried_out"),
        ("Soldados y rebeldes se enfrentaron el lunes en Bria.", "armed_clash", "carried_out"),
        ("Un dron atacó el lunes un convoy en Bria.", "air_strike", "carried_out"),
        ("Milicianos violaron el lunes a varias mujeres en Bria.", "sexual_violence", "carried_out"),
    ],
)
def test_what_happened(reading, text: str, event_type: str, status: str) -> None:
    (one,) = reading(text, "es").incidents
    assert (one.event_type, one.status) == (event_type, status)


@pytest.mark.parametrize(
    "text",
    [
        "El simulacro de ataque empezó el lunes en Bria.",
        "Los precios explotaron el lunes en Bria.",
        "El delantero lideró el lunes en Bria el ataque de su equipo en el partido.",
        "La emboscada, un drama sobre la guerra, se estrena el lunes en Bria.",
        "Desde enero han muerto 23 personas en ataques en la región de Bria.",
    ],
)
def test_what_is_no_incident(reading, text: str) -> None:
    assert reading(text, "es").incidents == ()


def test_who_says_and_who_denies(reading) -> None:
    text = (
        "Presuntos combatientes de las FARC atacaron el lunes un puesto en Bria. El ELN reivindicó el ataque. "
        "Las FARC lo niegan."
    )
    (one,) = reading(text, "es").incidents
    assert {(a.actor, a.stance) for a in one.attributions} >= {
        ("FARC", "accused"), ("ELN", "claimed"), ("FARC", "denied"),
    }  # fmt: skip


def test_a_name_written_out_stands_for_its_capitals(reading) -> None:
    text = (
        "El Ejército de Liberación Nacional (ELN) negocia con el Gobierno. El ELN secuestró el lunes a un cura en Bria."
    )
    (one,) = reading(text, "es").incidents
    assert [a.actor for a in one.attributions] == ["Ejército de Liberación Nacional"]


def test_a_verb_is_no_noun_without_its_accent(reading) -> None:
    text = "Según el juez, el asesino huyó hacia Bria. El alcalde habló de la situación en la región."
    assert reading(text, "es").incidents == ()


def test_the_language_is_known_by_its_small_words() -> None:
    assert language_of("Hombres armados atacaron el pueblo en la noche del sábado, según la policía.") == "es"
