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
