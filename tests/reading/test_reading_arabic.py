"""Arabic: words written together, verb first, numbers in the form of nouns, days, and what is no incident."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.reading.words.language import language
from etl.reading.words.text import text_of
from etl.records import Reading


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("وبالجنود", ["و", "ب", "ال", "جنود"]),
        ("للجيش", ["ل", "ال", "جيش"]),
        ("فاستهدفتها", ["ف", "استهدفتها"]),
        ("وزير", ["وزير"]),
        ("كتائب", ["كتايب"]),
        ("بِغارَتِهم", ["ب", "غارتهم"]),
        ("والأحد", ["و", "الاحد"]),
    ],
)
def test_words_written_together(written: str, words: list[str]) -> None:
    assert language("ar").tokens_of(text_of(written).folded).words == words


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        ("قُتل ستة جنود وأصيب أربعة آخرون في انفجار عبوة ناسفة السبت.", 6, 4),
        ("أسفر التفجير عن مقتل خمسة وعشرين مدنياً وإصابة أحد عشر شخصاً.", 25, 11),
        ("قتل جنديان وأصيب ضابط في هجوم مسلح الجمعة.", 2, 1),
        ("أدى قصف مدفعي السبت إلى سقوط قتيلين و١٢ جريحا.", 2, 12),
        ("سقطت قذيفة السبت على سوق دون وقوع إصابات.", 0, 0),
        ("لقي ثلاثة من رجال الشرطة مصرعهم في كمين السبت.", 3, None),
        ("أسفر انفجار سيارة مفخخة السبت عن سقوط عشرات القتلى.", None, None),
    ],
)
def test_tolls(reading: Callable[..., Reading], text: str, killed: int | None, wounded: int | None) -> None:
    (one,) = reading(text, "ar").incidents
    assert (one.killed and one.killed.best, one.wounded and one.wounded.best) == (killed, wounded)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("فجر أمس السبت", date(2020, 7, 4), date(2020, 7, 4)),
        ("ليل السبت الأحد", date(2020, 7, 4), date(2020, 7, 5)),
        ("الجمعة الماضية", date(2020, 7, 3), date(2020, 7, 3)),
        ("قبل يومين", date(2020, 7, 3), date(2020, 7, 3)),
        ("في ٣ تموز/يوليو", date(2020, 7, 3), date(2020, 7, 3)),
        ("أواخر حزيران الماضي", date(2020, 6, 21), date(2020, 6, 30)),
        ("الشهر الماضي", date(2020, 6, 1), date(2020, 6, 30)),
        ("في كانون الثاني 2019", date(2019, 1, 1), date(2019, 1, 31)),
    ],
)
def test_days(reading: Callable[..., Reading], when: str, start: date, end: date) -> None:
    (one,) = reading(f"قتل جنديان في هجوم مسلح {when}.", "ar").incidents
    assert (one.date_start, one.date_end) == (start, end)


@pytest.mark.parametrize(
    ("text", "event_type", "status"),
    [
        ("أبطلت الشرطة السبت مفعول عبوة ناسفة في السوق.", "bombing", "foiled"),
        ("قصفت طائرات حربية السبت سوقا في البلدة.", "air_strike", "carried_out"),
        ("خطف مسلحون السبت ثلاثة مهندسين.", "abduction", "carried_out"),
        ("اعتقلت قوات الأمن السبت تسعة أشخاص في مداهمة.", "arrest_raid", "carried_out"),
        ("اندلعت اشتباكات السبت بين الجيش ومسلحين.", "armed_clash", "carried_out"),
    ],
)
def test_what_happened(reading: Callable[..., Reading], text: str, event_type: str, status: str) -> None:
    (one,) = reading(text, "ar").incidents
    assert (one.event_type, one.status) == (event_type, status)


@pytest.mark.parametrize(
    "text",
    [
        "أعلن النادي أن هجوم الفريق جاهز لمباراة الغد.",
        "بدأت السبت مناورات عسكرية بالصواريخ قرب الساحل.",
        "قتل تسعة أشخاص السبت في حادث سير على الطريق.",
    ],
)
def test_no_incident(reading: Callable[..., Reading], text: str) -> None:
    assert reading(text, "ar").incidents == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("خطف مسلحون السبت ثلاثة مهندسين.", {("مسلحون", "stated")}),
        ("اعتقلت القوات العراقية السبت ستة أشخاص في مداهمة.", {("القوات العراقية", "stated")}),
        ("قتل جنديان في هجوم السبت. وأعلنت جماعة تطلق على نفسها «سرايا النسر» أنها نفذت الهجوم.",
         {("سرايا النسر", "claimed")}),
        ("قتل جنديان في هجوم السبت. واتهمت الحكومة حركة الشباب بتنفيذ الهجوم.", {("حركة الشباب", "accused")}),
        ("قتل جنديان في هجوم السبت تبناه تنظيم الدولة الإسلامية.", {("تنظيم الدولة الإسلامية", "claimed")}),
    ],
)  # fmt: skip
def test_who(reading: Callable[..., Reading], text: str, told: set[tuple[str, str]]) -> None:
    (one,) = reading(text, "ar").incidents
    assert {(who.actor.removeprefix("جماعة "), who.stance) for who in one.attributions} == told


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("هاجم مسلحون السبت نقطة تفتيش وقتلوا جنديين.", "نقطة تفتيش"),
        ("استهدفت طائرة مسيرة السبت قاعدة عسكرية.", "قاعدة عسكرية"),
        ("تعرضت دورية السبت لإطلاق نار.", "دورية"),
    ],
)
def test_targets_behind_the_subject(reading: Callable[..., Reading], text: str, target: str) -> None:
    (one,) = reading(text, "ar").incidents
    assert target in one.targets


def test_unknown_names_stand_behind_words_of_place(reading: Callable[..., Reading]) -> None:
    (one,) = reading("انفجرت عبوة ناسفة السبت في قرية تجربستان شمال البلاد.", "ar").incidents
    assert one.places[-1] == "تجربستان"


def test_plans_and_counts_are_remarks(reading: Callable[..., Reading]) -> None:
    told = reading("دعا الحزب إلى مسيرة سلمية يوم السبت المقبل.\n\nشنت الطائرات ٤٠ غارة منذ بداية العام.", "ar")
    assert not told.incidents
    assert [remark.kind for remark in told.remarks] == ["plan", "aggregate"]


def test_marks_of_the_direction_of_writing_change_nothing(reading: Callable[..., Reading]) -> None:
    plain = "بغداد – قتل ثلاثة جنود يوم الاثنين في قصف صاروخي على قاعدة التاجي."
    marked = f"\u200f\u202b\u2067{plain}\u2069\u202c\u061c".replace("ثلاثة", "\u202aثلاثة\u2060")
    (one,), (other,) = reading(plain, "ar").incidents, reading(marked, "ar").incidents
    assert (one.killed and one.killed.low) == (other.killed and other.killed.low) == 3
    assert (one.event_type, one.places) == (other.event_type, other.places)
