"""Which incidents are compared at all: those whose stated dates and places could meet.

Each incident stands in every bucket of days and every tile of the globe that its own precision covers, so that a
month-level record meets its month and a province-level one its province. There are four grids, for pairs in which the
dates, the places, both or neither are wide; a pair is taken in the grid of its wider sides, once, in the first bucket
that both have. Where scoring could not reach a match without it, only pairs that agree on an actor or a toll are taken.
"""

from __future__ import annotations

import duckdb

from etl.matching.placing import ASTRAY

GAP_DAYS = 3
"""Days by which two dates may miss one another: a night, a time zone, a report's own day taken for the event's."""
SLACK_KM = 150.0
"""How far apart two places may lie beyond what their radii say: machine-placed records are off by this much."""

_WIDE_DAYS, _WIDE_KM = 14, 60.0

_WHOLE = f"""
create or replace table whole as
select i, touched, rivals, dataset,
    (d1 - d0 > {_WIDE_DAYS})::int as wide_time, (radius > {_WIDE_KM})::int as wide_place,
    d0 - {GAP_DAYS / 2} as d0, d1 + {GAP_DAYS / 2} as d1, lat, lon, killed_best as killed, actors, reach / 111.2 as up,
    least(180, reach / (111.2 * greatest(0.05, cos(radians(lat))))) as along
from (select *, radius + least(4 * radius, {SLACK_KM / 2}) as reach from feature
    where d0 is not null and lat is not null)
"""
_GRID = """
create or replace table grid as
with covered as (
    select i, touched, rivals, dataset, wide_time, wide_place, killed, actors, d0, d1, lat, {up} as up,
        floor(d0 / {days})::int as t0, floor(d1 / {days})::int as t1,
        floor((lat - {up}) / {tile})::int as y0, floor((lat + {up}) / {tile})::int as y1,
        floor((lon - {along}) / {tile})::int as x0, floor((lon + {along}) / {tile})::int as x1
    from whole where {which}
), placed as (
    select *, unnest(range(x0, x1 + 1)) as x from (
        select *, unnest(range(y0, y1 + 1)) as y from (select *, unnest(range(t0, t1 + 1)) as t from covered))
)
select * from placed semi join (select t, y, x from placed group by all
    having min(rivals) < max(rivals) and bool_or(touched)) using (t, y, x)
"""
_TOUCHED = "(l.touched or r.touched)"
_MEET = f"""
insert into met select least(l.i, r.i), greatest(l.i, r.i) from grid l join grid r using (t, y, x {{key}})
where l.rivals <> r.rivals and {_TOUCHED} and l.d0 <= r.d1 and r.d0 <= l.d1 and abs(l.lat - r.lat) <= l.up + r.up
    and {{wider}}
    and t = greatest(l.t0, r.t0) and y = greatest(l.y0, r.y0) and x = greatest(l.x0, r.x0)
"""
# One order of each pair: from the wider side where there is one, else from the lower number.
_WIDER = (
    "l.wide_time = {time} and l.wide_place >= {place} - {time} and greatest(l.wide_place, r.wide_place) = {place} "
    "and (l.wide_time, l.wide_place, l.i) > (r.wide_time, r.wide_place, r.i)"
)
_AGREE = "(l.dataset < 0 and r.dataset < 0 or list_has_any(l.actors, r.actors) or l.killed > 0 and l.killed = r.killed)"
_GRIDS = (
    {"time": 0, "place": 0, "days": 4, "tile": 1.0, "also": "true"},
    {"time": 0, "place": 1, "days": 4, "tile": 6.0, "also": "true"},
    {"time": 1, "place": 0, "days": 60, "tile": 1.0, "also": _AGREE},
    {"time": 1, "place": 1, "days": 90, "tile": 12.0, "also": _AGREE},
)
# Beyond the reach of stated radii only an equal toll can make a match.
_FAR_UP = f"(up + {SLACK_KM / 2 / 111.2})"
_FAR_ALONG = f"(along + {SLACK_KM / 2 / 111.2} / greatest(0.05, cos(radians(lat))))"
_EXACT = "wide_time = 0 and wide_place = 0"
_STRAYING = f"(select one, other from strays where one <> other and stray >= {ASTRAY})"
_STRAYS = f"{_EXACT} and dataset in (select unnest([one, other]) from {_STRAYING})"
_BOTH_STRAY = f"l.i > r.i and (least(l.dataset, r.dataset), greatest(l.dataset, r.dataset)) in {_STRAYING}"

_NAMES_AGREE = """
(list_has_any(l.places, r.places) or (l.gazetteer_id <> '' and l.gazetteer_id = r.gazetteer_id))
and (list_has_any(l.actors, r.actors) or list_has_any(l.targets, r.targets)
    or (l.killed_best > 0 and l.killed_best = r.killed_best))
"""
_UNDATED = f"""
insert into met select least(l.i, r.i), greatest(l.i, r.i) from feature l join feature r on l.country = r.country
where l.rivals <> r.rivals and {_TOUCHED} and l.d0 is null and l.lat is not null and (r.d0 is not null or l.i < r.i)
    and r.lat is not null and {_NAMES_AGREE}
"""
_UNPLACED = f"""
insert into met select least(l.i, r.i), greatest(l.i, r.i) from feature l
join feature r on r.d0 <= l.d1 + {GAP_DAYS} and r.d1 >= l.d0 - {GAP_DAYS}
where l.rivals <> r.rivals and {_TOUCHED} and l.lat is null and (r.lat is not null or l.i < r.i)
    and (l.country = r.country or l.country = '' or r.country = '')
    and (list_has_any(l.places, r.places) or list_has_any(l.actors, r.actors))
"""


def meet(reader: duckdb.DuckDBPyConnection) -> None:
    """From the table "feature" make the table "met" (l, r): the pairs to compare, l < r, of which one is touched."""
    reader.execute("create or replace table met (l int, r int)")
    reader.execute(_WHOLE)
    for grid in _GRIDS:
        which = f"wide_time <= {grid['time']} and wide_place <= {grid['place']}"
        reader.execute(_GRID.format(which=which, up="up", along="along", **grid))
        reader.execute(_MEET.format(key="", wider=f"{_WIDER.format(**grid)} and {grid['also']}"))
    reader.execute(_GRID.format(which=f"{_EXACT} and killed > 0", up=_FAR_UP, along=_FAR_ALONG, days=4, tile=3.0))
    reader.execute(_MEET.format(key=", killed", wider="l.i > r.i"))
    reader.execute(_UNDATED)
    reader.execute(_UNPLACED)


def meet_astray(reader: duckdb.DuckDBPyConnection) -> None:
    """Add to "met" the pairs of datasets that, by the table "strays", often place one event far apart."""
    reader.execute(_GRID.format(which=_STRAYS, up=_FAR_UP, along=_FAR_ALONG, days=4, tile=3.0))
    reader.execute(_MEET.format(key="", wider=_BOTH_STRAY))
