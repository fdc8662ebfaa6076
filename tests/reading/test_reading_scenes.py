"""Scenes: one sentence says when and where, the next one what; places that a word or a heading stands for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

SCENES = [
    ("fr", "Le marché rouvrait vendredi à Gao. Deux bergers ont été tués, un troisième blessé.", "Gao"),
    ("fr", "À Kabul, jeudi, tout avait commencé dans le calme. Six policiers ont été blessés par des tirs.", "Kabul"),
    ("en", "The market had reopened in Garissa on Friday. Two herders were killed and a third was wounded.", "Garissa"),
]


@pytest.mark.parametrize(("code", "text", "town"), SCENES)
def test_a_toll_has_the_day_and_place_of_the_scene_before_it(
    reading: Callable[..., Reading], code: str, text: str, town: str
) -> None:
    (incident,) = reading(text, code).incidents
    assert town in incident.places
    assert incident.date_start is not None


def test_a_scene_is_that_of_its_own_paragraph(reading: Callable[..., Reading]) -> None:
    text = (
        "Une bombe a tué trois passants jeudi à Bria.\n\n"
        "Vendredi, à Gao, la fête a pris fin dans la confusion. Quatre agents ont été tués."
    )
    first, second = reading(text, "fr").incidents
    assert (first.places, second.places) == (("Bria",), ("Gao",))
    assert [one.killed.best for one in (first, second) if one.killed] == [3, 4]


def test_there_stands_for_the_place_told_before(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, des inconnus ont tué un garde à Gao. Samedi, une bombe y a explosé devant une école."
    attack, bombing = reading(text, "fr").incidents
    assert (attack.places, bombing.places) == (("Gao",), ("Gao",))


def test_an_unknown_village_lies_in_the_town_that_heads_its_section(reading: Callable[..., Reading]) -> None:
    text = (
        "Gao. Vendredi, deux gardes ont été tués par des inconnus à Tirbala.\n\n"
        "Goma. Samedi, une école a été incendiée à Ndoulou."
    )
    places = [one.places for one in reading(text, "fr").incidents]
    assert places == [("Tirbala", "Gao"), ("Ndoulou", "Goma")]


def test_a_school_that_no_gazetteer_knows_is_a_place(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Un obus a tué deux enfants samedi devant l'école de Marovanka.", "fr").incidents
    assert incident.places[0] == "école de Marovanka"


def test_an_act_told_beside_a_bomb_threat_was_done(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Gao, des hommes ont évacué le lycée sous prétexte d'une alerte à la bombe et enlevé six élèves."
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == ("abduction", "carried_out")


def test_a_semicolon_ends_a_list_of_the_dead(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Gao, l'attaque a coûté la vie à quatre gardes ; vingt autres ont été emmenés."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 4


AFTERMATH = [
    "Vendredi à Gao, des inconnus ont tué neuf bergers. Six autres villageois ont été emmenés dans la brousse.",
    "Vendredi à Gao, des émeutiers ont incendié une école. La police a arrêté douze personnes.",
]


@pytest.mark.parametrize("text", AFTERMATH)
def test_those_taken_after_an_act_are_part_of_it(reading: Callable[..., Reading], text: str) -> None:
    (incident,) = reading(text, "fr").incidents
    assert incident.detained is not None


def test_what_is_still_to_come_is_no_incident(reading: Callable[..., Reading]) -> None:
    text = "Une marche est prévue samedi à Gao. À Bria, une manifestation se tiendra jeudi."
    assert reading(text, "fr").incidents == ()


def test_a_life_out_of_danger_says_nothing_of_the_number_hurt(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Gao, un tireur a blessé deux passants. Leur pronostic vital n'est pas engagé."
    (incident,) = reading(text, "fr").incidents
    assert incident.wounded is not None
    assert incident.wounded.best == 2
