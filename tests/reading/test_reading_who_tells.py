"""Who did it according to whom: blame of unknown names, several incidents at once, abbreviations, suspects."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Incident, Reading


def told(incident: Incident) -> set[tuple[str, str]]:
    return {(one.actor, one.stance) for one in incident.attributions}


@pytest.mark.parametrize(
    ("language", "text", "name", "stance"),
    [
        ("en", "A bomb hit Gao on Friday. Police suspect the Kolda Brothers.", "Kolda Brothers", "accused"),
        ("en", "Suspected rebels attacked a post in Gao on Friday.", "rebels", "accused"),
        (
            "fr",
            "Vendredi, une bombe a tué deux gardes à Gao. La police accuse les Forces du désert rouge (FDR).",
            "Forces du désert rouge",
            "accused",
        ),
    ],
)  # fmt: skip
def test_who_is_blamed(reading: Callable[..., Reading], language: str, text: str, name: str, stance: str) -> None:
    (incident,) = reading(text, language).incidents
    assert (name, stance) in told(incident)


@pytest.mark.parametrize(
    ("language", "text", "name", "stance"),
    [
        (
            "en",
            "A bomb killed two guards in Gao on Friday. On Saturday gunmen killed a judge in Timbuktu. "
            "Police blame Boko Haram for both.",
            "Boko Haram",
            "accused",
        ),
        (
            "fr",
            "Vendredi, une bombe a tué deux gardes à Gao. Samedi, des hommes armés ont tué un juge à Tombouctou. "
            "Boko Haram a revendiqué les deux attaques.",
            "Boko Haram",
            "claimed",
        ),
        (
            "es",
            "El viernes una bomba mató a dos guardias en Gao. El sábado unos pistoleros mataron a un juez en Tombuctú. "
            "El ejército atribuyó ambos ataques a Boko Haram.",
            "Boko Haram",
            "accused",
        ),
    ],
)
def test_one_sentence_on_two_incidents_reaches_both(
    reading: Callable[..., Reading], language: str, text: str, name: str, stance: str
) -> None:
    first, second = reading(text, language).incidents
    assert (name, stance) in told(first)
    assert (name, stance) in told(second)


def test_an_abbreviation_stands_for_the_name_it_was_told_with(reading: Callable[..., Reading]) -> None:
    text = (
        "Vendredi, une bombe a tué deux gardes à Gao. L'état-major accuse le Front pour la défense du désert (FDD). "
        "Un porte-parole du FDD a démenti toute part à l'attentat."
    )
    (incident,) = reading(text, "fr").incidents
    name = "Front pour la défense du désert"
    assert told(incident) == {(name, "accused"), (name, "denied")}


def test_those_suspected_who_died_did_not_do_it(reading: Callable[..., Reading]) -> None:
    text = "A drone fired two missiles at a house in Gao on Friday, killing three suspected militants."
    (incident,) = reading(text, "en").incidents
    assert not any(one.stance == "accused" for one in incident.attributions)


def test_the_people_of_a_name_stand_under_it(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Boko Haram terrorists attacked a police post in Gao on Friday.", "en").incidents
    assert told(incident) == {("Boko Haram", "stated")}


def test_a_claim_by_description_is_that_of_the_group_told_before(reading: Callable[..., Reading]) -> None:
    text = (
        "Vendredi, des combattants de Boko Haram ont tué deux gardes à Gao. "
        "L'organisation s'est attribué ce coup de main dans sa lettre."
    )
    (incident,) = reading(text, "fr").incidents
    assert told(incident) == {("Boko Haram", "claimed")}
