"""Who does it in plain French sentences: suspects, speakers who tell of their own, who suffers and who only speaks."""

from __future__ import annotations

import pytest

ACTORS = [
    ("Des jihadistes présumés ont tué neuf villageois lundi à Gao.", [("jihadistes présumés", "accused")]),
    ("L'armée somalienne a affirmé que ses drones avaient tué six shebab lundi à Jowhar.", "claimed"),
    ("Les services de sécurité ukrainiens ont affirmé samedi avoir saboté une voie ferrée à Briansk.", "claimed"),
    ("Une patrouille de l'armée tchadienne a sauté sur une mine mardi à Bol : deux soldats sont morts.", []),
    ("Yémen : une attaque de drones a visé jeudi une raffinerie à Yanbu.", []),
    ("La police a tiré sur des manifestants mardi à Rangoun, tuant cinq personnes.", [("police", "stated")]),
    ("Des bandits ont attaqué Dan Sadau lundi (Nigeria), tuant deux hommes.", [("bandits", "stated")]),
    ("Des individus non identifiés ont mis le feu à une école jeudi à Gao.", [("individus non identifiés", "stated")]),
    ("L'armée nigériane a perdu neuf hommes lundi à Geidam dans une embuscade.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ACTORS)
def test_who_does_it_is_told_with_the_stance_the_words_give(reading, text, told):
    (incident,) = reading(text, "fr").incidents
    found = [(one.actor, one.stance) for one in incident.attributions]
    assert [stance for _, stance in found] == [told] if isinstance(told, str) else found == told


def test_an_attacker_stopped_after_wounding_is_detained_and_the_act_stays_an_attack(reading):
    text = "Un assaillant a blessé trois passants mardi à Lyon avant d'être interpellé."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_attack"
    assert (incident.wounded.best, incident.detained.best) == (3, 1)


@pytest.mark.parametrize(
    ("text", "detained"),
    [
        ("Un employé de Reporters sans frontières a été enlevé jeudi à Gao.", 1),
        ("Un ressortissant chinois et son chauffeur ont été kidnappés lundi à Gao.", 2),
    ],
)
def test_names_with_without_in_them_and_companions_count_as_people(reading, text, detained):
    (incident,) = reading(text, "fr").incidents
    assert incident.detained.best == detained


@pytest.mark.parametrize(
    "text",
    [
        "La foudre a tué sept enfants samedi dans le nord de l'Ouganda.",
        "L'équipe du Mali a frappé fort samedi en battant le Sénégal 3-0.",
    ],
)
def test_lightning_and_sport_are_no_incident(reading, text):
    assert reading(text, "fr").incidents == ()


BLAMED = [
    ("Le Kremlin a mis en cause les services ukrainiens après l'explosion d'une bombe lundi à Koursk.", "accused"),
    ("Une bombe a tué lundi deux hommes à Koursk, accuse l'armée russe.", None),
    ("Les rebelles houthis, qui contrôlent Sanaa, ont annoncé avoir tiré lundi trois missiles sur Eilat.", "claimed"),
    ("L'attaque de lundi à Gao, menée par des hommes à moto, a fait deux morts.", "stated"),
]


@pytest.mark.parametrize(("text", "stance"), BLAMED)
def test_blame_falls_on_the_phrase_behind_it_and_not_on_who_says_so(reading, text, stance):
    (incident,) = reading(text, "fr").incidents
    assert [one.stance for one in incident.attributions] == ([stance] if stance else [])


TOLLS = [
    ("Neuf soldats ont péri lundi à Gao dans une embuscade et vingt sont portés disparus.", 9),
    ("Le juge, son garde du corps et leur chauffeur ont été tués lundi à Bria par une bombe.", 3),
    ("Un commandant, son adjoint et trois soldats ont été tués jeudi à Bria par une bombe.", 5),
    ("L'assassinat mardi à Beyrouth du numéro deux du parti, Saleh Test, tué par un drone.", 1),
]


@pytest.mark.parametrize(("text", "killed"), TOLLS)
def test_everybody_told_dead_counts_once_and_the_missing_do_not(reading, text, killed):
    (incident,) = reading(text, "fr").incidents
    assert incident.killed.best == killed


def test_who_says_so_behind_a_comma_is_no_place(reading):
    (incident,) = reading("Trois civils ont été tués par un obus mercredi à Poonch, selon New Delhi.", "fr").incidents
    assert "New Delhi" not in incident.places


def test_killing_weighs_more_than_what_was_burnt_with_it(reading):
    text = "Des rebelles ont tué douze personnes et incendié un centre de santé samedi à Bria."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_attack"
