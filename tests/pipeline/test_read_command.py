"""Reading texts from the command line: every file is answered for, the readable ones are read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from command_line import ROOT, Run


def test_an_unreadable_file_is_named_and_the_next_is_read(atlas: Run, reports: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.jsonl").write_text("", encoding="utf-8")
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"report_id": "a:1", "text": "A bomb', encoding="utf-8")
    read = atlas("read", tmp_path / "empty.jsonl", lines, reports / "r2.md")
    assert read.returncode == 1
    assert "empty.jsonl: the file is empty" in read.stderr
    assert "lines.jsonl, row 1: the line is not JSON" in read.stderr
    assert "killed: 4" in read.stdout


def test_a_language_that_cannot_be_read_is_not_told_as_a_text_without_incidents(atlas: Run) -> None:
    text = "A rocket hit the airport of Erbil, wounding two guards."
    read = atlas("read", "--language", "zz", given=text)
    assert read.returncode == 1
    assert "language zz cannot be read yet" in read.stderr
    assert "no single incident" not in read.stdout
    as_records = atlas("read", "--language", "zz", "--format", "jsonl", given=text)
    assert json.loads(as_records.stdout)["incidents"] == []
    assert "shelling" in atlas("read", "--language", "EN-us", given=text).stdout


def test_control_characters_of_a_text_do_not_reach_the_terminal(atlas: Run) -> None:
    read = atlas("read", "--language", "en", given="A bomb killed two soldiers near \x07Erbil. \x1b[31m\n")
    assert "killed: 2" in read.stdout
    assert "\x1b" not in read.stdout
    assert "\x07" not in read.stdout


def test_no_words_on_standard_input_are_said_to_be_none(atlas: Run) -> None:
    read = atlas("read", given=" \n")
    assert read.returncode == 1
    assert "standard input: there is no text" in read.stderr


def test_rows_of_a_dataset_are_no_text(atlas: Run) -> None:
    (rows, *_) = sorted((ROOT / "tests" / "fixtures" / "sources" / "ucdp_ged").glob("*.csv"))
    read = atlas("read", rows)
    assert read.returncode == 1
    assert "rows of a dataset are no text" in read.stderr


def test_standard_input_that_is_not_utf_8_is_refused() -> None:
    command = [sys.executable, "-m", "etl", "read", "-"]
    read = subprocess.run(command, cwd=ROOT, input=b"caf\xe9: a bomb", capture_output=True, check=False)
    assert read.returncode == 1
    assert read.stderr.startswith(b"etl: standard input: it is not UTF-8")
