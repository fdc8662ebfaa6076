"""Server time of Explore over 30 changes of filter at 44,505 rows: our queries, and pandas doing the same in memory."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import pandas as pd
import pyarrow.parquet as pq

from dashboard import queries
from dashboard.figures import map_figure, timeline_figure
from dashboard.filters import View
from dashboard.geography import Bounds, Camera
from dashboard.i18n import translator
from dashboard.live_figure import written
from etl.store import Store, Version

ROOT = Path(__file__).resolve().parents[2]
CHANGES, SEED = 30, 20200704
WORLD, CAMERA = Bounds(-180, -60, 180, 80), Camera(40, 30, 2)


def run(kit: Path) -> None:
    """Print median and 95th percentile of each, and the ratio."""
    union = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not union.exists():
        print("skipped: the kit is not there")
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "etl", "build", str(union), "--store", folder]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        version = Store(Path(folder)).current()
        views = _changes(version)
        frame = pq.read_table(version.table("events")).to_pandas()
        for view in views[:3]:
            _ours(version, view)
        ours = [_timed(lambda view=view: _ours(version, view)) for view in views]
        drawn = [_timed(lambda view=view: _drawn(version, view)) for view in views]
        theirs = [_timed(lambda view=view: _pandas(version, frame, view)) for view in views]
    print(
        f"{len(frame):,} events, {CHANGES} changes of filter, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"
    )
    for name, times in (("queries", ours), ("queries + figures", drawn), ("pandas, the same answers", theirs)):
        wall, work = [t.wall for t in times], [t.work for t in times]
        print(f"{name:26} wall: median {median(wall):6.1f} ms, p95 {_p95(wall):6.1f} ms"
              f"   processor: median {median(work):6.1f} ms, p95 {_p95(work):6.1f} ms")  # fmt: skip
    ratio = median(t.wall for t in ours) / median(t.wall for t in theirs)
    print(f"queries / pandas: {ratio:.2f} (median, wall)")


class Took(NamedTuple):
    """Milliseconds by the clock, and of processor time over all threads (which other programs do not lengthen)."""

    wall: float
    work: float


def _changes(version: Version) -> list[View]:
    """Filters as a reader sets them: one to three at a time, of values that occur, the same ones every time."""
    chance = random.Random(SEED)
    found = queries.facets(version, View())
    views = []
    for _ in range(CHANGES):
        values: dict[str, Any] = {}
        for field in chance.sample(
            ("countries", "event_types", "actors", "period", "text", "place"), chance.randint(1, 3)
        ):
            if field == "period":
                year = chance.randint(1990, 2024)
                values |= {"date_from": date(year, 1, 1), "date_to": date(year + chance.randint(0, 9), 12, 31)}
            elif field == "text":
                values["text"] = chance.choice(("baghdad", "government", "al qa", "village near", "mosul city"))
            elif field == "place":
                values["coarsest_place"] = chance.choice(("site", "town", "district"))
            else:
                values[field] = (chance.choice(list(found[field])[:20]),)
        views.append(View(**values))
    return views


def _timed(work: Callable[[], object]) -> Took:
    wall, processor = time.perf_counter(), time.process_time()
    work()
    return Took((time.perf_counter() - wall) * 1000, (time.process_time() - processor) * 1000)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(0.95 * (len(times) - 1) + 0.5)]


def _ours(version: Version, view: View) -> tuple[Any, ...]:
    """Every question of one drawing of Explore."""
    crowded = queries.in_sight(version, view, WORLD) > 3000
    return (
        queries.no_events() if crowded else queries.events(version, view, 3000, WORLD),
        queries.cells(version, view, WORLD, CAMERA.zoom) if crowded else None,
        queries.bins(version, view),
        queries.totals(version, view),
        queries.facets(version, view),
        queries.table(version, view, 0),
    )


def _drawn(version: Version, view: View) -> None:
    events, cells, bins, *_ = _ours(version, view)
    t = translator("en")
    written(map_figure(events, t=t, camera=CAMERA, cells=cells))
    written(timeline_figure(bins, t=t))


def _pandas(version: Version, frame: pd.DataFrame, view: View) -> None:
    """The same answers from a table in memory: facets under the other filters, bins, cells, totals, first page."""
    masks = _masks(version, frame, view)
    shown = frame[_all(masks, frame)]
    for field, column in (("event_types", "event_type"), ("statuses", "status"), ("countries", "country"),
                          ("admin1", "admin1"), ("coarsest_place", "place_precision")):  # fmt: skip
        frame[_all({k: m for k, m in masks.items() if k != field}, frame)][column].value_counts()
    for field in ("actors", "sources", "publishers", "languages"):
        frame[_all({k: m for k, m in masks.items() if k != field}, frame)][field].explode().value_counts()
    days = pd.to_datetime(shown["date_start"])
    shown.groupby([days.dt.to_period("Y"), "event_type"]).agg({"event_id": "size", "killed_best": "sum"})
    shown.groupby([(shown["longitude"] // 5), (shown["latitude"] // 5)]).agg({"event_id": "size", "killed_best": "sum"})
    shown[["killed_low", "killed_best", "killed_high"]].sum()
    shown.sort_values(["date_start", "event_id"], ascending=[False, True]).head(50)


def _masks(version: Version, frame: pd.DataFrame, view: View) -> dict[str, Any]:
    masks: dict[str, Any] = {}
    if view.countries:
        masks["countries"] = frame["country"].isin(view.countries)
    if view.event_types:
        masks["event_types"] = frame["event_type"].isin(view.event_types)
    if view.actors:
        wanted = set(view.actors)
        masks["actors"] = frame["actors"].map(lambda names: not wanted.isdisjoint(names))
    if view.date_from and view.date_to:
        masks["period"] = (frame["date_end"] >= view.date_from) & (frame["date_start"] <= view.date_to)
    if view.text:
        masks["text"] = frame["event_id"].isin(version.search(view.text, 10_000_000))
    if view.coarsest_place:
        ranks = ("site", "neighbourhood", "town", "district")
        masks["coarsest_place"] = frame["place_precision"].isin(ranks[: ranks.index(view.coarsest_place) + 1])
    return masks


def _all(masks: dict[str, Any], frame: pd.DataFrame) -> Any:
    kept = pd.Series(True, index=frame.index)
    for mask in masks.values():
        kept &= mask
    return kept
