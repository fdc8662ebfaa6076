"""What somebody was arrested for: an act of theirs, as those say who arrested them."""

from __future__ import annotations

from dataclasses import replace

from etl.reading.actors.who import Who
from etl.reading.incidents.facts import Facts

_TAKEN = frozenset({"victim", "people", "person"})


def charged(before: Facts, one: Facts) -> Facts:
    """What a clause tells of the crime, with those arrested right before it as accused: "two men | held over"."""
    if not one.clause.is_charge or any(who.stance != "stated" for who in one.actors):
        return one
    spans = dict.fromkeys((target.start, target.end) for target in before.targets if target.sort in _TAKEN)
    accused = tuple(Who(start, end, "accused", False) for start, end in spans)
    return replace(one, actors=(*one.actors, *accused))
