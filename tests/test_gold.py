"""What a user of the gold in tests/gold relies on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
GOLD = ROOT / "tests" / "gold"
SCORER = ROOT.parent / "shared" / "bench" / "incidents.py"
INCIDENTS = sorted(GOLD.glob("*/*.incidents.jsonl"))
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def reports_beside(incidents: Path) -> dict[str, Row]:
    reports = rows(incidents.with_name(incidents.name.replace(".incidents.", ".reports.")))
    return {report["report_id"]: report for report in reports}


def told(path: Path) -> list[tuple[Row, Row]]:
    """Every incident of a file with the report that tells of it."""
    reports = reports_beside(path)
    return [(reports[line["report_id"]], incident) for line in rows(path) for incident in line["incidents"]]


each_file = pytest.mark.parametrize("path", INCIDENTS, ids=lambda p: f"{p.parent.name}-{p.name[:2]}")


def test_english_and_french_have_a_half_to_fit_on() -> None:
    assert {"fit/en.incidents.jsonl", "fit/fr.incidents.jsonl"} <= {str(p.relative_to(GOLD)) for p in INCIDENTS}


@each_file
def test_each_report_has_one_line_of_incidents(path: Path) -> None:
    reports = reports_beside(path)
    assert [line["report_id"] for line in rows(path)] == list(reports)
    assert {report["language"] for report in reports.values()} == {path.name[:2]}


@each_file
def test_evidence_lies_in_its_text_and_cuts_no_word(path: Path) -> None:
    for report, incident in told(path):
        text, end = report["text"], -1
        assert incident["evidence"], report["report_id"]
        for start, stop in incident["evidence"]:
            assert end < start < stop <= len(text), (report["report_id"], start, stop)
            assert text[start:stop] == text[start:stop].strip(), (report["report_id"], start, stop)
            assert not (start and text[start - 1 : start + 1].isalnum()), (report["report_id"], start)
            assert not (stop < len(text) and text[stop - 1 : stop + 1].isalnum()), (report["report_id"], stop)
            end = stop


@each_file
def test_names_are_as_written_in_the_report(path: Path) -> None:
    for report, incident in told(path):
        written = (report["title"] + "\n" + report["text"]).casefold()
        names = [actor["name"] for actor in incident["actors"]]
        for key in ("place", "origin", "weapons", "targets"):
            names += incident[key]
        assert [name for name in names if name.casefold() not in written] == [], report["report_id"]


@each_file
def test_dates_are_days_and_none_done_lies_after_publication(path: Path) -> None:
    for report, incident in told(path):
        published = date.fromisoformat(report["published"])
        if incident["date_start"] is None:
            continue
        start, end = (date.fromisoformat(incident[key]) for key in ("date_start", "date_end"))
        assert start <= end, report["report_id"]
        assert incident["status"] == "threatened" or start <= published, report["report_id"]


def test_no_report_stands_twice_or_in_both_halves() -> None:
    reports = [report for path in INCIDENTS for report in reports_beside(path).values()]
    for key in ("report_id", "text"):
        assert [value for value, n in Counter(report[key] for report in reports).items() if n > 1] == []


@pytest.mark.skipif(not SCORER.exists(), reason="the benchmark kit is not beside the project")
@each_file
def test_the_scorer_of_the_kit_takes_the_gold(path: Path) -> None:
    asked = [sys.executable, str(SCORER), "check", "--pred", str(path)]
    run = subprocess.run(asked, cwd=SCORER.parent, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
