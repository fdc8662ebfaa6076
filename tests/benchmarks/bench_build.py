"""How fast a build is, and what memory it takes: the UCDP union to a finished version, beside pandas.read_csv.

Growth is a slope: how much more memory a file of more rows takes at its peak, over how much larger that file is on the
disk. It is told for the plain CSV and for the same file packed by gzip, which is what UCDP hands out, between half of
the union and the whole, and between the union and one of twice its rows (the second half under ids and days of its
own): programs and tables of a fixed size weigh less there.
"""

from __future__ import annotations

import csv
import gzip
import io
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
_BUILD = [sys.executable, "-m", "etl", "build"]
_BAR_ROWS, _BAR_GROWTH = 10_000, 3.0
"""Rows a second on one core, and bytes of memory a byte of the file on disk, that a build should reach."""
_YEARS, _IDS = 45, 10_000_000
"""By how much years and ids of the second half of the double file differ."""


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
        content = gzip.decompress(union.read_bytes())
        sizes = {"half": content[: content.index(b"\n", len(content) // 2) + 1], "whole": content}
        sizes["double"] = b"".join(_doubled(content))
        for name, rows in sizes.items():
            (Path(folder) / f"{name}.csv").write_bytes(rows)
        compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        compiled["PYTHONPYCACHEPREFIX"] = f"{folder}/compiled"
        # The first to run compiles every module, as the first run after an installation does.
        runs = {
            name: _measured([*_BUILD, f"{folder}/{name}.csv", "--store", f"{folder}/{name}"], compiled)
            for name in sizes
        }
        second = _measured([*_BUILD, f"{folder}/whole.csv", "--store", f"{folder}/whole"], compiled)
        read = _measured([sys.executable, "-c", parse], compiled)
    first, rows = runs["whole"], int(read.said)
    print("\n".join(first.said.splitlines()[-8:]))
    print(f"first build  {first.wall:6.1f} s, {first.cpu:.1f} s of one core: {rows / first.cpu:8,.0f} rows a second "
          f"(bar {_BAR_ROWS:,}), {first.cpu / read.cpu:.1f} times pandas.read_csv")  # fmt: skip
    print(f"double file  {runs['double'].wall:6.1f} s: {2 * rows / runs['double'].cpu:8,.0f} rows a second of one core")
    print(f"second build {second.wall:6.1f} s, {second.cpu:.1f} s of one core (nothing changed)")
    print(f"pandas.read_csv alone {read.wall:.1f} s, {read.cpu:.1f} s of one core, {read.megabytes:,.0f} MB")
    for less, more in (("half", "whole"), ("whole", "double")):
        _print_growth(less, more, sizes, runs)


def _print_growth(less: str, more: str, sizes: dict[str, bytes], runs: dict[str, _Run]) -> None:
    grown = runs[more].megabytes - runs[less].megabytes
    plain = (len(sizes[more]) - len(sizes[less])) / 1e6
    packed = (len(gzip.compress(sizes[more])) - len(gzip.compress(sizes[less]))) / 1e6
    print(f"most memory: {runs[less].megabytes:,.0f} MB for the {less} ({len(sizes[less]) / 1e6:.1f} MB of CSV), "
          f"{runs[more].megabytes:,.0f} MB for the {more} ({len(sizes[more]) / 1e6:.1f} MB): it grows by "
          f"{grown / plain:.1f} times that (bar {_BAR_GROWTH:g}), {grown / packed:.0f} times its gzip")  # fmt: skip


def _doubled(content: bytes) -> Iterator[bytes]:
    """A file of UCDP GED, and its rows once more under other ids, in other years and places of other names."""
    yield content
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    at = {name: place for place, name in enumerate(next(rows))}
    again = io.StringIO(newline="")
    written = csv.writer(again)
    for row in rows:
        row[at["id"]] = str(int(row[at["id"]]) + _IDS)
        for name in ("where_coordinates", "adm_2", "side_a", "side_b"):
            row[at[name]] += " II"
        for name in ("year", "date_start", "date_end"):
            row[at[name]] = re.sub(r"\b(?:19|20)\d\d\b", lambda year: str(int(year[0]) - _YEARS), row[at[name]])
        written.writerow(row)
    yield again.getvalue().encode()


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
