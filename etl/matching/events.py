"""The whole way from incidents to events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import names, schema
from etl.matching.features import in_id_order, newest
from etl.matching.grouping import Grouped, grouped
from etl.matching.identity import event_ids
from etl.matching.merging import merged
from etl.matching.singles import single_events
from etl.matching.voices import Telling
from etl.tables import table_of

_BATCH = 5_000
"""Groups merged at a time: what bounds the memory that rows take as Python objects."""
_UNUSED = ("evidence", "confidence_reasons", "reader")
_OF_REPORT = ("publisher", "agency", "language", "published", "form", "text")


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
    incidents, reports = in_id_order(incidents), newest(reports)
    found = grouped(incidents, reports, together, apart)
    ids, aliases = event_ids(found.group_of, incidents["incident_id"].combine_chunks(), previous, previous_aliases)
    names_of_groups = pa.array(ids, pa.string())
    sizes = np.bincount(found.group_of, minlength=len(ids))
    alone = pa.array(sizes[found.group_of] == 1)
    of_incident = _reports_of(incidents, reports)
    own = names_of_groups.take(pa.array(found.group_of)).filter(alone)
    parts = [single_events(own, incidents.filter(alone), of_incident.filter(alone))]
    parts.extend(_merged_events(found, ids, incidents, of_incident))
    events = pa.concat_tables(parts)
    events = events.take(pc.sort_indices(events["event_id"]))
    return Matched(events, _matches(found, names_of_groups, incidents), aliases)


def _reports_of(incidents: pa.Table, reports: pa.Table) -> pa.Table:
    """The report of each incident, row by row; nulls where it is missing."""
    at = pc.index_in(incidents["report_id"], value_set=reports["report_id"].combine_chunks())
    # A row's text is its own cells again: only prose is compared.
    prose = pc.if_else(pc.equal(reports["form"], "text"), reports["text"], None)
    told = reports.set_column(reports.column_names.index("text"), "text", prose)
    return told.select(list(_OF_REPORT)).take(at)


def _merged_events(found: Grouped, ids: Sequence[str], incidents: pa.Table, reports: pa.Table) -> Iterator[pa.Table]:
    for begin in range(0, len(found.groups), _BATCH):
        groups = found.groups[begin : begin + _BATCH]
        members = pa.array(np.concatenate(groups))
        told = incidents.drop_columns(list(_UNUSED)).take(members)
        rows = iter(told.to_pylist())
        facts = iter(reports.take(members).to_pylist())
        events = []
        for group in groups:
            own = [(next(rows), next(facts)) for _ in group]
            tellings = [_telling(row["report_id"], fact) for row, fact in own]
            with_day = [row | {"published": fact["published"]} for row, fact in own]
            events.append({"event_id": ids[found.group_of[group[0]]], **merged(with_day, tellings)})
        yield table_of("events", events)


def _telling(report_id: str, fact: dict[str, str | date | None]) -> Telling:
    words = {name: str(fact[name] or "") for name in ("publisher", "agency", "language", "text")}
    published = fact["published"]
    day = published if isinstance(published, date) else None
    return Telling(report_id, published=day, is_row=fact["form"] == "row", **words)


def _matches(found: Grouped, ids: pa.Array, incidents: pa.Table) -> pa.Table:
    pairs = found.pairs
    incident_ids = incidents["incident_id"].combine_chunks()
    columns = [ids.take(pairs["event"]), incident_ids.take(pairs["l"]), incident_ids.take(pairs["r"]),
               pairs["score"], pairs["reasons"]]  # fmt: skip
    wanted = schema("matches")
    made = pa.Table.from_arrays([c.cast(f.type) for c, f in zip(columns, wanted, strict=True)], list(names("matches")))
    return made.cast(wanted)
