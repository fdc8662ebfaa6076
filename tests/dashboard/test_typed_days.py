"""Whatever a reader types as a day is that day, or none."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.typed_days import typed_day


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-2", date(2020, 2, 1), date(2020, 2, 29)),
        (" 2020-03-15 ", date(2020, 3, 15), date(2020, 3, 15)),
        ("2020-13", None, None),
        ("2019-02-29", None, None),
        ("0000", None, None),
        ("yesterday", None, None),
        ("", None, None),
    ],
)
def test_a_year_or_month_stands_for_its_first_or_last_day(text: str, first: date | None, last: date | None) -> None:
    assert (typed_day(text, last=False), typed_day(text, last=True)) == (first, last)


@given(st.text() | st.from_regex(r"[0-9-]{1,12}"), st.booleans())
def test_nothing_typed_raises(text: str, last: bool) -> None:
    typed_day(text, last=last)


@given(st.dates())
def test_a_whole_day_is_itself(day: date) -> None:
    assert typed_day(day.isoformat(), last=True) == day
