"""Arabic: whom a verb befell in words of no list, sides of a clash, names of two words, days of last month."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def read(text: str) -> tuple[Incident, ...]:
    return tuple(read_report(Report("t:1", "t", "", "ar", "", text, date(2020, 7, 5)))[1])


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("استهدف مسلحون الأحد قنطرة خشبية في بعقوبة.", "قنطرة خشبية"),
        ("أحرق مجهولون الأحد استراحة سياحية في طرابلس.", "استراحة سياحية"),
    ],
)
def test_the_object_behind_the_subject_is_the_target(text: str, target: str) -> None:
    assert read(text)[0].targets == (target,)


def test_both_sides_of_a_clash_are_told_in_words_of_no_list() -> None:
    (clash,) = read("قتل سبعة أشخاص الأحد في اشتباكات بين الهوسا والبرتا قرب الدمازين.")
    assert [one.actor for one in clash.attributions] == ["الهوسا", "البرتا"]


def test_who_they_killed_is_no_doer() -> None:
    (attack,) = read("اقتحم مسلحون الأحد قرية شمال بعقوبة وقتلوا أربعة مزارعين.")
    assert all("مزارعين" not in one.actor for one in attack.attributions)


def test_a_name_right_behind_town_keeps_its_first_letter() -> None:
    (attack,) = read("قتل ثلاثة أشخاص الأحد في هجوم على مدينة بالما شمال شرق موزمبيق.")
    assert attack.places[0] == "بالما"


def test_the_day_of_a_claim_is_not_that_of_the_attack() -> None:
    (attack,) = read("قتل ثلاثة جنود الأربعاء الماضي في هجوم قرب بعقوبة. وتبنى تنظيم الدولة الإسلامية الهجوم أمس.")
    assert attack.date_start == attack.date_end == date(2020, 7, 1)


@pytest.mark.parametrize(
    ("told", "start", "end"),
    [
        ("في الثاني عشر من الشهر الماضي", date(2020, 6, 12), date(2020, 6, 12)),
        ("منتصف الشهر الماضي", date(2020, 6, 11), date(2020, 6, 20)),
        ("البارحة الأولى", date(2020, 7, 3), date(2020, 7, 3)),
        ("يوم 30/6", date(2020, 6, 30), date(2020, 6, 30)),
    ],
)
def test_days_reckoned_from_the_month_before(told: str, start: date, end: date) -> None:
    (attack,) = read(f"قتل جندي {told} برصاص مسلحين في بعقوبة.")
    assert (attack.date_start, attack.date_end) == (start, end)


def test_a_day_told_from_what_went_before() -> None:
    found = read("قتل جندي أمس برصاص مسلحين في الموصل. وقبلها بيوم خطف ثلاثة عمال في كركوك.")
    assert [one.date_end for one in found] == [date(2020, 7, 4), date(2020, 7, 3)]


def test_somebody_by_office_and_name_is_the_target_of_a_bomb() -> None:
    (murder,) = read("اغتيل النائب اللبناني وليد سنجور أمس في انفجار سيارة ملغومة في بيروت.")
    assert "وليد سنجور" in murder.targets[0]


def test_what_a_protest_is_about_is_no_incident() -> None:
    (protest,) = read("تظاهر آلاف الفلسطينيين أمس في رام الله تنديداً بمقتل ثلاثة شبان.")
    assert (protest.event_type, protest.killed) == ("protest", None)
    assert [one.actor for one in protest.attributions] == ["آلاف الفلسطينيين"]


def test_the_capital_a_report_is_sent_from_is_not_near_an_unknown_town() -> None:
    (attack,) = read("مانيلا - قتل جندي أمس برصاص مسلحين قرب بلدة تالاينغود الجبلية.")
    assert "مانيلا" not in attack.places
