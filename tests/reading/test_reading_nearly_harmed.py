"""What a text only seems to tell: those almost killed, hours beside the dead, days of statements, parts of names."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

SUNDAY = date(2020, 7, 5)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A diplomat was nearly killed on Friday when a bomb exploded in Baghdad."),
        ("en", "A senator narrowly escaped being killed on Friday when a bomb exploded in Baghdad."),
        ("fr", "Un juge a failli être tué vendredi par l'explosion d'une bombe à Bagdad."),
    ],
)
def test_those_almost_killed_are_not_counted(reading: Callable[..., Reading], language: str, text: str) -> None:
    (bombing,) = reading(text, language).incidents
    assert bombing.killed is None


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("A bomb exploded in Kirkuk at approximately 1100, killing the mayor and a guard.", 2),
        ("Two missionaries, aged 19 and 21, were shot to death on Friday in Kirkuk.", 2),
        ("Two engineers were kidnapped and later killed near Kirkuk on Friday.", 2),
        ("A judge was murdered in Kirkuk on Friday. A total of 17,000 judges stopped work for two hours.", 1),
    ],
)
def test_hours_ages_and_colleagues_are_not_counted(reading: Callable[..., Reading], text: str, killed: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert incident.killed.high == killed


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The party today demanded an inquiry into the murder of the mayor in Kirkuk.", None),
        ("Forty judges might resign next week to protest the murder of a colleague in Kirkuk.", None),
        ("The government revealed the results of the inquiry into Friday's murder of the mayor in Kirkuk.", 3),
        ("The bishop condemned the murder of the mayor in Kirkuk on Friday.", 3),
    ],
)
def test_the_day_on_which_a_murder_was_spoken_of_is_not_its_own(
    reading: Callable[..., Reading], text: str, end: int | None
) -> None:
    (murder,) = reading(text).incidents
    assert murder.date_start == (date(2020, 7, end) if end else None)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Gunmen shot three farmers dead in Bria de la Reina on Friday.", "Bria de la Reina"),
        ("Gunmen shot three farmers dead in Bria del Gao on Friday.", "Bria del Gao"),
        ("Gunmen shot three farmers dead in Bria on Friday.", "Bria"),
    ],
)
def test_a_name_that_goes_on_is_whole(reading: Callable[..., Reading], text: str, place: str) -> None:
    (attack,) = reading(text).incidents
    assert place in attack.places


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen fired at Sanchez's car on Friday, killing Mauricio Sanchez.",
        "A bomb exploded at the OAS headquarters on Friday and killed two guards.",
    ],
)
def test_owners_and_initials_are_no_places(reading: Callable[..., Reading], text: str) -> None:
    (incident,) = reading(text).incidents
    assert not any("Sanchez" in place or place == "OAS" for place in incident.places)
