"""What leaves: exactly the rows that were asked for, with what they mean, their licence and their address."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from etl.columns import EVENTS, Column
from etl.errors import UsageError
from etl.store.formats import FORMATS
from etl.store.version import Version

ADDED = (
    Column("licence", pa.string(), "Licences of the sources that tell it"),
    Column("text_is_summary", pa.bool_(), "True where a report of it is our summary and not the publisher's words"),
    Column("page", pa.string(), "Address of the event's own page"),
)
"""Columns that an export has beside those of the events."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many events left, and how many stayed because a source of theirs does not permit it."""

    rows: int
    withheld: int


def export(
    version: Version, table_of_events: pa.Table, form: str, target: Path | BinaryIO, context: Mapping[str, str]
) -> Exported:
    """Write events (rows of the version's table "events", any of its columns) as csv, geojson, jsonl, parquet or xlsx.

    context: "address" = the page with the reader's filters; "event_address" = an event's page, with {event_id} in it;
    "title" = a heading. Events told by a source whose licence (manifest, "sources") forbids export stay behind.
    Raises UsageError for another format, and for more rows than a spreadsheet can hold.
    """
    write: Callable[[pa.Table, dict[str, Any], BinaryIO], None] | None = FORMATS.get(form)
    if write is None:
        raise UsageError(f"no export format {form!r}; there are {', '.join(FORMATS)}")
    leaving = _completed(version, _permitted(version, table_of_events), context.get("event_address", ""))
    about = _about(version, leaving, context)
    if isinstance(target, Path):
        with target.open("wb") as opened:
            write(leaving, about, opened)
    else:
        write(leaving, about, target)
    return Exported(leaving.num_rows, table_of_events.num_rows - leaving.num_rows)


def dictionary_text(version: Version, table_of_events: pa.Table, context: Mapping[str, str]) -> str:
    """What stands beside a CSV file: licences, citation, address, and the meaning of every column, as plain text."""
    about = _about(version, _completed(version, table_of_events.slice(0, 0), ""), context)
    head = [f"{key}: {about[key]}" for key in ("title", "address", "built", "citation")]
    licences = [f"- {line}" for line in about["licences"]]
    columns = [f"{c['name']}: {c['meaning']}" + (f" [{c['unit']}]" if c["unit"] else "") for c in about["columns"]]
    return "\n".join([*head, "", "Licences", *licences, "", "Columns", *columns, ""])


def _permitted(version: Version, events: pa.Table) -> pa.Table:
    barred = {source["name"] for source in version.manifest.get("sources", []) if not source["export"]}
    if not barred:
        return events
    free = [barred.isdisjoint(sources or ()) for sources in events["sources"].to_pylist()]
    return events.filter(pa.array(free, type=pa.bool_()))


def _completed(version: Version, events: pa.Table, event_address: str) -> pa.Table:
    """The events with the columns of ADDED, in the same order."""
    licences = {source["name"]: source["licence"] for source in version.manifest.get("sources", [])}
    told = [
        "; ".join(sorted({licences[source] for source in sources or () if source in licences}))
        for sources in events["sources"].to_pylist()
    ]
    ids = events["event_id"].to_pylist()
    pages = [event_address.replace("{event_id}", event_id) if event_address else None for event_id in ids]
    summaries = _summaries(version)
    ours = [not summaries.isdisjoint(reports or ()) for reports in events["report_ids"].to_pylist()]
    for column, values in zip(ADDED, (told, ours, pages), strict=True):
        if column.name not in events.column_names:
            events = events.append_column(column.name, pa.array(values, type=column.type))
    return events


def _summaries(version: Version) -> set[str]:
    ours = version.read("reports", columns=["report_id", "text_is_summary"])
    return set(ours.filter(pc.fill_null(ours["text_is_summary"], False))["report_id"].to_pylist())


def _about(version: Version, events: pa.Table, context: Mapping[str, str]) -> dict[str, Any]:
    manifest = version.manifest
    meaning = {column.name: column for column in (*EVENTS, *ADDED)}
    address = context.get("address", "")
    return {
        "title": context.get("title", "Incident Atlas: events"),
        "address": address,
        "build": version.build,
        "built": manifest["built"],
        "citation": f"Incident Atlas, version {version.build}, {events.num_rows} events"
        + (f", {address}" if address else ""),
        "licences": [
            " ".join(filter(None, (f"{told['name']}: {told['licence']}", told["licence_url"], told["citation"])))
            for told in manifest.get("sources", [])
        ],
        "columns": [
            {"name": name, "unit": meaning[name].unit, "meaning": meaning[name].meaning}
            for name in events.column_names if name in meaning
        ],
    }  # fmt: skip
