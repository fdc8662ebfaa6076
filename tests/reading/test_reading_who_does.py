"""Who does it, told in any words, and who is blamed, in a sentence of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from etl.records import Reading

Read = Callable[..., Reading]

DOERS = [
    ("en", "Two men on a motorcycle shot dead a baker in Gao on Friday.", "Two men"),
    ("en", "A clerk was stabbed in Kabul on Friday by three masked youths.", "youths"),
    ("en", "Royalist nationalists set fire to a church in Goma on Friday.", "Royalist nationalists"),
    ("en", "Coalition warplanes bombed a village near Marib on Friday, killing nine people.", "Coalition warplanes"),
    ("en", "The navy captured two pirates off Lamu on Friday.", "navy"),
    ("fr", "Deux hommes ont abattu un boulanger vendredi à Gao.", "Deux hommes"),
    ("es", "Dos hombres mataron a un panadero el viernes en Gao.", "Dos hombres"),
]
BLAST = "A bomb killed three people in Kabul on Friday. "
BLAMED = [
    ("Suspicion immediately fell on the Taliban.", {("Taliban", "accused")}),
    ("According to the ministry, the Taliban were behind it.", {("Taliban", "accused")}),
    ("Moscow accused Paris, which denied any role.", {("Paris", "accused"), ("Paris", "denied")}),
    ("Moscow and Paris blamed each other.", {("Moscow", "accused"), ("Paris", "accused")}),
    ("The Taliban blamed the army; the army denied it.", {("army", "accused"), ("army", "denied")}),
    ("No group has claimed responsibility.", set()),
]


@pytest.mark.parametrize(("language", "text", "doer"), DOERS)
def test_the_subject_of_an_act_did_it_whoever_it_is(reading: Read, language: str, text: str, doer: str) -> None:
    (incident,) = reading(text, language).incidents
    assert [(who.stance, doer in who.actor) for who in incident.attributions] == [("stated", True)]


@pytest.mark.parametrize(("sentence", "told"), BLAMED)
def test_blame_in_a_sentence_of_its_own(reading: Read, sentence: str, told: set[tuple[str, str]]) -> None:
    (incident,) = reading(BLAST + sentence).incidents
    assert {(who.actor, who.stance) for who in incident.attributions} == told


def test_those_who_were_harmed_or_who_say_so_did_not_do_it(reading: Read) -> None:
    (incident,) = reading("Three men were shot dead in Gao on Friday, residents said.").incidents
    assert incident.attributions == ()


def test_an_attack_told_again_only_to_date_another_comes_after_it(reading: Read) -> None:
    read = reading(
        "Gunmen killed nine farmers near Gao on Friday. "
        "The attack came four days after a bomb killed two teachers in Bria."
    )
    days = [(one.event_type, one.date_start, one.date_end) for one in read.incidents]
    assert days == [
        ("armed_attack", date(2020, 7, 3), date(2020, 7, 3)),
        ("bombing", date(2020, 6, 29), date(2020, 6, 29)),
    ]


def test_the_same_people_told_again_with_an_article_are_those_of_the_same_attack(reading: Read) -> None:
    read = reading(
        "Raiders stormed a hamlet in Mbomou on Friday, killing nine people.\n\n"
        "The raiders rode into Bria on motorbikes and opened fire on men at prayer."
    )
    (incident,) = read.incidents
    assert (incident.places[0], incident.killed.best if incident.killed else None) == ("Bria", 9)


def test_what_came_days_before_is_dated_back(reading: Read) -> None:
    read = reading(
        "Gunmen killed nine farmers near Gao on Friday, five days after a bomb killed three teachers in Bria."
    )
    assert [one.date_start for one in read.incidents] == [date(2020, 7, 3), date(2020, 6, 28)]


def test_a_distance_is_no_second_place(reading: Read) -> None:
    read = reading("More than 40 houses were set on fire in Gao, 80 km from Goma, on Friday.")
    assert len(read.incidents) == 1


def test_who_is_alleged_to_have_done_it_is_accused(reading: Read) -> None:
    (incident,) = reading("The Taliban are alleged to have killed nine traders in Kabul on Friday.").incidents
    assert [(who.actor, who.stance) for who in incident.attributions] == [("Taliban", "accused")]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army said it had killed 15 militants in an air strike near Gao on Friday.", ("army", "claimed")),
        ("The Taliban threatened on Friday to attack hotels in Kabul.", ("Taliban", "stated")),
        ("Clashes between farmers and herders left 17 dead near Gao on Friday.", ("farmers", "stated")),
    ],
)
def test_who_owns_it_threatens_it_or_takes_part(reading: Read, text: str, who: tuple[str, str]) -> None:
    (incident,) = reading(text).incidents
    assert who in [(one.actor, one.stance) for one in incident.attributions]


def test_those_taken_by_somebody_told_with_a_pronoun_did_not_do_it(reading: Read) -> None:
    (incident,) = reading("Boko Haram freed 20 girls it had seized from a school in Goma on Friday.").incidents
    assert not any("girls" in who.actor for who in incident.attributions)


def test_the_group_and_the_rebels_are_those_named_before(reading: Read) -> None:
    read = reading("Suspicion fell on Boko Haram. That group killed nine soldiers in an ambush at Bria in June.")
    (incident,) = read.incidents
    assert [who.actor for who in incident.attributions] == ["Boko Haram"]


def test_the_work_of_people_is_no_target(reading: Read) -> None:
    (incident,) = reading("A missile came down in Bria on Friday, killing two farm workers.").incidents
    assert not any(target.endswith("farm") for target in incident.targets)
