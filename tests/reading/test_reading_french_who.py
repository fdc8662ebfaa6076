"""Who did it according to whom, in French: stances told in sentences of their own, plural subjects, who accuses."""

from __future__ import annotations

import pytest

BOMB = "Une bombe a explosé lundi à Kirkuk, tuant deux policiers. "
IS = "État islamique"


def told(reading, text):
    (incident,) = reading(text, "fr").incidents
    return {(one.actor, one.stance) for one in incident.attributions}


@pytest.mark.parametrize(
    "words",
    [
        "La police y voit l'œuvre de l'État islamique.",
        "Pour les autorités, il ne fait aucun doute que l'État islamique en est l'auteur.",
        "Personne n'a revendiqué l'attentat, mais tout le monde pense à l'État islamique.",
        "L'enquête s'oriente vers l'État islamique.",
    ],
)
def test_suspicion_in_a_sentence_of_its_own_accuses(reading, words):
    assert told(reading, BOMB + words) == {(IS, "accused")}


@pytest.mark.parametrize(
    "words",
    [
        "L'État islamique s'est dit responsable de l'explosion.",
        "L'État islamique a fait savoir qu'il était derrière l'attaque.",
        "L'attentat, revendiqué par l'État islamique, est le troisième du mois.",
    ],
)
def test_a_claim_in_a_sentence_of_its_own_is_the_groups(reading, words):
    assert told(reading, BOMB + words) == {(IS, "claimed")}


def test_who_accuses_is_not_accused(reading):
    words = "L'État islamique, accusé par Bagdad, a démenti."
    assert told(reading, BOMB + words) == {(IS, "accused"), (IS, "denied")}


def test_two_who_blame_each_other_deny_nothing(reading):
    words = "Un obus est tombé dimanche sur Goma. Moscou et Paris s'en rejettent la responsabilité."
    assert told(reading, words) == {("Moscou", "accused"), ("Paris", "accused")}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Des éleveurs armés ont attaqué lundi un village près de Gao.", "éleveurs"),
        ("Le village de Bria a été attaqué lundi par des éleveurs.", "éleveurs"),
        ("Un policier ivre a tué mardi trois personnes à Goma.", "policier"),
        ("Deux gangs rivaux se sont affrontés lundi à Goma : trois morts.", "gangs rivaux"),
    ],
)
def test_subjects_without_a_definite_article_do_it(reading, text, who):
    ((name, stance),) = told(reading, text)
    assert stance == "stated"
    assert who in name
