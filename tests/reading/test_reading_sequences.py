"""What a text places after another incident, and what it counts into a series: the words that say so, and no others."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from etl.reading import read
from etl.records import Reading, Report

Read = Callable[..., Reading]

LATER = [
    ("en", "A bomb killed two guards in Gao on Tuesday. Two days after the bombing, gunmen attacked a convoy in Goma."),
    ("en", "A bomb killed two guards in Gao on Tuesday. Two days later gunmen attacked a convoy in Goma."),
    ("en", "A bomb killed two guards in Gao on Tuesday, and hours later gunmen attacked a convoy in Goma."),
    ("fr", "Une bombe a tué deux gardes à Gao mardi. Le lendemain de l'attentat, des hommes armés ont attaqué Goma."),
    ("es", "Una bomba mató a dos guardias en Gao el martes. Dos días después de la explosión, atacaron Goma."),
    ("ar", "قتلت قنبلة حارسين في غاو يوم الثلاثاء. وبعد يومين من التفجير هاجم مسلحون قافلة في غوما."),
]  # fmt: skip
EARLIER = [
    ("en", "A bomb killed two guards in Gao on Tuesday. Two days before the bombing, gunmen had attacked Goma."),
    ("fr", "Une bombe a tué deux gardes à Gao mardi. La veille, des hommes armés avaient attaqué un convoi à Goma."),
    ("es", "Una bomba mató a dos guardias en Gao el martes. Dos días antes, hombres armados atacaron Goma."),
]  # fmt: skip
NEITHER = [
    "A bomb killed two guards in Gao on Tuesday. Gunmen attacked a convoy in Goma on Thursday.",
    "A bomb killed two guards in Gao on Tuesday. The same night gunmen attacked a convoy in Goma.",
    "A bomb killed two guards in Gao on Tuesday. Two days after the president took his oath, gunmen attacked Goma.",
    "A bomb killed two guards in Gao on Tuesday. Two days before a strike, gunmen attacked a convoy in Goma.",
    "A bomb killed two guards in Gao on Tuesday. Hours later the police announced that gunmen had attacked Goma.",
]


@pytest.mark.parametrize(("language", "text"), LATER)
def test_what_is_dated_by_another_follows_it(reading: Read, language: str, text: str) -> None:
    found = reading(text, language)
    first, later = found.incidents
    (link,) = found.links
    assert (link.kind, link.incident_id, link.other_id) == ("follows", later.incident_id, first.incident_id)
    said = text[link.span.start : link.span.end]
    assert said == (text if "and hours later" in text else text.partition(". ")[2])


@pytest.mark.parametrize(("language", "text"), EARLIER)
def test_what_is_dated_before_another_is_followed_by_it(reading: Read, language: str, text: str) -> None:
    found = reading(text, language)
    told_first, told_later = found.incidents
    (link,) = found.links
    assert (link.incident_id, link.other_id) == (told_first.incident_id, told_later.incident_id)


@pytest.mark.parametrize("text", NEITHER)
def test_other_days_and_other_offsets_make_no_sequel(reading: Read, text: str) -> None:
    assert [link for link in reading(text).links if link.kind == "follows"] == []


def test_the_others_of_a_series_are_those_that_its_number_leaves_room_for(reading: Read) -> None:
    before = "A rocket hit a base in Gao on Monday. A bomb went off at a base in Goma on Tuesday."
    counted = "It was the third attack on the army in a week."
    text = f"Mortar rounds hit a base in Mopti on Thursday. {counted} {before}"
    found = reading(text)
    third, first, second = (incident.incident_id for incident in found.incidents)
    links = found.links
    assert {(link.kind, link.incident_id, link.other_id) for link in links} == {
        ("same_series", third, first),
        ("same_series", third, second),
    }
    assert {text[link.span.start : link.span.end] for link in links} == {counted}


SERIES = [
    ("en", "Mortar rounds hit a base in Mopti on Thursday. It was the third attack on the army in a week."),
    ("en", "Mortar rounds hit a base in Mopti on Thursday. It was the latest in a series of attacks on the army."),
    ("en", "Mortar rounds hit a base in Mopti on Thursday for the second time in a week."),
    ("fr", "Des obus ont touché une base à Mopti jeudi. C'est la troisième attaque de ce type en deux semaines."),
    ("es", "Varios cohetes cayeron en una base en Mopti el jueves. El ataque fue el cuarto desde marzo."),
    ("ar", "سقطت صواريخ على قاعدة في موبتي يوم الخميس. وهذا ثالث هجوم على القاعدة خلال أسبوع."),
]


@pytest.mark.parametrize(("language", "text"), SERIES)
def test_a_series_whose_others_are_not_told_stays_without_them(reading: Read, language: str, text: str) -> None:
    found = reading(text, language)
    (link,) = found.links
    assert (link.kind, link.incident_id, link.other_id) == ("same_series", found.incidents[0].incident_id, "")


@pytest.mark.parametrize(
    "text",
    [
        "Mortar rounds hit a base in Mopti on Thursday. It was the first attack of its kind.",
        "Mortar rounds hit a base in Mopti on Thursday. A second round did not explode.",
        "It was the third attack on the army in a week.",
    ],
)
def test_what_counts_no_incident_into_a_series_links_nothing(reading: Read, text: str) -> None:
    assert reading(text).links == ()


def test_more_incidents_than_the_number_has_room_for_leave_it_open(reading: Read) -> None:
    before = "A rocket hit a base in Gao on Monday. A bomb went off at a base in Goma on Tuesday."
    text = f"Mortar rounds hit a base in Mopti on Thursday, the second attack on the army in a week. {before}"
    assert {link.other_id for link in reading(text).links} == {""}


_PIECES = st.sampled_from(
    [
        "A bomb killed two guards in Gao on Thursday.", "Two days later", "hours before the attack", "the third attack",
        "the army shelled Goma on Friday.", "in a week", "for the second time in a month", "It was", "\n\n", ",",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=8).map(" ".join))
@example("hours before the attack , ,")
def test_a_link_joins_incidents_of_the_text_by_words_within_it(text: str) -> None:
    found = read(Report("t:1", "test", "Test", "en", "", text), lambda *_: [])
    ids = {one.incident_id for one in found.incidents}
    for link in found.links:
        assert link.incident_id in ids
        assert link.other_id in ids - {link.incident_id} or (link.kind == "same_series" and not link.other_id)
        assert text[link.span.start : link.span.end].strip()
