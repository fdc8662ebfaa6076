"""How well reports are read: our gold, the kit's sample and MUC-4, by the kit's scorer; and how fast."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from etl.bench_record import bench_record
from etl.pipeline.intake import read_report
from etl.records import Report
from tests.benchmarks.muc4_scope import in_scope
from tests.benchmarks.sets import GoldSet, bundled, bundled_sets, half_sets, muc_set, named, of_kit

__all__ = ["bundled", "of_kit", "run"]


def run(kit: Path) -> None:
    """Print a table a gold set, MUC-4 beside the systems of 1992, then the speed."""
    if kit.is_dir():
        scorer = kit / "bench" / "incidents.py"
        for one in (*bundled_sets(), *half_sets("check"), named("sample", kit)):
            score(scorer, one.gold, _read(one), one.name)
        muc = muc_set(kit, "tst3")
        lines = _read(muc)
        score(scorer, muc.gold, lines, "MUC-4 tst3, all that was read")
        days = {report.report_id: report.published for report in muc.reports if report.published}
        score(scorer, muc.gold, list(in_scope(lines, days)), "MUC-4 tst3, in the task's scope (muc4_scope.py)")
        _peers(kit / "bench" / "peers" / "muc4_peers_tst3.json")
    _speed(list(bundled()))


def _read(one: GoldSet) -> list[str]:
    """A line of incidents.jsonl for each report of a set."""
    records = (bench_record(report.report_id, read_report(report)[1]) for report in one.reports)
    return [json.dumps(record, ensure_ascii=False) for record in records]


def score(scorer: Path, gold: Path, lines: Iterable[str], title: str) -> None:
    """Print the scorer's whole table for lines of incidents.jsonl."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "incidents.jsonl"
        predicted.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        told = subprocess.run(
            [sys.executable, scorer, "score", "--gold", gold, "--pred", predicted],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
    print(f"\n--- {title} ---\n{told.stdout or told.stderr}", flush=True)


def _peers(path: Path) -> None:
    systems = json.loads(path.read_text(encoding="utf-8"))["systems"]
    rows = systems.items() if isinstance(systems, dict) else ((s["system"], s) for s in systems)
    print("Systems of 1992 on MUC-4 tst3, by the same scorer")
    for name, figures in rows:
        shown = {k: figures.get("figures", figures).get(k) for k in ("incident_f1", "row")}
        print(f"{name:10}", {k: v["value"] if isinstance(v, dict) else v for k, v in shown.items()})


def _speed(reports: list[Report]) -> None:
    """Reports a second and core, and a text of a megabyte, beside one pass of str.split over the same text.

    Each report is new to the reader, and read once. Times are of this process alone, so that neighbours count less.
    """
    long: list[Report] = []
    for language in sorted({r.language for r in reports}):
        text = "\n\n".join(r.text for r in reports if r.language == language)
        long += [_timed_report(language, text[at : at + 6000]) for at in range(0, len(text) - 5999, 6000)]
        read_report(_timed_report(language, text[:1000]))
    taken = _seconds(long)
    started = time.process_time()
    for _ in range(100):
        for report in long:
            report.text.casefold().split()
    plain = (time.process_time() - started) / 100
    print(f"{len(long) / taken:.0f} reports of 6 kB a second; {taken / plain:,.0f} times str.split; {_megabytes()} MB")
    english = "\n\n".join(r.text for r in reports if r.language == "en")
    megabyte = (english * (1_000_000 // len(english) + 1))[:1_000_000]
    print(f"a text of 1 MB in {_seconds([_timed_report('en', megabyte)]):.1f} s; {_megabytes()} MB")


def _megabytes() -> int:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _timed_report(language: str, text: str) -> Report:
    return Report("speed:1", "speed", "", language, "", text, date(2020, 7, 5))


def _seconds(reports: Iterable[Report]) -> float:
    started = time.process_time()
    for report in reports:
        read_report(report)
    return time.process_time() - started
