"""A real browser for the tests, and a dashboard for it to look at.

`serving(script)` starts a Streamlit script; `page(url)` opens one page in a browser and
keeps a list of every request that would have left the machine; `settled(page)` waits until it is drawn, `quiet(page)`
until it stays so, `drawn(page, key)` until its map has its ground; `answered(page, script)` asks a figure and
`brought_up(page, css)` scrolls. The browser resolves no name, so that a forgotten address fails instead of being
fetched.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any, Literal
from urllib.parse import urlsplit

from browser_program import chromium
from playwright.sync_api import Page, Playwright, Request, WebSocket, expect, sync_playwright

FLAGS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
WAIT = 60_000
"""Milliseconds: drawing without a graphics card takes seconds, more so while another program is at work."""
expect.set_options(timeout=WAIT)


@dataclass
class Opened:
    """A page under test: `outside` are the addresses asked beyond this machine, `errors` what the page threw."""

    page: Page
    outside: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


@contextmanager
def serving(script: Path, folder: Path, environment: Mapping[str, str] | None = None) -> Iterator[str]:
    """A Streamlit script served from `folder`, without the script's folder on Python's path; yields its address."""
    command = [sys.executable, "-P", "-m", "streamlit", "run", str(script), "--server.port", "0"]
    bare = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = {**bare, "PYTHONUNBUFFERED": "1", **(environment or {})}
    with subprocess.Popen(command, cwd=folder, env=told, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            address = next((line.split()[-1] for line in server.stdout if "URL:" in line), None)
            if address is None:
                raise RuntimeError(f"{script.name} was not served: it ended with code {server.wait()}")
            # Read all the time: a server whose words nobody reads stands still once the pipe is full.
            Thread(target=server.stdout.read, daemon=True).start()
            yield address
        finally:
            # On a polite request Streamlit waits for connections that a closed browser never ends.
            server.kill()


def settled(of: Page, figures: int = 0) -> Page:
    """The page once its run has ended and its figures are drawn, at least that many, and this has held a moment.

    One gesture may start two runs, the second of which draws its figures anew: between them all seems done.
    """
    expect(of.locator("h1").first).to_be_visible()
    return _steady(of, 300, figures)


def quiet(of: Page) -> Page:
    """The page once no run has been going on for a while: a run that begins takes a file offered before it away."""
    return _steady(of, 1500, 0)


def _steady(of: Page, milliseconds: int, figures: int) -> Page:
    of.wait_for_function(
        """([least, long, call]) => {
            const now = performance.now(), drawn = [...document.querySelectorAll('.atlas-figure')];
            const still = document.querySelector('.stApp')?.dataset.testScriptState === 'notRunning'
                && drawn.length >= least && drawn.every(figure => figure.dataset.ready === 'true');
            const since = (window.__still ??= {});
            since[call] = still ? (since[call] ?? now) : undefined;
            return still && now - since[call] > long; }""",
        arg=[figures, milliseconds, next(_calls)],
        polling=50,
    )
    return of


def answered(of: Page, script: str, argument: object = None) -> Any:
    """What a JavaScript function answers, asked until it does: the figure it looks at may be just being replaced."""
    asked = of.wait_for_function(
        f"""argument => {{ try {{ const value = ({script})(argument); return value == null ? false : {{ value }}; }}
            catch (missing) {{ return false; }} }}""",
        arg=argument,
    )
    return asked.json_value()["value"]


def drawn(of: Page, key: str) -> None:
    """Wait until a map has painted all of its ground."""
    map_ = f"""document.querySelector('[data-key="{key}"] .atlas-plot')._fullLayout.map._subplot.map"""
    answered(of, f"() => ({map_}.loaded() && {map_}.areTilesLoaded()) || null")


def brought_up(of: Page, css: str) -> None:
    """Scroll to the first element that `css` names, in one step: a run may put another in its stead at any time."""
    of.wait_for_function(
        "css => { const e = document.querySelector(css); e?.scrollIntoView({block: 'nearest'}); return e !== null; }",
        arg=css,
    )


_calls = count()
_running: list[Playwright] = []


@contextmanager
def _playing() -> Iterator[Playwright]:
    # Only one may run in a thread: a page opened while another is open shares its own.
    if _running:
        yield _running[0]
        return
    with sync_playwright() as own:
        _running.append(own)
        try:
            yield own
        finally:
            _running.clear()


@contextmanager
def page(
    url: str,
    *,
    timezone: str = "Europe/Paris",
    language: str = "en",
    width: int = 1280,
    height: int = 900,
    scheme: Literal["light", "dark"] = "light",
    reduced_motion: bool = True,
) -> Iterator[Opened]:
    """One page at `url` in a browser of its own, closed at the end; size in CSS pixels. Pages may be nested."""
    with _playing() as running:
        browser = running.chromium.launch(executable_path=str(chromium()), args=list(FLAGS))
        try:
            context = browser.new_context(
                timezone_id=timezone,
                locale=language,
                viewport={"width": width, "height": height},
                color_scheme=scheme,
                reduced_motion="reduce" if reduced_motion else "no-preference",
            )
            context.set_default_timeout(WAIT)
            opened = Opened(context.new_page())
            _watch(opened)
            opened.page.goto(url)
            yield opened
        finally:
            browser.close()


def _watch(opened: Opened) -> None:
    def note(asked: Request | WebSocket) -> None:
        parts = urlsplit(asked.url)
        if parts.scheme not in {"data", "blob"} and parts.hostname not in {"127.0.0.1", "localhost"}:
            opened.outside.append(asked.url)

    opened.page.context.on("request", note)
    opened.page.on("websocket", note)
    opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
