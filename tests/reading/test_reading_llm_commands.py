"""A model from the command line: off unless asked for, kept in the manifest, asked again where it gave no answer."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from model_server import serving

from etl.__main__ import main
from etl.reading.llm import prompt_version
from etl.store import Store

SENTENCE = "A rocket hit the airport of Erbil on Monday night, wounding two guards."
ROCKET: dict[str, Any] = {
    "evidence": [SENTENCE], "event_type": "shelling", "status": "carried_out", "date_words": "Monday night",
    "place_words": ["Erbil"], "launch_words": [], "actors": [], "weapons": [], "targets": [], "killed": None,
    "wounded": {"words": "two guards", "low": 2, "high": 2}, "detained": None,
}  # fmt: skip


@pytest.fixture(autouse=True)
def no_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    for name in ("ATLAS_LLM_ADDRESS", "ATLAS_LLM_MODEL", "ATLAS_LLM_KEY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.md"
    path.write_text(f"---\nid: r1\nsource: Example\ntitle: T\nlanguage: en\npublished: 2021-05-04\n---\n{SENTENCE}\n",
                    encoding="utf-8")  # fmt: skip
    return path


def built_by(store: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = Store(store).current().manifest
    return manifest["reader"]


def test_no_model_is_asked_unless_a_user_says_so(report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving({"incidents": [ROCKET]}) as server:
        monkeypatch.setenv("ATLAS_LLM_ADDRESS", server.address)
        monkeypatch.setenv("ATLAS_LLM_MODEL", "m")
        assert main(["read", str(report)]) == 0
        assert main(["build", str(report), "--store", str(tmp_path / "s")]) == 0
        assert server.asked == []
    assert built_by(tmp_path / "s") == {"name": "rules 1"}


@pytest.mark.parametrize(
    ("options", "remedy"),
    [
        ([], "Give --llm-address."),
        (["--llm-address", "localhost:11434", "--llm-model", "m"], "Give --llm-address."),
        (["--llm-address", "http://127.0.0.1:9/v1"], "Give --llm-model."),
        (["--llm-address", "http://me:word@127.0.0.1:9/v1", "--llm-model", "m"], "$ATLAS_LLM_KEY"),
        (["--llm-address", "http://127.0.0.1:9/v1", "--llm-model", "m", "--llm-timeout", "0"], "above 0"),
    ],
)
def test_a_model_that_is_not_named_is_wrong_usage(
    report: Path, options: list[str], remedy: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(report), "--reader", "llm", *options]) == 2
    assert remedy in capsys.readouterr().err


def test_the_request_can_be_shown_without_asking_anybody(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(report), "--show-request"]) == 0
    request = json.loads(capsys.readouterr().out)
    assert SENTENCE in request["messages"][1]["content"]
    assert request["response_format"]["json_schema"]["strict"]


def test_a_report_that_rules_had_to_read_is_shown_and_said(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving((500, {})) as server:
        options = ["--reader", "llm", "--llm-address", server.address, "--llm-model", "m"]
        assert main(["read", str(report), *options]) == 0
    shown = capsys.readouterr()
    assert "shelling, carried_out, 2021-05-03" in shown.out
    assert "read by rules, not by m: the server answered 500" in shown.err


def test_a_build_sums_what_a_model_cost_and_asks_again_only_where_it_gave_no_answer(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with serving((500, {}), {"incidents": [ROCKET]}) as server:
        asked = ["build", str(report), "--store", str(tmp_path / "s"),
                 "--reader", "llm", "--llm-address", server.address, "--llm-model", "m"]  # fmt: skip
        assert main(asked) == 0
        assert built_by(tmp_path / "s")["read_by_rules"] == 1
        assert "1 read by rules instead" in capsys.readouterr().out
        assert main(asked) == 0
        name = f"llm m at {server.address}, prompt {prompt_version()}"
        answered = {"name": name, "asked": 1, "tokens_in": 900, "tokens_out": 80, "read_by_rules": 0}
        assert built_by(tmp_path / "s") == answered
        assert main(asked) == 0
        assert len(server.asked) == 2, "an answer is kept, and the same build is not made twice"
    assert main(["build", str(report), "--store", str(tmp_path / "s")]) == 0
    assert built_by(tmp_path / "s") == {"name": "rules 1"}
