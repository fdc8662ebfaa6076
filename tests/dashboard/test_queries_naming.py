"""A place is told under the name that its reader knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import page_store

from dashboard import queries
from dashboard.figures.palette import palette
from dashboard.figures.pen import APART, Pen
from dashboard.figures.places import x_of, y_of
from dashboard.filters import View
from dashboard.i18n import translator
from dashboard.queries.marks import Cell, Cells
from etl.records import Incident, Report
from etl.store import Store, Version
from etl.tables import incidents_table, reports_table, table_of

ARABIC = "معسكر التاجي"


def _told(language: str, name: str) -> tuple[Report, Incident]:
    report = Report(f"test:{language}", "test", f"Publisher {language}", language, "", f"{name}.", date(2020, 3, 11))
    incident = Incident(
        incident_id=f"test:{language}#1", report_id=report.report_id, source="test", evidence={},
        event_type="shelling", places=(name,), latitude=33.52, longitude=44.26, place_precision="site",
        gazetteer_id="site:camp-taji", country="IQ",
    )  # fmt: skip
    return report, incident


def _store(folder: Path, *told: tuple[Report, Incident]) -> Version:
    reports, incidents = [r for r, _ in told], [i for _, i in told]
    first = incidents_table(incidents[:1]).to_pylist()[0]
    row = {k: v for k, v in first.items() if k not in page_store._ALONE} | {
        "event_id": "ev-camp", "incident_ids": [i.incident_id for i in incidents],
        "report_ids": [r.report_id for r in reports], "sources": ["test"], "publishers": [], "actors": [],
        "languages": [r.language for r in reports], "independent_sources": len(reports), "is_contested": False,
    }  # fmt: skip
    with Store(folder).writing() as writer:
        writer.put("events", table_of("events", [row]))
        writer.put("incidents", incidents_table(incidents))
        writer.put("reports", reports_table(reports))
        return writer.finish({"inputs": [], "sources": [], "counts": {}})


def _names(version: Version, language: str) -> set[str]:
    shown = queries.events(version, View(language=language), 9)["place"][0]
    found = queries.event(version, "ev-camp", language)
    assert found is not None
    return {shown, found.values["places"][0], queries.table(version, View(language=language), 0)["place"][0]}


def test_the_name_is_that_of_a_report_in_the_readers_language(tmp_path: Path) -> None:
    told = (_told("es", "base de Taji"), _told("fr", "camp de Taji"), _told("ar", ARABIC))
    version = _store(tmp_path / "store", *told)
    assert _names(version, "fr") == {"camp de Taji"}
    assert _names(version, "en") == {"Camp Taji"}


def test_letters_that_the_reader_may_not_know_give_way_to_the_gazetteers_name(tmp_path: Path) -> None:
    assert _names(_store(tmp_path / "store", _told("ar", ARABIC)), "en") == {"Camp Taji"}


def test_numbers_on_hexagons_stand_apart() -> None:
    radius = 1.0
    cells = tuple(Cell(20 + 1.7 * (i % 5), i / 9, 100 + i, None, None, None, "shelling") for i in range(20))
    pen = Pen([], frozenset(), translator("en"), palette("light"))
    numbered = [d for d in pen.cells(Cells(cells, radius)) if not d.image.startswith("number::")]
    places = [(x_of(d.longitude) * 360, y_of(d.latitude) * 360) for d in numbered]
    assert len(places) > 1
    assert all(abs(a[0] - b[0]) + abs(a[1] - b[1]) >= APART * radius for a in places for b in places if a is not b)
