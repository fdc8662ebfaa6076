"""Acts by hand, at sea and by crowds in English, participles that share an auxiliary, and mines that are no pits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from etl.records import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("text", "kind", "killed"),
    [
        ("Two officers were speared to death in Wewak on Friday.", "armed_attack", 2),
        ("The navy sank a rebel boat off Trincomalee on Friday.", "armed_clash", None),
        ("Vandals tore up rails near Hyderabad on Friday.", "sabotage", None),
        ("Mutineers seized the radio station in Bissau on Friday.", "armed_attack", None),
        ("Nine passengers were lined up beside their bus and shot dead near Gulu on Friday.", "armed_attack", 9),
    ],
)
def test_acts_of_many_kinds_are_told(reading: Read, text: str, kind: str, killed: int | None) -> None:
    (incident,) = reading(text).incidents
    assert incident.event_type == kind
    assert (incident.killed.best if incident.killed else None) == killed


def test_a_mine_that_was_struck_is_no_pit(reading: Read) -> None:
    (incident,) = reading("Six soldiers died on Friday when their lorry struck a mine near Gao.").incidents
    assert incident.event_type == "bombing"
    assert "mine" not in incident.targets
