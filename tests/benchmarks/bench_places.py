"""How well place names are found and placed: the kit's three public sets by its scorer, beside the archived systems."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def run(kit: Path) -> None:
    """Print, a set and a task, our table and the best archived figure."""
    tool = kit / "bench" / "toponyms.py"
    if not tool.exists():
        print("skipped: the kit is not there")
        return
    peers = json.loads((kit / "bench" / "peers" / "toponyms_peers.json").read_text(encoding="utf-8"))
    for name in ("trnews", "geovirus", "lgl"):
        gold = kit / "bench" / "data" / "toponyms" / f"{name}.jsonl.gz"
        for task, figure in (("resolve", "acc@161"), ("parse", "within_161_f1")):
            print(f"\n--- {name}, {task} ---\n{_score(tool, gold, task)}", flush=True)
            best = max(peers[name][task].items(), key=lambda peer: _value(peer[1][figure]))
            print(f"best archived system: {best[0]}, {figure} {_value(best[1][figure]):.3f}", flush=True)


def _value(figure: object) -> float:
    return float(figure["value"]) if isinstance(figure, dict) else float(str(figure))


def _score(tool: Path, gold: Path, task: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        asked, answered = Path(folder) / "asked.jsonl", Path(folder) / "answered.jsonl"
        mentions = ["--with-mentions"] if task == "resolve" else []
        _run([sys.executable, str(tool), "questions", "--gold", str(gold), "--out", str(asked), *mentions])
        answered.write_text(_run([sys.executable, "-m", "etl", "places", "--batch", str(asked)]), encoding="utf-8")
        score = [sys.executable, str(tool), "score", task, "--gold", str(gold), "--pred", str(answered)]
        return _run([*score, "--resamples", "0"])


def _run(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
