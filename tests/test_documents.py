"""The documents say what the code does."""

from __future__ import annotations

import runpy
import subprocess
from pathlib import Path

import pytest

from etl.__main__ import parser
from etl.commands import COMMANDS

ROOT = Path(__file__).resolve().parent.parent


def test_the_data_dictionary_is_that_of_the_columns() -> None:
    made = runpy.run_path(str(ROOT / "docs" / "build_dictionary.py"))["dictionary"]()
    assert (ROOT / "docs" / "data-dictionary.md").read_text(encoding="utf-8") == made


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_describes_every_command(command: str) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"python -m etl {command}" in readme


def test_the_readme_names_no_command_that_is_not_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    named = {line.split("python -m etl ")[1].split()[0] for line in readme.splitlines() if "python -m etl " in line}
    assert {name.strip("`.") for name in named} <= COMMANDS.keys()


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        parser().parse_args(["--help"])
    shown = capsys.readouterr().out
    assert all(command in shown for command in COMMANDS)


def test_every_folder_of_data_has_its_origin_and_licence_told() -> None:
    told = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    folders = [path.name for path in (ROOT / "data").iterdir() if path.is_dir()]
    assert [name for name in folders if f"`{name}/`" not in told] == []


def test_no_tracked_file_is_too_large_to_clone() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    sizes = {name: (ROOT / name).stat().st_size for name in listed.split("\0") if (ROOT / name).is_file()}
    assert {name: size for name, size in sizes.items() if size > 15_000_000} == {}
