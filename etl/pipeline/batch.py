"""The items of a file, gathered until they become Arrow tables."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

from etl.items import GivenEvent, Rejected, Rows
from etl.records import Incident, Link, Remark, Report
from etl.tables import incidents_table, links_table, rejects_table, remarks_table, reports_table, table_of

TABLES = ("reports", "incidents", "remarks", "links", "rejects", "given")
"""What a file becomes; "given" holds events that stand as they are, in the schema of events."""
OF_REPORTS = ("incidents", "remarks", "links")
"""The tables among them whose rows a report gave."""


@dataclass(slots=True)
class Batch:
    """What some items of a file gave, until they become tables."""

    reports: list[Report] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    rejects: list[Rejected] = field(default_factory=list)
    given: list[Mapping[str, Any]] = field(default_factory=list)
    told: list[tuple[int, int, int]] = field(default_factory=list)
    """For each report how many rows of OF_REPORTS it gave."""
    _closed: list[dict[str, pa.Table]] = field(default_factory=list)

    def keep(
        self,
        report: Report,
        incidents: Sequence[Incident],
        remarks: Sequence[Remark] = (),
        links: Sequence[Link] = (),
    ) -> None:
        """Add a report and what it tells."""
        self.reports.append(report)
        self.incidents.extend(incidents)
        self.remarks.extend(remarks)
        self.links.extend(links)
        self.told.append((len(incidents), len(remarks), len(links)))

    def keep_event(self, given: GivenEvent) -> None:
        """Add an event that stands as it is; in a file of such events no report comes twice."""
        self.reports.extend(given.reports)
        self.incidents.extend(given.incidents)
        self.given.append(given.event)
        self.told.extend((0, 0, 0) for _ in given.reports)

    def keep_rows(self, rows: Rows) -> None:
        """Add rows that are tables already."""
        self._close()
        empty = {name: table.slice(0, 0) for name, table in self._closed[-1].items()}
        self._closed.append({**empty, "reports": rows.reports, "incidents": rows.incidents})
        self.told.extend((1, 0, 0) for _ in range(rows.reports.num_rows))

    @property
    def rows(self) -> int:
        """How many reports and rejects it holds."""
        return len(self.told) + len(self.rejects)

    def tables(self) -> dict[str, pa.Table]:
        """The tables of TABLES."""
        self._close()
        return {name: pa.concat_tables([part[name] for part in self._closed]) for name in TABLES}

    def _close(self) -> None:
        """Make tables of the records so far."""
        self._closed.append(
            {
                "reports": reports_table(self.reports),
                "incidents": incidents_table(self.incidents),
                "remarks": remarks_table(self.remarks),
                "links": links_table(self.links),
                "rejects": rejects_table(self.rejects),
                "given": table_of("events", self.given),
            }
        )
        for records in (self.reports, self.incidents, self.remarks, self.links, self.rejects, self.given):
            records.clear()


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Python's search for cycles rests: records hold none, and searching many takes a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
