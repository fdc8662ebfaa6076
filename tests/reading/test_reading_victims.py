"""Whom an act befell is a target, told by a noun, in the active or in the passive."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("Gunmen killed two farmers near Gao on Friday.", ("farmers",)),
        ("Two nurses and a driver were kidnapped in Goma on Friday.", ("nurses", "driver")),
        ("He condemned the murder of six priests in Bria on Friday.", ("priests",)),
        ("On Friday a bomb hit a police station in Gao. Two passers-by were wounded.", ("police station in Gao",)),
        ("Three attackers were killed by soldiers in Gao on Friday.", ()),
    ],
)
def test_victims_are_targets(reading: Callable[..., Reading], text: str, targets: tuple[str, ...]) -> None:
    incidents = reading(text).incidents
    assert len(incidents) == 1
    assert incidents[0].targets == targets
