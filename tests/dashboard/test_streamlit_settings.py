"""The settings that Streamlit reads beside the app: nothing leaves the machine, and the map's files are served."""

from __future__ import annotations

import tomllib
from pathlib import Path

import dashboard

SETTINGS = tomllib.loads((Path(dashboard.__file__).parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))


def test_the_app_tells_nobody_of_its_readers_and_serves_its_own_files() -> None:
    assert SETTINGS["browser"]["gatherUsageStats"] is False
    assert SETTINGS["server"]["address"] == "127.0.0.1"
    assert SETTINGS["server"]["enableStaticServing"] is True
    assert {"light", "dark"} <= SETTINGS["theme"].keys()
