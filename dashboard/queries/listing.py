"""How much is shown, the table page by page, and the rows that leave."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

import pandas as pd
import pyarrow as pa

from dashboard.filters import View
from dashboard.queries.condition import Condition, meets, tested, where
from dashboard.queries.conditions import conditions, may_overlap
from dashboard.queries.connection import arrow, file, frame, one
from dashboard.queries.held import held
from dashboard.queries.kept import kept
from dashboard.queries.marks import LATEST_FIRST, MARK_COLUMNS
from dashboard.queries.naming import in_tongue
from etl.store import Version

PAGE_ROWS = 50
"""Rows on one page of the table."""


class Range(NamedTuple):
    """A sum of counts: low, best and high over the events that tell a number; None where none does.

    is_open: the number of one of them has no upper end. events: how many tell a number.
    """

    low: int | None
    best: int | None
    high: int | None
    is_open: bool
    events: int


class Totals(NamedTuple):
    """What is shown of the whole.

    shown: events under all filters; total: events of the version. unplaced, undated: events under the filters (less
    those of place, or of time) that have no point, or no day. maybe: events under the filters but those of time, whose
    known day lies outside the period while their open end may reach into it. machine_coded: events that are hidden for
    nothing but being so. through: the last day told of, in the
    version.
    """

    shown: int
    total: int
    placed: int
    unplaced: int
    undated: int
    maybe: int
    contested: int
    machine_coded: int
    first: date | None
    last: date | None
    through: date | None
    killed: Range


@kept
def totals(version: Version, view: View) -> Totals:
    """The counts of a view."""
    found = conditions(version, view)
    columns = tested(found)
    elsewhere = {"within", "outline", "near", "coarsest_place"}
    timed = not {"period", "brush"}.isdisjoint(found)
    reaching = may_overlap(*view.days) if timed else Condition("false")
    sql = f"""with tried as (select *, {columns.sql}, ({reaching.sql}) is true as reaching from {held(version)}),
        marked as (select *, {meets(found)} as shown, {meets(found, elsewhere)} as anywhere,
            {meets(found, {"period", "brush"})} as anytime, {meets(found, {"machine_coded"})} as anyhow from tried)
        select count(*) filter (where shown), count(*), count(latitude) filter (where shown),
            count(*) filter (where anywhere and latitude is null),
            count(*) filter (where anytime and date_start is null and date_end is null),
            count(*) filter (where anytime and reaching and not shown),
            count(*) filter (where shown and is_contested),
            count(*) filter (where anyhow and machine_coded and not shown),
            min(coalesce(date_start, date_end)) filter (where shown),
            max(coalesce(date_end, date_start)) filter (where shown),
            max(coalesce(date_end, date_start)),
            sum(coalesce(killed_low, killed_best)) filter (where shown), sum(killed_best) filter (where shown),
            sum(coalesce(killed_high, killed_best, killed_low)) filter (where shown),
            coalesce(bool_or(killed_high is null and killed_told is not null) filter (where shown), false),
            count(killed_told) filter (where shown)
        from marked"""
    row = one(sql, [*columns.values, *reaching.values]) or ()
    return Totals._make((*row[:11], Range._make(row[11:])))


def table(version: Version, view: View, page: int) -> pd.DataFrame:
    """One page (from 0) of PAGE_ROWS events, latest first, with MARK_COLUMNS."""
    kept = where(conditions(version, view))
    sql = f"select {MARK_COLUMNS} from {held(version)} where {kept.sql} order by {LATEST_FIRST} limit ? offset ?"
    rows = frame(sql, [*kept.values, PAGE_ROWS, page * PAGE_ROWS])
    return in_tongue(rows, version, view.language)


def export_table(version: Version, view: View) -> pa.Table:
    """Exactly the events shown, all columns of the table "events", latest first."""
    kept = where(conditions(version, view))
    sql = f"""select * from read_parquet(?) where event_id in (select event_id from {held(version)} where {kept.sql})
        order by {LATEST_FIRST}"""
    return arrow(sql, [file(version, "events"), *kept.values])


def rejects(version: Version, limit: int) -> list[dict[str, Any]]:
    """The first rows and files that could not be kept, as rows of the table "rejects"."""
    found: list[dict[str, Any]] = arrow(
        "select * from read_parquet(?) limit ?", [file(version, "rejects"), limit]
    ).to_pylist()
    return found
