"""`match`: whether pairs of incidents are one event, or which near misses wait for an editor."""

from __future__ import annotations

import argparse
import gzip
import json
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.commands.options import existing, store_of, store_option
from etl.errors import InputError, UsageError
from etl.pipeline.pairs import Answer, judge_pairs
from etl.store import Store, Version


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `match`."""
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("--pairs", metavar="FILE", help="JSON lines of two records or two texts: docs/matching.md")
    which.add_argument("--review", action="store_true", help="pairs that are nearly one event, the surest first")
    parser.add_argument("--most", type=int, default=20, metavar="N", help="with --review: how many (default: 20)")
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print one JSON line a pair; exit status 1 where a line could not be judged."""
    if arguments.review:
        return _review(store_of(arguments), arguments.most)
    path = existing(arguments.pairs)
    answers = judge_pairs(path.name, list(_lines(path)))
    for answer in answers:
        print(json.dumps(_line(answer), ensure_ascii=False))
    return 1 if any(answer.error for answer in answers) else 0


def _lines(path: Path) -> Iterator[tuple[int, Any]]:
    """Each JSON value with its line; a file that is one JSON list gives its items. Reads .gz too."""
    raw = path.read_bytes()
    try:
        text = (gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw).decode("utf-8-sig")
    except (UnicodeDecodeError, OSError, EOFError) as error:
        raise InputError(str(path), f"not UTF-8 text ({error})", "Write JSON lines in UTF-8.") from error
    if text.lstrip().startswith("[") and (whole := _parsed(text)) is not None:
        yield from enumerate(whole, start=1)
        return
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            yield number, _parsed(line)


def _parsed(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None


def _line(answer: Answer) -> dict[str, Any]:
    line: dict[str, Any] = {"id": answer.pair_id}
    if answer.error:
        return line | {"probability": None, "same": None, "reasons": [], "error": answer.error}
    return line | {"probability": answer.probability, "same": answer.same, "reasons": list(answer.reasons)}


def _review(store: Store, most: int) -> int:
    """The near misses that no decision has settled: what both tell, the reasons, and the line that decides."""
    if most < 1:
        raise UsageError("match: --most must be 1 or more.")
    version = store.current()
    pairs = version.read("matches").to_pylist()
    waiting = sorted((p for p in pairs if p["event_id"] is None), key=lambda p: (-p["score"], p["left_id"]))
    shown = waiting[:most]
    told = _told_by(version, {pair[side] for pair in shown for side in ("left_id", "right_id")})
    for pair in shown:
        flag = "  (episode and event?)" if pair["is_episode"] else ""
        print(f"{pair['score']:.2f}  {pair['left_id']}  {told[pair['left_id']]}{flag}")
        print(f"      {pair['right_id']}  {told[pair['right_id']]}")
        print(f"      {'; '.join(pair['reasons'])}")
        words = [
            "python",
            "-m",
            "etl",
            "correct",
            pair["left_id"],
            "merge",
            "--value",
            pair["right_id"],
            "--why",
            "...",
        ]
        print(f"      the same: {shlex.join(words)}  (another: split)")
    print(f"{len(waiting):,} near misses wait for review")
    return 0


def _told_by(version: Version, ids: set[str]) -> dict[str, str]:
    """What each of these incidents tells, in a line: type, days, place, killed and wounded."""
    incidents = version.read("incidents")
    asked = incidents.filter(pc.is_in(incidents["incident_id"], value_set=pa.array(sorted(ids), pa.string())))
    return dict.fromkeys(ids, "") | {row["incident_id"]: _in_a_line(row) for row in asked.to_pylist()}


def _in_a_line(row: Mapping[str, Any]) -> str:
    days = "..".join(dict.fromkeys(str(row[name]) for name in ("date_start", "date_end") if row[name]))
    tolls = [f"{name} {row[f'{name}_best']}" for name in ("killed", "wounded") if row[f"{name}_best"] is not None]
    return " | ".join([row["event_type"], days or "no day", ", ".join(row["places"]) or "no place", *tolls])
