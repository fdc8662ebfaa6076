"""The rows that leave: of each edition that may leave, those that a reader asked for, with what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import EVENTS
from etl.store.links import LINKS, links_of
from etl.store.version import Version
from etl.told_columns import Column

Select = Callable[[Version], pa.Table]
"""Events of a version or edition (rows of its table "events", all columns) that a reader asked for."""

ADDED = (
    Column("licence", pa.string(), "Licences of the sources that tell it"),
    Column("text_is_summary", pa.bool_(), "True where a report of it is our summary and not the publisher's words"),
    Column("page", pa.string(), "Address of the event's own page"),
    LINKS,
)
"""Columns that an export has beside those of the events."""


@dataclass(frozen=True, slots=True)
class Part:
    """What leaves as one file. name: "" for the free sources, else the edition of one share-alike licence."""

    name: str
    edition: Version
    events: pa.Table
    about: Mapping[str, Any]


def parts(version: Version, select: Select, context: Mapping[str, str]) -> Iterator[Part]:
    """The free part, which may be empty, and a part for each share-alike licence that has rows.

    context: as `export` takes it. Raises StoreError where the version has no public edition.
    """
    public = version.public
    apart = {source["name"] for source in public.manifest["sources"] if source["share_alike"]}
    chosen = select(public)
    if apart:
        free = [apart.isdisjoint(sources or ()) for sources in chosen["sources"].to_pylist()]
        chosen = chosen.filter(pa.array(free, type=pa.bool_()))
    yield _part("", public, chosen, context)
    for edition in version.share_alike:
        chosen = select(edition)
        if chosen.num_rows:
            yield _part(edition.folder.name, edition, chosen, context)


def _part(name: str, edition: Version, chosen: pa.Table, context: Mapping[str, str]) -> Part:
    events = _completed(edition, chosen, context.get("event_address", ""))
    return Part(name, edition, events, _about(edition, events, context))


def _completed(edition: Version, events: pa.Table, event_address: str) -> pa.Table:
    """The events with the columns of ADDED, in the same order."""
    licences = {source["name"]: source["licence"] for source in edition.manifest["sources"]}
    told = [
        "; ".join(sorted({licences[source] for source in sources or () if source in licences}))
        for sources in events["sources"].to_pylist()
    ]
    ids = events["event_id"].to_pylist()
    pages = [event_address.replace("{event_id}", event_id) if event_address else None for event_id in ids]
    summaries = _summaries(edition)
    ours = [not summaries.isdisjoint(reports or ()) for reports in events["report_ids"].to_pylist()]
    links = links_of(edition, ids)
    for column, values in zip(ADDED, (told, ours, pages, links), strict=True):
        events = events.append_column(column.name, pa.array(values, type=column.type))
    return events


def _summaries(edition: Version) -> set[str]:
    ours = edition.read("reports", columns=["report_id", "text_is_summary"])
    return set(ours.filter(pc.fill_null(ours["text_is_summary"], False))["report_id"].to_pylist())


def _about(edition: Version, events: pa.Table, context: Mapping[str, str]) -> dict[str, Any]:
    meaning = {column.name: column for column in (*EVENTS, *ADDED)}
    address = context.get("address", "")
    telling = set(pc.unique(pc.list_flatten(events["sources"])).to_pylist())
    return {
        "title": context.get("title", "Incident Atlas: events"),
        "address": address,
        "build": edition.build,
        "built": edition.manifest["built"],
        "citation": f"Incident Atlas, version {edition.build}, {events.num_rows} events"
        + (f", {address}" if address else ""),
        "licences": [
            " ".join(filter(None, (f"{told['name']}: {told['licence']}", told["licence_url"], told["citation"])))
            for told in edition.manifest["sources"] if told["name"] in telling
        ],
        "columns": [
            {"name": name, "unit": meaning[name].unit, "meaning": meaning[name].meaning}
            for name in events.column_names if name in meaning
        ],
    }  # fmt: skip


def about_text(about: Mapping[str, Any]) -> str:
    """What stands beside a file that cannot hold it: licences, citation, address, and what every column means."""
    head = [f"{key}: {about[key]}" for key in ("title", "address", "built", "citation")]
    licences = [f"- {line}" for line in about["licences"]]
    columns = [f"{c['name']}: {c['meaning']}" + (f" [{c['unit']}]" if c["unit"] else "") for c in about["columns"]]
    return "\n".join([*head, "", "Licences", *licences, "", "Columns", *columns, ""])


def evidence(part: Part) -> pa.Table:
    """Where each value of the part's events is told: link, field and offsets, and the words where they may leave."""
    incidents = part.edition.read("incidents", columns=["incident_id", "report_id", "evidence"])
    reports = part.edition.read("reports", columns=["report_id", "publisher", "published", "url", "text"])
    held = part.events["incident_ids"].combine_chunks()
    events = part.events["event_id"].combine_chunks().take(pc.list_parent_indices(held))
    told = incidents.take(pc.index_in(held.flatten(), value_set=incidents["incident_id"].combine_chunks()))
    spans = told["evidence"].combine_chunks()
    owner = pc.list_parent_indices(spans)
    at = pc.index_in(told["report_id"].combine_chunks(), value_set=reports["report_id"].combine_chunks()).take(owner)
    field, start, end = (spans.flatten().field(name) for name in ("field", "start", "end"))
    spoken = zip(reports["text"].take(at).to_pylist(), start.to_pylist(), end.to_pylist(), strict=True)
    words = pa.array([text[first:last] if text else None for text, first, last in spoken], pa.string())
    return pa.table({
        "event_id": events.take(owner), "incident_id": told["incident_id"].take(owner), "field": field,
        "start": start, "end": end, "words": words,
        **{name: reports[name].take(at) for name in ("publisher", "published", "url")},
    })  # fmt: skip
