"""What a story names, looked up: events by any of their ids, reports by theirs, events on which accounts differ."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.queries.connection import arrow, every, file, one
from etl.records import Report
from etl.store import Version
from etl.tables import reports_of


def event_of(version: Version, named: str) -> str | None:
    """The id of the event that an id names: its own, an old one, or that of an incident or report told of it.

    Of a report that tells of several events, the first by id. None where the build has none.
    """
    sql = """select event_id from (
            select event_id, 1 as rank from read_parquet($events) where event_id = $named
            union all select event_id, 2 from read_parquet($aliases) where old_id = $named
            union all select event_id, 3 from read_parquet($events) where list_contains(incident_ids, $named)
            union all select event_id, 4 from read_parquet($events) where list_contains(report_ids, $named))
        order by rank, event_id limit 1"""
    given = {"events": file(version, "events"), "aliases": file(version, "aliases"), "named": named}
    row = one(sql, given)
    return str(row[0]) if row else None


def known_reports(version: Version, report_ids: Sequence[str]) -> dict[str, Report]:
    """The reports of the build among some ids."""
    if not report_ids:
        return {}
    sql = "select * from read_parquet(?) where list_contains(?, report_id)"
    found = arrow(sql, [file(version, "reports"), list(report_ids)])
    return {report.report_id: report for report in reports_of(found)}


def differing(version: Version, limit: int) -> list[str]:
    """Ids of the events on which the most facts differ between accounts of independent sources, the most first."""
    sql = """select event_id from read_parquet(?) where len(disagreements) > 0 and independent_sources > 1
        order by len(disagreements) desc, independent_sources desc, event_id limit ?"""
    return [str(row[0]) for row in every(sql, [file(version, "events"), limit])]
