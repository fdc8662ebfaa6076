"""What the news of a sentence is reckoned from is no part of the news: "Two days after the blast in A, gunmen ..."."""

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def incidents(text: str, language: str = "en") -> list[Incident]:
    """The incidents of a text of Friday 20 May 2016, by place."""
    told = read_report(Report("t:1", "test", "Test", language, "", text, date(2016, 5, 20)))[1]
    return sorted(told, key=lambda one: one.places)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two days after the bombing in Quetta, gunmen killed a doctor in Karachi on Tuesday."),
        ("fr", "Deux jours après l'attentat de Quetta, des hommes armés ont tué un médecin à Karachi mardi."),
        ("ar", "بعد يومين من تفجير كويتا، قتل مسلحون طبيبا في كراتشي يوم الثلاثاء."),
    ],
)
def test_two_events_of_one_sentence_have_their_own_day_and_place(language: str, text: str) -> None:
    days = {(one.event_type, one.date_start) for one in incidents(text, language)}
    assert days == {("armed_attack", date(2016, 5, 17)), ("bombing", date(2016, 5, 15))}


def test_the_news_is_reckoned_from_an_event_told_before() -> None:
    text = "A bomb killed nine people in Quetta on Monday. Two days after the bombing in Quetta, gunmen killed a doctor"
    karachi, quetta = incidents(f"{text} in Karachi.")
    assert (karachi.places[0], karachi.event_type, karachi.date_start) == ("Karachi", "armed_attack", date(2016, 5, 18))
    assert (quetta.places[0], quetta.event_type, quetta.date_start) == ("Quetta", "bombing", date(2016, 5, 16))


def test_later_deaths_are_no_news_of_another_event() -> None:
    text = "A bomb wounded nine people in Quetta on Monday. Two days after the bombing, one of the wounded died."
    (one,) = incidents(text)
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (1, 1)
