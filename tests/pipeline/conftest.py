"""The command line as a user runs it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import ROOT, Run


@pytest.fixture
def atlas(tmp_path: Path) -> Run:
    """Run `python -m etl ...` with a store of the test's own."""
    environment = {**os.environ, "ATLAS_STORE": str(tmp_path / "store")}

    def run(*arguments: object, given: str | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "etl", *map(str, arguments)]
        return subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, input=given
        )

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder of three short reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for number, (day, text) in enumerate(
        [
            ("2021-05-04", "A rocket hit the airport of Erbil on Monday night, wounding two guards, police said."),
            ("2021-05-05", "A roadside bomb killed four soldiers near Kirkuk on Tuesday."),
            ("2021-05-09", "Gunmen kidnapped three engineers in Basra on Saturday."),
        ],
        start=1,
    ):
        front = (
            f"---\nid: r{number}\nsource: Example Wire\ntitle: Report {number}\nlanguage: en\npublished: {day}\n---\n"
        )
        (folder / f"r{number}.md").write_text(f"{front}{text}\n", encoding="utf-8")
    return folder
