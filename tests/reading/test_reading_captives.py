"""Captives found dead, what explosions damaged in lists, and names that are no places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("The farmer, who was kidnapped on 2 June in Gao, was found dead on Saturday.", 1),
        ("Two aid workers were abducted in Gao on Monday. They were found shot dead on Friday.", 2),
        ("The body of a teacher who was kidnapped on 28 June in Gao was found on Friday.", 1),
        ("Three miners were abducted in Gao on Monday and have not been heard of.", None),
    ],
)
def test_captives_found_dead_are_dead_of_their_abduction(reading: Read, text: str, killed: int | None) -> None:
    (incident,) = reading(text).incidents
    assert incident.event_type == "abduction"
    assert (incident.killed.best if incident.killed else None) == killed


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("A blast on Friday in Gao damaged a bakery, two parked cars and a travel agency.",
         ("bakery", "two parked cars", "travel agency")),
        ("A bomb went off in Gao on Friday, destroying two drugstores and a museum.", ("drugstores", "museum")),
        ("A bomb was thrown at the house of the mayor in Gao on Friday.", ("house",)),
        ("A car bomb exploded on Friday in Gao next to a minibus.", ("minibus",)),
    ],
)  # fmt: skip
def test_what_an_explosion_damaged_is_told_whole(reading: Read, text: str, targets: tuple[str, ...]) -> None:
    (incident,) = reading(text).incidents
    assert incident.targets == targets


def test_a_surname_is_no_place(reading: Read) -> None:
    text = "Colonel Sigifredo Erbil spoke on Friday. Erbil condemned the murder of six monks in Gao on 3 July."
    assert [one.places for one in reading(text).incidents] == [("Gao",)]


def test_who_speaks_in_an_interview_is_no_place(reading: Read) -> None:
    text = "[Erbil] The murder of the senator in Gao on Friday has shocked us all."
    (incident,) = reading(text).incidents
    assert incident.places == ("Gao",)
