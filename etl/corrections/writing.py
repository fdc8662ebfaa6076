"""A decision as an editor puts it, on events, as decisions on incidents; and what an editor should know at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from etl.corrections.decisions import BETWEEN_INCIDENTS, PARTED_BY, Correction, pairs
from etl.errors import UsageError


def between_incidents(decision: Correction, incidents_of: Callable[[str], Sequence[str]]) -> Iterator[Correction]:
    """The decision, or what a merge or split of events means for incidents: events change with every build.

    incidents_of: the incidents that an event holds now. merge: the first incidents of the events are one event. split:
    each incident that is named is parted from all others of the event. Raises UsageError where that makes no sense.
    """
    if decision.action not in BETWEEN_INCIDENTS:
        yield decision
        return
    named = [part.strip() for part in decision.value.split(PARTED_BY) if part.strip()]
    if decision.action == "merge":
        first, *others = (_first(target, incidents_of) for target in (decision.target, *named))
        yield replace(decision, target=first, value=PARTED_BY.join(others))
    elif decision.is_of_incident:
        yield decision
    else:
        held = list(incidents_of(decision.target))
        for incident in named:
            if incident not in held or len(held) < 2:
                told = PARTED_BY.join(held) or "none"
                raise UsageError(
                    f"{decision.target}: holds no {incident!r} to part from it; its incidents are: {told}."
                )
            left = [other for other in held if other != incident and other not in named[: named.index(incident)]]
            yield replace(decision, target=incident, value=PARTED_BY.join(left))


def _first(target: str, incidents_of: Callable[[str], Sequence[str]]) -> str:
    if "#" in target:
        return target
    held = incidents_of(target)
    if not held:
        raise UsageError(f"{target}: no event of the current build answers to this id. Name an incident of it.")
    return held[0]


def doubts(written: Correction, all_of_them: Sequence[Correction], is_held: bool) -> Iterator[str]:
    """What speaks against a decision just written: another one stands before it, or nothing answers to its target.

    is_held: whether the current build holds its target. One that was rejected or withheld is not held, and can be
    restored.
    """
    if not is_held and not any(
        c.target == written.target for c in all_of_them if c.correction_id != written.correction_id
    ):
        yield f"{written.target}: nothing in the current build answers to this id; the next one tells whether it does."
    for later in _before_it(written, all_of_them):
        yield (
            f"{written.correction_id} has no effect: {later.correction_id} of {later.when} ({later.file}, row "
            f"{later.row}) decides the same thing on a later day. Leave out --when, or undo that one by restore."
        )


def _before_it(written: Correction, all_of_them: Sequence[Correction]) -> list[Correction]:
    """The decisions of a later day that stand in place of this one."""
    if written.action in BETWEEN_INCIDENTS:
        decided = pairs(all_of_them)
        own = (tuple(sorted((written.target, other))) for other in written.value.split(PARTED_BY))
        found = [decided[one, two] for one, two in own]
    else:
        found = [c for c in all_of_them if (c.target, c.subject) == (written.target, written.subject)]
    return [c for c in dict.fromkeys(found) if c.when > written.when][-1:]
