"""How well place names are found and placed: the kit's three public sets by its scorer, beside the archived systems."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from etl.places.gazetteer import distance_km, open_gazetteer
from tests.benchmarks.place_mentions import answer, mentions
from tests.benchmarks.place_speed import speed

ROOT = Path(__file__).resolve().parents[2]
FAR_KM, WORST = 1_000.0, 10
"""Distance in km of an answer that is plainly wrong; how many of the worst are listed."""


def run(kit: Path) -> None:
    """Print our mentions and speeds, then, a set and a task, our table and the best archived figure."""
    print(f"--- speed ---\n{speed()}\n\n--- mentions of conflict reporting ---\n{_mentions()}", flush=True)
    tool = kit / "bench" / "toponyms.py"
    if not tool.exists():
        print("skipped: the kit is not there")
        return
    peers = json.loads((kit / "bench" / "peers" / "toponyms_peers.json").read_text(encoding="utf-8"))
    for name in ("trnews", "geovirus", "lgl"):
        gold = kit / "bench" / "data" / "toponyms" / f"{name}.jsonl.gz"
        for task, figure in (("resolve", "acc@161"), ("parse", "within_161_f1")):
            print(f"\n--- {name}, {task} ---\n{_score(tool, gold, task)}", flush=True)
            if task == "resolve":
                print(f"--- {name}, at the product's threshold ---\n{_far_off(tool, gold)}", flush=True)
            best = max(peers[name][task].items(), key=lambda peer: _value(peer[1][figure]))
            print(f"best archived system: {best[0]}, {figure} {_value(best[1][figure]):.3f}", flush=True)


def _mentions() -> str:
    """Answered, right of answered, and every mention that is not right."""
    answers = [answer(open_gazetteer(), mention) for mention in mentions()]
    given = [one for one in answers if one.km is not None]
    right = sum(one.is_right for one in given)
    lines = [f"{len(answers)} mentions, answered {len(given) / len(answers):.3f}, right {right / len(given):.3f}"]
    for one in answers:
        if not one.is_right:
            where = "unplaced" if one.km is None else f"{one.precision}, {one.km:.0f} km off, {one.place_id}"
            lines.append(f"  {one.mention.id}: {one.mention.mention}: {where}")
    return "\n".join(lines)


def _far_off(tool: Path, gold: Path) -> str:
    """How many names the product declines, how many of its answers lie far off, and the worst of them."""
    with tempfile.TemporaryDirectory() as folder, gzip.open(gold, "rt", encoding="utf-8") as lines:
        asked = Path(folder) / "asked.jsonl"
        _run([sys.executable, str(tool), "questions", "--gold", str(gold), "--out", str(asked), "--with-mentions"])
        told = _run([sys.executable, "-m", "etl", "places", "--batch", str(asked), "--threshold"])
        points = {
            (doc["docid"], one["start"]): (doc["text"], one) for doc in map(json.loads, lines) for one in _named(doc)
        }
    answers = [row for row in map(json.loads, told.splitlines()) if (row["docid"], row["start"]) in points]
    given = [row for row in answers if row["latitude"] is not None]
    far = []
    for row in given:
        text, right = points[row["docid"], row["start"]]
        km = distance_km((row["latitude"], row["longitude"]), (right["latitude"], right["longitude"]))
        if km > FAR_KM:
            far.append((km, row["docid"], text[row["start"] : row["end"]]))
    worst = "\n".join(f"  {km:6.0f} km  {docid}  {name}" for km, docid, name in sorted(far, reverse=True)[:WORST])
    share = f"{len(far) / len(given):.4f} of them more than {FAR_KM:.0f} km off"
    return f"declined {1 - len(given) / len(answers):.3f} of {len(answers)}; {share}; the worst:\n{worst}"


def _named(document: dict[str, Any]) -> list[dict[str, Any]]:
    """The names of a document of the kit that have a point."""
    lists = (value for value in document.values() if isinstance(value, list))
    return [one for rows in lists for one in rows if one.get("latitude") is not None]


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
