"""Which days the sources cover: without it, a day on which nobody reported looks like a day without data."""

from __future__ import annotations

import pandas as pd

from dashboard.filters import View
from dashboard.queries.connection import file, frame
from dashboard.queries.held import held
from dashboard.queries.kept import kept_without_brush
from dashboard.queries.timeline import bins
from etl.store import Version


@kept_without_brush
def coverage(version: Version, view: View) -> pd.DataFrame:
    """One row a bin of the timeline: start, end (ISO days), reports, datasets.

    reports: published in these days. datasets: sources of rows whose events span them. Of the sources, publishers and
    languages that the view leaves; no other filter has a say in what was covered.
    """
    spanned = bins(version, view)
    if spanned.first is None or spanned.last is None:
        return pd.DataFrame(columns=["start", "end", "reports", "datasets"])
    kept, values = ["true"], []
    for column, chosen in (("source", view.sources), ("publisher", view.publishers), ("language", view.languages)):
        if chosen:
            kept.append(f"list_contains(?, {column})")
            values.append(list(chosen))
    width = spanned.width
    sql = f"""with chosen as (select source, form, published from read_parquet(?) where {" and ".join(kept)}),
        texts as (select date_trunc('{width}', published)::date as bin, count(*) as reports
            from chosen where form = 'text' and published is not null group by bin),
        rowed as (select distinct source from chosen where form = 'row'),
        spans as (select source, min(coalesce(date_start, date_end)) as a, max(coalesce(date_end, date_start)) as z
            from (select unnest(sources) as source, date_start, date_end from {held(version)})
            where source in (from rowed) group by source),
        bins as (select unnest(generate_series(date_trunc('{width}', ?::date), ?::date, interval 1 {width}))::date
            as bin)
        select bin::varchar as start, (bin + interval 1 {width} - interval 1 day)::date::varchar as "end",
            coalesce(reports, 0) as reports,
            (select count(*) from spans where a < bin + interval 1 {width} and z >= bin) as datasets
        from bins left join texts using (bin) order by bin"""
    given = [file(version, "reports"), *values, spanned.first, spanned.last]
    return frame(sql, given)
