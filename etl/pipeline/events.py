"""From incidents to events: matched between the editors' decisions on incidents and those on events, then coarsened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from etl import corrections, matching, reading
from etl.corrections import Correction
from etl.items import Rejected
from etl.pipeline.given import standing, to_match
from etl.pipeline.intake import gazetteer
from etl.pipeline.linked_events import lifted
from etl.pipeline.machine_coded import flagged
from etl.pipeline.memories import Memories
from etl.places.gazetteer import Place

Tables = dict[str, pa.Table]


@dataclass(frozen=True, slots=True)
class Before:
    """Events and aliases whose ids are to be kept; None where there are none."""

    events: pa.Table | None = None
    aliases: pa.Table | None = None


@dataclass(frozen=True, slots=True)
class Decided:
    """All tables of a build but rejects; the events as matched; how many decisions were applied, and which no longer.

    matched: events and aliases before decisions on events, with all incidents, for the ids of what may leave.
    """

    tables: Tables
    matched: Before
    applied: int
    no_longer_applying: tuple[Rejected, ...]


def decided(
    tables: Mapping[str, pa.Table], decisions: Sequence[Correction], before: Before, memories: Memories, name: str
) -> Decided:
    """Events of incidents, reports and remarks as gathered, with every decision of the editors applied.

    name: that of the memory to match with.
    """
    together, apart = corrections.together_and_apart(decisions)
    first = corrections.apply_to_incidents(decisions, tables["incidents"], place_of)
    given = standing(tables["given"], first.incidents)
    sure = _is_sure(first.incidents, corrections.confirmed(decisions))
    to_join = _only(first.incidents, pc.and_(sure, to_match(first.incidents, given)))
    matched = matching.match(
        to_join, tables["reports"], before.events, together, apart,
        previous_aliases=before.aliases, memory=memories.of(name),
    )  # fmt: skip
    memories.keep(name, matched.memory)
    events = pa.concat_tables([matched.events, given])
    last = corrections.apply(decisions, events, first.incidents, matched.aliases, place_of)
    sides = corrections.Sides(events, tables["incidents"], last.events, last.incidents)
    incidents, events = last.incidents, flagged(last.events, last.incidents)
    made = {
        **{name: tables[name] for name in ("reports", "remarks")},
        "events": events,
        "incidents": incidents,
        "links": lifted(tables["links"], events),
        "corrections": corrections.account(decisions, sides),
    }
    return Decided(
        corrections.coarsen({**made, "matches": matched.matches, "aliases": matched.aliases}),
        Before(events, matched.aliases),
        len({*first.applied_ids, *last.applied_ids}),
        (*first.no_longer_applying, *last.no_longer_applying),
    )


def _only(table: pa.Table, wanted: pa.ChunkedArray) -> pa.Table:
    """The rows wanted; the table itself, not a copy, where it is all of them, as in a dataset."""
    return table if pc.all(wanted, min_count=0).as_py() else table.filter(wanted)


def _is_sure(incidents: pa.Table, confirmed: set[str]) -> pa.ChunkedArray:
    """Whether each incident was read with enough confidence, or confirmed by an editor."""
    confidence = pc.fill_null(incidents.column("reading_confidence"), 1.0)
    by_editor = pc.is_in(incidents.column("incident_id"), value_set=pa.array(sorted(confirmed), pa.string()))
    return pc.or_(pc.greater_equal(confidence, reading.REVIEW_BELOW), by_editor)


def place_of(gazetteer_id: str) -> Place | None:
    """A place with its first-level area by name, as incidents have it."""
    place = gazetteer().place(gazetteer_id)
    area = gazetteer().area(place.admin1) if place else None
    return place._replace(admin1=area.name if area else "") if place else None


def place_names(ids: Sequence[str]) -> dict[str, tuple[str, str, str]]:
    """For each id of the gazetteer that is known there: the place's name, its first-level area, its country (alpha-2).

    The area is "" where the place has none or is that area itself.
    """
    named: dict[str, tuple[str, str, str]] = {}
    for place_id in ids:
        place = gazetteer().place(place_id)
        if place is not None:
            area = gazetteer().area(place.admin1) if place.admin1 and place.kind != "admin1" else None
            named[place_id] = (place.name, area.name if area else "", place.country)
    return named
