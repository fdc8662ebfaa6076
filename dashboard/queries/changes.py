"""What changed since the version before."""

from __future__ import annotations

from typing import Any, NamedTuple

from dashboard.queries.connection import arrow, file
from etl.store import Version


class Changes(NamedTuple):
    """since: the build that was compared with ("" where there was none). counts: events by kind. rows: the first ones,
    of the table "changes".
    """

    since: str
    counts: dict[str, int]
    rows: list[dict[str, Any]]


def changes(version: Version, limit: int) -> Changes:
    """The changes of a version, at most `limit` rows of them."""
    told = dict(version.manifest.get("changes") or {})
    since = str(told.pop("since", ""))
    if not since:
        return Changes("", {}, [])
    sql = "select * from read_parquet(?) order by kind, event_id, field limit ?"
    return Changes(since, told, arrow(sql, [file(version, "changes"), limit]).to_pylist())
