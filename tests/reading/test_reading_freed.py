"""Captives freed in a raid, and crowds that police disperse, in four languages."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str) -> Incident:
    """The one incident of a text of Friday 20 May 2016."""
    incidents = read_report(Report("t:1", "test", "Test", language, "", text, date(2016, 5, 20)))[1]
    assert len(incidents) == 1
    return incidents[0]


@pytest.mark.parametrize(
    ("language", "text", "doer"),
    [
        ("en", "Soldiers freed eleven hostages in a raid on a camp in Zamfara on Wednesday.", "Soldiers"),
        ("fr", "Des soldats ont libéré onze otages lors d'un raid contre un camp dans le Zamfara mercredi.", "soldats"),
        ("es", "Soldados liberaron a once rehenes en una incursión contra un campamento en Zamfara.", "Soldados"),
    ],
)
def test_those_freed_are_not_detained_and_who_frees_them_does_it(language: str, text: str, doer: str) -> None:
    read = only(text, language)
    assert read.detained is None
    assert [(who.actor, who.stance) for who in read.attributions] == [(doer, "stated")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Riot police fired tear gas to disperse protesters in Nairobi on Tuesday."),
        ("en", "On Tuesday police in Nairobi used water cannon against marchers demanding reforms."),
        ("fr", "La police a tiré des gaz lacrymogènes sur des manifestants à Nairobi mardi."),
        ("ar", "أطلقت شرطة مكافحة الشغب الغاز المسيل للدموع لتفريق محتجين في نيروبي يوم الثلاثاء."),
    ],
)
def test_a_crowd_dispersed_is_a_protest(language: str, text: str) -> None:
    assert only(text, language).event_type == "protest"


def test_those_arrested_at_the_end_of_a_list_of_harm_are_nobody_who_did_it() -> None:
    text = "Rioters looted shops in London on Monday night; 22 officers were injured and 43 people arrested."
    assert [who.actor for who in only(text, "en").attributions if "people" in who.actor] == []


def test_those_beaten_to_death_are_counted_between_the_words() -> None:
    read = only("Villagers beat two thieves to death in Bukavu on Monday.", "en")
    assert read.killed is not None
    assert read.killed.low == 2
    assert [who.actor for who in read.attributions] == ["Villagers"]
