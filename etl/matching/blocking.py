"""Which incidents are compared at all: those whose stated dates and places could meet.

Each incident stands in every bucket of days and every tile of the globe that its own precision covers, so that a
month-level record meets its month and a province-level one its province. A pair that shares several buckets is taken
once, in the first that both have. Incidents without a day or a point meet others only where names agree.
"""

from __future__ import annotations

import duckdb

GAP_DAYS = 4
"""Days by which two dates may miss one another: a night, a time zone, a report's own day taken for the event's."""
SLACK_KM = 150.0
"""How far apart two places may lie beyond what their radii say: machine-placed records are off by this much."""

_FINE = {"days": 7, "tile": 3.0}
_COARSE = {"days": 90, "tile": 12.0}
_WIDE_DAYS, _WIDE_KM = 14, 150.0

_WHOLE = f"""
create table whole as
select i, rivals, d1 - d0 > {_WIDE_DAYS} or radius > {_WIDE_KM} as is_coarse,
    d0 - {GAP_DAYS / 2} as d0, d1 + {GAP_DAYS / 2} as d1, lat, lon, (radius + {SLACK_KM / 2}) / 111.2 as up,
    least(180, (radius + {SLACK_KM / 2}) / (111.2 * greatest(0.05, cos(radians(lat))))) as along
from feature where d0 is not null and lat is not null
"""
_BUCKETS = """
create table {name} as
with covered as (
    select i, rivals, is_coarse, floor(d0 / {days})::int as t0, floor(d1 / {days})::int as t1,
        floor((lat - up) / {tile})::int as y0, floor((lat + up) / {tile})::int as y1,
        floor((lon - along) / {tile})::int as x0, floor((lon + along) / {tile})::int as x1
    from whole where {which}
), placed as (
    select *, unnest(range(x0, x1 + 1)) as x from (
        select *, unnest(range(y0, y1 + 1)) as y from (select *, unnest(range(t0, t1 + 1)) as t from covered))
)
select * from placed semi join (select t, y, x from placed group by all having min(rivals) < max(rivals))
using (t, y, x)
"""
_MEET = """
insert into met select least(l.i, r.i), greatest(l.i, r.i) from {name} l join {name} r using (t, y, x)
where l.rivals <> r.rivals and {once}
    and t = greatest(l.t0, r.t0) and y = greatest(l.y0, r.y0) and x = greatest(l.x0, r.x0)
"""

# Neither list of names says the same thing alone: a big city, a known group.
_NAMES_AGREE = """
(list_has_any(l.places, r.places) or (l.gazetteer_id <> '' and l.gazetteer_id = r.gazetteer_id))
and (list_has_any(l.actors, r.actors) or list_has_any(l.targets, r.targets)
    or (l.killed_best > 0 and l.killed_best = r.killed_best))
"""
_UNDATED = f"""
insert into met select least(l.i, r.i), greatest(l.i, r.i) from feature l join feature r on l.country = r.country
where l.rivals <> r.rivals and l.d0 is null and l.lat is not null and (r.d0 is not null or l.i < r.i)
    and r.lat is not null and {_NAMES_AGREE}
"""
_UNPLACED = f"""
insert into met select least(l.i, r.i), greatest(l.i, r.i) from feature l
join feature r on r.d0 between l.d0 - {GAP_DAYS} and l.d1 + {GAP_DAYS}
    or l.d0 between r.d0 - {GAP_DAYS} and r.d1 + {GAP_DAYS}
where l.rivals <> r.rivals and l.lat is null and (r.lat is not null or l.i < r.i)
    and (l.country = r.country or l.country = '' or r.country = '')
    and (list_has_any(l.places, r.places) or list_has_any(l.actors, r.actors))
"""


def meet(reader: duckdb.DuckDBPyConnection) -> None:
    """From the table "feature" make the table "met" (l, r): the pairs of incidents to compare, l < r, each once."""
    reader.execute("create table met (l int, r int)")
    reader.execute(_WHOLE)
    reader.execute(_BUCKETS.format(name="fine", which="not is_coarse", **_FINE))
    reader.execute(_MEET.format(name="fine", once="l.i < r.i"))
    # A coarse record meets everything in its wide buckets; where there is none, nothing need stand in them.
    reader.execute(_BUCKETS.format(name="wide", which="(select bool_or(is_coarse) from whole)", **_COARSE))
    reader.execute(_MEET.format(name="wide", once="l.is_coarse and (l.i < r.i or not r.is_coarse)"))
    reader.execute(_UNDATED)
    reader.execute(_UNPLACED)
    for table in ("whole", "fine", "wide"):
        reader.execute(f"drop table {table}")
