"""A part of a country is a place, and did nothing; a weapon that is called as a pit is none."""

from __future__ import annotations

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Report


def only(text: str, language: str = "en") -> Incident:
    (incident,) = read_report(Report("r", "s", "s", language, "", text))[1]
    return incident


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Militants attacked a camp near Barawe in southern Somalia on Thursday.", ["Militants"]),
        ("In northern Nigeria, bandits burned a school near Kankara on Monday.", ["bandits"]),
        ("A bomb exploded in Bhojpur, in eastern Nepal, on Tuesday, wounding two policemen.", []),
    ],
)
def test_the_part_of_a_country_in_which_it_happened_is_nobody_who_did_it(text: str, actors: list[str]) -> None:
    assert [who.actor for who in only(text).attributions] == actors


def test_a_country_that_acts_is_told_as_an_actor() -> None:
    assert [who.actor for who in only("Iran fired six missiles at a base near Erbil on Monday.").attributions] == [
        "Iran"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Three soldiers died on Monday when a mine exploded near Menaka.",
        "Two farmers were killed on Monday when a landmine went off near Kidal.",
    ],
)
def test_a_mine_that_explodes_is_not_what_was_hit(text: str) -> None:
    assert not {"mine", "landmine"} & set(only(text).targets)
