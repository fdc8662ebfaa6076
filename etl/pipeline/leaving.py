"""What may leave a store: its events merged again, from incidents of sources that permit it and of no others.

An edition is made from the beginning: incidents of barred sources never reach matching, so that no value, id, count or
day of theirs can stand in it. What share-alike sources tell is never merged with anything under another licence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa
import pyarrow.compute as pc

from etl import corrections
from etl.corrections import Correction
from etl.pipeline.batch import OF_REPORTS
from etl.pipeline.events import Decided, Tables, decided
from etl.pipeline.given import of_sources
from etl.pipeline.memories import Memories
from etl.pipeline.terms import Terms, may_leave, share_alike_edition
from etl.store import PUBLIC
from etl.told_columns import COUNTS

LONGEST_TOLD = 60
"""Signs of the longest words of a number that count as a value; longer ones are text, and go by the text's licence."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Tables that may leave under one name, and the terms of the sources in it."""

    name: str
    tables: Tables
    sources: tuple[Terms, ...]


def editions(
    gathered: Mapping[str, pa.Table],
    whole: Decided,
    terms: Sequence[Terms],
    decisions: Sequence[Correction],
    memories: Memories,
) -> Iterator[Edition]:
    """The public edition, then one for each share-alike licence."""
    groups: dict[str, list[Terms]] = defaultdict(list, {"": []})
    for one in filter(may_leave, terms):
        groups[share_alike_edition(one)].append(one)
    if len(groups[""]) == len(terms):
        yield Edition(PUBLIC, _as_it_leaves(whole.tables, terms), tuple(terms))
        return
    told = pa.array([], pa.string())
    parts = []
    for name in sorted(groups):
        own = _of_sources(gathered, groups[name])
        first = _without_incidents(own, told)
        parts.append(decided(first, decisions, whole.matched, memories, f"public-{name}").tables)
        told = pa.concat_arrays([told, _incidents_of_events_with(own["incidents"], whole.matched.events)])
    leaving = tuple(one for name in sorted(groups) for one in groups[name])
    yield Edition(PUBLIC, _as_it_leaves(_joined(parts), leaving), leaving)
    for name in sorted(groups.keys() - {""}):
        own = _of_sources(gathered, groups[name])
        tables = decided(own, decisions, whole.matched, memories, f"edition-{name}").tables
        yield Edition(name, _as_it_leaves(tables, groups[name]), tuple(groups[name]))


def _of_sources(tables: Mapping[str, pa.Table], terms: Iterable[Terms]) -> Tables:
    """Reports of some sources, and what they tell."""
    named = pa.array([one["name"] for one in terms], pa.string())
    reports = tables["reports"].filter(pc.is_in(tables["reports"]["source"], value_set=named))
    ids = reports["report_id"].combine_chunks()
    kept = {n: tables[n].filter(pc.is_in(tables[n]["report_id"], value_set=ids)) for n in OF_REPORTS}
    return {"reports": reports, **kept, "given": of_sources(tables["given"], named)}


def _without_incidents(tables: Tables, ids: pa.Array) -> Tables:
    incidents = tables["incidents"]
    return {**tables, "incidents": incidents.filter(pc.invert(pc.is_in(incidents["incident_id"], value_set=ids)))}


def _incidents_of_events_with(incidents: pa.Table, events: pa.Table | None) -> pa.Array:
    """Ids of all incidents, of any source, whose event holds one of these: that event is told already."""
    if events is None or not events.num_rows:
        return pa.array([], pa.string())
    lists = events["incident_ids"].combine_chunks()
    owners, ids = pc.list_parent_indices(lists), lists.flatten()
    held = pc.unique(owners.filter(pc.is_in(ids, value_set=incidents["incident_id"].combine_chunks())))
    return ids.filter(pc.is_in(owners, value_set=held))


def _joined(parts: Sequence[Tables]) -> Tables:
    """The tables of several editions as one; of an old id that leads to two events the first holds."""
    tables = {name: pa.concat_tables([part[name] for part in parts]) for name in parts[0]}
    live = set(tables["events"]["event_id"].to_pylist())
    first = {row["old_id"]: row for row in reversed(tables["aliases"].to_pylist()) if row["old_id"] not in live}
    return {**tables, "aliases": pa.Table.from_pylist([*first.values()], tables["aliases"].schema)}


def _as_it_leaves(tables: Tables, terms: Iterable[Terms]) -> Tables:
    """The tables without the texts that their licences keep back (offsets stay), and without links to coarse places."""
    silent = pa.array([one["name"] for one in terms if not one["text"]], pa.string())
    made = corrections.unlinked(tables)
    spoken = pc.is_in(made["reports"]["source"], value_set=silent)
    if pc.any(spoken).as_py():
        column = pc.if_else(spoken, "", made["reports"]["text"])
        made["reports"] = _with_column(made["reports"], "text", column)
    told_by_silent = made["incidents"].filter(pc.is_in(made["incidents"]["source"], value_set=silent))
    for name in (f"{count}_told" for count in COUNTS):
        words = pc.unique(told_by_silent[name]).drop_null()
        words = words.filter(pc.greater(pc.utf8_length(words), LONGEST_TOLD))
        for table in ("incidents", "events") if len(words) else ():
            found = pc.is_in(made[table][name], value_set=words)
            made[table] = _with_column(made[table], name, pc.if_else(found, "", made[table][name]))
    return made


def _with_column(table: pa.Table, name: str, column: pa.ChunkedArray) -> pa.Table:
    return table.set_column(table.column_names.index(name), name, column)
