"""What only counts since something began, whole wars, sentences of courts, and replies by other means."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]
DAY = date(2023, 4, 20)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "More than 400 people have been killed in Goma since the fighting broke out on 15 April."),
        ("fr", "Plus de 400 personnes ont été tuées à Goma depuis le début des combats le 15 avril."),
        ("es", "Más de 400 personas han muerto en Goma desde que comenzaron los combates el 15 de abril."),
        ("ar", "وأسفر القتال منذ اندلاعه في 15 نيسان عن أكثر من 300 قتيل بحسب منظمة الصحة العالمية."),
        ("ar", "والهجوم هو الأول من نوعه منذ تولي الرئيس منصبه في مايو."),
        ("ar", "يذكر أن آخر حرب على Gaza اندلعت صيف 2014 وخلفت أكثر من 2200 شهيد."),
    ],
)
def test_what_is_summed_over_a_war_or_done_by_a_court_is_no_incident(language: str, text: str, reading: Read) -> None:
    assert reading(text, language, DAY).incidents == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Rebels ambushed a patrol near Gao on Monday, killing three. The army replied with an air strike."),
        (
            "es",
            "Rebeldes atacaron el lunes una base en Gao y mataron a tres. El ejército replicó con un bombardeo aéreo.",
        ),
    ],
)
def test_a_reply_by_other_means_is_an_incident_of_its_own(language: str, text: str, reading: Read) -> None:
    told = reading(text, language, DAY).incidents
    assert [one.event_type for one in told] == ["armed_attack", "air_strike"]
    assert [one.killed and one.killed.low for one in told] == [3, None]


def test_people_killed_in_a_robbery_are_an_armed_attack(reading: Read) -> None:
    (only,) = reading("وسلب مسلحون مصرفا في Gao يوم السبت وقتل ثلاثة حراس.", "ar", DAY).incidents
    assert only.event_type == "armed_attack"


def test_an_adjective_behind_no_denies_nothing(reading: Read) -> None:
    told = reading("El lunes sujetos no identificados incineraron un bus y dos camiones en Gao.", "es", DAY).incidents
    assert [one.event_type for one in told] == ["sabotage"]


def test_a_province_behind_the_town_of_a_dateline_is_a_part_of_it(reading: Read) -> None:
    told = reading("GAO, Sin.- Un militar murió el lunes en un ataque en Goma.", "es", DAY).incidents
    assert [one.killed and one.killed.low for one in told] == [1]


def test_a_deadly_attack_over_a_film_is_no_film(reading: Read) -> None:
    text = "قتل ثلاثة عندما هاجم مسلحون القنصلية في Gao يوم الأربعاء احتجاجا على فيلم مسيء."
    assert [one.killed and one.killed.low for one in reading(text, "ar", DAY).incidents] == [3]


def test_an_offset_behind_a_comma_is_reckoned_from_the_act_before_it(reading: Read) -> None:
    text = "Cazas bombardearon este domingo un cuartel en Gao, dos días después del atentado que mató a 9 en Goma."
    told = reading(text, "es", date(2023, 4, 16)).incidents
    assert [one.date_start for one in told] == [date(2023, 4, 16), date(2023, 4, 14)]
