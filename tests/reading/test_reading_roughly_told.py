"""Words such as "at least" between a verb and whom it befell, and who is blamed by whom."""

from __future__ import annotations

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str) -> Incident:
    (incident,) = read_report(Report("r", "s", "s", language, "", text))[1]
    return incident


@pytest.mark.parametrize(
    ("text", "language", "killed"),
    [
        ("A suicide bomber killed at least 12 people in Mogadishu on Saturday.", "en", 12),
        ("A bomber killed at least a dozen soldiers in Quetta on Monday.", "en", 12),
        ("Three gunmen shot dead at least four policemen near Gao on Monday.", "en", 4),
        ("A gunman killed more than 20 worshippers in a mosque in Kano on Friday.", "en", 20),
        ("Un homme armé a abattu plus de vingt fidèles vendredi dans une mosquée de Kano.", "fr", 20),
        ("قتل ثلاثة مسلحين أربعة شرطيين يوم الإثنين قرب غاو.", "ar", 4),
        ("قتل مسلح أكثر من عشرين شخصا يوم الجمعة في مسجد في كانو.", "ar", 20),
        ("قُتل ثلاثة مسلحين وأربعة شرطيين يوم الإثنين قرب غاو.", "ar", 7),
        ("Un suicida mató al menos a 12 personas el sábado en Mogadiscio.", "es", 12),
    ],
)
def test_those_killed_are_counted_and_not_who_killed_them(text: str, language: str, killed: int) -> None:
    told = only(text, language).killed
    assert told is not None
    assert told.low == killed


def test_fighters_killed_by_soldiers_are_who_was_aimed_at() -> None:
    assert only("Pakistani troops killed eight militants in North Waziristan on Sunday.", "en").targets == (
        "militants",
    )


def test_who_says_that_somebody_is_to_blame_is_not_to_blame() -> None:
    text = "Six soldiers were killed in an ambush blamed on the FARC in Cauca on Monday, the Colombian army said."
    assert [(who.actor, who.stance) for who in only(text, "en").attributions] == [("FARC", "accused")]


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Un kamikaze a tué au moins 12 personnes samedi à Mogadiscio.", "bombing"),
        ("Deux kamikazes ont attaqué lundi une caserne à Kaboul.", "bombing"),
        ("Un drone kamikaze a frappé dimanche un dépôt à Kharkiv.", "air_strike"),
    ],
)
def test_a_bomber_tells_the_means(text: str, event_type: str) -> None:
    assert only(text, "fr").event_type == event_type


def test_who_fired_it_is_not_where_it_happened() -> None:
    text = "The Ukrainian air force said it had shot down 20 of 24 drones launched by Russia overnight."
    assert only(text, "en").country != "RU"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Au moins six soldats ont péri dans une embuscade attribuée aux FARC, a dit l'armée colombienne.", "fr"),
        ("Seis soldados murieron en una emboscada atribuida a las FARC, informó el Ejército colombiano.", "es"),
    ],
)
def test_a_source_told_behind_its_verb_is_not_to_blame(text: str, language: str) -> None:
    accused = [who.actor for who in only(text, language).attributions if who.stance == "accused"]
    assert accused == ["FARC"]


def test_what_follows_a_semicolon_is_not_said_by_the_town_before_it() -> None:
    text = "Hezbolá lanzó el domingo cohetes contra Haifa; Israel dijo que los interceptó."
    assert only(text, "es").places == ("Haifa",)


def test_a_capital_under_its_name_in_another_language_is_known() -> None:
    assert only("Un periodista fue secuestrado el jueves en Puerto Príncipe.", "es").country == "HT"


def test_some_of_the_drones_are_no_people() -> None:
    text = "L'armée ukrainienne a abattu 20 des 24 drones lancés dans la nuit sur Kiev."
    assert only(text, "fr").killed is None
