"""A language model that reads: what it quotes is kept, what it makes up is not, and rules stand in for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from model_server import LATE, completion, serving

from etl.pipeline.intake import read_report
from etl.reading import REVIEW_BELOW
from etl.reading.llm import Settings, open_reader, request_of
from etl.records import Count, Incident, Report

TEXT = (
    "A rocket hit the airport of Erbil on Saturday night, wounding at least two guards, police said. The army blamed "
    "Hezbollah for it.\n\nIn March a mortar attack on a camp near Taji killed three soldiers."
)
REPORT = Report("t:1", "test", "", "en", "Erbil", TEXT, date(2020, 7, 5))
NOTHING: dict[str, Any] = {
    "date_words": None, "place_words": [], "launch_words": [], "actors": [], "weapons": [], "targets": [],
    "killed": None, "wounded": None, "detained": None,
}  # fmt: skip
AIRPORT: dict[str, Any] = {
    **NOTHING,
    "evidence": ["A rocket hit the airport of Erbil on Saturday night, wounding at least two guards, police said."],
    "event_type": "shelling", "status": "carried_out", "date_words": "Saturday night",
    "place_words": ["airport of Erbil"], "actors": [{"name": "Hezbollah", "stance": "accused", "by": "The army"}],
    "weapons": ["rocket"], "wounded": {"words": "at least two guards", "low": 9, "high": 9},
}  # fmt: skip
CAMP: dict[str, Any] = {
    **NOTHING,
    "evidence": ["In March a mortar attack on a camp near Taji killed three soldiers."],
    "event_type": "shelling", "status": "carried_out", "date_words": "In March", "place_words": ["Taji"],
    "killed": {"words": "three soldiers", "low": 3, "high": 3},
}  # fmt: skip
BY_RULES = "rules 1"


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def told_by(*answers: object, report: Report = REPORT, timeout: float = 10.0) -> tuple[list[Incident], str]:
    """The incidents of a report by a model with these answers, and what a person is told."""
    with serving(*answers) as server:
        asked = open_reader(Settings(server.address, "some-model", "secret", timeout))
        _, incidents, _, problems = read_report(report, asked)
    return list(incidents), " ".join(problems)


def test_what_a_model_quotes_becomes_values_reckoned_by_our_rules() -> None:
    (airport, camp), problems = told_by({"incidents": [AIRPORT, CAMP]})
    assert problems == ""
    assert (airport.date_start, airport.date_end, airport.date_basis) == (
        date(2020, 7, 4),
        date(2020, 7, 4),
        "relative",
    )
    assert (airport.country, airport.place_precision) == ("IQ", "site")
    assert airport.wounded == Count(2, 2, None, "at least two guards"), (
        "the words hold a number: the model's is not taken"
    )
    (who,) = airport.attributions
    assert (who.actor, who.stance, who.by) == ("Hezbollah", "accused", "The army")
    assert (camp.date_start, camp.date_end, camp.date_precision) == (date(2020, 3, 1), date(2020, 3, 31), "month")
    for incident in (airport, camp):
        for span in (span for spans in incident.evidence.values() for span in spans):
            assert TEXT[span.start : span.end].strip()
    (weapon,) = airport.evidence["weapons"]
    assert TEXT[weapon.start : weapon.end] == "rocket"


def test_the_record_names_model_prompt_and_cost() -> None:
    (airport,), _ = told_by({"incidents": [AIRPORT]})
    assert airport.reader.startswith("llm some-model, prompt ")
    assert airport.reader.endswith("900+80 tokens")


def test_only_the_report_the_prompt_and_the_schema_are_sent() -> None:
    with serving({"incidents": []}) as server:
        read_report(REPORT, open_reader(Settings(server.address, "some-model", "secret")))
        (request,), (headers,) = server.asked, server.headers_seen
    assert request == request_of(REPORT, "some-model")
    assert TEXT in request["messages"][1]["content"]
    assert "2020-07-05, a Sunday" in request["messages"][1]["content"]
    assert headers["path"] == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer secret"
    assert "secret" not in repr(Settings(server.address, "some-model", "secret"))


def test_an_incident_with_invented_sentences_is_left_out() -> None:
    invented = {**CAMP, "evidence": [*CAMP["evidence"], "A car bomb in Mosul killed forty people."]}
    incidents, problems = told_by({"incidents": [AIRPORT, invented]})
    assert [one.places for one in incidents] == [("airport of Erbil",)]
    assert "1 of 2 incidents left out" in problems


def test_invented_words_of_a_value_are_left_out_with_it() -> None:
    by_nobody = [{"name": "Kataib Hezbollah", "stance": "claimed", "by": None}]
    wrong = {**AIRPORT, "actors": by_nobody, "place_words": ["Mosul"], "date_words": "on Friday",
             "weapons": ["drones", "rocket"], "wounded": {"words": "five guards", "low": 5, "high": 5}}  # fmt: skip
    (incident,), problems = told_by({"incidents": [wrong]})
    assert (incident.places, incident.attributions, incident.wounded) == ((), (), None)
    assert incident.weapons == ("rocket",)
    assert (incident.date_start, incident.date_precision) == (None, "unknown")
    assert "5 quotations are not in the report" in problems


def test_quotations_may_differ_in_case_accents_and_line_breaks_only() -> None:
    broken = replace(REPORT, text=TEXT.replace("airport of", "airport\nof").replace("Erbil", "Érbil"))
    (incident,), _ = told_by({"incidents": [AIRPORT]}, report=broken)
    (place,) = incident.evidence["place"]
    assert broken.text[place.start : place.end] == "airport\nof Érbil"


def test_part_of_a_word_is_no_quotation() -> None:
    (incident,), problems = told_by({"incidents": [{**AIRPORT, "weapons": ["rock"]}]})
    assert incident.weapons == ()
    assert "1 quotations" in problems


def test_an_incident_that_rules_did_not_find_goes_to_review() -> None:
    police = {**NOTHING, "evidence": ["The army blamed Hezbollah for it."], "event_type": "protest",
              "status": "carried_out"}  # fmt: skip
    (airport, alone), _ = told_by({"incidents": [AIRPORT, police]})
    assert alone.reading_confidence is not None
    assert alone.reading_confidence < REVIEW_BELOW <= (airport.reading_confidence or 0)


def test_an_answer_that_does_not_fit_is_refused_once_with_the_reason() -> None:
    with serving({"incidents": [{**AIRPORT, "event_type": "war"}]}, {"incidents": [AIRPORT]}) as server:
        _, (incident,), _, problems = read_report(REPORT, open_reader(Settings(server.address, "m")))
        first, second = server.asked
    assert (incident.event_type, problems) == ("shelling", ())
    assert second["messages"][: len(first["messages"])] == first["messages"]
    assert "'war' is not one of" in second["messages"][-1]["content"]
    assert incident.reader.endswith("1800+160 tokens")


REFUSED = "twice no answer that fits the schema"
BAD_ANSWERS = [
    ("no JSON", "Here are the incidents: none", REFUSED),
    ("another form", {"events": []}, REFUSED),
    ("a list", [AIRPORT], REFUSED),
    ("a further property", {"incidents": [{**AIRPORT, "latitude": 36.2}]}, REFUSED),
    ("half a character", '{"incidents": ["\ud83d"]}', REFUSED),
    ("an error of the server", (500, {"error": "overloaded"}), "the server answered 500"),
    ("too many requests", (429, {"error": "slow down"}), "the server answered 429"),
    ("a page instead of JSON", (200, b"<html>"), "no chat completion"),
    ("no message", (200, {"choices": []}), "no chat completion"),
    ("a refusal", (200, completion("", refusal="I cannot help with that")), "the model refused"),
    ("nothing written", (200, {"choices": [{"message": {"content": None}}]}), "the model wrote nothing"),
]


@pytest.mark.parametrize(("answer", "told"), [row[1:] for row in BAD_ANSWERS], ids=[row[0] for row in BAD_ANSWERS])
def test_rules_read_where_the_model_gives_no_answer(answer: object, told: str) -> None:
    incidents, problems = told_by(answer)
    assert len(incidents) == 2
    assert {one.reader.rpartition(" ")[0] for one in incidents} == {BY_RULES.rpartition(" ")[0]}
    assert "t:1: read by rules, not by some-model" in problems
    assert told in problems
    assert "secret" not in problems


def test_an_answer_that_comes_too_late_is_not_waited_for() -> None:
    incidents, problems = told_by(LATE, timeout=0.2)
    assert len(incidents) == 2
    assert "no answer within 0.2 s" in problems


def test_a_server_that_is_not_there_is_named_and_asked_no_more_after_three_times() -> None:
    with serving({"incidents": []}) as gone:
        address = gone.address
    asked = open_reader(Settings(address, "m"))
    told = [read_report(replace(REPORT, report_id=f"t:{n}"), asked)[3][0] for n in range(4)]
    assert all("cannot be reached" in one for one in told[:3])
    assert "is asked no more" in told[3]
    assert asked.spent["read_by_rules"] == 4


def test_a_text_in_another_language_is_not_sent() -> None:
    with serving({"incidents": []}) as server:
        _, incidents, _, problems = read_report(
            replace(REPORT, language="zz"), open_reader(Settings(server.address, "m"))
        )
        assert server.asked == []
    assert (len(incidents), len(problems)) == (0, 1)


def test_a_text_longer_than_models_hold_is_read_by_rules() -> None:
    with serving({"incidents": []}) as server:
        long = replace(REPORT, text=TEXT + "\n\nIt rained." * 6000)
        _, incidents, _, (told,) = read_report(long, open_reader(Settings(server.address, "m")))
        assert server.asked == []
    assert len(incidents) == 2
    assert "longer than 60,000 characters" in told


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*AIRPORT, "incidents"]), inner, max_size=4)
    ),
    max_leaves=8,
)
TOLD = st.builds(
    lambda words, told: {**AIRPORT, **told, "evidence": words},
    st.lists(st.sampled_from([TEXT[:130], TEXT[40:60], "", "x"]) | st.text(max_size=12), max_size=3),
    st.fixed_dictionaries(
        {},
        optional={
            "date_words": st.sampled_from(["Saturday", "2020", "March"]) | st.text(max_size=6),
            "place_words": st.lists(st.text(max_size=6) | st.just("Taji"), max_size=2),
            "killed": st.fixed_dictionaries(
                {"words": st.sampled_from(["three", "a", ""]), "low": st.integers(), "high": st.integers()}
            ),
        },
    ),
)


@pytest.fixture(scope="module")
def patient() -> Iterator[Any]:
    with serving("") as server:
        yield server


@settings(max_examples=40, deadline=None)
@given(answer=st.builds(lambda told: {"incidents": told}, st.lists(TOLD, max_size=2)) | JSON)
def test_no_answer_makes_it_raise_or_say_what_the_report_does_not(patient: Any, answer: object) -> None:
    patient.answers = [json.dumps(answer)]
    _, incidents, _, _ = read_report(REPORT, open_reader(Settings(patient.address, "m")))
    for incident in incidents:
        for name in (*incident.places, *incident.weapons, *(who.actor for who in incident.attributions)):
            assert name in TEXT
        for span in (span for spans in incident.evidence.values() for span in spans):
            assert 0 <= span.start < span.end <= len(TEXT)
