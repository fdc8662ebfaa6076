"""Every incident read out of a gold set, doubtful ones too, with its confidence and whether it is right."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from etl.bench_record import bench_record
from etl.pipeline.intake import read_report
from etl.records import Incident
from tests.benchmarks.muc4_scope import is_asked_for
from tests.benchmarks.sets import GoldSet


@dataclass(frozen=True, slots=True)
class Judged:
    """An incident's marks and confidence; right: the kit's scorer aligns it with an incident of the gold."""

    report_id: str
    marks: tuple[str, ...]
    confidence: float
    right: bool


def judged(one: GoldSet, kit: Path) -> Iterator[Judged]:
    """Read a set and have it judged; what is outside the scope of MUC-4 is not judged by its gold."""
    read: dict[str, list[Incident]] = {}
    with tempfile.TemporaryDirectory() as folder:
        predicted, pairs = Path(folder) / "incidents.jsonl", Path(folder) / "pairs.jsonl"
        with predicted.open("w", encoding="utf-8") as out:
            for report in one.reports:
                incidents = read_report(report)[1]
                rows = bench_record(report.report_id, incidents, with_doubtful=True)["incidents"]
                asked = [not one.is_muc or is_asked_for(row, report.published) for row in rows]
                read[report.report_id] = [told for told, ask in zip(incidents, asked, strict=True) if ask]
                kept = [row for row, ask in zip(rows, asked, strict=True) if ask]
                out.write(json.dumps({"report_id": report.report_id, "incidents": kept}, ensure_ascii=False) + "\n")
        scorer = kit / "bench" / "incidents.py"
        subprocess.run(
            [sys.executable, scorer, "score", "--gold", one.gold, "--pred", predicted, "--pairs", pairs,
             "--resamples", "0"], check=True, capture_output=True,
        )  # fmt: skip
        lines = [json.loads(line) for line in pairs.read_text(encoding="utf-8").splitlines()]
    for line in lines:
        if line.get("predicted") is not None:
            told = read[line["report_id"]][line["predicted"]]
            marks = tuple(reason.rpartition(" ")[0].replace(" ", "_") for reason in told.confidence_reasons)
            yield Judged(line["report_id"], marks, told.reading_confidence or 0.0, line.get("gold") is not None)
