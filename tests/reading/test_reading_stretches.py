"""Places told by two names or by one that no gazetteer knows, and logs whose paragraphs begin with their day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

BETWEEN = [
    ("en", "Gunmen attacked a truck on Friday on the road between Gao and Bria.", "road between Gao and Bria"),
    ("fr", "Vendredi, un camion a été attaqué entre Gao et Bria.", "entre Gao et Bria"),
    ("fr", "Vendredi, un camion a été attaqué sur la route reliant Gao à Bria.", "route reliant Gao à Bria"),
]


@pytest.mark.parametrize(("code", "text", "place"), BETWEEN)
def test_a_stretch_between_two_towns_is_told_whole(
    reading: Callable[..., Reading], code: str, text: str, place: str
) -> None:
    (incident,) = reading(text, code).incidents
    assert incident.places[:3] == (place, "Gao", "Bria")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Rockets killed a guard in Gao on Friday, and tension rose between Washington and Tehran."),
        ("fr", "Vendredi, à Gao, des roquettes ont tué un garde et ravivé les tensions entre Washington et Téhéran."),
    ],
)
def test_two_capitals_that_differ_are_no_place(reading: Callable[..., Reading], code: str, text: str) -> None:
    (incident,) = reading(text, code).incidents
    assert incident.places == ("Gao",)


def test_the_attack_of_a_town_happened_there(reading: Callable[..., Reading]) -> None:
    text = "L'armée l'a reconnu dimanche : l'attaque de Bria, vendredi, a fait six morts."
    (incident,) = reading(text, "fr").incidents
    assert incident.places[0] == "Bria"
    assert str(incident.date_start) == "2020-07-03"


def test_a_day_at_the_head_of_a_paragraph_dates_it(reading: Callable[..., Reading]) -> None:
    text = "27/06. Près de Bria, un bus a sauté sur une mine.\n\n28/06. À Gao, deux femmes ont été enlevées."
    days = [str(one.date_start) for one in reading(text, "fr").incidents]
    assert days == ["2020-06-27", "2020-06-28"]


def test_more_killed_than_taken_is_an_attack(reading: Callable[..., Reading]) -> None:
    text = "Vendredi à Bria, onze passagers ont été égorgés et trois filles emmenées par les assaillants."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_attack"


def test_what_starts_with_since_only_counts(reading: Callable[..., Reading]) -> None:
    text = "Une bombe a tué deux gardes vendredi à Bria. Depuis, plus de 300 personnes ont péri au Mali."
    assert len(reading(text, "fr").incidents) == 1


def test_those_hurt_who_died_later_are_dead(reading: Callable[..., Reading]) -> None:
    text = "Trois hommes ont été tués vendredi à Bria. Deux autres, grièvement atteints, sont morts à l'hôpital."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 5
    assert incident.wounded is None


def test_a_heading_that_is_only_a_day_dates_its_paragraph(reading: Callable[..., Reading]) -> None:
    text = (
        "Nuit du 27 au 28/06. Des inconnus ont mis le feu à une école de Bria. Aucune victime.\n\n"
        "29/06. À Gao, deux femmes ont été enlevées."
    )
    incident, _ = reading(text, "fr").incidents
    assert (str(incident.date_start), str(incident.date_end)) == ("2020-06-27", "2020-06-28")


def test_counted_incidents_are_an_aggregate(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, une mine a tué deux gardes près de Bria.\n\nTendance : 23 incidents, soit 41 civils tués."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


def test_an_aside_tells_who_was_hurt(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, un juge a échappé à une fusillade à Bria. Son chauffeur, touché à l'épaule, est hors de danger."
    (incident,) = reading(text, "fr").incidents
    assert incident.wounded is not None
    assert incident.wounded.best == 1


def test_a_second_device_made_safe_is_foiled(reading: Callable[..., Reading]) -> None:
    text = (
        "Une bombe a explosé vendredi au marché de Bria et tué deux passants. "
        "Un second engin, découvert à quelques mètres de là, a été désamorcé."
    )
    assert [one.status for one in reading(text, "fr").incidents] == ["carried_out", "foiled"]


def test_who_is_hurt_while_trying_something_suffers_no_failed_act(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, des femmes ont été violées à Bria par des hommes armés ; elles tentaient de gagner le marché."
    (incident,) = reading(text, "fr").incidents
    assert incident.status == "carried_out"
