"""What the timeline draws: events by day, week, month or year, as the span asks."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from dashboard.filters import View
from dashboard.queries.condition import Condition, where
from dashboard.queries.conditions import conditions
from dashboard.queries.connection import frame, one
from dashboard.queries.held import held
from dashboard.queries.kept import kept_without_brush
from etl.store import Version

_MOST_DAYS = {"day": 93, "week": 2 * 366, "month": 16 * 366}
"""The longest span in days that is drawn with each width of bin; longer ones are drawn by year."""


class Bins(NamedTuple):
    """Bins of the timeline. width: "day", "week" (from Monday), "month" or "year"; first and last: the days it spans.

    bins: one row a bin and event type: start, end (ISO days, both included), event_type, events (whose days all lie
    in the bin), spread (the share of events whose days reach over several bins: one over that number for each, so
    that the sum over all bins is their number), killed_best (of `events` only), killed_spread (shares of the best
    number of the others), killed_low and killed_high (of both, shared out likewise).
    An event with one open end is spread over the one bin of its known day. Undated events are in no bin.
    """

    width: str
    first: date | None
    last: date | None
    bins: pd.DataFrame


@kept_without_brush
def bins(version: Version, view: View) -> Bins:
    """The bins of a view under all its filters but the brush, which is drawn on them."""
    kept = where(conditions(version, view))
    first, last = _span(version, view, kept)
    width = _width(first, last)
    sql = f"""with dated as (select event_type, killed_low, killed_best, killed_high,
            coalesce(date_start, date_end) as a, coalesce(date_end, date_start) as z,
            date_start is not null and date_end is not null as is_closed
            from {held(version)} where {kept.sql}),
        spread as (select *, is_closed and date_trunc('{width}', a) = date_trunc('{width}', z) as is_exact,
            date_trunc('{width}', greatest(a, ?))::date as b, date_trunc('{width}', least(z, ?))::date as c
            from dated where a <= z),
        each as (select *, date_diff('{width}', b, c) + 1 as parts,
            unnest(generate_series(b, c, interval 1 {width}))::date as bin from spread)
        select bin::varchar as start, (bin + interval 1 {width} - interval 1 day)::date::varchar as "end", event_type,
            count(*) filter (where is_exact) as events,
            coalesce(sum(1 / parts) filter (where not is_exact), 0) as spread,
            coalesce(sum(coalesce(killed_best, killed_low)) filter (where is_exact), 0)::double as killed_best,
            coalesce(sum(coalesce(killed_best, killed_low) / parts) filter (where not is_exact), 0) as killed_spread,
            coalesce(sum(coalesce(killed_low, killed_best) / parts), 0) as killed_low,
            coalesce(sum(coalesce(killed_high, killed_best, killed_low) / parts), 0) as killed_high
        from each group by bin, event_type order by bin, event_type"""
    found = frame(sql, [*kept.values, first or date.min, last or date.max])
    return Bins(width, first, last, found)


def _span(version: Version, view: View, kept: Condition) -> tuple[date | None, date | None]:
    """First and last day of the events shown, within the period that was asked for."""
    sql = f"""select min(coalesce(date_start, date_end)), max(coalesce(date_end, date_start))
        from {held(version)} where {kept.sql}"""
    row = one(sql, [*kept.values])
    first, last = row or (None, None)
    if first is None or last is None:
        return None, None
    return max(first, view.date_from or first), min(last, view.date_to or last)


def _width(first: date | None, last: date | None) -> str:
    span = (last - first if first and last else timedelta(0)).days
    return next((width for width, most in _MOST_DAYS.items() if span < most), "year")
