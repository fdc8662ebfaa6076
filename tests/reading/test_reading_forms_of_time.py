"""Every form of time that a language's files hold means days, or openly none; it never fails."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from etl.lexicon import DATA
from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.words.language import language, languages
from etl.reading.words.text import text_of

EXAMPLES = [
    (code, example)
    for code in languages()
    for form in tomllib.loads((DATA / "languages" / code / "temporal.toml").read_text(encoding="utf-8"))["form"]
    for example in form["examples"]
]
DAY = date(2020, 3, 12)
EVENT = Days(date(2020, 3, 8), date(2020, 3, 8), "day", "explicit")


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_a_form_is_reckoned_with_and_without_a_day_to_count_from(code: str, example: str) -> None:
    spoken = language(code)
    text = text_of(example)
    found = spoken.temporal.find(text, 0, len(text.plain), spoken.tokens_of(text.folded).words)
    for published in (DAY, None):
        for event in (EVENT, None):
            days = [days_of(one, published, event) for one in found]
            assert all(one is None or one.start is None or one.start <= one.end for one in days)


def test_a_day_of_this_month_lies_in_the_month_of_publication() -> None:
    spoken = language("fr")
    text = text_of("le 5 de ce mois")
    (found,) = spoken.temporal.find(text, 0, len(text.plain), spoken.tokens_of(text.folded).words)
    days = days_of(found, DAY, None)
    assert days is not None
    assert days.start == days.end == date(2020, 3, 5)
