"""French sentences whose subject or object stands far from its verb, or is a word that no list holds."""

from __future__ import annotations

import pytest

TOLLS = [
    ("Quinze catholiques ont été tués samedi à Dori par des hommes armés.", 15),
    ("Une quinzaine de luthériens ont trouvé la mort dimanche à Dori dans une embuscade.", 15),
    ("L'armée a tué samedi à Gao le chef jihadiste.", 1),
    ("L'armée a tué samedi à Gao le chef rebelle et trois de ses hommes.", 4),
    ("Un juge et un avocat figuraient parmi les quinze personnes tuées mardi à Gao par des hommes armés.", 15),
]


@pytest.mark.parametrize(("text", "killed"), TOLLS)
def test_days_and_towns_part_no_verb_from_whom_it_befell(reading, text, killed):
    (incident,) = reading(text, "fr").incidents
    assert incident.killed.best == killed


def test_a_group_without_a_name_may_deny(reading):
    text = "Trois élèves ont été enlevés mardi à Goma. Les séparatistes nient toute implication."
    (incident,) = reading(text, "fr").incidents
    assert [(one.actor, one.stance) for one in incident.attributions] == [("séparatistes", "denied")]


def test_a_heading_before_a_colon_is_the_act_told_behind_it(reading):
    text = "Nouvelle attaque à Djibo : neuf soldats ont péri mardi dans l'explosion d'une mine sur la route de Dori."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "bombing"
    assert incident.killed.best == 9


def test_a_building_destroyed_by_fire_is_no_weapon_shot_down(reading):
    (incident,) = reading("Une usine a été détruite par un incendie criminel lundi à Gao.", "fr").incidents
    assert incident.status == "carried_out"


def test_arrests_counted_since_a_decree_are_an_aggregate(reading):
    found = reading("Plus de 450 personnes ont été appréhendées depuis la proclamation de l'état d'urgence.", "fr")
    assert not found.incidents
    assert [one.kind for one in found.remarks] == ["aggregate"]
