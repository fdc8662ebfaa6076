"""Who was harmed, told as a list: every one counted once, whoever tells it and however it goes on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Count, Reading

TOLD = [
    ("en", "A mine killed a soldier, a guard and two drivers in Gao on Friday.", "killed", 4),
    ("en", "Three people, two soldiers and a guard, were killed in a bombing in Gao on Friday.", "killed", 3),
    ("fr", "Vendredi, une bombe a tué un soldat, un garde et deux chauffeurs à Gao.", "killed", 4),
    ("fr", "Vendredi, une attaque à Gao a blessé trois gardes, selon la police, et deux passants.", "wounded", 5),
    ("fr", "Vendredi, une roquette a blessé cinq passants ainsi qu'un gendarme à Gao.", "wounded", 6),
    ("fr", "Vendredi, une attaque à Gao a tué une femme et fait sept blessés.", "killed", 1),
    ("fr", "Vendredi, une attaque à Gao a tué une femme et fait sept blessés.", "wounded", 7),
    ("fr", "L'attaque de vendredi à Gao a fait trois morts, deux gardes et un juge, et six blessés.", "wounded", 6),
    ("fr", "Vendredi à Gao, un camion a été attaqué et son conducteur blessé.", "wounded", 1),
    ("fr", "Un raid à Gao a tué vendredi Ali Keita, chef local, le juge Paul Mani et dix autres civils.", "killed", 12),
    ("fr", "Vendredi à Gao, deux soldats maliens et un français ont trouvé la mort dans un attentat.", "killed", 3),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text", "field", "number"), TOLD)
def test_everyone_in_a_list_is_counted_once(
    reading: Callable[..., Reading], code: str, text: str, field: str, number: int
) -> None:
    (incident,) = reading(text, code).incidents
    told = getattr(incident, field)
    assert isinstance(told, Count)
    assert (told.low, told.high) == (number, number)


def test_what_should_have_happened_harmed_nobody(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, une bombe a tué deux gardes à Gao. Le chef du camp aurait dû être tué depuis longtemps."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


def test_none_hurt_says_nothing_of_the_dead(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Vendredi, une roquette a touché Gao, mais personne n'a été blessé.", "fr").incidents
    assert incident.wounded is not None
    assert incident.wounded.best == 0
    assert incident.killed is None


@pytest.mark.parametrize(
    ("text", "field", "number"),
    [
        ("L'attaque de vendredi à Gao a fait neuf morts, et non quatorze comme annoncé.", "killed", 9),
        ("Vendredi à Gao, des soldats avaient, selon des habitants, exécuté quatorze paysans.", "killed", 14),
        ("Un kamikaze s'est fait exploser vendredi à Gao. Six passants sont morts.", "killed", 7),
        ("Vendredi à Gao, une bombe a tué 1 250 personnes.", "killed", 1250),
        ("Raid mené vendredi à Gao : trois membres du gang abattus, un agent touché au bras.", "killed", 3),
        ("Raid mené vendredi à Gao : trois membres du gang abattus, un agent touché au bras.", "wounded", 1),
    ],
)
def test_numbers_of_other_sayings_do_not_mislead(
    reading: Callable[..., Reading], text: str, field: str, number: int
) -> None:
    (incident,) = reading(text, "fr").incidents
    told = getattr(incident, field)
    assert isinstance(told, Count)
    assert (told.low, told.high) == (number, number)


def test_a_war_told_as_a_whole_is_no_incident(reading: Callable[..., Reading]) -> None:
    text = "Une bombe a tué deux gardes vendredi à Gao. Le conflit a fait 25 000 morts en neuf ans."
    (incident,) = reading(text, "fr").incidents
    assert incident.killed is not None
    assert incident.killed.best == 2


def test_a_bus_that_is_stopped_is_no_foiled_act(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, des hommes armés ont intercepté un autocar à Gao et emmené dix-sept passagers."
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == ("abduction", "carried_out")


def test_a_noun_of_killing_tells_whom_behind_a_day_and_a_place(reading: Callable[..., Reading]) -> None:
    text = "Les tirs ont repris après l'assassinat, vendredi à Gao, du général malien Paul Mani."
    incidents = reading(text, "fr").incidents
    assert [one.killed.best for one in incidents if one.killed is not None] == [1]


def test_what_the_arrested_planned_is_not_where_they_were_arrested(reading: Callable[..., Reading]) -> None:
    text = "Vendredi, la police de Gao a arrêté douze hommes accusés de préparer un attentat contre la base de Taji."
    (incident,) = reading(text, "fr").incidents
    assert not any("Taji" in place for place in incident.places)
