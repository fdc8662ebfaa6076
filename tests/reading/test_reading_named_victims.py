"""Victims who tell murders apart, bodies that are attacked, quarters told later, numbers that count things."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

import pytest

from etl.reading import read
from etl.records import PlaceMention, Reading, Report, Span

Read = Callable[..., Reading]


def test_another_victim_is_another_murder_whatever_its_article(reading: Read) -> None:
    text = (
        "After the assassination of Senator Piet Visser in Gao on Friday, judges went on strike. "
        "Their colleagues had resigned over the assassination of Judge Anna Muster in Bria."
    )
    first, second = reading(text).incidents
    assert (first.places[0], second.places[0]) == ("Gao", "Bria")
    assert any("Muster" in target for target in second.targets)


def test_the_same_victim_is_the_same_murder(reading: Read) -> None:
    text = "Senator Piet Visser was murdered in Gao on Friday. The murder of Visser shocked the town."
    assert len(reading(text).incidents) == 1


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("The government condemned the attack against UNIHELP in Gao on Friday.", "UNIHELP"),
        ("Gunmen attacked Radio Sur in Gao on Friday.", "Radio Sur"),
        ("The barons threatened on Friday in Gao to murder ten judges.", "judges"),
    ],
)
def test_who_is_attacked_or_threatened_is_a_target(reading: Read, text: str, target: str) -> None:
    (incident,) = reading(text).incidents
    assert any(target in told for told in incident.targets)


def test_a_town_attacked_is_no_body(reading: Read) -> None:
    (incident,) = reading("Rebels attacked Gao on Friday.").incidents
    assert incident.places == ("Gao",)


def test_a_quarter_told_later_stands_before_its_town(reading: Read) -> None:
    text = "Gunmen shot dead General Piet Visser in Gao on Friday. The murder took place in the Alta neighbourhood."
    (incident,) = reading(text).incidents
    assert incident.places == ("Alta", "Gao")


def test_a_total_of_things_counts_nobody(reading: Read) -> None:
    text = "A judge and two guards were murdered in Gao on Friday. A total of 55 rounds hit the car."
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert incident.killed.best == 3


def test_nobody_told_after_a_passive_and_with_and_is_hurt(reading: Read) -> None:
    text = "A bomb exploded in Gao on Friday. Nobody was injured and Piet Visser has left for Bria, the police said."
    (incident,) = reading(text).incidents
    assert not any("Visser" in told for told in incident.targets)


def test_a_failed_killing_kills_nobody(reading: Read) -> None:
    text = "The attempted assassination of General Piet Visser in Gao on Friday was condemned."
    (incident,) = reading(text).incidents
    assert incident.killed is None


def test_whose_house_it_is_is_no_place(reading: Read) -> None:
    (incident,) = reading("Gunmen attacked the residence of Arthur Muster in Gao on Friday.").incidents
    assert "Arthur Muster" not in incident.places


def _places(text: str, language: str) -> Sequence[PlaceMention]:
    assert language
    told = [("Paris", "town", ("FR",)), ("Kenya", "country", ("KE",)), ("Kenyan", "demonym", ("KE",))]
    return [
        PlaceMention(Span(*match.span()), name, kind, countries)
        for name, kind, countries in told
        for match in re.finditer(rf"\b{name}\b", text)
    ]


@pytest.mark.parametrize(
    ("victim", "place"), [("Kenyan senator Piet Visser", "Kenya"), ("Kenyan tourist Piet Visser", "Paris")]
)
def test_somebody_in_office_was_killed_at_home_if_nothing_tells_where(victim: str, place: str) -> None:
    text = (
        "Paris, July 4 (AG) - The foreign minister praised the aid that has been sent to Kenya.\n\n"
        f"The murder of the {victim} on Friday had shocked him, he wrote."
    )
    report = Report("t:1", "test", "Test", "en", "", text, date(2020, 7, 5))
    (incident,) = read(report, _places).incidents
    assert incident.places == (place,)


def test_who_only_tells_what_others_did_claims_nothing(reading: Read) -> None:
    (incident,) = reading("The army said that rebels had attacked a convoy near Gao on Friday.").incidents
    assert [(one.actor, one.stance) for one in incident.attributions] == [("rebels", "stated")]
    (incident,) = reading("The rebels said that they had attacked a convoy near Gao on Friday.").incidents
    assert [one.stance for one in incident.attributions] == ["claimed"]
