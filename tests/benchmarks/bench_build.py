"""How fast a build is: the UCDP union end to end, beside pandas.read_csv on the same file in the same run."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BUILD = [sys.executable, "-m", "etl", "build"]


def run(kit: Path) -> None:
    """Print rows a second of a first build, of a second one, and of `--add` after the bundled reports."""
    union = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not union.exists():
        print("skipped: the kit's UCDP union is not there")
        return
    parse = f"import pandas; print(len(pandas.read_csv({str(union)!r}, low_memory=False)))"
    read, _ = _timed([sys.executable, "-c", parse])
    with tempfile.TemporaryDirectory() as store:
        first, said = _timed([*_BUILD, str(union), "--store", store])
        second, _ = _timed([*_BUILD, str(union), "--store", store])
    print("\n".join(said.splitlines()[-8:]))
    rows = 44_505
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"first build  {first:6.1f} s  {rows / first:8,.0f} rows a second  {first / read:5.1f} times pandas.read_csv")
    print(f"second build {second:6.1f} s (nothing changed)          {second / read:5.1f} times")
    print(f"pandas.read_csv {read:.1f} s; most memory {memory:,.0f} MB, file {union.stat().st_size / 1e6:.1f} MB")


def _timed(command: list[str]) -> tuple[float, str]:
    started = time.perf_counter()
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return time.perf_counter() - started, done.stdout
