"""How many were harmed, told over sentences and by several voices: later deaths, second sources, the attacker's own."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report

Range = tuple[int, int | None] | None

TOLD: list[tuple[str, str, Range, Range]] = [
    # An ordinal is one person more, and who dies of wounds is wounded no longer.
    ("fr", "Trois douaniers ont été tués lundi à Kidal dans une attaque. Un quatrième a succombé à ses blessures.",
     (4, 4), None),
    ("en", "Three guards were killed in an attack in Kidal on Monday. A fourth died of his wounds.", (4, 4), None),
    ("es", "Tres policías murieron el lunes en un ataque en Cali. Un cuarto falleció a causa de las heridas.",
     (4, 4), None),
    ("ar", "قتل ثلاثة شرطيين يوم الاثنين في هجوم في غاو. وتوفي رابع متأثرا بجروحه.", (4, 4), None),
    # A second source, its verb or noun left out.
    ("fr", "Une attaque a visé un poste lundi à Kidal. L'armée parle de 37 morts, l'hôpital de 41.", (37, 41), None),
    ("fr", "Une mine a explosé lundi à Kidal. L'armée évoque 12 blessés, l'hôpital en a compté 17.", None, (12, 17)),
    ("en", "Militants attacked a post in Kidal on Monday. The army put the dead at six, residents at fourteen.",
     (6, 14), None),
    ("fr", "Une attaque a fait lundi à Kidal 4 morts et 9 blessés, selon la police, 6 morts et 14 blessés d'après des "
     "sources médicales.", (4, 6), (9, 14)),
    ("ar", "هاجم مسلحون مركزا يوم الاثنين في غاو. وقالت الحكومة إن 37 شخصا قتلوا، فيما تحدث المستشفى عن 41.",
     (37, 41), None),
    # What was told before and is so no longer.
    ("fr", "Un attentat a frappé Kidal lundi. Le bilan est passé de huit à onze morts.", (11, 11), None),
    ("fr", "Un attentat a frappé Kidal lundi. Le bilan s'alourdit à onze morts. Un précédent bilan faisait état de "
     "huit morts.", (11, 11), None),
    ("en", "A bombing in Kidal on Monday killed eleven people. An earlier toll had put the dead at eight.", (11, 11),
     None),
    ("es", "Un atentado en Cali causó el lunes once muertos. Un balance anterior daba cuenta de ocho fallecidos.",
     (11, 11), None),
    # The attacker's own death, and those left out of a number.
    ("en", "A suicide bomber blew himself up outside a mosque in Kano on Monday, killing himself and four others.",
     (5, 5), None),
    ("fr", "Un homme armé a tué lundi à Lyon trois passants avant de se donner la mort.", (4, 4), None),
    ("en", "A gunman shot dead three people in Boston on Monday before police killed him.", (4, 4), None),
    ("es", "Un hombre armado mató el lunes a tres personas en Cali antes de suicidarse.", (4, 4), None),
    ("fr", "Un attentat a fait 22 morts lundi à Kidal, sans compter le kamikaze.", (23, 23), None),
    ("en", "Two policemen died in Kidal on Monday, in addition to the two bombers, in an attack.", (4, 4), None),
    ("ar", "أسفر تفجير عن مقتل 22 شخصا يوم الاثنين في غاو، عدا الانتحاري.", (23, 23), None),
    # Company, couples, lists that end with one person.
    ("en", "General Sidi Diallo was killed in Kidal on Monday along with four of his guards in a bombing.", (5, 5),
     None),
    ("fr", "Un couple de policiers a été assassiné lundi à Lyon.", (2, 2), None),
    # Nothing but damage.
    ("fr", "Une bombe a explosé lundi à Bastia, ne causant que des dégâts matériels.", (0, 0), (0, 0)),
    ("en", "A rocket landed in Sderot on Monday, causing only material damage.", (0, 0), (0, 0)),
    ("es", "Un cohete cayó el lunes en Sderot y solo causó daños materiales.", (0, 0), (0, 0)),
    ("fr", "Une bombe a explosé lundi à Bastia. Aucune perte en vie humaine n'a été signalée.", (0, 0), None),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "killed", "wounded"), TOLD)
def test_tolls_are_told_over_sentences_and_voices(language: str, text: str, killed: Range, wounded: Range) -> None:
    (one,) = read_report(Report("r", "s", "s", language, "", text, date(2021, 3, 10)))[1]
    assert ((one.killed.low, one.killed.high) if one.killed else None) == killed
    assert ((one.wounded.low, one.wounded.high) if one.wounded else None) == wounded


def test_a_number_of_things_is_no_second_toll() -> None:
    text = "Rockets wounded two guards in Kidal on Monday. One officer knew of two rockets, the other spoke of four."
    (one,) = read_report(Report("r", "s", "s", "en", "", text, date(2021, 3, 10)))[1]
    assert one.wounded is not None
    assert (one.wounded.low, one.wounded.high) == (2, 2)


def test_a_phrase_lies_in_one_sentence() -> None:
    text = "L'attaque de lundi à Kidal a fait trois morts. Des habitants parlent d'au moins dix morts."
    (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (3, 10)


def test_thousands_may_be_parted_by_a_full_stop() -> None:
    text = "Le raid de lundi sur Kidal a fait 1.250 blessés."
    (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert one.wounded is not None
    assert one.wounded.low == 1250


def test_months_from_and_to_are_no_incident() -> None:
    text = "Plus de 1 554 personnes ont été tuées entre janvier et mars 2020 dans le pays."
    assert read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1] == ()


def test_the_attacker_shot_in_the_next_sentence_is_of_the_same_incident() -> None:
    text = (
        "Une fonctionnaire a été mortellement blessée à l'arme blanche lundi à Lyon. L'assaillant, un homme de 36 ans, "
        "a été abattu par un policier."
    )
    (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert one.status == "carried_out"
    assert one.killed is not None
    assert one.killed_attackers is not None
    assert (one.killed.low, one.killed_attackers.low) == (2, 1)


def test_several_attacks_summed_up_are_no_incident_beside_those_told_one_by_one() -> None:
    text = (
        "Neuf civils ont été tués samedi et dimanche dans deux attaques distinctes à Beni. La première, samedi à "
        "Oicha, a fait cinq morts. La seconde a visé dimanche Butembo : quatre personnes ont péri."
    )
    told = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert [one.killed.low for one in told if one.killed] == [5, 4]


def test_parts_in_a_list_add_nobody() -> None:
    text = "Lundi à Kidal, vingt-trois civils, dont quinze enfants et deux femmes enceintes, ont été massacrés."
    (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert one.killed is not None
    assert one.killed.low == 23


def test_one_of_the_wounded_of_the_same_sentence_dies() -> None:
    text = "Une bombe a explosé lundi à Kidal. Deux passants ont été atteints par des éclats ; l'un d'eux est mort."
    (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
    assert one.killed is not None
    assert one.wounded is not None
    assert (one.killed.low, one.wounded.low) == (1, 1)


def test_one_of_several_and_a_person_of_a_nation_count_one_each() -> None:
    told = {
        "Un inspecteur et l'un de ses cousins ont été tués samedi à Kidal par des inconnus.": 2,
        "Trois personnes, deux Indiens et un Pakistanais, ont été tuées lundi à Kidal dans un attentat.": 3,
        "Une mine a explosé lundi à Kidal, tuant sur le coup son conducteur et deux passagères.": 3,
    }
    for text, killed in told.items():
        (one,) = read_report(Report("r", "s", "s", "fr", "", text, date(2021, 3, 10)))[1]
        assert one.killed is not None
        assert one.killed.low == killed, text
