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


EVENTS = [
    ("À Kramatorsk, un immeuble s'est effondré lundi sous le feu de l'artillerie.", ["shelling"]),
    ("L'armée assure avoir détruit samedi un dépôt à Kirkuk au moyen de lance-roquettes.", ["shelling"]),
    ("Cinq arrestations lundi à Goma, où un entrepôt a été incendié.", ["sabotage"]),
    ("Trois cocktails Molotov ont ravagé lundi une agence à Erbil ; ni blessé ni arrestation.", ["sabotage"]),
    ("Les séparatistes ont fait prisonniers lundi six soldats près de Kramatorsk.", ["abduction"]),
    ("La première frappe a visé mardi une voiture à Gao. La seconde a touché une maison à Goma.", ["air_strike"] * 2),
    ("Le procès des auteurs présumés de l'attentat de 2016 s'est ouvert lundi à Niamey.", []),
    ("Un exercice antiterroriste a eu lieu mardi à Paris : vingt faux blessés, deux assaillants abattus.", []),
]


@pytest.mark.parametrize(("text", "kinds"), EVENTS)
def test_what_happened_is_told_by_the_act_and_its_means(reading, text, kinds):
    assert [one.event_type for one in reading(text, "fr").incidents] == kinds


def test_a_grenade_that_goes_off_in_a_drill_is_told_of_all_the_same(reading):
    text = "Une grenade a explosé lundi à Gao lors d'un exercice militaire, tuant deux soldats."
    assert [one.event_type for one in reading(text, "fr").incidents] == ["bombing"]


def test_arrests_in_the_night_after_an_act_belong_to_it(reading):
    text = "Deux bandes se sont affrontées lundi à Goma : trois morts. Douze suspects ont été arrêtés dans la nuit."
    (incident,) = reading(text, "fr").incidents
    assert incident.event_type == "armed_clash"
    assert incident.detained.best == 12


def test_bombers_shot_before_they_could_act_are_a_foiled_attack(reading):
    text = "Deux femmes ceinturées d'explosifs ont été abattues mardi à Gao avant d'avoir pu se faire sauter."
    (incident,) = reading(text, "fr").incidents
    assert (incident.event_type, incident.status) == ("bombing", "foiled")
    assert incident.killed.best == 2


def test_paragraphs_headed_by_a_day_tell_of_that_day(reading):
    text = (
        "LUNDI. Un camp a été visé par des tirs d'obus à Gao. Deux soldats ont été blessés.\n\n"
        "NUIT DE MARDI À MERCREDI. Trois jeunes ont été enlevés chez eux à Niamey.\n\n"
        "RAPPEL. Les chiffres de la semaine paraîtront samedi."
    )
    days = [(one.date_start.isoformat(), one.date_end.isoformat()) for one in reading(text, "fr").incidents]
    assert days == [("2020-06-29", "2020-06-29"), ("2020-06-30", "2020-07-01")]


def test_what_a_missile_razed_was_shelled(reading):
    text = "Treize civils ont été tués samedi à Sanaa par un missile qui a rasé une vingtaine de maisons."
    assert [one.event_type for one in reading(text, "fr").incidents] == ["shelling"]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Deux femmes se sont fait exploser lundi à Goma, après avoir tué un agent.", 3),
        ("Un kamikaze s'est fait exploser lundi à Goma, tuant dix fidèles.", 11),
        ("Ils se sont fait exploser lundi à Goma, au marché. La police compte neuf morts.", 9),
        ("Quatre gardes ont été tués lundi dans une embuscade à Gao. Les assaillants ont perdu deux des leurs.", 6),
    ],
)
def test_bombers_and_attackers_who_died_are_counted_with_the_others(reading, text, killed):
    (incident,) = reading(text, "fr").incidents
    assert incident.killed.best == killed


@pytest.mark.parametrize(
    "text",
    [
        "L'an dernier, rien que dans le Mbomou, quelque 600 civils ont péri.",
        "Au cours du seul mois de mai, 250 personnes avaient été assassinées à Goma.",
    ],
)
def test_a_count_over_a_whole_month_or_year_is_no_incident(reading, text):
    assert not reading(text, "fr").incidents


def test_an_aside_behind_the_dead_says_who_it_was(reading):
    text = "Une bombe a soufflé mardi une banque à Paris, faisant un mort, le veilleur de nuit, et quatre blessés."
    (incident,) = reading(text, "fr").incidents
    assert (incident.killed.best, incident.wounded.best) == (1, 4)
