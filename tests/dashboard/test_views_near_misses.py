"""What may be the same event: told with its reasons in the reader's language, and ready for an editor to decide."""

from __future__ import annotations

import csv
import shlex
from pathlib import Path

import pytest
from browser_session import page, quiet, settled
from playwright.sync_api import expect

from dashboard import queries
from dashboard.i18n import translator
from dashboard.reasons import said
from dashboard.views.decide import choices, command
from dashboard.views.near_misses import near_misses
from dashboard.views.side_by_side import side_by_side
from etl.__main__ import main
from etl.corrections import load
from etl.engines import engine
from etl.pipeline import Input, build
from etl.store import Store, Version

REPORTS = Path(__file__).resolve().parents[2] / "data" / "reports"


def test_both_events_tell_of_the_pair_from_their_own_side(version: Version) -> None:
    for event_id, own, other in (("ev-rockets", "atlas:1#1", "ev-bomb"), ("ev-bomb", "atlas:4#1", "ev-rockets")):
        found = queries.event(version, event_id, "en")
        assert found is not None
        (near,) = queries.near_misses(version, found, "en")
        assert (near.values["event_id"], near.pairs[0].left_id, near.pairs[0].is_episode) == (other, own, True)
    raid = queries.event(version, "ev-raid", "en")
    assert raid is not None
    assert queries.near_misses(version, raid, "en") == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ["alike to 41 in 100", "2 days apart (−0.5)", "bombing", "One names a stretch of days"]),
        (
            "fr",
            [
                "proche à 41 sur 100",
                "à 2 jours d’écart (−0.5)",
                "tués : 2 et 3 (−0.6)",
                "une période de plusieurs jours",
            ],
        ),
    ],
)
def test_the_reasons_stand_in_the_readers_language_and_foreign_words_are_never_markup(
    version: Version, monkeypatch: pytest.MonkeyPatch, language: str, words: list[str]
) -> None:
    monkeypatch.setattr("dashboard.views.session.origin", lambda: "http://127.0.0.1")
    found = queries.event(version, "ev-rockets", language)
    assert found is not None
    told = near_misses(found, queries.near_misses(version, found, language), translator(language))
    assert [one for one in words if one not in told] == []
    assert "<script>" not in told
    assert "event=ev-bomb" in told


def test_every_reason_of_the_bundled_reports_is_told_in_french(tmp_path: Path) -> None:
    version = build([Input(REPORTS)], Store(tmp_path), engine("plain"), lambda *_: None).version
    french = translator("fr")
    reasons = {reason for pair in version.read("matches").to_pylist() for reason in pair["reasons"]}
    assert len(reasons) > 100
    assert [reason for reason in reasons if said(reason, french) == reason] == []


def test_a_reason_of_another_form_stays_as_it_is() -> None:
    assert said("a new kind of reason (+1.0)", translator("fr")) == "a new kind of reason (+1.0)"


def test_the_line_for_an_editor_is_one_that_the_command_takes(version: Version, tmp_path: Path) -> None:
    found = queries.event(version, "ev-rockets", "en")
    assert found is not None
    offered = choices(found, queries.near_misses(version, found, "en"), translator("en"))
    assert [one.action for one in offered] == ["merge", "split", "split", "split", "split"]
    for choice in offered:
        line = shlex.split(command(choice, "it's the same; $(night)"))
        assert main([*line[3:], "--who", "desk", "--store", str(tmp_path)]) == 0
    written = load([tmp_path / "corrections.csv"])
    assert [(one.action, one.target, one.value, one.why) for one in written] == [
        (one.action, one.target, "|".join(one.others), "it's the same; $(night)") for one in offered
    ]


def test_columns_on_which_reports_differ_say_so(version: Version) -> None:
    found = queries.event(version, "ev-rockets", "en")
    assert found is not None
    table = side_by_side(found, translator("en"))
    assert table.count("reports differ") == 1
    assert table.index("Wounded") < table.index("reports differ")


@pytest.mark.browser
def test_an_editor_leaves_with_the_decision_as_a_file(address: str) -> None:
    with page(f"{address}/?event=ev-rockets") as opened:
        on = settled(opened.page, 1)
        on.get_by_text("Editors: join or part").click()
        for label, words in (("Why: what in the reports", "Same night"), ("Who decides", "An editor")):
            box = on.get_by_label(label)
            box.fill(words)
            box.press("Enter")
        expect(on.get_by_text("correct 'atlas:1#1' merge")).to_be_visible()
        button = on.get_by_role("button", name="Download the decision")
        with quiet(on).expect_download() as downloading:
            button.click()
        (row,) = csv.DictReader(downloading.value.path().read_text(encoding="utf-8").splitlines())
        assert (row["action"], row["target"], row["value"]) == ("merge", "atlas:1#1", "atlas:4#1")
        assert opened.outside == []
