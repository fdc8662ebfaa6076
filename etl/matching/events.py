"""The whole way from incidents to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import names, schema
from etl.matching.features import in_id_order, newest
from etl.matching.grouping import Grouped, grouped
from etl.matching.identity import event_ids
from etl.matching.merging import merged
from etl.matching.singles import OF_INCIDENT, single_events
from etl.matching.voices import COMPARED, Telling
from etl.tables import table_of

_BATCH = 5_000
"""Groups merged at a time: what bounds the memory that rows take as Python objects."""
_UNUSED = ("evidence", "confidence_reasons", "reader")
_OF_REPORT = ("report_id", "publisher", "agency", "language", "published", "form")


@dataclass(frozen=True, slots=True)
class Matched:
    """Tables in the schemas of etl/columns.py. matches: pairs in one event, and (event_id null) pairs to review."""

    events: pa.Table
    matches: pa.Table
    aliases: pa.Table


def match(  # noqa: PLR0913 - decisions and former ids are handed in apart
    incidents: pa.Table,
    reports: pa.Table,
    previous: pa.Table | None = None,
    together: Sequence[tuple[str, str]] = (),
    apart: Sequence[tuple[str, str]] = (),
    *,
    previous_aliases: pa.Table | None = None,
) -> Matched:
    """Match incidents (schema "incidents") of reports (schema "reports") into events.

    previous, previous_aliases: the last build's events and aliases, whose ids are kept. together, apart: pairs of
    incident ids that an editor joined or parted; apart wins. The order of rows and pairs changes nothing.
    """
    incidents, reports = in_id_order(incidents.drop_columns(list(_UNUSED))), newest(reports)
    found = grouped(incidents, reports, together, apart)
    ids, aliases = event_ids(found.group_of, incidents["incident_id"].combine_chunks(), previous, previous_aliases)
    names_of_groups = pa.array(ids, pa.string())
    sizes = np.bincount(found.group_of, minlength=len(ids))
    alone = sizes[found.group_of] == 1
    own = incidents.select(OF_INCIDENT)
    own = own if alone.all() else own.filter(pa.array(alone))
    of_incident = reports.select(list(_OF_REPORT)).take(_report_of(own, reports))
    parts = [single_events(names_of_groups.take(pa.array(found.group_of[alone])), own, of_incident)]
    parts.extend(_merged_events(found, ids, incidents, reports))
    events = pa.concat_tables(parts)
    events = events.take(pc.sort_indices(events["event_id"]))
    return Matched(events, _matches(found, names_of_groups, incidents), aliases)


def _report_of(incidents: pa.Table, reports: pa.Table) -> pa.Array:
    """For each incident the row of its report; null where it is missing."""
    return pc.index_in(incidents["report_id"].combine_chunks(), value_set=reports["report_id"].combine_chunks())


def _merged_events(found: Grouped, ids: Sequence[str], incidents: pa.Table, reports: pa.Table) -> Iterator[pa.Table]:
    for begin in range(0, len(found.groups), _BATCH):
        groups = found.groups[begin : begin + _BATCH]
        told = incidents.take(pa.array(np.concatenate(groups)))
        tellings = _tellings(told, reports)
        rows = iter(told.to_pylist())
        events = []
        for group in groups:
            own = [next(rows) for _ in group]
            heard = [tellings.get(row["report_id"]) or _silent(row["report_id"]) for row in own]
            with_day = [row | {"published": telling.published} for row, telling in zip(own, heard, strict=True)]
            events.append({"event_id": ids[found.group_of[group[0]]], **merged(with_day, heard)})
        yield table_of("events", events)


def _tellings(incidents: pa.Table, reports: pa.Table) -> dict[str, Telling]:
    """What decides whose voice each report of the incidents is: each report once, however many incidents it tells."""
    named = pc.unique(_report_of(incidents, reports)).drop_null()
    told = reports.select([*_OF_REPORT, "text"]).take(named)
    # A row's text is its own cells again: only prose is compared.
    prose = pc.if_else(pc.equal(told["form"], "text"), pc.utf8_slice_codeunits(told["text"], 0, COMPARED), None)
    facts = told.set_column(told.column_names.index("text"), "text", prose).to_pylist()
    return {fact["report_id"]: _telling(fact) for fact in facts}


def _telling(fact: dict[str, Any]) -> Telling:
    words = {name: fact[name] or "" for name in ("report_id", "publisher", "agency", "language", "text")}
    return Telling(published=fact["published"], is_row=fact["form"] == "row", **words)


def _silent(report_id: str) -> Telling:
    """A report that is missing: nothing is known but its id."""
    return Telling(report_id, "", "", None, "", is_row=False, text="")


def _matches(found: Grouped, ids: pa.Array, incidents: pa.Table) -> pa.Table:
    pairs = found.pairs
    incident_ids = incidents["incident_id"].combine_chunks()
    columns = [ids.take(pairs["event"]), incident_ids.take(pairs["l"]), incident_ids.take(pairs["r"]),
               pairs["score"], pairs["reasons"], pairs["is_episode"]]  # fmt: skip
    wanted = schema("matches")
    made = pa.Table.from_arrays([c.cast(f.type) for c, f in zip(columns, wanted, strict=True)], list(names("matches")))
    return made.cast(wanted)
