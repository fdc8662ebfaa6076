"""Who did it, where no file knows the group: names announced as a group's, nations, agencies, crowds."""

from __future__ import annotations

from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Report


def told(text: str, language: str) -> set[tuple[str, str | None]]:
    _, incidents, _, _ = read_report(Report("r", "s", "s", language, "", text, date(2021, 3, 5)))
    return {(who.actor, who.stance) for incident in incidents for who in incident.attributions}


@pytest.mark.parametrize(
    ("language", "text", "actor", "stance"),
    [
        ("en", "A bomb killed two people in Gao on Monday. A group calling itself Saraya Noor claimed responsibility.",
         "Saraya Noor", "claimed"),
        ("fr", "Une bombe a tué deux personnes à Gao lundi. Un groupe nommé Saraya Noor a revendiqué l'attentat.",
         "Saraya Noor", "claimed"),
        ("es", "Una bomba mató a dos personas en Gao el lunes. Un grupo llamado Saraya Noor reivindicó el atentado.",
         "Saraya Noor", "claimed"),
        ("en", "Rockets hit a market in Aden on Monday. The Red Valley Brigades denied any role.",
         "Red Valley Brigades", "denied"),
        ("en", "Israeli air strikes on Damascus killed four soldiers on Monday.", "Israeli", "stated"),
        ("fr", "Des frappes turques sur Afrin ont fait trois morts lundi.", "turques", "stated"),
        ("fr", "Les services antiterroristes ont mené lundi un raid à Tunis et arrêté deux hommes.",
         "services antiterroristes", "stated"),
        ("en", "Demonstrators stormed the embassy of Sweden in Baghdad on Monday.", "Demonstrators", "stated"),
    ],
)  # fmt: skip
def test_who_is_told_by_a_name_in_no_file_or_by_description(language: str, text: str, actor: str, stance: str) -> None:
    assert (actor, stance) in told(text, language)


def test_the_nation_of_what_was_hit_did_not_do_it() -> None:
    assert told("Rockets struck Iraqi bases near Taji on Monday.", "en") == set()


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed on Friday when a rocket fired from Syria struck Kilis, Turkey.",
        "A car bomb exploded in Azaz, near the border with Turkey, on Friday, killing four.",
    ],
)
def test_a_country_fired_from_or_bordered_on_does_nothing(text: str) -> None:
    assert not told(text, "en")


def test_a_nation_whose_drone_strikes() -> None:
    text = "The Lebanese army said an Israeli drone had targeted a car in Tyre on Friday, killing two people."
    assert told(text, "en") == {("Israeli", "stated")}
