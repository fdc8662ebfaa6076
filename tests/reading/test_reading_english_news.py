"""English as newspapers write it: threats, harm told by the hospital, takings, blame, offsets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "text",
    [
        "A caller told the airport of Lyon on Friday that a bomb would go off in the terminal.",
        "Leaflets found in Gao on Monday say that the bridge will be blown up unless the army leaves.",
        "A banner outside a clinic in Tumaco gave warning on Sunday that the building would be burnt.",
        "An anonymous letter announced on Friday that the court in Palermo would be bombed.",
    ],
)
def test_who_brings_a_threat_threatens(reading: Read, text: str) -> None:
    (incident,) = reading(text).incidents
    assert incident.status == "threatened"


def test_what_a_minister_expects_is_no_threat(reading: Read) -> None:
    assert not reading("The minister said on Monday that the rebels would attack the port of Hodeidah.").incidents


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("Gunmen shot a priest in Jos on Friday; he is in intensive care.", 1),
        ("A shell hit a market in Goma on Friday. Five died and nine remain in hospital.", 9),
        ("Eleven officers were burned when a petrol bomb was thrown at a post in Cali on Friday.", 11),
        ("A grenade was thrown at a bar in Bujumbura on Friday. The owner was unhurt.", 0),
    ],
)
def test_harm_told_by_the_hospital(reading: Read, text: str, wounded: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.wounded is not None
    assert (incident.wounded.low, incident.wounded.high) == (wounded, wounded)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Youths set the jetty of the harbour in Warri alight on Friday.", "sabotage"),
        ("Three nurses whom the rebels took at the border post of Bunagana on Friday are missing.", "abduction"),
        ("Men in uniform stopped a lorry near Kosti on Friday and made off with the driver.", "abduction"),
        ("Three students were picked up in Yala on Friday.", "arrest_raid"),
        ("On Friday farmers blocked the highway near Popayan.", "protest"),
        ("The mosque in Kano was hit on Friday by a bomber on foot.", "bombing"),
        ("A roadside device tore through a bus near Herat on Friday.", "bombing"),
        ("The army took back the town of Sirte on Friday; thirty jihadists were killed.", "armed_clash"),
    ],
)
def test_acts_in_other_words(reading: Read, text: str, kind: str) -> None:
    (incident,) = reading(text).incidents
    assert incident.event_type == kind


@pytest.mark.parametrize(
    "text",
    ["Snow blocked the road to Popayan on Friday.", "Thieves made off with the cash of a shop in Lyon on Friday."],
)
def test_words_alike_tell_no_such_act(reading: Read, text: str) -> None:
    assert not [one for one in reading(text).incidents if one.event_type in ("protest", "abduction")]


@pytest.mark.parametrize(
    "text",
    [
        "Air defences destroyed two drones above Abha on Friday.",
        "A rocket fired on Friday at a tanker off Bonny fell a hundred metres wide.",
    ],
)
def test_weapons_stopped_or_wide_are_foiled(reading: Read, text: str) -> None:
    (incident,) = reading(text).incidents
    assert incident.status == "foiled"


@pytest.mark.parametrize(
    ("told", "name", "stance"),
    [
        ("His church holds the ELN to be behind it.", "ELN", "accused"),
        ("The authorities are convinced that the ELN is responsible.", "ELN", "accused"),
        ("The ELN distanced itself from the killing.", "ELN", "denied"),
        ("The ELN put out a video to take credit.", "ELN", "claimed"),
    ],
)
def test_blame_told_in_other_words(reading: Read, told: str, name: str, stance: str) -> None:
    (incident,) = reading(f"A priest was shot in Cali on Friday. {told}").incidents
    assert (name, stance) in [(one.actor, one.stance) for one in incident.attributions]


def test_deaths_since_a_year_belong_to_no_attack(reading: Read) -> None:
    text = "A bomb went off in Gao on Monday, killing two. More than 5,000 people have died in the south since 2004."
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert incident.killed.high == 2


def test_a_day_is_reckoned_from_the_attack_whose_town_is_told(reading: Read) -> None:
    text = (
        "On 20 June a bomb killed two in Mersin. On 25 June gunmen shot a judge in Izmir. "
        "In Adana a van packed with explosives was defused three days before the blast in Mersin."
    )
    assert date(2020, 6, 17) in [one.date_start for one in reading(text).incidents]


def test_hours_that_make_days_count_as_days(reading: Read) -> None:
    text = "A shop was burnt in Jos on 20 June. Forty-eight hours later gunmen shot two farmers near Bukuru."
    assert reading(text).incidents[-1].date_start == date(2020, 6, 22)


def test_what_an_offset_names_with_its_town_is_an_incident(reading: Read) -> None:
    text = (
        "A car bomb went off in Basra on Friday. The bombing came four days after the blast at the Sultan mosque in "
        "Kerbala, in which 80 people were killed."
    )
    days = [(one.date_start, one.killed.low if one.killed else None) for one in reading(text).incidents]
    assert (date(2020, 6, 29), 80) in days


def test_many_attacks_counted_are_no_attack(reading: Read) -> None:
    assert not reading("Around Kramatorsk, 49 attacks were beaten off in a day, according to the staff.").incidents


def test_where_those_sit_who_say_so_is_no_place(reading: Read) -> None:
    text = (
        "A bomb hit a convoy in Garissa on Friday. Two people died in Mandera on Saturday. "
        "The Garissa blast tore a hole in the road, the army's operations command in Paris said on Sunday."
    )
    found = reading(text).incidents
    assert [one.places[-1] for one in found] == ["Garissa", "Mandera"]


def test_a_toll_told_anew_keeps_the_day_of_its_attack(reading: Read) -> None:
    text = "The number of sailors killed by the truck bomb at the transit point in Goma on Monday now stands at 103."
    (incident,) = reading(text).incidents
    assert incident.date_start == date(2020, 6, 29)


def test_where_people_come_from_is_not_where_it_happened(reading: Read) -> None:
    text = "In Goma two policemen and a man from Garissa were shot dead on Friday."
    (incident,) = reading(text).incidents
    assert incident.places == ("Goma",)


def test_the_dead_of_a_war_are_not_those_of_the_act_that_began_it(reading: Read) -> None:
    text = "Some 900 people have died in the insurgency, which began in May 2017 when rebels raided two posts in Goma."
    (incident,) = reading(text).incidents
    assert incident.killed is None


def test_planes_of_somebody_strike_from_the_air(reading: Read) -> None:
    (incident,) = reading("Planes of the northern coalition bombed a market in Marib on Friday.").incidents
    assert incident.event_type == "air_strike"


def test_a_device_made_safe_is_foiled(reading: Read) -> None:
    (incident,) = reading("Soldiers made a device safe beside a lorry in Kirkuk on Friday.").incidents
    assert incident.status == "foiled"
