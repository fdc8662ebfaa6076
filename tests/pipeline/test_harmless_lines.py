"""What a file says is shown on the terminal and never steers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.__main__ import main

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"


def test_control_characters_of_a_header_or_a_cell_stay_out_of_what_is_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = (FIXTURES / "ucdp_ged" / "yearly_49_columns.csv").read_text(encoding="utf-8").splitlines()
    lines[0] += ",new\x1b[2J"
    lines[1:] = [f"{line}," for line in lines[1:]]
    path = tmp_path / "ged\x07.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert main(["build", str(path)]) == 0
    assert main(["status"]) == 0
    said = capsys.readouterr().out
    assert "new columns, not used: new" in said
    assert not {"\x1b", "\x07"} & set(said)


def test_neither_do_those_of_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "--format", "csv", "--store", f"{tmp_path}/\x1b[31m"]) == 1
    said = capsys.readouterr().err
    assert "[31m" in said
    assert "\x1b" not in said
