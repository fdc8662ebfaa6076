"""Days that are told by other days: two acts with an offset between them, datelines, years told beside a month."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]
SUNDAY = date(2020, 7, 5)


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("en", "Two policemen were shot dead in Goma on Tuesday, a day after a bomber killed nine people in Bria.", 29),
        ("en", "A mine killed two soldiers near Gao on Tuesday, hours after gunmen attacked a post in Goma.", 30),
        ("fr", "Deux policiers ont été tués mardi à Gao, un jour après un attentat qui a fait neuf morts à Goma.", 29),
        (
            "es",
            "Dos policías murieron a tiros el martes en Gao, un día después de que una bomba matara a nueve en Goma.",
            29,
        ),
        ("ar", "قتل شرطيان بالرصاص في Gao يوم الثلاثاء، بعد يومين من مقتل تسعة أشخاص في تفجير في Goma.", 28),
    ],
)
def test_an_act_behind_an_offset_is_one_of_its_own_on_its_own_day(
    language: str, text: str, day: int, reading: Read
) -> None:
    days = [one.date_start for one in reading(text, language, SUNDAY).incidents]
    assert days == [date(2020, 6, 30), date(2020, 6, day)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A bomb killed five people in Kabul on Monday, two days after the president took his oath."),
        ("fr", "Une bombe a tué cinq personnes lundi à Kabul, trois jours après l'investiture du président."),
        (
            "es",
            "Una bomba mató el lunes a cinco personas en Kabul, dos días después de que el presidente jurara el cargo.",
        ),
    ],
)
def test_what_is_no_act_gives_no_day(language: str, text: str, reading: Read) -> None:
    (only,) = reading(text, language, SUNDAY).incidents
    assert (only.date_start, only.date_end) == (date(2020, 6, 29), date(2020, 6, 29))


def test_an_offset_from_an_act_told_before_still_dates_what_follows(reading: Read) -> None:
    told = reading(
        "A bomb killed five people in Kabul on Monday. Two days after the blast, gunmen shot a judge in Gao."
    )
    assert [one.date_start for one in told.incidents] == [date(2020, 6, 29), date(2020, 7, 1)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("es", "Kabul, 3 jul (EFE).- Dos soldados murieron hoy en un ataque en Gao.", date(2020, 7, 3)),
        ("en", "KABUL, July 4 (Agency) - Two soldiers were killed in an attack in Gao on Saturday.", date(2020, 7, 4)),
        ("fr", "KABUL, 4 juillet (AFP) - Deux soldats ont été tués hier dans une attaque à Gao.", date(2020, 7, 3)),
        ("es", "Kabul, 12 may (EFE).- Dos soldados murieron hoy en un ataque en Gao.", SUNDAY),
        ("en", "KABUL (Agency) - Two soldiers were killed in an attack in Gao today.", SUNDAY),
    ],
)
def test_relative_words_count_from_a_dateline_shortly_before(
    language: str, text: str, day: date, reading: Read
) -> None:
    assert [one.date_start for one in reading(text, language, SUNDAY).incidents] == [day]


def test_a_year_told_beside_a_month_holds_for_it(reading: Read) -> None:
    (only,) = reading("En mayo del año anterior, 16 personas fueron asesinadas en Gao.", "es", SUNDAY).incidents
    assert (only.date_start, only.date_end) == (date(2019, 5, 1), date(2019, 5, 31))


def test_a_day_behind_an_offset_and_a_comma_is_the_day(reading: Read) -> None:
    text = (
        "El viernes, 18 reos fueron asesinados en Gao. Una semana antes, el 24 de junio, otros cinco murieron en Goma."
    )
    assert [one.date_start for one in reading(text, "es").incidents] == [date(2020, 7, 3), date(2020, 6, 24)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Gunmen attacked farmers near Gao on Monday and killed three of them."),
        ("es", "Hombres armados atacaron el lunes a campesinos cerca de Gao y mataron a tres de ellos."),
    ],
)
def test_some_of_them_are_a_toll_where_a_verb_befell_them(language: str, text: str, reading: Read) -> None:
    (only,) = reading(text, language, SUNDAY).incidents
    assert [only.killed and only.killed.low] == [3]


def test_words_that_only_begin_with_the_letters_of_the_article_are_whole(reading: Read) -> None:
    told = reading("انفجرت ألغام في قافلة قرب Gao يوم السبت فقتل ثلاثة جنود.", "ar", SUNDAY)
    assert [one.weapons for one in told.incidents] == [("ألغام",)]
