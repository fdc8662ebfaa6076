"""The browser of the tests: found, or installed where that is possible without asking anyone for rights."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from playwright.sync_api import sync_playwright

REMEDY = "Install Chromium (Debian: apt-get install chromium) or set CHROMIUM to the path of one."
_NAMES = ("chromium", "chromium-browser", "google-chrome")


class NoBrowserError(RuntimeError):
    """Raised when no Chromium is there and none can be installed; the message names the remedy."""


@cache
def chromium() -> Path:
    """The browser: $CHROMIUM, one on PATH, Debian's as root, or Playwright's own. Raises NoBrowserError."""
    named = os.environ.get("CHROMIUM")
    if named:
        if Path(named).is_file():
            return Path(named)
        raise NoBrowserError(f"CHROMIUM names {named!r}, which is no file. {REMEDY}")
    found = _on_path() or _from_debian() or _from_playwright()
    if found is None:
        raise NoBrowserError(f"No Chromium on this machine. {REMEDY}")
    return found


def _on_path() -> Path | None:
    return next((Path(found) for name in _NAMES if (found := shutil.which(name))), None)


def _from_debian() -> Path | None:
    if not (Path("/etc/debian_version").is_file() and shutil.which("apt-get") and os.geteuid() == 0):
        return None
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "chromium"]):
        if subprocess.run(command, env=quiet, capture_output=True, check=False).returncode != 0:
            return None
    return _on_path()


def _from_playwright() -> Path | None:
    command = [sys.executable, "-m", "playwright", "install", "chromium"]
    if subprocess.run(command, capture_output=True, check=False).returncode != 0:
        return None
    with sync_playwright() as play:
        path = Path(play.chromium.executable_path)
    return path if path.is_file() else None
