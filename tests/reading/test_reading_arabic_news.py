"""Arabic news: days of who says so, days in names, present tense in headlines, and gas against a crowd."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading


def test_the_day_that_ends_an_aside_on_who_says_so_is_not_that_of_the_act(reading: Callable[..., Reading]) -> None:
    text = "قتل أربعة جنود في كمين قرب ديفا، على ما ذكرت وزارة الدفاع النيجرية الخميس."
    (one,) = reading(text, "ar").incidents
    assert one.date_start is None


def test_a_day_in_the_name_of_a_group_dates_nothing(reading: Callable[..., Reading]) -> None:
    text = "اندلعت اشتباكات بين الجيش الكونغولي وحركة 23 مارس قرب بوناغانا."
    (one,) = reading(text, "ar").incidents
    assert one.date_start is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("مسلحون يختطفون ناشطا من أمام بيته أمس.", "abduction"),
        ("قتل ثلاثة عسكريين أمس في عدوان جوي على المدينة.", "air_strike"),
        ("فرقت الشرطة بقنابل الغاز متظاهرين في الساحة مساء السبت.", "protest"),
    ],
)
def test_what_it_was(reading: Callable[..., Reading], text: str, kind: str) -> None:
    (one,) = reading(text, "ar").incidents
    assert one.event_type == kind


def test_the_month_that_a_count_began_in_dates_nothing(reading: Callable[..., Reading]) -> None:
    text = "وتشهد مدن الجنوب احتجاجات منذ أكتوبر الماضي قتل فيها نحو 600 شخص."
    assert all(one.date_start is None for one in reading(text, "ar").incidents)


def test_an_attacker_caught_later_did_carry_it_out(reading: Callable[..., Reading]) -> None:
    text = "أقدم ملثم على طعن سائح أجنبي في مراكش الجمعة، قبل أن تتمكن الشرطة من توقيفه."
    (one,) = reading(text, "ar").incidents
    assert one.status == "carried_out"
