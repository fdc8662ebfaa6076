"""The sentence after an act: whom it befell, that it was an accident; titles of works; names with an age."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading


def test_the_next_sentence_tells_the_toll(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, l'armée a lancé une opération de ratissage près de Gao. Onze rebelles ont été abattus."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_clash"
    assert incident.killed is not None
    assert incident.killed.best == 11


ACCIDENTS = [
    ("fr", "Un homme est mort vendredi à Gao après une chute. La police parle d'un accident."),
    ("fr", "Une explosion a tué deux ouvriers vendredi à Gao. L'origine en est accidentelle."),
    ("en", "Two workers were killed on Friday in Garissa. Police called it an accident."),
]


@pytest.mark.parametrize(("code", "text"), ACCIDENTS)
def test_what_the_next_sentence_calls_an_accident_is_no_incident(
    reading: Callable[..., Reading], code: str, text: str
) -> None:
    assert reading(text, code).incidents == ()


def test_an_accident_ruled_out_leaves_the_incident(reading: Callable[..., Reading]) -> None:
    text = "Une explosion a tué deux ouvriers vendredi à Gao. La police exclut l'accident."
    assert len(reading(text, "fr").incidents) == 1


def test_the_title_of_a_work_is_no_act(reading: Callable[..., Reading]) -> None:
    assert reading("Le festival de Gao présentera vendredi « La Bataille de Bria ».", "fr").incidents == ()


def test_a_first_name_with_an_age_counts_one(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Vendredi, Sidiki, 17 ans, a été tué à Gao par des inconnus.", "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_those_who_did_it_and_were_shot_are_all_counted(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Gao, deux hommes ont égorgé un garde avant d'être abattus par la police."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 3


def test_arrests_in_the_whole_country_are_no_incident(reading: Callable[..., Reading]) -> None:
    text = "La police compte 1 300 interpellations et 79 blessés dans tout le pays."
    assert reading(text, "fr").incidents == ()


def test_an_adverb_of_time_dates_what_follows(reading: Callable[..., Reading]) -> None:
    text = "Cinq jours auparavant, une explosion avait rasé un immeuble de Gao : neuf morts."
    (incident,) = reading("Lundi, l'armée est entrée à Gao. " + text, "fr").incidents
    assert incident.event_type == "bombing"


def test_a_far_subject_of_a_passive_is_counted(reading: Callable[..., Reading]) -> None:
    text = "Deux policiers en faction à l'entrée de Niamey ont été froidement abattus vendredi soir."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


def test_nations_are_no_people(reading: Callable[..., Reading]) -> None:
    text = "Trente-sept étrangers de huit nationalités ont péri vendredi à Gao dans une attaque."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 37


def test_what_a_drone_filmed_was_no_air_strike(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, un convoi est tombé dans une embuscade à Gao, selon l'armée, qui montre les images d'un drone."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_attack"
