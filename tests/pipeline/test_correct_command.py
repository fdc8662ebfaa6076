"""Decisions of editors from the command line, through builds that change everything around them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from etl.__main__ import main
from etl.store import Store, Version


class Done(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]


@pytest.fixture
def atlas(capsys: pytest.CaptureFixture[str]) -> Run:
    """The command line within this process, which opens the gazetteer once."""

    def run(*arguments: object) -> Done:
        status = main([str(argument) for argument in arguments])
        return Done(status, *capsys.readouterr())

    return run


@pytest.fixture
def built(atlas: Run, reports: Path, tmp_path: Path) -> Store:
    assert atlas("build", reports).returncode == 0
    return Store(tmp_path / "store")


def rows(version: Version) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = version.read("events").to_pylist()
    return found


def one(store: Store, event_type: str) -> dict[str, Any]:
    (found,) = [row for row in rows(store.current()) if row["event_type"] == event_type]
    return found


def rebuilt(atlas: Run) -> None:
    done = atlas("build")
    assert done.returncode == 0, done.stderr


def decide(atlas: Run, *arguments: object) -> str:
    done = atlas("correct", *arguments, "--why", "a test", "--who", "desk")
    assert done.returncode == 0, done.stderr
    return done.stderr


def test_every_kind_of_decision_is_written_applied_and_undone(atlas: Run, built: Store) -> None:
    rocket, bomb, gunmen = (one(built, kind)["event_id"] for kind in ("shelling", "bombing", "abduction"))
    decide(atlas, bomb, "set", "--field", "killed", "--value", "5-7")
    decide(atlas, bomb, "place", "--value", "35.5,44.4,site,2")
    decide(atlas, gunmen, "reject")
    decide(atlas, rocket, "sensitivity", "--value", "coarse_place")
    rebuilt(atlas)
    changed = one(built, "bombing")
    assert (changed["killed_low"], changed["killed_high"], changed["radius_km"]) == (5, 7, 2)
    assert len(changed["corrections"]) == 2
    assert [row["event_type"] for row in rows(built.current())].count("abduction") == 0
    assert one(built, "shelling")["places"] == []
    assert one(built, "shelling") == next(r for r in rows(built.current().public) if r["event_type"] == "shelling") | {
        name: one(built, "shelling")[name] for name in ("incident_ids", "report_ids", "origins")
    }
    for target, field in ((bomb, "killed"), (bomb, "place"), (gunmen, ""), (rocket, "sensitivity")):
        decide(atlas, target, "restore", "--field", field)
    rebuilt(atlas)
    assert one(built, "bombing")["killed_best"] == 4
    assert one(built, "abduction")["event_id"] == gunmen
    assert one(built, "shelling")["places"]


def test_events_are_merged_and_split_by_their_own_ids_and_old_ids_live_on(atlas: Run, built: Store) -> None:
    rocket, bomb = one(built, "shelling"), one(built, "bombing")
    decide(atlas, rocket["event_id"], "merge", "--value", bomb["event_id"])
    rebuilt(atlas)
    (both,) = [row for row in rows(built.current()) if len(row["incident_ids"]) == 2]
    lost = ({rocket["event_id"], bomb["event_id"]} - {both["event_id"]}).pop()
    assert {"old_id": lost, "event_id": both["event_id"]} in built.current().read("aliases").to_pylist()
    decide(atlas, lost, "set", "--field", "status", "--value", "threatened")
    rebuilt(atlas)
    (both,) = [row for row in rows(built.current()) if len(row["incident_ids"]) == 2]
    assert both["status"] == "threatened", "a decision on an old id reaches the event that answers to it"
    refused = atlas("correct", both["event_id"], "split", "--value", "no:such#1", "--why", "a test")
    assert refused.returncode == 2
    assert both["incident_ids"][0] in refused.stderr
    decide(atlas, both["event_id"], "split", "--value", both["incident_ids"][0])
    rebuilt(atlas)
    assert {len(row["incident_ids"]) for row in rows(built.current())} == {1}


def test_a_decision_survives_its_event_and_one_that_lost_its_target_is_told(
    atlas: Run, built: Store, reports: Path
) -> None:
    bomb = one(built, "bombing")["event_id"]
    decide(atlas, bomb, "set", "--field", "status", "--value", "foiled")
    text = (reports / "r1.md").read_text(encoding="utf-8").replace("id: r1", "id: r9").replace("two", "nine")
    (reports / "r9.md").write_text(text, encoding="utf-8")
    rebuilt(atlas)
    assert one(built, "bombing")["status"] == "foiled"
    (reports / "r2.md").unlink()
    done = atlas("build")
    assert "no event answers to this id any more" in done.stdout
    told = [row["value"] for row in built.current().read("rejects").to_pylist()]
    assert len(told) == 1
    assert bomb in told[0]


def test_a_decision_of_an_earlier_day_than_one_that_stands_is_told_to_have_no_effect(atlas: Run, built: Store) -> None:
    bomb = one(built, "bombing")["event_id"]
    earlier = date.today() - timedelta(days=30)
    assert decide(atlas, bomb, "set", "--field", "killed", "--value", "5") == ""
    told = decide(atlas, bomb, "set", "--field", "killed", "--value", "9", "--when", earlier.isoformat())
    assert "has no effect" in told
    assert "Leave out --when" in told
    assert decide(atlas, bomb, "set", "--field", "killed", "--value", "6") == ""
    rebuilt(atlas)
    assert one(built, "bombing")["killed_best"] == 6


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("ev-1", "set", "--field", "status", "--value", "foiled", "--when", "2999-01-01"), "still to come"),
        (("ev-1", "place", "--value", "geonames:0"), "has no such id"),
        (("nonsense", "reject"), "neither an event id"),
        (("ev-1", "merge", "--value", "ev-2"), "answers to this id"),
    ],
)
def test_a_decision_that_cannot_be_meant_is_refused(
    atlas: Run, built: Store, arguments: tuple[str, ...], said: str
) -> None:
    refused = atlas("correct", *arguments, "--why", "a test")
    assert refused.returncode == 2
    assert said in refused.stderr
    assert not built.log.exists()


def test_a_target_that_nothing_answers_to_is_doubted(atlas: Run, built: Store) -> None:
    assert "nothing in the current build" in decide(atlas, "ev-typo", "reject")
    assert built.log.read_text(encoding="utf-8").count("\n") == 2
