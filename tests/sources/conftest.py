"""Files of our own, and every item that a source makes of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.items import Notice, OutOfScope, Rejected, Rows
from etl.records import Report
from etl.sources import sources
from etl.tables import pairs_of

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests" / "fixtures" / "sources"


class Taken:
    """The items of one file, by what they are."""

    def __init__(self, source: str, path: Path) -> None:
        items = sources()[source].read(path)
        self.items = [one for item in items for one in (pairs_of(item) if isinstance(item, Rows) else (item,))]
        self.rejected = [i for i in self.items if isinstance(i, Rejected)]
        self.notices = [i for i in self.items if isinstance(i, Notice)]
        self.reports = [i for i in self.items if isinstance(i, Report)]
        self.rows = [i for i in self.items if isinstance(i, tuple)]
        self.incidents = {incident.incident_id: incident for _, incident in self.rows}
        self.texts = {report.report_id: report.text for report, _ in self.rows}
        self.accounted = len([i for i in self.items if not isinstance(i, Notice)])
        self.out_of_scope = [i for i in self.items if isinstance(i, OutOfScope)]

    def told(self) -> str:
        """All notices in one text."""
        return "\n".join(notice.message for notice in self.notices)


@pytest.fixture(scope="session")
def fixtures():
    """The folder of samples."""
    return FIXTURES


@pytest.fixture(scope="session")
def take():
    """Read a file with a source: take("ucdp_ged", path)."""
    return Taken


@pytest.fixture(scope="session")
def exports(shared):
    """The public exports beside the project."""
    return shared / "data" / "sources"
