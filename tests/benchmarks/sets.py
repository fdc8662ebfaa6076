"""The gold sets by name: bundled-en, fit-fr, check-es, sample, muc-tst3, ..."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from etl.records import Report
from etl.sources import files_of, recognise

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("en", "fr", "ar", "es")


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Reports and the file of their gold; is_muc where the task's scope holds."""

    name: str
    gold: Path
    reports: tuple[Report, ...]
    is_muc: bool = False


def named(name: str, kit: Path) -> GoldSet:
    """A set by its name. Raises KeyError where there is none of that name."""
    kind, _, which = name.partition("-")
    if kind == "muc":
        return muc_set(kit, which)
    if name == "sample":
        folder = kit / "bench" / "sample"
        return GoldSet(name, folder / "incidents.jsonl", tuple(of_kit(folder / "reports.jsonl")))
    sets = bundled_sets() if kind == "bundled" else half_sets(kind)
    return {one.name: one for one in sets}[name]


def bundled() -> Iterator[Report]:
    """The reports that ship with the project."""
    for path in files_of(ROOT / "data" / "reports"):
        for item in recognise(path).read(path):
            if isinstance(item, Report):
                yield item


def bundled_sets() -> Iterator[GoldSet]:
    """The bundled gold, a set a language."""
    reports = list(bundled())
    for language in LANGUAGES:
        gold = ROOT / "data" / "reports" / "gold" / f"{language}.incidents.jsonl"
        if gold.exists():
            yield GoldSet(f"bundled-{language}", gold, tuple(one for one in reports if one.language == language))


def half_sets(half: str) -> Iterator[GoldSet]:
    """A half ("fit" or "check") of the gold in tests/gold, a set a language."""
    folder = ROOT / "tests" / "gold" / half
    for language in LANGUAGES:
        reports = folder / f"{language}.reports.jsonl"
        if reports.exists():
            yield GoldSet(f"{half}-{language}", folder / f"{language}.incidents.jsonl", tuple(of_kit(reports)))


def muc_set(kit: Path, part: str) -> GoldSet:
    """A set of MUC-4 out of the kit: dev, tst1, tst2 or tst3."""
    folder = kit / "bench" / "data" / "muc4"
    reports = tuple(of_kit(folder / f"{part}.reports.jsonl.gz"))
    return GoldSet(f"muc-{part}", folder / f"{part}.incidents.jsonl.gz", reports, is_muc=True)


def of_kit(path: Path) -> Iterator[Report]:
    """The reports of a file in the kit's form, gzip-compressed or not."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row: dict[str, Any] = json.loads(line)
            published = date.fromisoformat(row["published"]) if row["published"] else None
            yield Report(row["report_id"], row["source"], row["source"], row["language"], row["title"], row["text"],
                         published)  # fmt: skip
