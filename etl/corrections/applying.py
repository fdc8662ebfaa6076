"""Decisions on incidents before matching, and on events after it.

What an editor says of an incident goes in before matching, so that the values of its event follow from it; what is said
of an event comes last.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.corrections.changes import Changes, PlaceOf
from etl.corrections.decisions import Correction, pairs, standing
from etl.corrections.rows import holders, positions, row_of, without_rows
from etl.corrections.values import evidence_of
from etl.items import Rejected
from etl.lexicon import actor_named


@dataclass(frozen=True, slots=True)
class AppliedToIncidents:
    """Incidents as corrected, ids of the decisions applied, and those that no longer apply."""

    incidents: pa.Table
    applied_ids: tuple[str, ...]
    no_longer_applying: tuple[Rejected, ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """Events and incidents as corrected, ids of the decisions applied, and those that no longer apply."""

    events: pa.Table
    incidents: pa.Table
    applied_ids: tuple[str, ...]
    no_longer_applying: tuple[Rejected, ...]


def apply_to_incidents(corrections: Sequence[Correction], incidents: pa.Table, place_of: PlaceOf) -> AppliedToIncidents:
    """Set, place and reject incidents (schema "incidents"). Evidence for a value that an editor set is dropped.

    merge and split change nothing here; those whose incidents are gone are reported.
    """
    decisions = [c for c in standing(corrections) if _goes_before_matching(c)]
    decided = pairs(corrections)
    named = (*(c.target for c in decisions), *(incident for pair in decided for incident in pair))
    found = positions(incidents, "incident_id", named)
    work = Changes(incidents, "incidents", place_of)
    for pair, decision in decided.items():
        if lost := [incident for incident in pair if incident not in found]:
            work.miss(decision, f"no report tells of {' and '.join(lost)} any more")
        else:
            work.applied.append(decision.correction_id)
    for decision in decisions:
        position = found.get(decision.target)
        if position is None:
            work.miss(decision, "no report tells of this incident any more")
            continue
        if decision.action == "reject":
            work.gone.append(position)
        elif new := work.new_values(decision):
            row = work.row(position)
            row["evidence"] = [e for e in row["evidence"] or () if e["field"] != _evidence_name(decision)]
            row.update(new)
        else:
            continue
        work.applied.append(decision.correction_id)
    return AppliedToIncidents(work.result(), tuple(work.applied), tuple(work.missed))


def apply(
    corrections: Sequence[Correction], events: pa.Table, incidents: pa.Table, aliases: pa.Table, place_of: PlaceOf
) -> Applied:
    """Set, place, reject and mark events (schema "events"); events.corrections names every decision on an event.

    A lost event id is looked up in `aliases`, then by the incidents that the event held. Sensitivity of an incident is
    that of its event. Rejecting an event removes its incidents too, but never more than were its own. Decisions that
    `apply_to_incidents` applied are only named here.
    """
    decisions = standing(corrections)
    at = _events_of(decisions, events, aliases)
    work = Changes(events, "events", place_of)
    for decision in decisions:
        position = at.get(decision.correction_id)
        if position is None:
            if not _goes_before_matching(decision):
                work.miss(decision, "no event answers to this id any more")
        elif _goes_before_matching(decision):
            _name_in(work.row(position), decision)
        else:
            _apply_to_event(work, position, decision)
    decided = pairs(corrections)
    holding = holders(events, "incident_ids", (incident for pair in decided for incident in pair))
    for pair, decision in decided.items():
        for position in {holding[incident] for incident in pair if incident in holding}:
            _name_in(work.row(position), decision)
    removed = [i for position in work.gone for i in row_of(events, position)["incident_ids"]]
    left = without_rows(incidents, positions(incidents, "incident_id", removed).values())
    return Applied(work.result(), left, tuple(work.applied), tuple(work.missed))


def _goes_before_matching(correction: Correction) -> bool:
    return correction.is_of_incident and correction.action != "sensitivity"


def _evidence_name(decision: Correction) -> str:
    return "place" if decision.action == "place" else evidence_of(decision.field)


def _apply_to_event(work: Changes, position: int, decision: Correction) -> None:
    if decision.action == "reject":
        if _holds_more(row_of(work.table, position), decision):
            work.miss(decision, "the event that answers to this id now holds more than what was rejected")
            return
        work.gone.append(position)
    elif decision.action == "sensitivity":
        work.row(position)["sensitivity"] = decision.value
    elif new := work.new_values(decision):
        row, name = work.row(position), _evidence_name(decision)
        row.update(new)
        if decision.field == "attributions":
            known = [actor_named(a["actor"]) for a in new["attributions"]]
            row["actors"] = [k.name if k else a["actor"] for k, a in zip(known, new["attributions"], strict=True)]
        kept = [o for o in row["origins"] or () if o["field"] != name]
        row["origins"] = [*kept, {"field": name, "incident_id": None, "rule": f"correction {decision.correction_id}"}]
    else:
        return
    _name_in(work.row(position), decision)
    work.applied.append(decision.correction_id)


def _holds_more(event: dict[str, Any], decision: Correction) -> bool:
    """True where a rejected event lives on only as part of another: that other was never rejected."""
    return event["event_id"] != decision.target and not set(event["incident_ids"]) <= set(decision.incidents)


def _name_in(row: dict[str, Any], decision: Correction) -> None:
    row["corrections"] = list(dict.fromkeys([*(row["corrections"] or ()), decision.correction_id]))


def _events_of(decisions: Sequence[Correction], events: pa.Table, aliases: pa.Table) -> dict[str, int]:
    """Where the event of each decision stands, by correction_id."""
    ids = {c.target for c in decisions if not c.is_of_incident}
    follow = {row["old_id"]: row["event_id"] for row in _rows_with(aliases, ids)}
    by_id = positions(events, "event_id", {follow.get(i, i) for i in ids})
    by_incident = holders(events, "incident_ids", (i for c in decisions for i in (c.target, *c.incidents)))
    found: dict[str, int] = {}
    for decision in decisions:
        target = follow.get(decision.target, decision.target)
        position = by_incident.get(target) if decision.is_of_incident else by_id.get(target)
        if position is None:
            holding = Counter(by_incident[i] for i in decision.incidents if i in by_incident)
            position = min(holding, key=lambda p: (-holding[p], p), default=None)
        if position is not None:
            found[decision.correction_id] = position
    return found


def _rows_with(aliases: pa.Table, ids: set[str]) -> list[dict[str, str]]:
    if not ids:
        return []
    rows: list[dict[str, str]] = aliases.filter(
        pc.is_in(aliases["old_id"], value_set=pa.array(sorted(ids)))
    ).to_pylist()
    return rows
