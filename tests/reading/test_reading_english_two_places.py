"""English: one sentence that tells of two places, who says it did so, days that own a noun, sport and markets."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Gunmen killed 14 people in Gao and three in Kidal on Saturday.", {("Gao", 14), ("Kidal", 3)}),
        (
            "Nineteen people were killed on Saturday in two attacks in Mali: 12 in Bandiagara and seven in Koro.",
            {("Bandiagara", 12), ("Koro", 7)},
        ),
    ],
)
def test_a_number_for_each_place(reading: Read, text: str, told: set[tuple[str, int]]) -> None:
    incidents = reading(text).incidents
    assert {(one.places[0], one.killed and one.killed.low) for one in incidents} == told
    assert len({one.date_start for one in incidents}) == 1


def test_the_dead_in_one_place_and_the_wounded_in_another(reading: Read) -> None:
    dead, hurt = sorted(
        reading("Gunmen killed 14 people in Gao on Saturday and wounded three in Kidal.").incidents,
        key=lambda one: one.places,
    )
    assert dead.killed is not None
    assert dead.killed.low == 14
    assert dead.wounded is None
    assert hurt.wounded is not None
    assert hurt.wounded.low == 3
    assert hurt.killed is None


@pytest.mark.parametrize(
    "text",
    [
        "Liverpool attacked from the start and were hit on the counter-attack in a 2-1 defeat on Saturday.",
        "Shares in the airline were hit on Friday after the strike by pilots entered its second week.",
    ],
)
def test_sport_and_markets_are_no_acts(reading: Read, text: str) -> None:
    assert not reading(text).incidents


def test_a_day_that_owns_an_attack_is_its_day(reading: Read) -> None:
    text = "The junta blamed the rebels for Wednesday's massacre of 25 civilians in Nouna."
    (incident,) = reading(text).incidents
    assert incident.date_start == incident.date_end is not None
    assert incident.killed is not None
    assert incident.killed.low == 25


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Residents lynched two thieves in Goma on Friday and burned their bodies.", 2),
        ("Nine farmers had their throats slit in a field near Gao on Friday.", 9),
        ("Rebels shot down a helicopter near Gao on Friday, killing two pilots.", 2),
    ],
)
def test_people_killed_by_hand_and_aircraft_shot_down(reading: Read, text: str, killed: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.event_type == "armed_attack"
    assert incident.killed is not None
    assert incident.killed.low == killed
