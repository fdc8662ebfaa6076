"""What went off, what did not, and what was only talked of: weapons shot down, seized, found, or bursting."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

FOILED = [
    ("L'armée a repéré et abattu, vendredi, un missile qui se dirigeait vers Gao.", "shelling"),
    ("Vendredi à Gao, une roquette qui allait frapper le marché a elle aussi été abattue.", "shelling"),
    ("Vendredi, des projectiles pointés vers une base de Gao, où logent des soldats, ont été saisis.", "shelling"),
    ("Vendredi, la police a découvert à la sortie de Gao deux engins explosifs prêts à sauter.", "bombing"),
]


@pytest.mark.parametrize(("text", "kind"), FOILED)
def test_what_was_stopped_before_it_hit_is_foiled(reading: Callable[..., Reading], text: str, kind: str) -> None:
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == (kind, "foiled")


def test_one_that_came_down_makes_the_whole_carried_out(reading: Callable[..., Reading]) -> None:
    text = (
        "Le port de Gao a été la cible, vendredi, de deux roquettes. "
        "La première a été détruite en vol ; la seconde s'est abattue sur un hangar."
    )
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == ("shelling", "carried_out")


def test_a_rocket_that_bursts_is_no_bomb(reading: Callable[..., Reading]) -> None:
    text = "Deux roquettes ont frappé Gao vendredi. La première a explosé près du port."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "shelling"


def test_shots_with_no_weapon_told_are_of_the_kind_told_before(reading: Callable[..., Reading]) -> None:
    text = "Une roquette est tombée vendredi sur Gao. Le 19 mai, un autre tir avait abîmé un mur à Bria."
    incidents = reading(text, "fr").incidents
    assert [one.event_type for one in incidents] == ["shelling", "shelling"]


def test_the_day_somebody_claims_shots_is_not_their_day(reading: Callable[..., Reading]) -> None:
    text = "Une roquette est tombée vendredi sur Gao. Personne n'avait revendiqué ce tir dimanche soir."
    (incident,) = reading(text, "fr").incidents
    assert str(incident.date_start) == "2020-07-03"


def test_a_harm_that_only_dates_is_no_toll(reading: Callable[..., Reading]) -> None:
    text = "Des missiles ont frappé une base de Gao vendredi. L'opération vient cinq jours après la mort du général."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is None
    assert str(incident.date_start) == "2020-07-03"


def test_where_a_convoy_was_bound_is_not_where_it_was_hit(reading: Callable[..., Reading]) -> None:
    text = "Un convoi en route vers la base de Goma a été attaqué vendredi près de Bria."
    (incident,) = reading(text, "fr").incidents
    assert incident.places == ("Bria",)


def test_a_place_a_relative_clause_names_is_none(reading: Callable[..., Reading]) -> None:
    text = "Les bombes sont tombées vendredi sur la province de Mbomou, qui borde Bria au sud."
    (incident,) = reading(text, "fr").incidents
    assert "Mbomou" in incident.places[0]


def test_accidents_are_no_incidents(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, une bonbonne de gaz a explosé à Gao, un accident qui a fait trois morts."
    assert not reading(text, "fr").incidents


def test_the_bursting_of_rockets_told_before_is_no_bombing(reading: Callable[..., Reading]) -> None:
    text = (
        "Cinq roquettes ont été tirées vendredi vers Gao. "
        "Ces projectiles ont fait deux blessés, à la suite d'une explosion près du port."
    )
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "shelling"
