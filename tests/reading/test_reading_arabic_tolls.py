"""Arabic: whom a verb befell told behind it, numbers behind nouns, company, aggregates, and where sentences part."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قُتل السبت في هجوم شنه مسلحون على حاجز للجيش قرب بريا ستة جنود.", 6, None),
        ("قُتل السبت في هجوم شنه ثلاثة مسلحين على حاجز قرب بريا ضابط وجندي.", 2, None),
        ("أعدم مسلحون رمياً بالرصاص السبت في غاو سبعة عشر رجلاً.", 17, None),
        ("اغتيل قاض السبت مع سائقه في غاو برصاص مجهولين.", 2, None),
        ("قضى خمسة من رجال الشرطة السبت في غاو عندما أطلق مسلحون قذيفة على سيارتهم.", 5, None),
        ("طعن فتى شرطية السبت في غاو ففارقت الحياة، وأطلق الجنود النار على المهاجم فقتلته.", 2, None),
        ("أودى الانفجار بشخص واحد وأصاب ستة عشر السبت في غاو.", 1, 16),
        ("أصابت صواريخ مجمعاً عسكرياً في غاو السبت توجد فيه قوات أجنبية.", None, None),
        ("قُتل سبعة عشر جندياً السبت في هجوم على مقر في غاو، وقُتل المهاجمون الستة جميعاً.", 23, None),
        (
            "ذكر شهود أن ثلاثة أشخاص قُتلوا السبت في تبادل لإطلاق النار بين أنصار الحزب الشيوعي وحزب الله في غاو.",
            3,
            None,
        ),
        ("قُتل ضابط وزوجته وطفلاهما السبت في هجوم في غاو.", 4, None),
    ],
)
def test_who_was_killed_and_wounded(reading: Read, text: str, killed: int | None, wounded: int | None) -> None:
    (one,) = reading(text, "ar").incidents
    assert one.killed == killed or (one.killed is not None and one.killed.low == killed)
    assert one.wounded == wounded or (one.wounded is not None and one.wounded.low == wounded)


@pytest.mark.parametrize(
    "text",
    [
        "هاجم القراصنة 47 سفينة في المحيط الهندي هذا العام.",
        "أوقفت قوات الأمن نحو ألف شخص منذ بدء الاضطرابات.",
        "بلغ عدد القتلى المدنيين في أغسطس 526 وفق وزارة الصحة.",
        "بدأت السبت تدريبات تشارك فيها القوات الخاصة، وتتضمن تحرير رهائن من حافلة وتفجير باب مبنى واقتحامه.",
    ],
)
def test_what_is_counted_over_long_or_trained_is_no_incident(reading: Read, text: str) -> None:
    assert not reading(text, "ar").incidents


def test_a_sentence_does_not_part_within_a_distance_or_a_list(reading: Read) -> None:
    text = "نيروبي - استولى قراصنة السبت على سفينة على بعد ثلاثمئة ميل بحري شرق مقديشو واحتجزوا 22 بحاراً."
    (one,) = reading(text, "ar").incidents
    assert one.detained is not None
    assert one.detained.low == 22


def test_an_offset_may_name_its_act_at_length(reading: Read) -> None:
    text = "هاجم مسلحون السبت فندقاً في غاو وقتلوا ستة أشخاص. وقبل الهجوم على الفندق بيوم، قصفت طائرة مركبة في بريا."
    first, second = reading(text, "ar").incidents
    assert (first.date_start, second.date_start) == (date(2020, 7, 4), date(2020, 7, 3))


def test_a_discontinuous_verb_of_defusing_foils(reading: Read) -> None:
    (one,) = reading("أبطل خبراء المتفجرات السبت مفعول سيارة ملغومة أمام مستشفى في غاو.", "ar").incidents
    assert (one.status, one.date_start) == ("foiled", date(2020, 7, 4))
