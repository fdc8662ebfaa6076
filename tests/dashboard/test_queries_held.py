"""Versions are held in memory one beside the other, and each keeps answering for itself."""

from pathlib import Path

import page_store

from dashboard import queries
from dashboard.filters import View


def test_more_versions_than_are_held_answer_each_for_itself(tmp_path: Path) -> None:
    extra = {"event_id": "ev-more"}
    versions = [
        page_store.build(tmp_path / str(number), *([page_store.events()[0] | extra] if number % 2 else []))
        for number in range(8)
    ]
    for _ in range(2):
        assert [len(queries.events(version, View(), 10)) for version in versions] == [3, 4] * 4
