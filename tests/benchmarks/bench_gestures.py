"""Explore under the hand at 44,505 events, and at 400,000 replicated ones: from gesture to data applied.

Pans, brushes and changes of filter; beside them the bare round trip (a rerun of the smallest page by the same browser
and server), the server's processor time (which other programs do not lengthen), bytes and machine load.
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
from typing import TYPE_CHECKING

from etl.store import Store
from tests.benchmarks.replicas import enlarge

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
TIMES = int(os.environ.get("ATLAS_GESTURES", "30"))
OPENINGS = 10
LARGE = 400_000
_REST = 1500
"""Milliseconds between two gestures."""
_STAMPED = """(map) => {
    window.__drawn = window.__done = 0;
    const hand = () => { window.__done = performance.now(); };
    window.__watch?.disconnect();
    window.__watch = new MutationObserver((changes) => {
        const drew = window.__done && changes.some((change) => change.target.matches(map));
        if (drew && !window.__drawn) window.__drawn = performance.now();
    });
    window.__watch.observe(document.body, { subtree: true, attributeFilter: ["data-drawn"] });
    if (window.__hand) return;
    window.__hand = true;
    for (const name of ["mouseup", "keydown"]) window.addEventListener(name, hand, true);
}"""
"""The page itself takes the time: asking it from outside waits for a frame, which software GL is slow to draw."""
_OPENED = """new MutationObserver((changes) => {
    if (changes.some(({ target }) => target.dataset?.key === "map")) window.__opened ??= performance.now();
}).observe(document, { subtree: true, attributeFilter: ["data-drawn"] });"""
"""The page's own clock starts when its address is asked for."""
_MAP, _TIMELINE = "[data-key=map]", "[data-key=timeline]"


def run(kit: Path) -> None:
    """Print median and 95th percentile of each gesture, in milliseconds."""
    union = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not union.exists():
        print("skipped: the kit is not there")
        return
    sys.path.append(str(ROOT / "tests"))
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "store"
        command = [sys.executable, "-m", "etl", "build", str(union), "--store", str(store)]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        under_the_hand(store)
        print(f"\n{enlarge(Store(store).current(), LARGE):,} events, replicated")
        under_the_hand(store)


def under_the_hand(store: Path) -> None:
    """The gestures on one store."""
    from browser_session import page, serving, settled

    with serving(ROOT / "dashboard" / "app.py", store, {"ATLAS_STORE": str(store)}) as url:
        server = _server()
        with page(f"{url}/?country=IQ", height=1000) as first:
            settled(first.page, 2)
        with page("about:blank", height=1000) as opened:
            on = opened.page
            on.add_init_script(_OPENED)
            print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores, {TIMES} of each")
            _told("opening", [_opened(on, f"{url}/?country=IQ&at=44+33+6") for _ in range(OPENINGS)])
            hand = _Hand(on, server)
            for name, act in (("pan", hand.pan), ("brush", hand.brush), ("filter", hand.filter)):
                _told(name, [hand.timed(act, number) for number in range(TIMES)], hand.cost())
        with page(f"{url}/event", height=600) as other:
            hand = _Hand(settled(other.page), server)
            _told("bare round trip", [hand.bare(number) for number in range(TIMES)])


def _server() -> Path | None:
    """Where Linux tells the processor time of the server that this process started; None elsewhere."""
    started = Path(f"/proc/self/task/{os.getpid()}/children")
    for number in started.read_text().split() if started.exists() else ():
        if b"streamlit" in Path(f"/proc/{number}/cmdline").read_bytes():
            return Path(f"/proc/{number}/stat")
    return None


def _opened(on: Page, address: str) -> float:
    """Milliseconds until the map of a page opened anew has its data."""
    from browser_session import answered, settled

    on.goto("about:blank")
    on.goto(address)
    took = float(answered(on, "() => window.__opened ?? null"))
    settled(on, 2)
    return took


def _told(name: str, times: list[float], more: str = "") -> None:
    worst = sorted(times)[int(0.95 * (len(times) - 1) + 0.5)]
    print(f"{name:16} median {median(times):6.0f} ms, p95 {worst:6.0f} ms{more}")


class _Hand:
    """A reader's hand on the page; every gesture ends when its figure has been drawn anew."""

    def __init__(self, on: Page, server: Path | None) -> None:
        self.on, self._server, self._bytes = on, server, 0
        self.moved, self.worked = list[int](), list[float]()
        session = on.context.new_cdp_session(on)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._received)

    def _received(self, frame: dict[str, dict[str, str]]) -> None:
        self._bytes += len(frame["response"]["payloadData"]) * 3 // 4

    def _processor(self) -> float:
        """Milliseconds that the server has worked so far; 0 where that is not told."""
        if self._server is None:
            return 0.0
        told = self._server.read_text().rpartition(")")[2].split()
        return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")

    def cost(self) -> str:
        """What the gestures since the last time of asking cost, in words."""
        said = f", {median(self.moved) / 1000:.1f} kB received (before compression)"
        said += f", server's processor {median(self.worked):.0f} ms" if any(self.worked) else ""
        self.moved.clear()
        self.worked.clear()
        return said

    def timed(self, act: Callable[[int], None], number: int) -> float:
        """Milliseconds from the end of the gesture, as the page hears of it, until the map stands anew."""
        from browser_session import settled

        # The run of the gesture before may still draw: what it draws is not this one's.
        self.on.wait_for_timeout(_REST)
        settled(self.on, 2)
        self.on.evaluate(_STAMPED, _MAP)
        self._bytes, worked = 0, self._processor()
        act(number)
        self.on.wait_for_function("window.__drawn", timeout=60_000, polling=50)
        took = float(self.on.evaluate("window.__drawn - window.__done"))
        self.on.wait_for_selector(".stApp[data-test-script-state='notRunning']", timeout=60_000)
        self.moved.append(self._bytes)
        self.worked.append(self._processor() - worked)
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
