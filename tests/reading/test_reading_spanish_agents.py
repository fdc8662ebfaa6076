"""Who does it and where in plain Spanish: sides of a clash, forces of a nation, armies that tell of their own."""

from __future__ import annotations

import pytest

from etl.reading import read
from etl.records import PlaceMention, Span
from tests.reading.conftest import report

ACTORS = [
    (
        "Combates entre el Ejército y disidencias de las FARC en Argelia, Cauca, dejaron cinco muertos el sábado.",
        [("Ejército", "stated"), ("disidencias de las FARC", "stated")],
    ),
    ("El ejército dijo que sus drones mataron a siete milicianos en Kismayo el jueves.", [("ejército", "claimed")]),
    ("Al Shabab se atribuyó el ataque contra un hotel de Mogadiscio el lunes.", [("Al Shabab", "claimed")]),
    ("Un comando asesinó a dos personas el lunes en Irapuato.", [("comando", "stated")]),
    (
        "Fuerzas especiales iraquíes detuvieron el lunes a un jefe del Estado Islámico y hallaron armas.",
        [("Fuerzas especiales iraquíes", "stated")],
    ),
    ("Kiev acusó a Moscú de atacar con drones el puerto de Odesa el sábado.", [("Moscú", "accused")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ACTORS)
def test_who_does_it_is_named_whole_with_the_stance_the_words_give(reading, text, told):
    (incident,) = reading(text, "es").incidents
    assert sorted((one.actor, one.stance) for one in incident.attributions) == sorted(told)


@pytest.mark.parametrize(
    ("text", "adjective", "actor"),
    [
        ("Cazas rusos atacaron el viernes Idlib y mataron a tres personas.", "rusos", "Cazas rusos"),
        ("Tres civiles murieron el lunes en un bombardeo de la aviación siria en Alepo.", "siria", "aviación siria"),
        ("Un bombardeo israelí mató el lunes a tres personas en Gaza.", "israelí", "israelí"),
    ],
)
def test_aircraft_and_forces_are_named_with_their_nation_an_act_is_not(text, adjective, actor):
    at = text.index(adjective)
    nation = PlaceMention(Span(at, at + len(adjective)), adjective, "demonym", ("RU",))
    (incident,) = read(report(text, "es"), lambda *_: [nation]).incidents
    assert [(one.actor, one.stance) for one in incident.attributions] == [(actor, "stated")]


def test_a_car_that_shots_came_from_launches_nothing_from_the_town_it_stood_in(reading):
    text = "Un camarógrafo fue asesinado el martes por hombres que le dispararon desde un carro en Tegucigalpa."
    (incident,) = reading(text, "es").incidents
    assert incident.places == ("Tegucigalpa",)
    assert incident.launched_from == ()


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Ejecutan a cinco personas en un bar de Salamanca.", 5),
        ("Un matrimonio fue asesinado a balazos el sábado en Uruapan.", 2),
    ],
)
def test_the_dead_of_headlines_and_couples_are_counted(reading, text, killed):
    (incident,) = reading(text, "es").incidents
    assert incident.killed.best == killed
