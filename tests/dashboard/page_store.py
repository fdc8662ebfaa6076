"""A store of a dozen made-up events with every state that a page must be able to show."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl.records import Attribution, Count, Incident, Remark, Report, Span
from etl.store import Store, Version
from etl.tables import incidents_table, remarks_table, reports_table, table_of

HOSTILE = '<script>alert("x")</script> [click](javascript:alert(1)) <img src=x onerror=alert(2)> & more'

ROCKETS = (
    "Three rockets fell near the airport of Baghdad on Saturday night, police said. At least five soldiers were "
    "wounded. An official accused Kataib Hezbollah, which denied any part in it. The army had tested a siren."
)
ROQUETTES = "Plusieurs roquettes sont tombées près de l'aéroport de Bagdad. Sept soldats ont été blessés."
ARABIC = "سقطت صواريخ قرب مطار بغداد مساء السبت. أصيب ستة جنود."

SOURCES = [
    {"name": "atlas", "title": "Incident Atlas summaries", "licence": "CC BY 4.0", "display": True, "text": True,
     "licence_url": "https://creativecommons.org/licenses/by/4.0/", "export": True, "citation": "Incident Atlas",
     "share_alike": False},
    {"name": "closed", "title": "A closed dataset", "licence": "Own use only", "licence_url": "", "display": True,
     "text": False, "export": False, "citation": "A closed dataset", "share_alike": False},
]  # fmt: skip
PUBLIC = {"inputs": [], "sources": SOURCES[:1], "counts": {"reports": 4, "incidents": 4, "events": 2}}


def span(text: str, words: str) -> Span:
    """Where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def report(number: int, text: str, language: str = "en", **other: Any) -> Report:
    """A report of the small store."""
    given = {
        "title": f"Report {number}", "publisher": f"Publisher {number}", "source": "atlas",
        "url": f"https://example.org/{number}", "published": date(2020, 7, 5), "text_is_summary": True,
    }  # fmt: skip
    return Report(report_id=f"atlas:{number}", text=text, language=language, **(given | other))


REPORTS = (
    report(1, ROCKETS, agency="Agence Exemple"),
    report(2, ROQUETTES, "fr", published=date(2020, 7, 6)),
    report(3, ARABIC, "ar", text_is_summary=False),
    report(4, HOSTILE + " A bomb went off in Mosul.", title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)"),
    report(5, "Guards arrested 14 men near Basra in March.", source="closed", text_is_summary=False),
)


def _told(incident_id: str, on: int, words: str, **values: Any) -> Incident:
    told = REPORTS[on - 1]
    evidence = {"incident": (span(told.text, words),), **values.pop("evidence", {})}
    return Incident(incident_id=f"atlas:{on}#{incident_id}", report_id=told.report_id, source=told.source,
                    evidence=evidence, **values)  # fmt: skip


_NIGHT = {"date_start": date(2020, 7, 4), "date_end": date(2020, 7, 4), "date_precision": "day",
          "date_basis": "relative", "event_type": "shelling", "places": ("Baghdad airport", "Baghdad"),
          "latitude": 33.2625, "longitude": 44.2346, "place_precision": "site", "radius_km": 2.0, "country": "IQ",
          "admin1": "Baghdad"}  # fmt: skip

INCIDENTS = (
    _told("1", 1, "Three rockets fell near the airport of Baghdad on Saturday night, police said.", **_NIGHT,
          wounded=Count(5, 5, None, "at least five"),
          attributions=(Attribution("Kataib Hezbollah", "accused", "an official"),
                        Attribution("Kataib Hezbollah", "denied", "Kataib Hezbollah")),
          weapons=("rockets",), reading_confidence=0.82,
          evidence={"wounded": (span(ROCKETS, "At least five soldiers"),), "weapons": (span(ROCKETS, "rockets"),),
                    "date": (span(ROCKETS, "on Saturday night"),)}),
    _told("1", 2, ROQUETTES, **_NIGHT, wounded=Count(7, 7, 7, "Sept"), reading_confidence=0.7),
    _told("1", 3, ARABIC, **_NIGHT, wounded=Count(6, 6, 6, "ستة")),
    _told("1", 4, "A bomb went off in Mosul.", event_type="bombing", date_start=date(2020, 3, 1),
          date_end=date(2020, 3, 31), date_precision="month", date_basis="explicit", places=(HOSTILE,),
          latitude=36.34, longitude=43.13, place_precision="town", radius_km=5.0, country="IQ", admin1="Nineveh",
          killed=Count(2, 2, 2, "two")),
    _told("1", 5, "Guards arrested 14 men near Basra in March.", event_type="arrest_raid", places=("Basra",),
          place_candidates=("geonames:1", "geonames:2"), detained=Count(14, 14, 14, "14")),
)  # fmt: skip

