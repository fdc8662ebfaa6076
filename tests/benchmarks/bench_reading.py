"""How well reports are read: our bundled gold, the kit's sample and MUC-4, by the kit's scorer; and how fast."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from etl.bench_record import bench_record
from etl.pipeline.intake import read_report
from etl.records import Report
from etl.sources import files_of, recognise

ROOT = Path(__file__).resolve().parents[2]


def run(kit: Path) -> None:
    """Print a table a gold set, MUC-4 beside the systems of 1992, then the speed."""
    reports = list(bundled())
    if kit.is_dir():
        scorer = kit / "bench" / "incidents.py"
        for language in ("en", "fr"):
            gold = ROOT / "data" / "reports" / "gold" / f"{language}.incidents.jsonl"
            score(scorer, gold, [r for r in reports if r.language == language], f"bundled gold, {language}")
        sample = kit / "bench" / "sample"
        score(scorer, sample / "incidents.jsonl", of_kit(sample / "reports.jsonl"), "the kit's sample")
        muc = kit / "bench" / "data" / "muc4"
        score(scorer, muc / "tst3.incidents.jsonl.gz", of_kit(muc / "tst3.reports.jsonl.gz"), "MUC-4 tst3")
        _peers(kit / "bench" / "peers" / "muc4_peers_tst3.json")
    _speed(reports)


def bundled() -> Iterator[Report]:
    """The reports that ship with the project."""
    for path in files_of(ROOT / "data" / "reports"):
        for item in recognise(path).read(path):
            if isinstance(item, Report):
                yield item


def of_kit(path: Path) -> Iterator[Report]:
    """The reports of a file in the kit's form, gzip-compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            published = date.fromisoformat(row["published"]) if row["published"] else None
            yield Report(row["report_id"], row["source"], row["source"], row["language"], row["title"], row["text"],
                         published)  # fmt: skip


def score(scorer: Path, gold: Path, reports: Iterable[Report], title: str) -> None:
    """Read the reports and print the scorer's whole table."""
    with tempfile.TemporaryDirectory() as folder:
        predicted = Path(folder) / "incidents.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for report in reports:
                _, incidents, _, _ = read_report(report)
                out.write(json.dumps(bench_record(report.report_id, incidents), ensure_ascii=False) + "\n")
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
    text = "\n\n".join(r.text for r in reports)
    long = [_timed_report(str(n), text[n * 6000 : (n + 1) * 6000]) for n in range(len(text) // 6000)]
    read_report(_timed_report("first", reports[0].text))
    taken = _seconds(long)
    started = time.process_time()
    for _ in range(100):
        for report in long:
            report.text.casefold().split()
    plain = (time.process_time() - started) / 100
    print(f"{len(long) / taken:.0f} reports of 6 kB a second; {taken / plain:,.0f} times str.split; {_megabytes()} MB")
    english = "\n\n".join(r.text for r in reports if r.language == "en")
    megabyte = (english * (1_000_000 // len(english) + 1))[:1_000_000]
    print(f"a text of 1 MB in {_seconds([_timed_report('long', megabyte)]):.1f} s; {_megabytes()} MB")


def _megabytes() -> int:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _timed_report(name: str, text: str) -> Report:
    return Report(f"speed:{name}", "speed", "", "en", "", text, date(2020, 7, 5))


def _seconds(reports: Iterable[Report]) -> float:
    started = time.process_time()
    for report in reports:
        read_report(report)
    return time.process_time() - started
