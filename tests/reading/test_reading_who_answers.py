"""English: those of no file who claim or deny, governments held responsible, those in custody."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("told", "who", "stance"),
    [
        ("In a leaflet the Sons of Galilee took credit.", "Sons of Galilee", "claimed"),
        ("General Dostum denied that his forces had been involved.", "General Dostum", "denied"),
        ("Its neighbour holds Mali's government responsible.", "Mali's government", "accused"),
        ("Villagers said the army had done it.", "army", "accused"),
        ("Witnesses identified the attackers as members of the Janjaweed militia.", "Janjaweed", "accused"),
        ("Police blamed a splinter group of Jemaah Tauhid.", "Jemaah Tauhid", "accused"),
    ],
)
def test_who_claims_denies_or_is_blamed(reading: Read, told: str, who: str, stance: str) -> None:
    (incident,) = reading(f"Rockets killed nine villagers in Metula on Friday. {told}").incidents
    assert [(one.actor, one.stance) for one in incident.attributions] == [(who, stance)]


def test_an_office_that_denies_a_report_is_no_doer(reading: Read) -> None:
    text = "A bomb killed two in Gao on Friday. The minister denied reports that more had died."
    (incident,) = reading(text).incidents
    assert incident.attributions == ()


@pytest.mark.parametrize(
    ("text", "detained"),
    [
        ("A bomb killed nine people in Nice on Friday and eleven suspects are in custody.", 11),
        ("Gunmen killed nine people in Nice on Friday. Three men were taken into custody.", 3),
    ],
)
def test_those_in_custody_are_detained_and_not_dead(reading: Read, text: str, detained: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert incident.killed.best == 9
    assert incident.detained is not None
    assert incident.detained.best == detained


def test_who_is_told_by_a_place_is_no_place_that_was_hit(reading: Read) -> None:
    (incident,) = reading("A bank manager was shot dead at his door in Crossmaglen on Friday.").incidents
    assert incident.targets == ("bank manager",)
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_helpers_in_the_air_make_no_strike_of_an_attack_on_the_ground(reading: Read) -> None:
    (incident,) = reading("Rebels supported by helicopters attacked a barracks in Gao on Friday.").incidents
    assert incident.event_type == "armed_attack"
    assert [one.actor for one in incident.attributions] == ["Rebels"]


def test_a_numbered_item_keeps_the_day_that_heads_it(reading: Read) -> None:
    text = "1. 26 June: gunmen attacked a village near Gao.\n\n2. 23 June: a drone struck a lorry near Bankass."
    days = [incident.date_start.day for incident in reading(text).incidents if incident.date_start]
    assert days == [26, 23]
