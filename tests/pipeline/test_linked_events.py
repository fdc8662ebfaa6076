"""Links between events: from the words of a report to the store and the Event page, and what of them may leave."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from dashboard import queries
from dashboard.i18n import translator
from dashboard.views.linked import linked
from etl.corrections import Correction, append
from etl.engines import engine
from etl.items import Licence
from etl.pipeline import Input, build
from etl.sources import sources
from etl.store import Store, Version

OWN_USE = Licence("For one's own use", "", display=True, text=False, export=False)
BOMB = "A roadside bomb killed four soldiers in Kirkuk on Thursday."
ANSWER = "In retaliation, the army fired rockets at Basra on Friday, <b>an officer</b> & others said."
PLAIN = "The army fired rockets at Basra on Friday."


@pytest.fixture
def inputs(tmp_path: Path) -> list[Input]:
    """A wire that says that one attack answers the other, and a summary that tells of both and says no such thing."""
    line = {"report_id": "wire:r1", "source": "Wire", "language": "en", "published": "2021-05-08",
            "text": f"{BOMB} {ANSWER}"}  # fmt: skip
    (tmp_path / "wire.jsonl").write_text(json.dumps(line), encoding="utf-8")
    head = (
        "---\nid: s1\nsource: Incident Atlas summaries\ntitle: Two attacks\nlanguage: en\npublished: 2021-05-08\n---\n"
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "s1.md").write_text(f"{head}{BOMB}\n\n{PLAIN}\n", encoding="utf-8")
    return [Input(tmp_path / "wire.jsonl"), Input(tmp_path / "own")]


def built(inputs: list[Input], folder: Path, *decisions: Correction) -> Version:
    store = Store(folder)
    for decision in decisions:
        append(store.log, decision)
    return build(inputs, store, engine("plain"), lambda *_: None).version


def test_the_words_of_one_report_link_the_events_of_all(inputs: list[Input], tmp_path: Path) -> None:
    version = built(inputs, tmp_path / "store")
    assert version.verify() == []
    types = {row["event_id"]: row["event_type"] for row in version.read("events").to_pylist()}
    (link,) = version.read("links").to_pylist()
    assert link["kind"] == "answers_to"
    assert (types[link["from_event_id"]], types[link["to_event_id"]]) == ("shelling", "bombing")
    assert f"{BOMB} {ANSWER}"[link["start"] : link["end"]] == ANSWER


def test_the_page_tells_both_ways_and_says_which_words(
    inputs: list[Input], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dashboard.views.session.origin", lambda: "http://127.0.0.1")
    version = built(inputs, tmp_path / "store")
    (link,) = version.read("links").to_pylist()
    terms = {name: replace(told, text=True) for name, told in queries.sources(version).items()}
    for asked, other, kind in (("from", "to", "answers_to"), ("to", "from", "answered_by")):
        found = queries.event(version, link[f"{asked}_event_id"], "en")
        assert found is not None
        (one,) = queries.linked(version, found, "en")
        assert (one.kind, one.values["event_id"]) == (kind, link[f"{other}_event_id"])
        markup = linked([one], translator("fr"), terms)
        assert '<q lang="en" dir="ltr">In retaliation, the army fired rockets' in markup
        assert "&lt;b&gt;an officer&lt;/b&gt; &amp; others" in markup, "words of a report are never markup"
        assert f"event={link[f'{other}_event_id']}" in markup
        ours = replace(one, said=tuple((replace(told, text_is_summary=True), span) for told, span in one.said))
        assert "Our summary of what" in linked([ours], translator("en"), terms), "never shown as the publisher's words"


def test_words_that_may_not_be_shown_are_told_by_where_they_stand(inputs: list[Input], tmp_path: Path) -> None:
    version = built(inputs, tmp_path / "store")
    (link,) = version.public.read("links").to_pylist()
    found = queries.event(version.public, link["to_event_id"], "en")
    assert found is not None
    events = queries.linked(version.public, found, "en")
    markup = linked(events, translator("en"), queries.sources(version.public))
    assert "In retaliation" not in markup
    assert f"signs {link['start']} to {link['end']}" in markup


def test_a_link_that_only_a_barred_source_tells_does_not_leave(
    inputs: list[Input], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {**sources(), "reports": replace(sources()["reports"], licence=OWN_USE)}
    monkeypatch.setattr("etl.pipeline.terms.sources", lambda: other)
    version = built(inputs, tmp_path / "store")
    (link,) = version.read("links").to_pylist()
    left = set(version.public.read("events")["event_id"].to_pylist())
    assert {link["from_event_id"], link["to_event_id"]} <= left, "both events leave, told by the summary"
    assert version.public.read("links").num_rows == 0
    assert version.verify() == []


def cautioned(level: str, inputs: list[Input], tmp_path: Path) -> Version:
    """The build after a caution on the event that was answered."""
    (link,) = built(inputs, tmp_path / "before").read("links").to_pylist()
    day = date(2026, 1, 1)
    caution = Correction("", link["to_event_id"], "sensitivity", "", level, "desk", day, "names a witness")
    version = built(inputs, tmp_path / "store", caution)
    assert version.verify() == []
    return version


@pytest.mark.parametrize("level", ["withheld", "no_text"])
def test_no_link_leads_to_what_a_caution_hides(inputs: list[Input], tmp_path: Path, level: str) -> None:
    assert cautioned(level, inputs, tmp_path).read("links").num_rows == 0


def test_a_link_of_a_coarse_place_leaves_without_the_name_of_its_report(inputs: list[Input], tmp_path: Path) -> None:
    (link,) = cautioned("coarse_place", inputs, tmp_path).public.read("links").to_pylist()
    assert "wire:r1" not in repr(link)


def test_incidents_that_an_editor_puts_together_are_linked_no_more(inputs: list[Input], tmp_path: Path) -> None:
    (link,) = built(inputs, tmp_path / "before").read("links").to_pylist()
    one = Correction(
        "", link["from_incident_id"], "merge", "", link["to_incident_id"], "desk", date(2026, 1, 1), "one attack"
    )
    version = built(inputs, tmp_path / "store", one)
    assert version.read("links").num_rows == 0
