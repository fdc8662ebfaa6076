"""An incident in the making: the clauses that tell of it, and what they make of it together."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.reading.dating.intervals import Days
from etl.reading.grammar.acts import MEANS
from etl.reading.incidents.facts import Facts
from etl.reading.scan.clauses import Scan
from etl.records import EventType

_TYPE_BACK = 3
_NAME_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]{2,}")
_ORDER = {
    "armed_attack": 1, "sabotage": 1, "armed_clash": 2, "bombing": 3, "shelling": 4, "air_strike": 5, "riot": 6,
}  # fmt: skip


@dataclass(slots=True)
class Draft:
    """An incident in the making."""

    parts: list[Facts] = field(default_factory=list)
    days: Days | None = None
    own_days: bool = False
    event_type: EventType | None = None
    inherited: bool = False
    is_general: bool = True
    towns: set[str] = field(default_factory=set)
    told: set[tuple[str, int]] = field(default_factory=set)
    sufferers: set[str] = field(default_factory=set)

    @property
    def is_raid(self) -> bool:
        """Whether somebody entered a place by force, which may have been to arrest."""
        return any("raid" in act.hit.phrase.marks for part in self.parts for act in part.acts)

    @property
    def last(self) -> Facts:
        """The clause that joined last."""
        return self.parts[-1]


def join(scanned: Scan, draft: Draft, one: Facts, days: Days | None) -> None:
    """Add a clause to an incident, with the days it tells."""
    draft.parts.append(one)
    was_general = draft.is_general
    draft.is_general = was_general and one.means is None and all(act.kind == "attack" for act in one.acts)
    draft.towns |= towns_of(scanned, one)
    draft.told |= {(toll.kind, toll.low) for toll in one.tolls}
    draft.sufferers |= sufferers_of(scanned, one)
    if days is not None and (draft.days is None or (_is_narrower(days, draft.days) and days.overlaps(draft.days))):
        draft.days = days
    seized = one.event_type == "arrest_raid" and draft.parts[0].status == "foiled"
    if one.event_type is None or seized:
        if was_general and one.means is not None and draft.event_type == "armed_attack":
            draft.event_type = one.means
        return
    if draft.event_type is None:
        draft.event_type = one.event_type
    if was_general and _ORDER.get(one.event_type, 0) > _ORDER.get(draft.event_type, 0):
        draft.event_type = one.event_type


def _is_narrower(one: Days, other: Days) -> bool:
    if one.start is None or other.start is None:
        return other.start is None and one.start is not None
    return one.end - one.start < other.end - other.start


def settled_type(draft: Draft, facts: Sequence[Facts]) -> EventType | None:
    """The type of a whole incident: a raid that took people, or "the raids" that go back to others told before."""
    if draft.event_type == "sabotage" and _is_deadly_attack(draft):
        return "armed_attack"
    if draft.event_type != "armed_attack":
        return draft.event_type
    kinds = {toll.kind for part in draft.parts for toll in part.tolls if toll.low}
    if draft.is_raid and "detained" in kinds and not kinds & {"killed", "wounded"}:
        return "arrest_raid"
    first = draft.parts[0]
    if draft.is_general and first.acts and all(act.definite for act in first.acts):
        at = bisect_left(facts, first.clause.order, key=lambda one: one.clause.order)
        told = [one.event_type for one in reversed(facts[max(0, at - _TYPE_BACK) : at]) if one.event_type in MEANS]
        return told[0] if told else draft.event_type
    return draft.event_type


def _is_deadly_attack(draft: Draft) -> bool:
    """Whether what was burnt or broken was so in an attack that killed: the larger harm decides."""
    killed = any(toll.kind == "killed" and toll.low for part in draft.parts for toll in part.tolls)
    return killed and any(act.kind in ("attack", "armed_attack") for part in draft.parts for act in part.acts)


def towns_of(scanned: Scan, one: Facts) -> set[str]:
    """Folded names of the places of a clause, countries and larger areas left out."""
    names = [name for name in one.where.names if name.kind not in ("country", "area")]
    return {scanned.text.folded[name.start : name.end] for name in names}


def sufferers_of(scanned: Scan, one: Facts) -> set[str]:
    """Folded words of the names of the persons a clause tells to have suffered it."""
    plain, folded = scanned.text.plain, scanned.text.folded
    spans = [(target.start, target.end) for target in one.targets if target.sort in ("person", "victim")]
    return {
        folded[start + word.start() : start + word.end()]
        for start, end in spans
        for word in _NAME_WORD.finditer(plain[start:end])
    }
