"""Thirty readers at once, each filtering every three seconds: no error, every figure arrives, memory stays flat.

`make soak`: ATLAS_READERS (30) for ATLAS_READERS_SECONDS (300), over 44,505 events where the kit stands beside the
checkout. The time of a rerun is judged on a machine that has nothing else to do, and printed on any.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from browser_session import serving
from reader_session import Reader, opened

pytestmark = pytest.mark.soak
ROOT = Path(__file__).resolve().parents[2]
UNION = ROOT.parent / "shared" / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
READERS = int(os.environ.get("ATLAS_READERS", "30"))
SECONDS = float(os.environ.get("ATLAS_READERS_SECONDS", "300"))
PACE, BAR, QUIET = 3.0, 1.5, 1.0
"""Seconds between two filters of a reader; the longest a rerun may take for 19 in 20; the load of a quiet machine."""
WORDS = ("baghdad", "mosul", "government", "kirkuk", "police", "village", "car bomb", "daech", "طالبان", "taji", "")
ADDRESSES = [
    f"{where}&from={year}-01-01&to={year + span}-12-31{more}"
    for where in ("country=IQ", "country=SY", "type=armed_clash", "exact=town", "killed=5", "by=killed")
    for year, span in ((1995, 20), (2008, 3), (2014, 0), (2016, 2))
    for more in ("", "&stance=stated", "&within=40+30+50+38")
]


def test_thirty_readers_filter_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    command = [sys.executable, "-m", "etl", "build", *([str(UNION)] if UNION.exists() else []), "--store", str(store)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    with serving(ROOT / "dashboard" / "app.py", tmp_path, {"ATLAS_STORE": str(store)}) as url:
        load = os.getloadavg()[0]
        memory: list[float] = []
        readers = asyncio.run(_read(url, memory))
        runs = [run for reader in readers for run in reader.runs]
    took = sorted(run.seconds for run in runs)
    worst, middle = took[int(0.95 * (len(took) - 1))], took[len(took) // 2]
    said = (
        f"\n{READERS} readers, {len(runs)} reruns in {SECONDS:.0f} s on {os.cpu_count()} cores, load {load:.1f} before "
        f"and {os.getloadavg()[0]:.1f} after: median {middle:.2f} s, p95 {worst:.2f} s, slowest {took[-1]:.2f} s; "
        f"memory {memory[0]:.0f} MB after the first third, {memory[-1]:.0f} MB at the end\n"
    )
    with capsys.disabled():
        sys.stdout.write(said)
    assert [run.failed for run in runs if run.failed] == []
    assert [run.figures for run in runs if run.figures != {"map", "timeline"}] == []
    assert memory[-1] < 1.15 * memory[0] + 20
    if load < QUIET:
        assert worst < BAR


async def _read(url: str, memory: list[float]) -> list[Reader]:
    readers = [await opened(url) for _ in range(READERS)]
    until = asyncio.get_running_loop().time() + SECONDS
    watching = asyncio.create_task(_watch(memory, until))
    async with asyncio.TaskGroup() as group:
        for number, reader in enumerate(readers):
            group.create_task(_one(reader, random.Random(number), until))
    await watching
    for reader in readers:
        await reader.line.close()
    return readers


async def _one(reader: Reader, chance: random.Random, until: float) -> None:
    clock = asyncio.get_running_loop().time
    await asyncio.sleep(PACE * chance.random())
    await reader.goes_to("country=IQ")
    while clock() < until:
        start = clock()
        if chance.random() < 0.5:
            await reader.searches(chance.choice([words for words in WORDS if words != reader.typed]), "")
        else:
            await reader.goes_to(chance.choice(ADDRESSES))
        await asyncio.sleep(max(0.0, PACE - (clock() - start)))


async def _watch(memory: list[float], until: float) -> None:
    """Megabytes that the server holds, from the first third on."""
    await asyncio.sleep(SECONDS / 3)
    while True:
        memory.append(_resident())
        left = until - asyncio.get_running_loop().time()
        if left <= 0:
            return
        await asyncio.sleep(min(10.0, left))


def _resident() -> float:
    """Of the one server that this process started."""
    children = Path(f"/proc/{os.getpid()}/task").glob("*/children")
    numbers = [number for path in children for number in path.read_text().split()]
    served = [n for n in numbers if b"streamlit" in Path(f"/proc/{n}/cmdline").read_bytes()]
    lines = Path(f"/proc/{served[0]}/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS"))) / 1024
