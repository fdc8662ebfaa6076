"""What a decision changed is told with the value before and after, who, when and why."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from dashboard import queries
from dashboard.i18n import translator
from dashboard.views.corrected import corrected
from etl.corrections import Correction, Sides, account, append
from etl.engines import engine
from etl.pipeline import Input, build
from etl.store import Store, Version

DAY = date(2021, 6, 1)


def sides(tables: dict[str, pa.Table], **after: object) -> Sides:
    """ev-2 as it was, and with some values changed; it names the decisions c-1 and c-2."""
    events = tables["events"].to_pylist()
    events[1] |= {"corrections": ["c-1", "c-2"], **after}
    changed = pa.Table.from_pylist(events, tables["events"].schema)
    return Sides(tables["events"], tables["incidents"], changed, tables["incidents"])


@pytest.mark.parametrize(
    ("action", "field", "after", "told"),
    [
        ("set", "killed", {"killed_low": 3, "killed_best": None, "killed_high": None}, ("2", "3-")),
        ("set", "killed", {"killed_low": None, "killed_best": None, "killed_high": None}, ("2", "")),
        ("set", "date_end", {"date_end": DAY}, ("2019-03-03", "2021-06-01")),
        ("set", "targets", {"targets": ["a", "b"]}, ("the dam of Well town", "a|b")),
        ("place", "", {"latitude": 13.5, "radius_km": 2.0}, ("13.829,20.832,town,5", "13.5,20.832,town,2")),
        ("sensitivity", "", {}, ("none", "no_text")),
    ],
)
def test_values_stand_as_an_editor_writes_them(tables, action, field, after, told) -> None:  # type: ignore[no-untyped-def]
    decision = Correction("c-1", "ev-2", action, field, "no_text", "desk", DAY, "seen")
    (row,) = account([decision], sides(tables, **after)).to_pylist()
    assert (row["old"], row["new"]) == told
    assert (row["event_id"], row["who"], row["decided"], row["why"]) == ("ev-2", "desk", DAY, "seen")


def test_incidents_that_are_not_held_are_not_named(tables: dict[str, pa.Table]) -> None:
    decisions = [
        Correction("c-1", "r2#1", "merge", "", "r3#1|barred#1", "desk", DAY, "one night"),
        Correction("c-2", "barred#1", "set", "killed", "9", "desk", DAY, "seen"),
    ]
    (row,) = account(decisions, sides(tables)).to_pylist()
    assert (row["correction_id"], row["new"]) == ("c-1", "r3#1")


def test_the_page_tells_what_was_changed_and_by_whom(tmp_path: Path) -> None:
    line = {"report_id": "own:1", "source": "Own", "language": "en", "published": "2021-05-08",
            "text": "A roadside bomb killed four soldiers in Kirkuk on Thursday."}  # fmt: skip
    (tmp_path / "own.jsonl").write_text(json.dumps(line), encoding="utf-8")
    before = made(tmp_path)
    (event,) = before.read("events").to_pylist()
    log = Store(tmp_path / "store").log
    append(log, Correction("", event["event_id"], "set", "killed", "5", "desk", DAY, "<b>five</b>"))
    append(log, Correction("", "own:1#1", "place", "", "35.4,44.3,site,1", "desk", DAY, "seen"))
    version = made(tmp_path)
    assert version.verify() == []
    found = queries.event(version, event["event_id"], "fr")
    assert found is not None
    page = corrected(found, translator("fr"))
    assert '<del><span dir="auto">4</span></del> → <ins><span dir="auto">5</span></ins>' in page
    assert "35.4, 44.3 (Lieu exact" in page
    assert "&lt;b&gt;five&lt;/b&gt;" in page
    assert page.count("desk, 1er juin 2021") == 2


def made(folder: Path) -> Version:
    return build([Input(folder / "own.jsonl")], Store(folder / "store"), engine("plain"), lambda *_: None).version
