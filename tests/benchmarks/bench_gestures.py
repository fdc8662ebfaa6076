"""Explore under the hand at 44,505 events: from gesture to data applied over pans, brushes and changes of filter.

Beside them the bare round trip (a rerun of the smallest page by the same browser and server), bytes and machine load.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
TIMES = int(os.environ.get("ATLAS_GESTURES", "30"))
_REST = 1500
"""Milliseconds between two gestures."""
_MAP, _TIMELINE = "[data-key=map]", "[data-key=timeline]"


def run(kit: Path) -> None:
    """Print median and 95th percentile of each gesture, in milliseconds."""
    union = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not union.exists():
        print("skipped: the kit is not there")
        return
    sys.path.append(str(ROOT / "tests"))
    from browser_session import page, serving, settled

    with tempfile.TemporaryDirectory() as folder:
        store = {"ATLAS_STORE": str(Path(folder) / "store")}
        command = [sys.executable, "-m", "etl", "build", str(union), "--store", store["ATLAS_STORE"]]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        with (
            serving(ROOT / "dashboard" / "app.py", Path(folder), store) as url,
            page(f"{url}/?country=IQ&at=44+33+6", height=1000) as opened,
        ):
            on = settled(opened.page, 2)
            hand = _Hand(on)
            print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {TIMES} of each")
            for name, act in (("pan", hand.pan), ("brush", hand.brush), ("filter", hand.filter)):
                _told(name, [hand.timed(act, number) for number in range(TIMES)], hand.moved)
            bare = page(f"{url}/event", height=600)
            with bare as other:
                _told("bare round trip", [_Hand(settled(other.page)).bare(number) for number in range(TIMES)], [])


def _told(name: str, times: list[float], moved: list[int]) -> None:
    worst = sorted(times)[int(0.95 * (len(times) - 1) + 0.5)]
    size = f", {median(moved) / 1000:.1f} kB received (before compression)" if moved else ""
    print(f"{name:16} median {median(times):6.0f} ms, p95 {worst:6.0f} ms{size}")
    moved.clear()


class _Hand:
    """A reader's hand on the page; every gesture ends when its figure has been drawn anew."""

    def __init__(self, on: object) -> None:
        from playwright.sync_api import Page

        assert isinstance(on, Page)
        self.on, self.moved, self._bytes = on, list[int](), 0
        session = on.context.new_cdp_session(on)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._received)

    def _received(self, frame: dict[str, dict[str, str]]) -> None:
        self._bytes += len(frame["response"]["payloadData"]) * 3 // 4

    def timed(self, act: Callable[[int], None], number: int) -> float:
        """Milliseconds from the end of the gesture until the map or the timeline stands anew."""
        # The run of the gesture before may still draw: what it draws is not this one's.
        self.on.wait_for_timeout(_REST)
        self.on.wait_for_selector(".stApp[data-test-script-state='notRunning']", timeout=60_000)
        before = self.on.locator(_MAP).get_attribute("data-drawn")
        self._bytes = 0
        act(number)
        start = time.perf_counter()
        self.on.wait_for_function(f"document.querySelector('{_MAP}').dataset.drawn !== '{before}'", timeout=60_000)
        took = (time.perf_counter() - start) * 1000
        self.on.wait_for_selector(".stApp[data-test-script-state='notRunning']", timeout=60_000)
        self.moved.append(self._bytes)
        return took

    def pan(self, number: int) -> None:
        """Drag the map a little, there and back."""
        self._drag(_MAP, 60 if number % 2 else -60)

    def brush(self, number: int) -> None:
        """Mark other days."""
        self._drag(_TIMELINE, 80 + 5 * (number % 7), 0.3)

    def filter(self, number: int) -> None:
        """Search for another word."""
        box = self.on.get_by_role("searchbox").or_(self.on.get_by_placeholder("Search places, actors, sentences")).first
        box.fill(("baghdad", "mosul", "government", "kirkuk")[number % 4])
        box.press("Enter")

    def bare(self, number: int) -> float:
        """The smallest page run once more: a change of language."""
        start = time.perf_counter()
        self.on.get_by_role("radio").nth(1 - number % 2).click()
        said = ("Événement", "Event")[number % 2]
        self.on.locator("h1", has_text=said).first.wait_for(timeout=60_000)
        return (time.perf_counter() - start) * 1000

    def _drag(self, css: str, by: int, at: float = 0.5) -> None:
        box = self.on.locator(css).locator(".atlas-plot").bounding_box()
        assert box is not None
        x, y = box["x"] + at * box["width"], box["y"] + 0.5 * box["height"]
        self.on.mouse.move(x, y)
        self.on.mouse.down()
        self.on.mouse.move(x + by, y + 4, steps=3)
        self.on.mouse.up()
