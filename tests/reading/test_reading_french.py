"""French sentences as newspapers write them: tolls told in parts, by whom they befell, and what is no act."""

from __future__ import annotations

import pytest

TOLLS = [
    ("Des inconnus ont tiré lundi sur un minibus à Gao. Les passagers s'en sont sortis indemnes.", None, 0),
    ("Une bombe a visé mardi le convoi du gouverneur à Goma. Il en est sorti sain et sauf.", None, 0),
    ("Un engin explosif a détruit un camion lundi près de Kirkuk. Le chauffeur n'a pas été touché.", None, 0),
    ("Une bombe a explosé lundi à Gao. Le maire est indemne ; deux gardes ont été tués et trois blessés.", 2, 3),
    ("La police a dispersé jeudi une marche à Niamey ; trois manifestants ont été piétinés.", None, 3),
    ("À Goma, un commerçant et le gardien du marché ont été blessés lundi par un obus.", None, 2),
    ("Riposte : trois rebelles tués lundi à Bria, un soldat blessé au bras, deux hommes arrêtés.", 3, 1),
    ("Vingt membres d'un comité, et non dix comme on l'avait dit, ont péri lundi dans une embuscade à Gao.", 20, None),
    ("Sept soldats ont été tués mardi dans une embuscade à Gao. Les assaillants ont laissé douze morts.", 19, None),
    ("L'armée dit avoir tué huit rebelles lundi à Gao dans des combats où deux de ses hommes sont tombés.", 10, None),
    ("Une grenade a tué lundi un juge à Bangassou. Sa femme et leurs trois enfants ont été blessés.", 1, 4),
    ("Un obus est tombé dimanche sur la gare de Bria. Deux personnes ont péri et une dizaine ont été touchées.", 2, 10),
]  # fmt: skip


@pytest.mark.parametrize(("text", "killed", "wounded"), TOLLS)
def test_a_toll_counts_whom_the_words_count(reading, text, killed, wounded):
    (incident,) = reading(text, "fr").incidents
    told = [count.best if count is not None else None for count in (incident.killed, incident.wounded)]
    assert told == [killed, wounded]


def test_the_dead_of_two_voices_make_a_range_and_the_wounded_stay_apart(reading):
    text = (
        "La police parle de 30 morts dans l'explosion d'une bombe lundi à Goma, l'hôpital de 42 ; les blessés sont 75."
    )
    (incident,) = reading(text, "fr").incidents
    assert (incident.killed.low, incident.killed.high) == (30, 42)
    assert incident.wounded.best == 75


def test_soldiers_who_fall_into_an_ambush_are_not_told_dead(reading):
    (incident,) = reading("Dix soldats sont tombés dans une embuscade lundi à Gao.", "fr").incidents
    assert incident.killed is None


def test_bodies_brought_out_of_ruins_are_of_the_act_told_beside(reading):
    text = "Une roquette a détruit lundi un immeuble à Sderot. Six corps ont été retirés des décombres."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "shelling"
    assert incident.killed.best == 6
