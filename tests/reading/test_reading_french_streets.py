"""French names of streets, seizures, those touched, and persons with their men."""

from __future__ import annotations

import pytest


def test_a_hyphen_in_the_name_of_a_street_tells_of_no_town(reading):
    (incident,) = reading("Lundi, une bombe a tué un garde avenue Habib-Erbil, à Gao.", "fr").incidents
    assert incident.places == ("avenue Habib-Erbil", "Gao")


TOLLS = [
    ("L'armée a tué samedi à Gao le chef rebelle John Doe et six de ses hommes.", 7, None),
    ("Lundi à Lyon, un homme a ouvert le feu. Vingt personnes, dont quinze policiers, ont été touchées.", None, 20),
    ("Une femme a actionné sa ceinture lundi à Kano. Elle seule a péri ; vingt passants ont été touchés.", None, 20),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), TOLLS)
def test_a_number_is_of_its_own_word_of_harm(reading, text, killed, wounded):
    (incident,) = reading(text, "fr").incidents
    assert (incident.killed and incident.killed.low) == killed
    assert (incident.wounded and incident.wounded.low) == wounded


def test_those_touched_did_nothing(reading):
    (incident,) = reading(
        "Lundi à Quito, des tireurs ont blessé une femme. Neuf soldats ont été atteints.", "fr"
    ).incidents
    assert {one.actor for one in incident.attributions} == {"tireurs"}


def test_who_seizes_a_post_with_a_day_told_between_does_it(reading):
    text = "Des rebelles ont investi samedi la sous-préfecture de Pala et tué deux gardes."
    (incident,) = reading(text, "fr").incidents
    assert [one.actor for one in incident.attributions] == ["rebelles"]


def test_nautical_miles_are_reckoned(reading):
    text = "Un cargo a été touché mardi par un missile à 76 milles au nord-ouest de Hodeïda, sans faire de blessé."
    (incident,) = reading(text, "fr").incidents
    assert incident.places[0] == "à 76 milles au nord-ouest de Hodeïda"
