"""Arabic: who does it, told behind the verb, by a pronoun's verb, as an adjective or as whose fire it was."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("أضرم مستوطنون النار في ثلاث مركبات بقرية برقة شرق رام الله فجر اليوم.", {("مستوطنون", "stated")}),
        ("أقدم مسلحون يستقلون دراجة نارية على اغتيال قاض في البصرة مساء الخميس.", {("مسلحون", "stated")}),
        ("قُتل ضابط بانفجار عبوة ناسفة زرعها مجهولون في مدينة درنة.", {("مجهولون", "stated")}),
        ("قتل فتى برصاص قوات الاحتلال في مخيم الدهيشة فجر الأربعاء.", {("قوات الاحتلال", "stated")}),
        ("شنت مقاتلات روسية ثلاث غارات على بلدة سرمين أمس.", {("مقاتلات روسية", "stated")}),
        ("أعلنت القيادة المركزية الأميركية أنها نفذت ضربة جوية قرب جلب.", {("القيادة المركزية الأميركية", "claimed")}),
        ("خُطف مهندس أجنبي من سيارته في عدن أمس.", set()),
        ("قتل جنديان في هجوم مسلح على حاجز للجيش في داقوق السبت.", set()),
        ("مقتل قيادي في صفوف حركة الشباب وإصابة ثلاثة بانفجار لغم في جلب.", set()),
    ],
)
def test_who_does_it(reading: Callable[..., Reading], text: str, told: set[tuple[str, str]]) -> None:
    incident = reading(text, "ar").incidents[0]
    assert {(who.actor, who.stance) for who in incident.attributions} == told


def test_what_somebody_is_accused_of_is_an_incident(reading: Callable[..., Reading]) -> None:
    (one,) = reading("اتهمت الحكومة القوات الروسية بقصف مستشفى في مدينة خيرسون أمس.", "ar").incidents
    assert one.event_type == "shelling"
    assert ("القوات الروسية", "accused") in {(who.actor, who.stance) for who in one.attributions}


def test_a_village_lies_nearer_the_town_beside_it_than_the_dateline(reading: Callable[..., Reading]) -> None:
    text = "باماكو - خطف مسلحون رئيس البلدية في قرية كوندولا القريبة من تمبكتو يوم الأحد."
    (one,) = reading(text, "ar").incidents
    assert "باماكو" not in one.places


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("وأضاف أن ثلاثة أشخاص قتلوا في هجوم على قرية سرمين أمس.", 3, None),
        ("قال شهود عيان إن ما لا يقل عن خمسة عشر شخصا قتلوا في الهجوم أمس.", 15, None),
        ("قتل أربعة يوم الثلاثاء بهجوم على القرية.", 4, None),
        ("قتل شاب في العشرين من عمره وأصيب ثلاثة في قصف أمس.", 1, 3),
        ("أصيب عسكريان اثنان في انفجار عبوة ناسفة أمس.", None, 2),
        ("أدى انفجار عبوة ناسفة أمس إلى إصابة عسكريين اثنين بجروح.", None, 2),
        ("قضت وحدات الحرس فجر السبت على ثلاثة إرهابيين في الجبل.", 3, None),
    ],
)
def test_how_many(reading: Callable[..., Reading], text: str, killed: int | None, wounded: int | None) -> None:
    (one,) = reading(text, "ar").incidents
    assert (one.killed and one.killed.low, one.wounded and one.wounded.low) == (killed, wounded)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("انفجرت عبوة ناسفة أمس في قرية أم الحنطة ضمن ناحية جلولاء.", "أم الحنطة"),
        ("قتل رجل بالرصاص أمس في بلدة بيتا جنوب نابلس.", "بيتا"),
        ("قتل رجلان بهجوم لداعش أمس على قرية الزور التابعة لناحية المقدادية.", "الزور"),
        ("قتل رجلان بهجوم أمس على قرية فتابرنو الواقعة غربي كتم.", "فتابرنو"),
    ],
)
def test_a_village_is_named(reading: Callable[..., Reading], text: str, place: str) -> None:
    (one,) = reading(text, "ar").incidents
    assert place in one.places


def test_uncounted_parts_add_nobody(reading: Callable[..., Reading]) -> None:
    (one,) = reading("قتل تسعة أشخاص بينهم نساء وطفل في قصف أمس.", "ar").incidents
    assert one.killed is not None
    assert (one.killed.low, one.killed.high) == (9, 9)


def test_who_opened_fire_is_told_by_the_verb_before_them(reading: Callable[..., Reading]) -> None:
    (one,) = reading("قتل مزارع صباح السبت في إطلاق نار نفذه مستوطنون شرق يطا.", "ar").incidents
    assert {(who.actor, who.stance) for who in one.attributions} == {("مستوطنون", "stated")}
