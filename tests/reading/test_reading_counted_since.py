"""Deaths counted over months are no incident, and never the toll of one told beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

ACT = "Gunmen killed two guards in Gao on Saturday. "
COUNTED = [
    "Almost 1,000 people have been killed since the army launched its offensive in April.",
    "Since January, 40 soldiers and 12 officers have been killed in Mali.",
    "Since October, 27 soldiers and more than 160 villagers have lost their lives in what some call an uprising.",
    "June has been the deadliest month since 2001, with 75 dead.",
    "It brings to 75 the number of soldiers killed this year.",
]


@pytest.mark.parametrize("told", COUNTED)
def test_what_is_counted_since_a_month_is_no_toll_of_the_act_beside_it(
    reading: Callable[..., Reading], told: str
) -> None:
    (incident,) = reading(ACT + told, "en").incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (2, 2)


def test_those_killed_before_something_else_happened_are_counted(reading: Callable[..., Reading]) -> None:
    (incident,) = reading("Twelve people were killed in Gao on Friday before police shot the attacker.", "en").incidents
    assert incident.killed is not None
    assert incident.killed.low == 12


PLAIN = [
    ("The mayor of Bria and his driver were seized at a checkpoint on Friday.", "abduction"),
    ("A judge was seized by gunmen on his way to work in Bria on Friday.", "abduction"),
    ("The hospital in Bria was hit from the air on Friday; nine patients died.", "air_strike"),
    ("The army sent jets against two camps near Bria on Friday.", "air_strike"),
    ("Vandals cut the pipeline near Bria on Friday.", "sabotage"),
]


@pytest.mark.parametrize(("text", "kind"), PLAIN)
def test_plain_acts_are_read_for_what_they_are(reading: Callable[..., Reading], text: str, kind: str) -> None:
    (incident,) = reading(text, "en").incidents
    assert incident.event_type == kind
