"""The whole way from incidents to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from etl.columns import names, schema
from etl.matching.features import in_id_order, newest
from etl.matching.grouping import Grouped, grouped
from etl.matching.identity import event_ids
from etl.matching.memory import KEPT, Memory
from etl.matching.several import MERGED, OF_REPORT, report_of, several_events
from etl.matching.singles import OF_INCIDENT, single_events
from etl.spilled import STRETCH, give_back, rows_at, spilled

_UNUSED = ("evidence", "confidence_reasons", "reader")


@dataclass(frozen=True, slots=True)
class Matched:
    """Tables in the schemas of etl/columns.py. matches: pairs in one event, and (event_id null) pairs to review.

    memory: tables for the next match; touched: how many incidents stand in a pair that was compared anew.
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
    ids_of_several = [ids[found.group_of[group[0]]] for group in found.groups]
    several = several_events(found.groups, ids_of_several, incidents, reports, memory)
    events = spilled(schema("events"), _by_group(found, names_of_groups, incidents, reports, several))
    remembered = {**found.memory, MERGED: several}
    return Matched(events, _matches(found, names_of_groups, incidents), aliases, remembered, found.touched)


def _by_group(
    found: Grouped, ids: pa.Array, incidents: pa.Table, reports: pa.Table, several: pa.Table
) -> Iterator[pa.Table]:
    """All events a stretch of groups at a time: first those of one incident, then those of `several`."""
    of_report, at_report = reports.select(OF_REPORT), report_of(incidents, reports)
    sizes = np.bincount(found.group_of, minlength=len(ids))
    row_of = np.zeros(len(ids), dtype=np.int64)
    row_of[found.group_of] = np.arange(len(found.group_of))
    row_of[[found.group_of[group[0]] for group in found.groups]] = np.arange(len(found.groups))
    for begin in range(0, len(ids), STRETCH):
        groups = np.arange(begin, min(begin + STRETCH, len(ids)))
        is_alone = sizes[groups] == 1
        rows = pa.array(row_of[groups[is_alone]])
        own, told = rows_at(incidents.select(OF_INCIDENT), rows), rows_at(of_report, at_report.take(rows))
        yield single_events(ids.take(pa.array(groups[is_alone])), own, told)
        yield several.take(pa.array(row_of[groups[~is_alone]])).drop_columns(["mark"])
        give_back()


def _matches(found: Grouped, ids: pa.Array, incidents: pa.Table) -> pa.Table:
    pairs = found.pairs
    incident_ids = incidents["incident_id"].combine_chunks()
    columns = [ids.take(pairs["event"]), incident_ids.take(pairs["l"]), incident_ids.take(pairs["r"]),
               pairs["score"], pairs["reasons"], pairs["is_episode"]]  # fmt: skip
    wanted = schema("matches")
    made = pa.Table.from_arrays([c.cast(f.type) for c, f in zip(columns, wanted, strict=True)], list(names("matches")))
    return made.cast(wanted)
