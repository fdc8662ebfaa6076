"""Round-ups and live pages: what each paragraph is headed by holds for what it tells, and for nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def read(text: str, language: str, published: date) -> tuple[Incident, ...]:
    return tuple(read_report(Report("r", "s", "s", language, "", text, published))[1])


def test_a_place_at_the_head_of_a_paragraph_is_where_it_happened() -> None:
    text = (
        "KARACHI: Gunmen shot dead two teachers on Sunday.\n\n"
        "QUETTA: A bomb wounded four soldiers on Saturday.\n\n"
        "LAHORE: Two policemen were abducted on Friday."
    )
    found = read(text, "en", date(2013, 2, 18))
    assert [one.places[-1] for one in found] == ["KARACHI", "QUETTA", "LAHORE"]
    assert [one.date_start for one in found] == [date(2013, 2, 17), date(2013, 2, 16), date(2013, 2, 15)]


def test_a_day_in_numbers_at_the_head_dates_the_paragraph_and_is_its_evidence() -> None:
    text = "27/10. Une bombe a tué deux gardes à Gao.\n\n30/10. Des hommes armés ont enlevé un prêtre à Djibo."
    first, second = read(text, "fr", date(2020, 11, 4))
    assert (first.date_start, second.date_start) == (date(2020, 10, 27), date(2020, 10, 30))
    assert [text[span.start : span.end] for span in second.evidence["date"]] == ["30/10"]


def test_numbered_paragraphs_are_not_taken_for_one_event() -> None:
    text = "1. A mine killed three soldiers near Gao on Monday.\n\n2. A mine killed two soldiers on Monday."
    assert [one.killed.best for one in read(text, "en", date(2020, 11, 4)) if one.killed] == [3, 2]


def test_in_a_live_page_the_newest_toll_holds_and_the_clock_counts_nobody() -> None:
    text = (
        "18:40 The attack in Gao has now killed four people, the mayor says.\n\n"
        "15:10 The president has condemned it.\n\n"
        "11:30 At least three people were killed today when gunmen attacked a market in Gao."
    )
    (one,) = read(text, "en", date(2020, 11, 4))
    assert one.killed is not None
    assert (one.killed.low, one.places[-1]) == (4, "Gao")


def test_the_time_of_day_alone_does_not_outweigh_a_day() -> None:
    text = "Mardi, une bombe a tué un garde à Gao. Le lendemain, dans la soirée, un prêtre a été enlevé à Mopti."
    found = read(text, "fr", date(2020, 11, 12))
    assert found[-1].date_start == date(2020, 11, 11)


def test_a_weekday_of_last_week_lies_in_the_week_before() -> None:
    (one,) = read("A shop in Derry was bombed on Monday of last week.", "en", date(1991, 3, 12))
    assert one.date_start == date(1991, 3, 4)


@pytest.mark.parametrize(
    ("language", "headline", "below"),
    [
        ("en", "Rockets hit Taji", "Three soldiers were killed on Monday when rockets hit a base in Taji."),
        ("fr", "Tirs de roquettes sur Taji", "Lundi, des roquettes sont tombées sur une base à Taji."),
        ("es", "Cohetes caen sobre Taji", "El lunes unos cohetes cayeron sobre una base en Taji."),
        ("ar", "قصف صاروخي على التاجي", "قتل ثلاثة جنود يوم الاثنين في قصف صاروخي على قاعدة التاجي."),
    ],
)
def test_a_headline_and_the_sentence_below_are_one_incident(language: str, headline: str, below: str) -> None:
    (told,) = read(f"{headline}\n\n{below}", language, date(2020, 3, 18))
    assert told.date_start == date(2020, 3, 16)


def test_a_headline_over_another_event_is_not_joined_with_it() -> None:
    text = "Rockets hit Taji\n\nOn Monday a bomb exploded in Kirkuk, killing three people."
    assert [told.event_type for told in read(text, "en", date(2020, 3, 18))] == ["shelling", "bombing"]


@pytest.mark.parametrize(
    "page",
    [
        (
            "18:10 The hospital in Bosaso corrects itself: 12 people died in this morning's blast, not 15. "
            "Three names were on two lists. The wounded are 33.\n\n"
            "16:40 Two rockets came down near Galkayo in the afternoon. Nobody was hurt.\n\n"
            "09:05 A car bomb has exploded at a market in Bosaso this morning. At least 15 people are dead.",
            "en",
        ),
        (
            "18h10 - L'hôpital de Bosaso se corrige : 12 personnes ont été tuées dans l'explosion de ce matin, "
            "et non 15. Les blessés sont 33.\n\n"
            "16h40 - Deux roquettes sont tombées près de Galkayo dans l'après-midi. Personne n'a été blessé.\n\n"
            "9h05 - Une voiture piégée a explosé ce matin sur un marché de Bosaso. Au moins 15 personnes sont mortes.",
            "fr",
        ),
    ],
)
def test_what_an_entry_goes_on_with_belongs_to_the_incident_it_began_with(page: tuple[str, str]) -> None:
    text, language = page
    blast, rockets = sorted(read(text, language, date(2021, 3, 5)), key=lambda one: one.places[-1])
    assert (blast.killed.best, blast.wounded.best) == (12, 33)
    assert rockets.wounded.best == 0


def test_a_head_that_no_gazetteer_knows_counts_beside_heads_that_it_knows() -> None:
    text = (
        "Kano. Gunmen shot dead two teachers on Sunday.\n\n"
        "Abuja. A bomb wounded four soldiers on Saturday.\n\n"
        "Dulbunde. Thieves clashed with herdsmen on Friday near the town; five died.\n\n"
        "Summary. Two people were shot dead on Thursday."
    )
    found = read(text, "en", date(2013, 2, 18))
    assert [one.places[-1:] for one in found][2] == ("Dulbunde",)
    assert all("Summary" not in one.places for one in found)


def test_a_dateline_may_stand_below_a_headline() -> None:
    text = (
        "Bombs along the border, again\n\n"
        "Lahore, February 17 - A car bomb killed two people in Peshawar yesterday.\n\nNobody claimed it."
    )
    (one,) = read(text, "en", date(2013, 2, 17))
    assert (one.places[-1], one.date_start) == ("Peshawar", date(2013, 2, 16))


def test_who_is_taken_in_a_fight_is_a_prisoner_of_a_clash() -> None:
    text = "The militia and the army fought at Bunia on Friday; three men were taken prisoner."
    (one,) = read(text, "en", date(2021, 5, 11))
    assert one.event_type == "armed_clash"
