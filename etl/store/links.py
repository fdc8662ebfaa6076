"""The links of events as they leave: one list an event, each link as seen from it, with the sentence that says it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import pyarrow as pa

from etl.store.version import Version
from etl.told_columns import Column

LINKS = Column(
    "links",
    pa.list_(
        pa.struct([
            ("kind", pa.string()), ("event_id", pa.string()), ("report_id", pa.string()),
            ("start", pa.int32()), ("end", pa.int32()), ("words", pa.string()),
        ])
    ),
    "Links that a report's own words make: kind (answers_to, answered_by, claimed_with, follows, followed_by, "
    "same_series) as seen from this event, the other event (empty where a series names no other), the report, and the "
    "sentence (start and end in code points, words where its licence lets them leave)",
)  # fmt: skip
"""The column that an export has for them."""

_TURNED = {"answers_to": "answered_by", "follows": "followed_by"}


def links_of(edition: Version, event_ids: Sequence[str]) -> pa.Array:
    """The column LINKS of the events, in their order."""
    links = edition.read("links").to_pylist()
    told = {link["report_id"] for link in links}
    reports = edition.read("reports", columns=["report_id", "text"]).to_pylist() if links else []
    texts = {report["report_id"]: report["text"] for report in reports if report["report_id"] in told}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for link in links:
        text = texts.get(link["report_id"]) or ""
        said = {"report_id": link["report_id"], "start": link["start"], "end": link["end"],
                "words": text[link["start"] : link["end"]] or None}  # fmt: skip
        first, other, kind = link["from_event_id"], link["to_event_id"], link["kind"]
        found[first].append({"kind": kind, "event_id": other, **said})
        if other is not None:
            found[other].append({"kind": _TURNED.get(kind, kind), "event_id": first, **said})
    return pa.array([found.get(event_id, []) for event_id in event_ids], LINKS.type)
