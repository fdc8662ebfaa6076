"""What parts of a sentence share and what they do not: places, days, victims, means. A counter-example a rule."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.pipeline.intake import read_report
from etl.records import Incident, Reading, Report

Read = Callable[..., Reading]


def place(one: Incident) -> str:
    return one.places[0] if one.places else ""


def killed(one: Incident) -> int | None:
    return one.killed.low if one.killed else None


def test_a_sentence_parts_right_before_its_new_day(reading: Read) -> None:
    text = "On Monday a bomb killed a colonel and a judge in Gao, and on Tuesday gunmen killed a priest in Kabul."
    first, second = reading(text).incidents
    assert (killed(first), place(first)) == (2, "Gao")
    assert (killed(second), place(second)) == (1, "Kabul")


def test_but_with_a_day_of_its_own_begins_anew(reading: Read) -> None:
    text = "A bomb wounded three in Gao, but last month a soldier was killed in an ambush."
    first, second = reading(text).incidents
    assert (killed(first), killed(second)) == (None, 1)
    assert second.date_start == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A rocket hit a depot near Gao, where Kenya soldiers are stationed, on Friday.", "Gao"),
        ("An officer at the command in Kabul said that a bomb killed two people in Gao on Friday.", "Gao"),
        ("On Friday a bomb killed two people in Kabul, police said.", "Kabul"),
        ("A bomb killed two officers in Kabul said to have led the unit.", "Kabul"),
    ],
)
def test_whose_people_and_where_speakers_sit_is_no_place(reading: Read, text: str, wanted: str) -> None:
    (one,) = reading(text).incidents
    assert wanted in one.places[0]
    assert "Kenya" not in one.places


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Two bombs hit convoys on Friday, one in Gao and one in Kabul.", ["Kabul", "Gao"]),
        ("en", "On Friday rockets were fired at the market in Gao and at the airport of Kabul.", ["Kabul", "Gao"]),
        ("en", "On Friday ten rockets hit Gao, five the town of Goma.", ["Goma", "Gao"]),
        ("fr", "Deux bombes ont explosé vendredi, une à Gao et une à Goma.", ["Goma", "Gao"]),
        ("en", "On Friday rockets hit the market in Gao and a school.", ["Gao"]),
        ("en", "Officials in Gao and in Kabul said that a rocket hit Goma on Friday.", ["Goma"]),
        ("en", "On Friday a raid killed nine men in Gao and in Goma.", ["Gao"]),
    ],
)
def test_two_places_that_share_a_verb_are_two_incidents(
    reading: Read, language: str, text: str, wanted: list[str]
) -> None:
    found = reading(text, language).incidents
    assert [name for one, name in zip(found, wanted, strict=True) if name in place(one)] == wanted
    assert len({(one.event_type, one.date_start) for one in found}) == 1


def test_the_cause_of_an_act_gives_it_neither_means_nor_victims(reading: Read) -> None:
    text = "On Friday jets bombed a depot near Gao in answer to rockets on bases in Kenya, wounding three men."
    (one,) = reading(text).incidents
    assert (one.event_type, killed(one), one.wounded and one.wounded.low) == ("air_strike", None, 3)
    assert "rockets" not in one.weapons


def test_a_cause_with_its_own_harm_is_an_incident(reading: Read) -> None:
    text = "On Friday jets bombed a depot near Gao as a response to a rocket attack in which two cooks were killed."
    assert [(one.event_type, killed(one)) for one in reading(text).incidents] == [("air_strike", None), ("shelling", 2)]


def test_an_old_incident_without_a_place_inherits_none(reading: Read) -> None:
    text = "A bomb wounded three in Gao on Friday. Last year two bombs killed a colonel."
    assert [place(one) for one in reading(text).incidents] == ["Gao", ""]
    text = "A bomb wounded three near the market in Gao on Friday. Last year two bombs hit the same market."
    assert ["Gao" in place(one) for one in reading(text).incidents] == [True, True]


def test_where_a_launcher_was_found_is_where_it_was_launched(reading: Read) -> None:
    text = "Rockets hit the airport of Kabul on Friday. Nobody was killed; a launcher was found in Gao."
    (one,) = reading(text).incidents
    assert ("Kabul" in place(one), killed(one), one.launched_from) == (True, 0, ("Gao",))


def test_the_attack_of_a_named_day_goes_back_to_it(reading: Read) -> None:
    text = "On Monday rockets killed two men in Gao. On Friday a bomb went off in Goma. Nobody claimed Monday's attack."
    assert [one.event_type for one in reading(text).incidents] == ["shelling", "bombing"]


def test_an_air_strike_does_not_go_back_to_shelling(reading: Read) -> None:
    text = "Rockets killed a guard in Gao on Friday. On Sunday came the air strike in which a judge and a teacher died."
    assert [(one.event_type, killed(one)) for one in reading(text).incidents] == [("shelling", 1), ("air_strike", 2)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Engineers defused a mine near Gao on Friday.", [("bombing", "foiled")]),
        ("Two drones were shot down over Kabul on Friday, with no damage or casualties.", [("air_strike", "foiled")]),
        ("Three drones attacked Gao on Friday; guards shot down two of them.", [("air_strike", "carried_out")]),
        ("Rockets hit Gao on Friday. Police found rockets that had been defused.", [("shelling", "carried_out")]),
        ("The government shot down a bill in Kabul on Friday.", []),
    ],
)  # fmt: skip
def test_weapons_that_were_stopped(reading: Read, text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.event_type, one.status) for one in reading(text).incidents] == wanted


def test_a_weekday_in_a_name_is_no_day(reading: Read) -> None:
    (one,) = reading("A bomb killed two people in the Monday Market in Gao on Friday.").incidents
    assert one.date_start == date(2020, 7, 3)


def test_arrests_at_a_protest_belong_to_it(reading: Read) -> None:
    (one,) = reading("Police arrested 32 people at a sit-in in Gao on Friday.").incidents
    assert (one.event_type, one.detained and one.detained.low) == ("protest", 32)


def test_months_may_be_cut_short(reading: Read) -> None:
    (one,) = reading("A bomb killed two guards in Gao on Sept. 18.", published=date(2020, 10, 1)).incidents
    assert one.date_start == date(2020, 9, 18)


def test_what_is_told_of_both_holds_for_both(reading: Read) -> None:
    text = "A bomb went off in Gao on Friday. On Saturday a bomb went off in Goma. Nobody was killed in either attack."
    assert [(place(one), killed(one)) for one in reading(text).incidents] == [("Gao", 0), ("Goma", 0)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("A grenade was lobbed at a van in Gao on Friday. It did not explode.", "foiled"),
        ("Three grenades hit a van in Gao on Friday. One of them did not explode.", "carried_out"),
    ],
)
def test_it_did_not_explode(reading: Read, text: str, wanted: str) -> None:
    (one,) = reading(text).incidents
    assert one.status == wanted


def test_a_site_named_again_goes_back_to_its_incident(reading: Read) -> None:
    text = (
        "A bomb went off in the market of Gao on Friday; on Saturday gunmen stormed Goma. "
        "Doctors counted nine dead from the market."
    )
    assert {place(one): killed(one) for one in reading(text).incidents if killed(one)}.keys() <= {
        "market of Gao",
        "Gao",
    }


def test_last_tuesday_on_a_tuesday_is_a_week_ago(reading: Read) -> None:
    (one,) = reading("A bomb killed two guards in Gao last Tuesday night.", published=date(2020, 7, 7)).incidents
    assert one.date_start == date(2020, 6, 30)


def test_the_base_of_a_nation_told_before_has_no_new_place() -> None:
    text = "Drones hit a base near Kabul on Friday. On Sunday a drone attack was directed at the US base."
    found = read_report(Report("t:1", "test", "", "en", "", text, date(2020, 7, 5)))[1]
    assert ["Kabul" in place(one) for one in found] == [True, True]
