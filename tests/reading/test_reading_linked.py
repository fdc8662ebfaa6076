"""Incidents that a report's own words link: an answer and what it answers, two attacks under one claim."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from etl.reading import read
from etl.records import Reading, Report

Read = Callable[..., Reading]

ANSWERS = [
    ("en", "A bomb killed two guards in Gao on Thursday. On Friday the army shelled Goma in response to the bombing."),
    ("en", "A bomb killed two guards in Gao on Thursday. In retaliation, the army fired rockets at Goma on Friday."),
    ("en", "On Friday, after a bomb killed two guards in Gao, the army retaliated with air strikes on Goma."),
    ("fr", "Une bombe a tué deux gardes à Gao jeudi. En représailles, l'armée a bombardé Goma vendredi."),
    ("es", "Una bomba mató a dos guardias en Gao el jueves. En represalia, el ejército bombardeó Goma el viernes."),
    ("ar", "قتلت قنبلة حارسين يوم الخميس. وردت القوات بقصف المطار يوم الجمعة."),
]


@pytest.mark.parametrize(("language", "text"), ANSWERS)
def test_an_answer_is_linked_with_what_it_answers(reading: Read, language: str, text: str) -> None:
    found = reading(text, language)
    bomb, answer = found.incidents
    (link,) = found.links
    assert (link.kind, link.incident_id, link.other_id) == ("answers_to", answer.incident_id, bomb.incident_id)
    said = text[link.span.start : link.span.end]
    assert said == (text if "after a bomb" in text else text.partition(". ")[2])


def test_a_cause_told_after_its_answer_is_the_one_answered(reading: Read) -> None:
    text = "On Friday the army shelled Goma in response to a bombing in Gao on Thursday that killed two soldiers."
    found = reading(text)
    (link,) = found.links
    shelling, bombing = (incident.incident_id for incident in found.incidents)
    assert (link.kind, link.incident_id, link.other_id) == ("answers_to", shelling, bombing)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two guards in Gao on Thursday. Goma was hit by a mortar on Friday.",
        "A bomb killed two guards in Gao on Thursday. On Friday the army shelled Goma, not in retaliation, it said.",
        "A rocket hit Gao on Thursday. On Friday the army shelled Goma in response to a bombing.",
        "A bomb killed two guards in Gao on Friday. In retaliation, the army had shelled Goma on Tuesday.",
        "A bomb killed two guards in Gao on Thursday. Gunmen shot a judge in Goma on Friday. "
        "Nobody claimed both attacks.",
        "Jeudi, une bombe a tué deux gardes à Gao. Vendredi, une roquette a touché Goma. "
        "Aucun groupe armé n'a, pour l'instant, revendiqué ces deux attaques.",
    ],
)
def test_what_no_words_link_is_not_linked(reading: Read, text: str) -> None:
    found = reading(text, "fr" if text.startswith("Jeudi") else "en")
    assert len(found.incidents) > 1 or "a bombing" in text
    assert found.links == ()


def test_two_attacks_under_one_claim_are_linked(reading: Read) -> None:
    claim = "Al-Shabaab claimed responsibility for both attacks."
    text = f"A bomb killed two guards in Gao on Thursday. Gunmen shot a judge in Goma on Friday. {claim}"
    found = reading(text)
    (link,) = found.links
    assert link.kind == "claimed_with"
    assert {link.incident_id, link.other_id} == {one.incident_id for one in found.incidents}
    assert text[link.span.start : link.span.end] == claim


_PIECES = st.sampled_from(
    [
        "A bomb killed two guards in Gao on Thursday.", "in response to the bombing", "In retaliation,", "to avenge",
        "the army shelled Goma on Friday.", "Al-Shabaab claimed both attacks.", "not in response", "\n\n", ",", "after",
    ]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(_PIECES, max_size=8).map(" ".join))
def test_a_link_joins_two_incidents_of_the_text_within_it(text: str) -> None:
    found = read(Report("t:1", "test", "Test", "en", "", text), lambda *_: [])
    ids = {one.incident_id for one in found.incidents}
    for link in found.links:
        assert link.incident_id != link.other_id
        assert {link.incident_id, link.other_id} <= ids
        assert text[link.span.start : link.span.end].strip()
