"""Which clauses are one incident, which are several, which are none: a short text and its counter-example a rule."""

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Incident, Reading

Read = Callable[..., Reading]


def told(incidents: tuple[Incident, ...]) -> list[tuple[str, str]]:
    return [(one.event_type, one.status) for one in incidents]


@pytest.mark.parametrize(
    ("language", "text", "wanted"),
    [
        ("en", "Three rockets came down beside a hotel in Kabul on Friday.", ["shelling"]),
        ("en", "Prices came down in Kabul on Friday.", []),
        ("en", "More than a dozen ballistic missiles were launched at Marib on Friday.", ["shelling"]),
        ("en", "A new phone was launched in Kabul on Friday.", []),
        ("en", "The port of Kabul was the target of two drones on Friday.", ["air_strike"]),
        ("fr", "Deux obus se sont abattus vendredi sur Goma.", ["shelling"]),
        ("fr", "La pluie s'est abattue vendredi sur Goma.", []),
        ("fr", "La base de Gao a reçu vendredi trois roquettes.", ["shelling"]),
        ("fr", "Le ministre a reçu vendredi à Gao trois ambassadeurs.", []),
        ("fr", "Vendredi, des drones s'en sont pris à un dépôt à Marib.", ["air_strike"]),
    ],
)
def test_words_of_arrival_need_a_weapon(reading: Read, language: str, text: str, wanted: list[str]) -> None:
    assert [one.event_type for one in reading(text, language).incidents] == wanted


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Bases in Mali have been attacked at least nine times in six weeks."),
        ("en", "Mortars have been fired at the camp in Gao for months."),
        ("en", "Attacks on convoys in Mali have become more frequent."),
        ("en", "Nearly three dozen rocket attacks have hit Sderot since October."),
        ("fr", "Les convois sont souvent visés à la roquette à Gao."),
        ("fr", "Deux attaques semblables avaient visé Gao en avril et en mai."),
        ("fr", "Depuis le 3 mai, dix autres ont tué un soldat à Gao."),
    ],
)
def test_what_happens_often_is_a_remark(reading: Read, language: str, text: str) -> None:
    read = reading(text, language)
    assert (read.incidents, {remark.kind for remark in read.remarks}) == ((), {"aggregate"})


def test_neighbouring_remarks_of_one_kind_are_one(reading: Read) -> None:
    text = "Since May there have been 36 attacks in Mali. Convoys have often been bombed. The minister left."
    (remark,) = reading(text).remarks
    assert text[remark.span.start : remark.span.end].endswith("bombed.")


def test_one_day_makes_it_an_incident_however_often_it_happens(reading: Read) -> None:
    text = "For months convoys have been attacked in Mali. On Friday gunmen attacked a convoy in Gao, killing two men."
    (one,) = reading(text).incidents
    assert one.date_start == date(2020, 7, 3)


def test_a_threat_to_leave_is_no_threatened_attack(reading: Read) -> None:
    text = "Because its consulate was bombed so often, the government threatened to close it."
    assert reading(text).incidents == ()
    (threat,) = reading("A caller threatened to blow up the station in Niamey.").incidents
    assert threat.status == "threatened"
    assert reading("Elle a menacé de fermer sa mission à Gao si ces attaques continuent.", "fr").incidents == ()


def test_what_two_of_them_did_belongs_to_the_barrage(reading: Read) -> None:
    text = (
        "Six rockets were fired at a base in Marib on Friday. Two of them fell on the town of Sanaa; "
        "the third did not explode. Another rocket landed in a field."
    )
    assert told(reading(text).incidents) == [("shelling", "carried_out")]


def test_a_barrage_on_another_day_and_town_is_another(reading: Read) -> None:
    text = "Six rockets were fired at a base in Marib on Friday. On Thursday rockets had hit Sanaa."
    assert [one.places[-1] for one in reading(text).incidents] == ["Marib", "Sanaa"]


def test_a_dud_alone_is_foiled_and_one_of_several_is_not(reading: Read) -> None:
    (one,) = reading("A bomb that did not explode was found in Kabul on Friday.").incidents
    assert one.status == "foiled"
    (one,) = reading("Deux roquettes ont touché Gao vendredi, la troisième n'a pas explosé.", "fr").incidents
    assert one.status == "carried_out"


def test_a_reply_is_an_event_of_its_own_and_its_cause_only_background(reading: Read) -> None:
    text = "On Friday, after a bomb killed two guards in Gao, the army retaliated with air strikes on Goma."
    assert [one.event_type for one in reading(text).incidents] == ["bombing", "air_strike"]
    text = "On Friday the army shelled Goma in response to a bombing."
    assert [one.event_type for one in reading(text).incidents] == ["shelling"]


def test_a_raid_that_takes_people_is_an_arrest_raid(reading: Read) -> None:
    text = "Commandos stormed a farm near Kirkuk on Friday. Nine men were arrested there."
    (one,) = reading(text).incidents
    assert one.event_type == "arrest_raid"
    (one,) = reading("Gunmen stormed a farm near Kirkuk on Friday and killed nine men.").incidents
    assert one.event_type == "armed_attack"


def test_what_a_crowd_does_is_a_riot(reading: Read) -> None:
    text = "Une foule de manifestants a forcé vendredi l'entrée du consulat à Niamey. Ils ont mis le feu à un mur."
    assert [one.event_type for one in reading(text, "fr").incidents] == ["riot"]
    (one,) = reading("Gunmen set fire to a school in Niamey on Friday.").incidents
    assert one.event_type == "sabotage"


def test_these_raids_are_of_the_kind_told_before(reading: Read) -> None:
    text = "La foule dénonçait des raids aériens. Ces raids avaient tué samedi huit civils à Marib."
    (one,) = reading(text, "fr").incidents
    assert one.event_type == "air_strike"


def test_a_verb_with_its_accent_does_not_go_back(reading: Read) -> None:
    text = "Samedi, une bombe a explosé à Kirkuk. Vendredi, le camp de Taji avait été à son tour attaqué."
    assert len(reading(text, "fr").incidents) == 2


def test_what_was_heard_goes_back(reading: Read) -> None:
    text = "Rockets hit the port of Kabul on Friday. Residents heard a blast and saw smoke."
    (one,) = reading(text).incidents
    assert one.event_type == "shelling"


def test_an_accident_is_no_bombing(reading: Read) -> None:
    text = "Une bouteille de gaz a explosé vendredi à Goma, un accident qui a tué un homme."
    assert reading(text, "fr").incidents == ()
    assert reading("Two men died on Friday when a fire broke out in Kabul.").incidents == ()


def test_a_sentence_with_a_semicolon_parts_there(reading: Read) -> None:
    text = "A drone strike killed a general in Marib on Friday; after it a barrage of missiles was fired at Sanaa."
    assert [one.event_type for one in reading(text).incidents] == ["air_strike", "shelling"]
