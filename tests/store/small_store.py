"""Small tables in the schemas of the store."""

from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa

from etl.store import Store, Version
from etl.tables import table_of

TEXT = "Bagdad : une roquette a blessé au moins 5 personnes près de l'hôpital."
FREE = "https://creativecommons.org/licenses/by/4.0/"
OURS = {"name": "ours", "licence": "CC BY 4.0", "licence_url": FREE, "citation": "", "display": True, "text": True,
        "export": True, "share_alike": False}  # fmt: skip
SOURCES = [{**OURS, "name": "closed", "licence": "For one's own use", "licence_url": "", "export": False}, OURS]


def small_tables(words: str = "au moins 5", number: int = 1) -> dict[str, pa.Table]:
    """Reports r0, r1, ..., each telling one incident of one event."""
    start = TEXT.index(words) if words in TEXT else 0
    reports: list[dict[str, Any]] = []
    incidents: list[dict[str, Any]] = []
    events: list[dict[str, Any]] = []
    for n in range(number):
        told = {
            "event_type": "shelling", "status": "carried_out", "date_start": date(2020, 7, 1 + n % 28),
            "date_end": date(2020, 7, 1 + n % 28), "date_precision": "day", "places": ["Bagdad", "hôpital | nord"],
            "latitude": 33.3, "longitude": 44.4, "wounded_low": 5, "wounded_best": 5, "wounded_told": words,
            "weapons": ["roquette"], "attributions": [{"actor": "Kata'ib Hezbollah", "stance": "denied", "by": ""}],
        }  # fmt: skip
        reports.append({"report_id": f"ours:{n}", "source": "ours", "publisher": "Radio Une", "language": "fr",
                        "title": "Une roquette", "text": TEXT, "form": "text", "text_is_summary": n == 0})  # fmt: skip
        spans = [
            {"field": "incident", "start": 0, "end": len(TEXT)},
            {"field": "wounded", "start": start, "end": start + len(words)},
        ]
        incidents.append({"incident_id": f"ours:{n}#1", "report_id": f"ours:{n}", "source": "ours",
                          "evidence": spans, **told})  # fmt: skip
        events.append({"event_id": f"ev-{n}", "incident_ids": [f"ours:{n}#1"], "report_ids": [f"ours:{n}"],
                       "sources": ["ours"], "publishers": ["Radio Une"], "actors": ["Kataib Hezbollah"],
                       "independent_sources": 1, "is_contested": True, **told})  # fmt: skip
    return {"reports": table_of("reports", reports), "incidents": table_of("incidents", incidents),
            "events": table_of("events", events)}  # fmt: skip


def build(store: Store, tables: dict[str, pa.Table], **manifest: Any) -> Version:
    """One finished version of the tables, of which all may leave."""
    with store.writing() as writer:
        for name, table in tables.items():
            writer.put(name, table)
        writer.put_edition("public", tables, {"sources": [OURS]})
        return writer.finish({"sources": SOURCES, **manifest})
