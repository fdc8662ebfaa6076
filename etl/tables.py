"""Records to Arrow tables of `columns.py` and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from typing import Any

import numpy as np
import pyarrow as pa

from etl.columns import names, schema
from etl.items import Rejected, RowItem, Rows
from etl.records import Attribution, Count, Incident, Link, Remark, Report, Span
from etl.told_columns import ATTRIBUTIONS, COUNTS, EVIDENCE

_REPORT_FIELDS = names("reports")
_PLAIN = tuple(
    f.name
    for f in fields(Incident)
    if f.name not in {*COUNTS, "attributions", "evidence"} and f.name in names("incidents")
)
_LISTS = frozenset({"places", "launched_from", "place_candidates", "weapons", "targets", "confidence_reasons"})


def table_of(name: str, rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """An Arrow table of the schema `name`; a key that is absent becomes null. A wrong type raises pa.ArrowInvalid."""
    wanted = schema(name)
    return pa.Table.from_arrays(
        [pa.array([row.get(f.name) for row in rows], type=f.type) for f in wanted], schema=wanted
    )


def incidents_table(incidents: Sequence[Incident]) -> pa.Table:
    """One row an incident, in the schema "incidents"."""
    columns: dict[str, Any] = {name: [*map(attrgetter(name), incidents)] for name in _PLAIN}
    columns["attributions"] = _records(
        ATTRIBUTIONS, ([(a.actor, a.stance, a.by) for a in i.attributions] for i in incidents)
    )
    columns["evidence"] = _records(
        EVIDENCE, ([(f, s.start, s.end) for f, spans in i.evidence.items() for s in spans] for i in incidents)
    )
    for count in COUNTS:
        told: list[Count | None] = [*map(attrgetter(count), incidents)]
        is_silent = told.count(None) == len(told)
        for part in ("low", "best", "high", "told"):
            columns[f"{count}_{part}"] = told if is_silent else [c and getattr(c, part) for c in told]
    wanted = schema("incidents")
    return pa.Table.from_arrays(
        [v if isinstance(v := columns[f.name], pa.Array) else pa.array(v, type=f.type) for f in wanted], schema=wanted
    )


def _records(kind: pa.ListType, rows: Iterable[list[tuple[Any, ...]]]) -> pa.ListArray:
    """Lists of records, one list a row, from tuples in the order of the record's fields."""
    ends, flat = [0], []
    for row in rows:
        flat += row
        ends.append(len(flat))
    fields = list(kind.value_type)
    parts = zip(*flat, strict=True) if flat else ((),) * len(fields)
    arrays = [pa.array(part, type=f.type) for part, f in zip(parts, fields, strict=True)]
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), pa.StructArray.from_arrays(arrays, fields=fields))


def reports_table(reports: Sequence[Report]) -> pa.Table:
    """One row a report, in the schema "reports"."""
    wanted = schema("reports")
    return pa.Table.from_arrays(
        [pa.array([*map(attrgetter(f.name), reports)], type=f.type) for f in wanted], schema=wanted
    )


def rows_of_columns(reports: Mapping[str, pa.Array], incidents: Mapping[str, pa.Array]) -> Rows:
    """Rows from columns of one length; one that is absent holds the default of its record."""
    blank = _blank()
    total = len(incidents["incident_id"])
    return Rows(_completed(reports, blank.reports, total), _completed(incidents, blank.incidents, total))


def _completed(columns: Mapping[str, pa.Array], blank: pa.Table, total: int) -> pa.Table:
    first = pa.array(np.zeros(total, dtype=np.int32))
    missing = {name: blank[name].combine_chunks().take(first) for name in blank.column_names if name not in columns}
    arrays = [missing[f.name] if f.name in missing else columns[f.name].cast(f.type) for f in blank.schema]
    return pa.Table.from_arrays(arrays, schema=blank.schema)


@cache
def _blank() -> Rows:
    incident = Incident(incident_id="", report_id="", source="", event_type="other")
    return Rows(reports_table([Report("", "", "", "", "", "")]), incidents_table([incident]))


def lists_where(there: np.ndarray[Any, Any], values: pa.Array) -> pa.ListArray:
    """One list a row of `there` (rows, places): of the values, which stand row by row, as many as it has True."""
    ends = np.concatenate(([0], np.cumsum(there.sum(axis=1)))).astype(np.int32)
    return pa.ListArray.from_arrays(pa.array(ends), values)


def pairs_of(rows: Rows) -> Iterator[RowItem]:
    """The rows one by one, as records."""
    return zip(reports_of(rows.reports), incidents_of(rows.incidents), strict=True)


def remarks_table(remarks: Iterable[Remark]) -> pa.Table:
    """One row a remark, in the schema "remarks"."""
    rows = [{"report_id": r.report_id, "kind": r.kind, "start": r.span.start, "end": r.span.end} for r in remarks]
    return table_of("remarks", rows)


def links_table(links: Iterable[Link]) -> pa.Table:
    """One row a link, in the schema "links"; the events are not known yet."""
    rows = [
        {"kind": one.kind, "from_incident_id": one.incident_id, "to_incident_id": one.other_id or None,
         "report_id": one.incident_id.rpartition("#")[0], "start": one.span.start, "end": one.span.end}
        for one in links
    ]  # fmt: skip
    return table_of("links", rows)


def rejects_table(rejects: Iterable[Rejected]) -> pa.Table:
    """One row a reject, in the schema "rejects"; half a character, which no table can hold, is told as \\udXXX."""
    return table_of("rejects", [{f.name: _whole(getattr(r, f.name)) for f in fields(Rejected)} for r in rejects])


def _whole(told: str | int) -> str | int:
    return told.encode(errors="backslashreplace").decode() if isinstance(told, str) else told


def rejects_of(table: pa.Table) -> Iterator[Rejected]:
    """The rejects of a table in the schema "rejects", in its order."""
    for row in table.to_pylist():
        yield Rejected(**row)


def incidents_of(table: pa.Table) -> Iterator[Incident]:
    """The incidents of a table in the schema "incidents", in its order."""
    for row in table.to_pylist():
        yield incident_of(row)


def incident_of(row: Mapping[str, Any]) -> Incident:
    """One incident from a row of the schema "incidents"."""
    values: dict[str, Any] = {name: tuple(row[name] or ()) if name in _LISTS else row[name] for name in _PLAIN}
    values["attributions"] = tuple(Attribution(a["actor"], a["stance"], a["by"]) for a in row["attributions"] or ())
    evidence: dict[str, tuple[Span, ...]] = {}
    for e in row["evidence"] or ():
        evidence[e["field"]] = (*evidence.get(e["field"], ()), Span(e["start"], e["end"]))
    for count in COUNTS:
        told = row[f"{count}_told"]
        values[count] = (
            None if told is None else Count(row[f"{count}_low"], row[f"{count}_best"], row[f"{count}_high"], told)
        )
    return Incident(evidence=evidence, **values)


def reports_of(table: pa.Table) -> Iterator[Report]:
    """The reports of a table in the schema "reports", in its order."""
    for row in table.to_pylist():
        yield Report(**{name: row[name] for name in _REPORT_FIELDS})
