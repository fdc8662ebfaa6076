"""Matching: judged pairs, UCDP ids, how time grows to 400,000 incidents, and what a late thousand costs."""

from __future__ import annotations

import math
import resource
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from etl.matching import match
from tests.benchmarks.replicas import as_another_dataset, replicated, union
from tests.matching.judged_events import HALVES, figures, judged
from tests.matching.judged_rows import found_pairs, half_of, judged_rows

ROOT = Path(__file__).resolve().parents[2]
SIZES = (50_000, 100_000, 200_000, 400_000)
_LATE = 1_000
_RELEASES = ("ucdp_ged19.1_iraq_hdx.csv.gz", "ucdp_ged23.1_car.geojson.gz", "ucdp_ukraine_cbc43b8_raw_cp1252.csv.gz")


def run(kit: Path) -> None:
    """Print pair and event figures of both halves, and, where the kit's samples are, the curve and the late rows."""
    print("half   incidents  events  pair P     R    F1  event P     R    F1 (B-cubed)")
    for half in HALVES:
        told = judged(half)
        found = figures(match(told.incidents, told.reports).events["incident_ids"].to_pylist(), told.events)
        print(
            f"{half:6} {told.incidents.num_rows:9} {len(told.events):7}   "
            f"{found.pair_precision:.3f} {found.pair_recall:.3f} {found.pair_f1:.3f}    "
            f"{found.event_precision:.3f} {found.event_recall:.3f} {found.event_f1:.3f}"
        )
    sources = kit / "data" / "sources"
    if not sources.is_dir():
        print("skipped: rows of datasets, ids in two layouts, the curve and the late rows need the kit's UCDP samples")
        return
    _rows(sources)
    _layouts(sources)
    _releases(sources)
    print("\nincidents  seconds of one core  ratio to n log n  most memory MB")
    first = 0.0
    for size in SIZES:
        seconds, memory = _in_a_process(sources, size)
        first = first or seconds / (size * math.log(size))
        print(f"{size:9,}  {seconds:19.1f}  {seconds / (size * math.log(size)) / first:16.2f}  {memory:14,.0f}")
    _late(sources)


def _rows(sources: Path) -> None:
    told = judged_rows(sources)
    events = match(told.incidents, told.reports).events["incident_ids"].to_pylist()
    print("\nrows of VIINA and GDELT against UCDP, judged by reading both")
    for half in HALVES:
        same, apart = ({pair for pair in pairs if half_of(pair) == half} for pairs in (told.same, told.apart))
        print(f"{half:6} one event: {len(found_pairs(events, same))} of {len(same)} found; "
              f"two: {len(found_pairs(events, apart))} of {len(apart)} matched wrongly")  # fmt: skip


def _layouts(sources: Path) -> None:
    one, other = (union(sources / name) for name in
                  ("ucdp_ged_bangladesh_hdx.csv.gz", "ucdp_ged19.1_bangladesh_myanmar_raw.csv.gz"))  # fmt: skip
    both = [pa.concat_tables([one[side], other[side]]) for side in (0, 1)]
    events = match(*both).events
    shared = pc.sum(pc.is_in(other[0]["incident_id"], value_set=one[0]["incident_id"].combine_chunks())).as_py()
    told_apart = events.num_rows - other[0].num_rows
    print(f"\nids in two layouts: {shared - told_apart} of {shared} are one event each")


def _releases(sources: Path) -> None:
    """Older releases handed in as if another dataset told them, beside the union that holds the same ids."""
    incidents, reports = union(sources / "ucdp_ged_union_49col.csv.gz")
    for name in _RELEASES:
        older = as_another_dataset(union(sources / name))
        both = [pa.concat_tables([ours, theirs]) for ours, theirs in zip((incidents, reports), older, strict=True)]
        groups = [ids for ids in match(*both).events["incident_ids"].to_pylist() if len(ids) > 1]
        right = sum(len({one.rpartition(":")[2] for one in ids}) == 1 for ids in groups)
        print(f"{name}: {right:,} of {older[0].num_rows:,} rows found again, {len(groups) - right} matched wrongly")


def _in_a_process(sources: Path, size: int) -> tuple[float, float]:
    """Seconds of processor time and most memory of a match in a process of its own, held to one core."""
    code = f"from tests.benchmarks.bench_matching import once; once({str(sources)!r}, {size})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    seconds, memory = map(float, done.stdout.split())
    return seconds, memory


def once(sources: str, size: int) -> None:
    """Match `size` incidents and print the seconds of processor time and the most memory in MB."""
    incidents, reports = replicated(union(Path(sources) / "ucdp_ged_union_49col.csv.gz"), size)
    began = time.process_time()
    match(incidents, reports)
    used = time.process_time() - began
    print(used, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def _late(sources: Path) -> None:
    """What it costs to add a thousand incidents of another dataset, with what the match before remembers and without.

    To the union's events, which no other dataset tells, and to a store in which two datasets tell the same.
    """
    whole = union(sources / "ucdp_ged_union_49col.csv.gz")
    twins = [table.slice(25_000, _LATE) for table in replicated(whole, 25_000 + _LATE)]
    told_twice = replicated(whole, SIZES[1])
    for base, late in ((whole, twins), ([t.slice(0, SIZES[1] - _LATE) for t in told_twice],
                                        [t.slice(SIZES[1] - _LATE) for t in told_twice])):  # fmt: skip
        both = [pa.concat_tables(parts) for parts in zip(base, late, strict=True)]
        before = match(*base)
        seconds = []
        for memory in ({}, before.memory):
            began = time.process_time()
            after = match(*both, before.events, previous_aliases=before.aliases, memory=memory)
            seconds.append(time.process_time() - began)
        kept = pc.sum(pc.is_in(before.events["event_id"], value_set=after.events["event_id"].combine_chunks())).as_py()
        print(
            f"\n{_LATE:,} late incidents beside {before.events.num_rows:,} events: {seconds[1]:.1f} s, anew "
            f"{seconds[0]:.1f} s; {after.touched:,} incidents compared anew, "
            f"{after.events.num_rows - before.events.num_rows} new events, {kept:,} ids kept"
        )
