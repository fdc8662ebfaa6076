"""Near misses of a build: counted by `status`, listed by `match --review` with what spoke for and against."""

from __future__ import annotations

import json

import pytest

from etl.__main__ import main


@pytest.fixture
def store(tmp_path):
    told = {
        "one": ("2020-07-05", "On 4 July 2020 a rocket hit the city of Baghdad and wounded two people, police said."),
        "two": (
            "2020-07-06",
            "A rocket hit the city of Baghdad on 5 July 2020 and wounded 40 people, officials said.",
        ),
    }
    lines = [
        {"report_id": f"page:{name}", "source": name, "language": "en", "published": day, "title": "", "text": text}
        for name, (day, text) in told.items()
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    assert main(["build", str(path), "--store", str(tmp_path / "store")]) == 0
    return str(tmp_path / "store")


def test_near_misses_are_counted_and_listed_with_their_reasons(store, capsys):
    capsys.readouterr()
    assert main(["status", "--store", store]) == 0
    assert "near_misses: 1 (python -m etl match --review)" in capsys.readouterr().out
    assert main(["match", "--review", "--store", store]) == 0
    said = capsys.readouterr().out
    assert "page:one#" in said
    assert "1 day apart" in said
    assert "shelling | 2020-07-04 | Baghdad" in said
    assert "python -m etl correct 'page:one#" in said
    assert said.endswith("1 near misses wait for review\n")
    assert main(["match", "--review", "--most", "0", "--store", store]) == 2
