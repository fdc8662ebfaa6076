"""French wounds by hand or by somebody, days that open a clause, the day after next, sites by what is sold there."""

from __future__ import annotations

import pytest

WOUNDED = [
    "À Gao, un magistrat a été blessé aux jambes mercredi par deux inconnus.",
    "Mercredi à Gao, une femme a été blessée à coups de hache.",
    "Mercredi à Gao, un gendarme a été touché d'une balle à la tête.",
    "Mercredi à Gao, un vigile a été blessé d'un coup de couteau ; son agresseur a été interpellé.",
]


@pytest.mark.parametrize("text", WOUNDED)
def test_somebody_wounded_by_hand_or_by_somebody_was_attacked(reading, text):
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_attack"
    assert incident.wounded.low == 1
    assert str(incident.date_start) == "2020-07-01"


def test_the_month_a_clause_opens_with_is_that_of_its_act(reading):
    text = "En mai, sept moines avaient été exécutés près de Gao, deux mois après leur enlèvement."
    (incident,) = reading(text, "fr").incidents
    assert (str(incident.date_start), str(incident.date_end)) == ("2020-05-01", "2020-05-31")


def test_the_day_after_next_is_two_days_later(reading):
    text = "Une bombe a tué deux gardes mardi à Gao. Le surlendemain, un policier a été abattu à Erbil."
    first, second = reading(text, "fr").incidents
    assert (second.date_start - first.date_start).days == 2


def test_a_market_is_told_with_what_is_sold_there(reading):
    (incident,) = reading("Mardi, une bombe a tué deux gardes au marché aux poissons de Gao.", "fr").incidents
    assert incident.places[0] == "marché aux poissons de Gao"


def test_capitals_behind_who_claimed_it_are_a_group(reading):
    text = "Une bombe a tué deux gardes mardi à Gao. L'action a été revendiquée par le FLZQ."
    (incident,) = reading(text, "fr").incidents
    assert [(one.actor, one.stance) for one in incident.attributions] == [("FLZQ", "claimed")]


def test_a_call_to_burn_a_mosque_threatens_it(reading):
    (incident,) = reading("Des messages appelant à brûler la mosquée de Gao circulent depuis mardi.", "fr").incidents
    assert (incident.event_type, incident.status) == ("sabotage", "threatened")
