"""Threats told with words between, claims on a later day, houses that bear names, entries of a live page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

THREATS = [
    "Le groupe menace, dans une vidéo mise en ligne vendredi, de brûler la mairie de Gao.",
    "Dans un message diffusé vendredi, il promet que tout camion circulant entre Gao et Bria sera incendié.",
]


@pytest.mark.parametrize("text", THREATS)
def test_what_is_to_come_is_threatened(reading: Callable[..., Reading], text: str) -> None:
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == ("sabotage", "threatened")


def test_a_claim_made_later_is_of_the_act_told_before(reading: Callable[..., Reading]) -> None:
    text = (
        "Mercredi, une voiture piégée a explosé devant une caserne de Gao. "
        "La Katiba Alpha a revendiqué cette action dès le lendemain sur les réseaux."
    )
    (incident,) = reading(text, "fr").incidents
    assert str(incident.date_start) == "2020-07-01"
    assert [(one.actor, one.stance) for one in incident.attributions] == [("Katiba Alpha", "claimed")]


def test_the_name_of_a_hotel_is_no_town(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Vendredi à Gao, une bombe a éventré l'hôtel Erbil.", "fr").incidents
    assert incident.places == ("hôtel Erbil", "Gao")


def test_an_entry_of_a_live_page_is_of_its_day(reading: Callable[..., Reading]) -> None:
    text = "18 h 20. Une bombe a tué un garde à Gao.\n\n16 heures. La séance reprend.\n\n9 h 30. Le marché ouvre."
    (incident,) = reading(text, "fr").incidents
    assert str(incident.date_start) == "2020-07-05"


def test_the_dead_of_a_town_are_there(reading: Callable[..., Reading]) -> None:
    text = "Jeudi, un raid a tué douze civils à Gao. Les secours ramènent à neuf le nombre des morts de Gao."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 9


def test_a_street_is_not_in_the_town_it_is_named_after(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("À Gao, vendredi, une bombe a explosé rue de Paris, blessant un passant.", "fr").incidents
    assert incident.places == ("rue de Paris", "Gao")


def test_what_somebody_is_said_to_have_done_is_an_accusation(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Gao, selon le personnel, les talibans auraient tué dix patients."
    (incident,) = reading(text, "fr").incidents
    assert [one.stance for one in incident.attributions] == ["accused"]
