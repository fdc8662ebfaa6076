"""Expressions of time become intervals no sharper than they are told."""

from datetime import date

import pytest

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.words.language import language
from etl.reading.words.text import text_of

SUNDAY = date(2020, 7, 5)
EVENT = Days(date(2020, 6, 30), date(2020, 6, 30), "day", "explicit")


def days(code: str, words: str, published: date | None = SUNDAY) -> tuple[str | None, str, str] | None:
    text = text_of(words)
    found = language(code).temporal.find(text, 0, len(text.plain), language(code).tokens_of(text.folded).words)
    one = days_of(found[0], published, EVENT) if found else None
    return None if one is None else (str(one.start), str(one.end), one.precision)


@pytest.mark.parametrize(
    ("code", "words", "wanted"),
    [
        ("en", "on Saturday night", ("2020-07-04", "2020-07-04", "day")),
        ("en", "on Sunday", ("2020-07-05", "2020-07-05", "day")),
        ("en", "overnight", ("2020-07-04", "2020-07-05", "days")),
        ("en", "in late June", ("2020-06-21", "2020-06-30", "days")),
        ("en", "in March", ("2020-03-01", "2020-03-31", "month")),
        ("en", "in December", ("2019-12-01", "2019-12-31", "month")),
        ("en", "on 31 December", ("2019-12-31", "2019-12-31", "day")),
        ("en", "two days ago", ("2020-07-03", "2020-07-03", "day")),
        ("en", "two weeks ago", ("2020-06-21", "2020-06-27", "week")),
        ("en", "last week", ("2020-06-28", "2020-07-04", "week")),
        ("en", "the next day", ("2020-07-01", "2020-07-01", "day")),
        ("en", "three days earlier", ("2020-06-27", "2020-06-27", "day")),
        ("en", "the same night", ("2020-06-30", "2020-06-30", "day")),
        ("en", "in 2017", ("2017-01-01", "2017-12-31", "year")),
        ("fr", "dans la nuit de samedi à dimanche", ("2020-07-04", "2020-07-05", "days")),
        ("fr", "hier soir", ("2020-07-04", "2020-07-04", "day")),
        ("fr", "fin juin", ("2020-06-21", "2020-06-30", "days")),
        ("fr", "au début du mois", ("2020-07-01", "2020-07-10", "days")),
        ("fr", "le 1er mai 2019", ("2019-05-01", "2019-05-01", "day")),
        ("fr", "la veille", ("2020-06-29", "2020-06-29", "day")),
        ("fr", "il y a trois jours", ("2020-07-02", "2020-07-02", "day")),
    ],
)
def test_days(code: str, words: str, wanted: tuple[str, str, str]) -> None:
    assert days(code, words) == wanted


def test_nothing_is_reckoned_from_an_unknown_day_of_publication() -> None:
    assert days("en", "yesterday", None) is None
    assert days("en", "5 July 2020", None) == ("2020-07-05", "2020-07-05", "day")


def test_a_day_that_does_not_exist_is_no_day() -> None:
    assert days("en", "31 February 2020") is None
