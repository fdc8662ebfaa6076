"""What parts of a sentence share and what they do not: places, days, victims, means. A counter-example a rule."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Incident, Reading

Read = Callable[..., Reading]


def place(one: Incident) -> str:
    return one.places[0] if one.places else ""


def killed(one: Incident) -> int | None:
    return one.killed.low if one.killed else None


def test_a_sentence_parts_right_before_its_new_day(reading: Read) -> None:
    text = "On Monday a bomb killed a colonel and a judge in Gao, and on Tuesday gunmen killed a priest in Kabul."
    first, second = reading(text).incidents
    assert (killed(first), place(first)) == (2, "Gao")
    assert (killed(second), place(second)) == (1, "Kabul")


def test_but_with_a_day_of_its_own_begins_anew(reading: Read) -> None:
    text = "A bomb wounded three in Gao, but last month a soldier was killed in an ambush."
    first, second = reading(text).incidents
    assert (killed(first), killed(second)) == (None, 1)
    assert second.date_start == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A rocket hit a depot near Gao, where Kenya soldiers are stationed, on Friday.", "Gao"),
        ("An officer at the command in Kabul said that a bomb killed two people in Gao on Friday.", "Gao"),
        ("On Friday a bomb killed two people in Kabul, police said.", "Kabul"),
        ("A bomb killed two officers in Kabul said to have led the unit.", "Kabul"),
    ],
)
def test_whose_people_and_where_speakers_sit_is_no_place(reading: Read, text: str, wanted: str) -> None:
    (one,) = reading(text).incidents
    assert wanted in one.places[0]
    assert "Kenya" not in one.places
