"""A text set in capitals is read as the same text in ordinary print."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from etl.pipeline.intake import read_report
from etl.reading.scan.recasing import as_printed
from etl.reading.words.language import language
from etl.records import PlaceMention, Report

TEXT = (
    "LIMA, 4 MAR 90 (EFE) -- [TEXT] THE MAYOR OF AYACUCHO, GUILLERMO QUISPE,\nWAS MURDERED YESTERDAY IN A "
    "RESTAURANT IN\nAYACUCHO.  TWO POLICEMEN WERE WOUNDED.\n\n   SHINING PATH [SL] CLAIMED\nRESPONSIBILITY "
    "FOR THE MURDER."
)


def _nowhere(_text: str, _language: str) -> list[PlaceMention]:
    return []


def test_small_letters_come_back_to_ordinary_words_only() -> None:
    printed = as_printed(TEXT, language("en"), _nowhere)
    assert "The mayor of Ayacucho, Guillermo Quispe, was murdered yesterday in a restaurant in Ayacucho." in printed
    assert "Shining Path [SL] claimed" in printed
    assert printed.startswith("LIMA, 4 MAR 90 (EFE) -- [TEXT] The")


def test_a_text_in_capitals_tells_what_it_tells_in_ordinary_print() -> None:
    printed = as_printed(TEXT, language("en"), _nowhere)
    shouted, plain = (
        read_report(Report(name, "test", "", "en", "", text, date(1990, 3, 4)))[1]
        for name, text in (("shouted", TEXT), ("plain", printed))
    )
    assert len(shouted) == len(plain) == 1
    assert shouted[0].country == plain[0].country == "PE"
    assert [one.killed and one.killed.best for one in (*shouted, *plain)] == [1, 1]
    assert shouted[0].date_start == plain[0].date_start == date(1990, 3, 3)
    assert "AYACUCHO" in shouted[0].places
    assert any("GUILLERMO QUISPE" in target for target in shouted[0].targets)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=300).map(str.upper))
def test_offsets_hold_whatever_the_text(text: str) -> None:
    printed = as_printed(text, language("en"), _nowhere)
    assert len(printed) == len(text)
    assert printed.casefold().split() == text.casefold().split()


def test_the_victim_named_again_is_no_second_incident() -> None:
    text = (
        "BOGOTA, 3 AUG 89 (EFE) -- [TEXT] GUSTAVO BARILLAS, A UNION LEADER, WAS SHOT DEAD TODAY IN CALI.\n\n"
        "   ANOTHER LEADER, TOMAS HERRADA, WAS KIDNAPPED IN BOGOTA ON MONDAY.\n\n"
        "   BARILLAS WAS MURDERED AS HE LEFT HIS HOME, POLICE SAID."
    )
    incidents = read_report(Report("named", "test", "", "en", "", text, date(1989, 8, 3)))[1]
    assert [one.event_type for one in incidents] == ["armed_attack", "abduction"]
    assert {one.country for one in incidents} == {"CO"}
    assert len(incidents[0].evidence["incident"]) == 2


def test_ages_and_plates_are_no_tolls() -> None:
    text = (
        "BOGOTA, 3 AUG 89 (EFE) -- [TEXT] GUSTAVO HERRADA, 48, WAS SHOT DEAD TODAY BY MEN IN A VEHICLE WITH LICENSE "
        "PLATES ME-7847."
    )
    (one,) = read_report(Report("age", "test", "", "en", "", text, date(1989, 8, 3)))[1]
    assert one.killed is not None
    assert one.killed.best == 1
    assert (one.places, one.country) == (("BOGOTA",), "CO")
