"""How fast a build is, and what memory it takes: the UCDP union to a finished version, beside pandas.read_csv."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BUILD = [sys.executable, "-m", "etl", "build"]
_BAR_ROWS, _BAR_GROWTH = 10_000, 3.0
"""Rows a second on one core, and bytes of memory a byte of the file on disk, that a build should reach."""


@dataclass(frozen=True, slots=True)
class _Run:
    wall: float
    cpu: float
    megabytes: float
    said: str


def run(kit: Path) -> None:
    """Print rows a second of a first build, of a second one, and how memory grows with the file."""
    union = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not union.exists():
        print("skipped: the kit's UCDP union is not there")
        return
    parse = f"import pandas; print(len(pandas.read_csv({str(union)!r}, low_memory=False)))"
    with tempfile.TemporaryDirectory() as folder:
        whole, half = Path(folder) / "whole.csv", Path(folder) / "half.csv"
        content = gzip.decompress(union.read_bytes())
        whole.write_bytes(content)
        half.write_bytes(content[: content.index(b"\n", len(content) // 2) + 1])
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        # The first to run compiles every module, as the first run after an installation does.
        smaller = _measured([*_BUILD, str(half), "--store", f"{folder}/b"], compiled)
        first = _measured([*_BUILD, str(whole), "--store", f"{folder}/a"], compiled)
        second = _measured([*_BUILD, str(whole), "--store", f"{folder}/a"], compiled)
        read = _measured([sys.executable, "-c", parse], compiled)
        grown = (first.megabytes - smaller.megabytes) / ((whole.stat().st_size - half.stat().st_size) / 1e6)
    print("\n".join(first.said.splitlines()[-8:]))
    rows = int(read.said)
    print(f"first build  {first.wall:6.1f} s, {first.cpu:.1f} s of one core: {rows / first.cpu:8,.0f} rows a second "
          f"(bar {_BAR_ROWS:,}), {first.cpu / read.cpu:.1f} times pandas.read_csv")  # fmt: skip
    print(f"second build {second.wall:6.1f} s, {second.cpu:.1f} s of one core (nothing changed)")
    print(f"pandas.read_csv alone {read.wall:.1f} s, {read.cpu:.1f} s of one core, {read.megabytes:,.0f} MB")
    print(
        f"most memory {first.megabytes:,.0f} MB for {len(content) / 1e6:.1f} MB, {smaller.megabytes:,.0f} MB for half"
    )
    print(f"memory grows by {grown:.1f} times the file on disk (bar {_BAR_GROWTH:g})")


def _measured(command: list[str], environment: dict[str, str]) -> _Run:
    """Wall and processor time in seconds and the most memory of one process, as the system counts them."""
    started = time.perf_counter()
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        said = process.stdout.read() if process.stdout else ""
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    wall = time.perf_counter() - started
    return _Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * 1024 / 1e6, said)
