"""Sequels and series from the words of a report to the store, the Event page, the export and the command `read`."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from dashboard import queries
from dashboard.i18n import translator
from dashboard.views.linked import linked
from etl.engines import engine
from etl.pipeline import Input, build
from etl.store import Store, Version, export

BOMB = "A roadside bomb killed four soldiers in Kirkuk on Tuesday."
LATER = "Two days later rockets hit an army base in Basra."
SERIES = "It was the ninth attack on the army since March."


@pytest.fixture
def version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Version:
    """A build of one summary, whose words may be shown and leave."""
    monkeypatch.setattr("dashboard.views.session.origin", lambda: "http://127.0.0.1")
    (tmp_path / "own").mkdir()
    head = "---\nid: s1\nsource: Incident Atlas summaries\ntitle: Attacks\nlanguage: en\npublished: 2021-05-08\n---\n"
    (tmp_path / "own" / "s1.md").write_text(f"{head}{BOMB} {LATER} {SERIES}\n", encoding="utf-8")
    return build([Input(tmp_path / "own")], Store(tmp_path / "store"), engine("plain"), lambda *_: None).version


def test_the_page_says_what_came_after_and_what_is_counted(version: Version) -> None:
    assert version.verify() == []
    links = {link["kind"]: link for link in version.read("links").to_pylist()}
    assert links["follows"]["to_event_id"] != links["follows"]["from_event_id"]
    assert links["same_series"]["from_event_id"] == links["follows"]["from_event_id"]
    assert links["same_series"]["to_event_id"] is None
    terms = queries.sources(version)
    later = queries.event(version, links["follows"]["from_event_id"], "en")
    bomb = queries.event(version, links["follows"]["to_event_id"], "en")
    assert later is not None
    assert bomb is not None
    page = linked(queries.linked(version, later, "en"), translator("en"), terms)
    assert "Told as coming after:" in page
    assert LATER in page
    assert f"event={bomb.event_id}" in page
    assert "do not name" in page
    assert SERIES in page
    assert "Situé avant" in linked(queries.linked(version, bomb, "fr"), translator("fr"), terms)


def test_links_leave_with_the_events_and_the_sentence(version: Version) -> None:
    target = io.BytesIO()
    export(version, lambda edition: edition.read("events"), "geojson", target, {})
    left = json.loads(target.getvalue())
    assert any(column["name"] == "links" and "follows" in column["meaning"] for column in left["about"]["columns"])
    told = {
        (feature["id"], link["kind"]): link for feature in left["features"] for link in feature["properties"]["links"]
    }
    assert sorted(kind for _, kind in told) == ["followed_by", "follows", "same_series"]
    (series,) = [link for (_, kind), link in told.items() if kind == "same_series"]
    assert (series["event_id"], series["words"]) == (None, SERIES)
    for (event_id, kind), link in told.items():
        if kind == "follows":
            assert told[link["event_id"], "followed_by"]["event_id"] == event_id


def test_read_prints_links_by_number(atlas: Callable[..., CompletedProcess[str]]) -> None:
    text = f"{BOMB} {LATER} {SERIES}"
    line = json.loads(atlas("read", "--published", "2021-05-08", "--format", "jsonl", given=text).stdout)
    told = [(one["kind"], one["incident"], one["other"], text[slice(*one["evidence"])]) for one in line["links"]]
    assert told == [("follows", 1, 0, LATER), ("same_series", 1, None, SERIES)]
    assert f"  2 follows 1: {LATER}" in atlas("read", "--published", "2021-05-08", given=text).stdout
