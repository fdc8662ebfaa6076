"""The whole way from incidents to events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import names, schema
from etl.matching.features import in_id_order, newest
from etl.matching.grouping import Grouped, grouped
from etl.matching.identity import event_ids
from etl.matching.memory import KEPT, Memory
from etl.matching.several import MERGED, OF_REPORT, report_of, several_events
from etl.matching.singles import OF_INCIDENT, single_events

_UNUSED = ("evidence", "confidence_reasons", "reader")


@dataclass(frozen=True, slots=True)
class Matched:
    """Tables in the schemas of etl/columns.py. matches: pairs in one event, and (event_id null) pairs to review.

    memory: tables for the next match; touched: how many incidents were compared anew.
    """

    events: pa.Table
    matches: pa.Table
    aliases: pa.Table
    memory: dict[str, pa.Table]
    touched: int


def match(  # noqa: PLR0913 - decisions and former ids are handed in apart
    incidents: pa.Table,
    reports: pa.Table,
    previous: pa.Table | None = None,
    together: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
    *,
    previous_aliases: pa.Table | None = None,
    memory: Memory | None = None,
) -> Matched:
    """Match incidents (schema "incidents") of reports (schema "reports") into events.

    previous, previous_aliases: the last build's events and aliases, whose ids are kept. together, apart: pairs of
    incident ids that an editor joined or parted; apart wins. The order of rows and pairs changes nothing.
    memory: of any earlier match by the same code; it saves time and changes nothing.
    """
    memory = memory if memory and memory.keys() >= {*KEPT, MERGED} else {}
    incidents, reports = in_id_order(incidents.drop_columns(list(_UNUSED))), newest(reports)
    found = grouped(incidents, reports, together, apart, memory)
    ids, aliases = event_ids(found.group_of, incidents["incident_id"].combine_chunks(), previous, previous_aliases)
    names_of_groups = pa.array(ids, pa.string())
    sizes = np.bincount(found.group_of, minlength=len(ids))
    alone = sizes[found.group_of] == 1
    own = incidents.select(OF_INCIDENT)
    own = own if alone.all() else own.filter(pa.array(alone))
    of_incident = reports.select(list(OF_REPORT)).take(report_of(own, reports))
    alone_events = single_events(names_of_groups.take(pa.array(found.group_of[alone])), own, of_incident)
    ids_of_several = [ids[found.group_of[group[0]]] for group in found.groups]
    several = several_events(found.groups, ids_of_several, incidents, reports, memory)
    events = pa.concat_tables([alone_events, several.drop_columns(["mark"])])
    events = events.take(pc.sort_indices(events["event_id"]))
    remembered = {**found.memory, MERGED: several}
    return Matched(events, _matches(found, names_of_groups, incidents), aliases, remembered, found.touched)


def _matches(found: Grouped, ids: pa.Array, incidents: pa.Table) -> pa.Table:
    pairs = found.pairs
    incident_ids = incidents["incident_id"].combine_chunks()
    columns = [ids.take(pairs["event"]), incident_ids.take(pairs["l"]), incident_ids.take(pairs["r"]),
               pairs["score"], pairs["reasons"], pairs["is_episode"]]  # fmt: skip
    wanted = schema("matches")
    made = pa.Table.from_arrays([c.cast(f.type) for c, f in zip(columns, wanted, strict=True)], list(names("matches")))
    return made.cast(wanted)
