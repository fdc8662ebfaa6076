"""Tolls as English papers tell them: two voices, asides, parts behind, numbers denied, who lived."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]

KILLED = [
    ("Eight men were killed when rebels blew up a truck near Gao on Friday. The hospital puts the dead at ten.", 8, 10),
    ("Eight men died in an ambush near Gao on Friday, the army said; residents say there were fourteen dead.", 8, 14),
    ("Seventeen people were killed in the raid on Goma on Friday, the army said. Residents count 30.", 17, 30),
    ("Fourteen soldiers, not 29 as announced, were killed when rebels overran a post near Gao on Friday.", 14, 14),
    ("A missile hit a school in Goma on Friday. Ten pupils died, a figure later raised to twelve.", 12, 12),
    ("Rebels attacked a post near Gao on Friday; nine guards died. They admit to four dead of their own.", 13, 13),
    ("A gunman shot dead two guards in Goma on Friday, turned the gun on himself, but survived.", 2, 2),
    ("A bomb went off in Goma on Friday. Nobody lost their life.", 0, 0),
    ("Marines and bandits fought near Jolo on Friday. Four marines fell.", 4, 4),
]  # fmt: skip


@pytest.mark.parametrize(("text", "low", "high"), KILLED)
def test_the_dead_as_told(reading: Read, text: str, low: int, high: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("A car bomb in Kirkuk on Friday killed one officer and wounded at least a dozen.", 12),
        ("A shell hit Goma on Friday: ten people died, a novice among them, and some 30 were wounded.", 30),
        ("A rocket fell on Goma on Friday, where eleven residents were treated for shock.", 11),
    ],
)
def test_the_wounded_as_told(reading: Read, text: str, low: int) -> None:
    (incident,) = reading(text).incidents
    assert incident.wounded is not None
    assert incident.wounded.low == low
