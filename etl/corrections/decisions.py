"""Editorial decisions: what each says, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

Action = Literal["set", "place", "merge", "split", "reject", "restore", "sensitivity"]
ACTIONS: tuple[Action, ...] = get_args(Action)
BETWEEN_INCIDENTS: tuple[Action, ...] = ("merge", "split")

COLUMNS = ("correction_id", "target", "action", "field", "value", "who", "when", "why", "incidents")
"""Columns of a file of corrections; the last may be left out."""

PARTED_BY = "|"
"""What parts the entries of a list in a cell."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One decision of an editor.

    target: the id of an incident (it holds a "#") or of an event. value: for set the new value, for place a point or a
    gazetteer id, for merge and split the other incidents, for sensitivity its level. incidents: for an event, the
    incidents that it held when the decision was made; they find it again should its id be lost.
    file and row: where it is written.
    """

    correction_id: str
    target: str
    action: Action
    field: str
    value: str
    who: str
    when: date
    why: str
    incidents: tuple[str, ...] = ()
    file: str = ""
    row: int = 0

    @property
    def is_of_incident(self) -> bool:
        """True where the target is an incident, False where it is an event."""
        return "#" in self.target

    @property
    def subject(self) -> str:
        """What the decision is on: a field, "place", "sensitivity", or "presence" for reject and restore."""
        if self.action == "set":
            return self.field
        if self.action == "restore":
            return self.field or "presence"
        return "presence" if self.action == "reject" else self.action


def standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The decisions that stand: of those on one subject of one target the latest by day, then by their order.

    A restore undoes the earlier ones on its subject and leaves none. merge and split are judged pair by pair, apart.
    """
    latest: dict[tuple[str, str], Correction] = {}
    for correction in sorted(corrections, key=lambda c: c.when):
        if correction.action not in BETWEEN_INCIDENTS:
            key = (correction.target, correction.subject)
            latest.pop(key, None)
            latest[key] = correction
    return tuple(correction for correction in latest.values() if correction.action != "restore")


def pairs(corrections: Iterable[Correction]) -> dict[tuple[str, str], Correction]:
    """For each pair of incidents that a merge or split names, the latest decision on it: that one stands."""
    latest: dict[tuple[str, str], Correction] = {}
    for correction in sorted(corrections, key=lambda c: c.when):
        if correction.action in BETWEEN_INCIDENTS:
            for other in correction.value.split(PARTED_BY):
                one, two = sorted((correction.target, other))
                latest[one, two] = correction
    return latest


def together_and_apart(
    corrections: Sequence[Correction],
) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Pairs of incident ids that must be in one event, and pairs that must not; the latest word on a pair stands."""
    decided = pairs(corrections)
    together = [pair for pair, decision in decided.items() if decision.action == "merge"]
    return together, [pair for pair, decision in decided.items() if decision.action == "split"]


def confirmed(corrections: Sequence[Correction]) -> set[str]:
    """Incidents that an editor set right, placed or put together: read by a person, they need no review."""
    together, _ = together_and_apart(corrections)
    decided = (c.target for c in standing(corrections) if c.is_of_incident and c.action in ("set", "place"))
    return {*decided, *(incident for pair in together for incident in pair)}
