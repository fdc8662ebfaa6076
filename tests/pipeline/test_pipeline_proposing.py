"""What a reader proposes is a file that the corrections take."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from etl.corrections import load
from etl.errors import InputError
from etl.pipeline import Said, as_proposed, candidates, candidates_of, proposal, read_text, report_of

BY = Said("A reader", "a later report, https://example.org/1", date(2026, 1, 2))


def test_a_proposal_is_taken_as_a_correction_word_for_word(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    changes = {"killed": "3-", "place": "geonames:98182", "date_start": "2020-07-04"}
    path.write_text(proposal({"ev-1": changes}, BY, ["a#1", "b#2"]), encoding="utf-8")
    found = {(c.action, c.field): c for c in load([path])}
    assert {key: c.value for key, c in found.items()} == {
        ("set", "killed"): "3-", ("place", ""): "geonames:98182", ("set", "date_start"): "2020-07-04",
    }  # fmt: skip
    assert {(c.target, c.who, c.why, c.when, c.incidents) for c in found.values()} == {("ev-1", *BY, ("a#1", "b#2"))}
    assert len({c.correction_id for c in found.values()}) == 3


@pytest.mark.parametrize(("field", "value"), [("killed", "many"), ("date_start", "July"), ("event_type", "war")])
def test_a_value_that_makes_no_sense_is_refused(field: str, value: str) -> None:
    with pytest.raises(InputError):
        proposal({"ev-1": {field: value}}, BY)


def test_nobody_proposes_without_a_name_and_a_reason() -> None:
    with pytest.raises(InputError):
        proposal({"ev-1": {"reject": ""}}, Said("", "", BY.when))


def test_a_name_in_any_language_gives_the_places_it_may_mean() -> None:
    for name in ("Baghdad", "بغداد", "Bagdad"):
        first = candidates(name)[0]
        assert (first.name, first.country) == ("Baghdad", "IQ")
        assert candidates_of([first.place_id, "none:1"]) == (first,)
    assert candidates("zzzz qqqq") == ()


def test_a_change_reaches_the_rows_and_its_old_words_no_longer_stand_for_it() -> None:
    text = "Three rockets hit the Green Zone in Baghdad on Saturday, wounding three soldiers, police said."
    _, (read,), _ = read_text(text, "en", date(2020, 7, 5))
    changes = {read.incident_id: {"wounded": "4-6", "place": "geonames:98182"}}
    (changed,) = as_proposed([read], changes, BY.when)
    assert changed.wounded is not None
    assert (changed.wounded.low, changed.wounded.high) == (4, 6)
    assert changed.place_precision == "town"
    assert "wounded" not in changed.evidence
    assert changed.killed == read.killed
    assert as_proposed([read], {read.incident_id: {"reject": ""}}, BY.when) == ()


def test_a_dropped_page_gives_its_text_and_its_day() -> None:
    page = b"""<html lang="en"><head><title>Rockets</title>
        <meta property="article:published_time" content="2020-07-05T08:00:00Z"></head><body><article><h1>Rockets</h1>
        <p>Rockets hit the Green Zone in Baghdad on Saturday, police said on Sunday morning in the capital.</p>
        <p>Three soldiers were wounded, according to the police of the city, and nobody claimed it.</p>
        </article></body></html>"""
    report = report_of("../story.html", page)
    assert "Green Zone" in report.text
    assert report.published == date(2020, 7, 5)
    with pytest.raises(InputError):
        report_of("empty.txt", b"")
