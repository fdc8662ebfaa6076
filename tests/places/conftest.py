from __future__ import annotations

import pytest

from etl.places.gazetteer import Gazetteer, open_gazetteer
from etl.records import Incident, Reading, Report, Span


@pytest.fixture(scope="session")
def gazetteer() -> Gazetteer:
    return open_gazetteer()


@pytest.fixture
def incident_at():
    """A report of one incident with the given place names, and its reading."""

    def made(text: str, *places: str, language: str = "en") -> tuple[Report, Reading]:
        report = Report("test:1", "test", "Test", language, "", text)
        incident = Incident(
            incident_id="test:1#1",
            report_id="test:1",
            source="test",
            event_type="shelling",
            places=places,
            evidence={"incident": (Span(0, len(text)),)},
        )
        return report, Reading((incident,), ())

    return made