_ALONE = ("incident_id", "report_id", "source", "evidence", "confidence_reasons", "reader")


def event(event_id: str, parts: list[Incident], **values: Any) -> dict[str, Any]:
    """An event as matching would make it: the first incident's values, the widest wounded, all attributions."""
    row = {k: v for k, v in incidents_table(parts[:1]).to_pylist()[0].items() if k not in _ALONE}
    reports = [REPORTS[int(p.report_id.split(":")[1]) - 1] for p in parts]
    return row | {
        "event_id": event_id, "incident_ids": [p.incident_id for p in parts],
        "report_ids": [r.report_id for r in reports], "sources": sorted({r.source for r in reports}),
        "publishers": [r.publisher for r in reports], "languages": sorted({r.language for r in reports}),
        "actors": sorted({a.actor for p in parts for a in p.attributions}), "independent_sources": len(parts),
        "first_reported": min(r.published for r in reports if r.published), "origins": [], "disagreements": [],
        "is_contested": False, "corrections": [], "sensitivity": "none",
    } | values  # fmt: skip


def events() -> list[dict[str, Any]]:
    """The rows of the table "events"."""
    rockets, other, third, bomb, raid = INCIDENTS
    return [
        event("ev-rockets", [rockets, other, third], is_contested=True, disagreements=["wounded"],
               wounded_low=5, wounded_best=6, wounded_high=None,
               origins=[{"field": "wounded", "incident_id": rockets.incident_id, "rule": "range of all"}]),
        event("ev-bomb", [bomb]),
        event("ev-raid", [raid]),
    ]  # fmt: skip


def build(folder: Path, *more: dict[str, Any]) -> Version:
    """Write the small store into a folder, with more rows of the table "events"."""
    store = Store(folder)
    with store.writing() as writer:
        writer.put("events", table_of("events", [*events(), *more]))
        writer.put("incidents", incidents_table(INCIDENTS))
        writer.put("reports", reports_table(REPORTS))
        writer.put("remarks", remarks_table([Remark("atlas:1", "test", span(ROCKETS, "The army had tested a siren."))]))
        writer.put("matches", _matches())
        writer.put("aliases", table_of("aliases", [{"old_id": "ev-older", "event_id": "ev-rockets"}]))
        writer.put("rejects", table_of("rejects", [
            {"file": "bad.csv", "row": 7, "field": "date", "value": "32 May", "reason": "is no day",
             "remedy": "Mend it"},
        ]))  # fmt: skip
        writer.put_edition("public", _free([*events(), *more]), PUBLIC)
        return writer.finish(
            {
                "inputs": [
                    {
                        "file": "bad.csv",
                        "source": "atlas",
                        "sha256": "0" * 64,
                        "rows": 6,
                        "kept": 5,
                        "rejected": 1,
                        "notices": ["bad.csv: a new column: mood"],
                    }
                ],
                "sources": SOURCES,
                "counts": {"reports": 5, "incidents": 5, "events": 3, "remarks": 1, "rejected": 1, "unplaced": 1},
            }
        )


def _free(rows: list[dict[str, Any]]) -> dict[str, pa.Table]:
    """What may leave: no event here is told by both sources, so none is merged again."""
    return {
        "events": table_of("events", [row for row in rows if "closed" not in row["sources"]]),
        "incidents": incidents_table([i for i in INCIDENTS if i.source != "closed"]),
        "reports": reports_table([r for r in REPORTS if r.source != "closed"]),
    }


def _matches() -> pa.Table:
    return table_of("matches", [
        {"event_id": "ev-rockets", "left_id": "atlas:1#1", "right_id": "atlas:2#1", "score": 0.91,
         "reasons": ["same day (+7.0)", "both shelling (+2.0)"]},
        {"event_id": None, "left_id": "atlas:4#1", "right_id": "atlas:1#1", "score": 0.41, "is_episode": True,
         "reasons": ["2 days apart (−0.5)", "bombing and shelling (+0.5)", "killed 2 and 3 (−0.6)",
                     "one tells of 31 days, the other of one: episode and event?"]},
    ])  # fmt: skip
