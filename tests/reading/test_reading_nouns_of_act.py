"""Whom and what an act told by a noun befell, things told in a list, and harm that was only tried."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The attack against Attorney General Piet Visser took place on Friday in Gao.", "Piet Visser"),
        ("The group claimed the attack on Piet Visser, the second in command, in Gao on Friday.", "Piet Visser"),
        ("Rebels carried out an attack on former minister General Piet Visser in Gao on Friday.", "Piet Visser"),
        ("The attack on Friday in Gao against police chief Piet Visser was claimed by rebels.", "Piet Visser"),
        ("Officials condemned Senator Piet Visser's murder in Gao on Friday.", "Senator Piet Visser"),
        ("Rebels blew up a section of the northern pipeline near Gao on Friday.", "northern pipeline"),
        ("Saboteurs placed a bomb in the offices of a power company in Gao on Friday.", "offices"),
        ("The bishop accused the army of bombing the old school in Gao on Friday.", "school"),
    ],
)
def test_whom_a_noun_of_act_befell_is_a_target(reading: Read, text: str, target: str) -> None:
    (incident,) = reading(text).incidents
    assert any(target in told for told in incident.targets)


def test_a_possessive_murder_counts_its_victim(reading: Read) -> None:
    (incident,) = reading("Officials condemned Senator Piet Visser's murder in Gao on Friday.").incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


def test_a_list_goes_on_with_what_was_hit(reading: Read) -> None:
    (incident,) = reading("Rebels attacked the town hall, a bank and the post office in Gao on Friday.").incidents
    assert [told.split()[-1] if " in " not in told else told.split()[1] for told in incident.targets] == [
        "hall", "bank", "office",
    ]  # fmt: skip


def test_an_apposition_is_no_further_target(reading: Read) -> None:
    (incident,) = reading("Rockets hit Camp Taji, a base north of the town, on Friday.").incidents
    assert not any("base" in told for told in incident.targets)


def test_a_list_ends_before_a_verb_of_its_own(reading: Read) -> None:
    (incident,) = reading("Rebels attacked the town hall and the bank was closed in Gao on Friday.").incidents
    assert not any("bank" in told for told in incident.targets)


def test_armed_people_who_destroy_things_commit_sabotage(reading: Read) -> None:
    (incident,) = reading("The rebels also destroyed a telephone exchange in Gao on Friday.").incidents
    assert (incident.event_type, incident.status) == ("sabotage", "carried_out")
    assert not reading("The flood destroyed a telephone exchange in Gao on Friday.").incidents


def test_who_was_only_to_be_killed_is_not_counted(reading: Read) -> None:
    (incident,) = reading("Gunmen tried to kill General Piet Visser in Gao on Friday.").incidents
    assert incident.status == "foiled"
    assert incident.killed is None or incident.killed.best == 0


def test_a_title_without_an_article_is_an_object(reading: Read) -> None:
    (incident,) = reading("Two men on a motorcycle shot dead journalist Anna Muster in Gao on Friday.").incidents
    assert incident.killed is not None
    assert incident.killed.best == 1


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed the minister Gao on Friday.",
        "Gunmen shot dead Gao Rodrigo on Friday.",
        "Gunmen murdered Piet Visser on Friday, Radio Gao reported.",
    ],
)
def test_a_name_that_somebody_bears_is_no_place(reading: Read, text: str) -> None:
    (incident,) = reading(text).incidents
    assert incident.places == ()
