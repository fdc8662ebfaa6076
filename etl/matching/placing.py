"""How far off the points of two datasets lie from one another, learned from what they tell alike.

A machine that places names from a text puts many points into the wrong town or the middle of a province, and states
them as exactly as the right ones. So for each pair of datasets the share of points that stray, and how far, is learned
from pairs of one day and one toll: those that lie farther apart than both radii say, less the number that chance
brings, which is seen in the pairs of one toll whose days miss one another.
"""

from __future__ import annotations

import duckdb

STRAY = 0.04
"""Share of points that stray where nothing is known: namesakes, and another town told of the same area."""
LEAST_STRAY = 0.01
"""The same at least, and between texts, whose places one gazetteer gives."""
MACHINE_STRAY = 0.5
"""The same where a machine placed one of the two, as the source declares."""
SPREAD_KM = 80.0
"""How far such points stray, where nothing is known."""
ASTRAY = 0.15
"""From this share on, incidents of the two datasets meet across the distance whatever their tolls."""

_DOUBT = 15
"""Pairs that what is known beforehand counts for."""
_STEP = 0.25
"""Steps in which the share is learned, in its log2 (the spread in tens of km): few late reports move it."""
_NEAREST_KM, _FARTHEST_KM = 20.0, 150.0
_EXACT_KM = 60.0

# Of the days by which dates may miss one another the first is left out: it may be a night that two tell differently.
_ALIKE = """
create table alike as
with pairs as materialized (
    select l, r, a.dataset as ours, b.dataset as theirs, a.killed_best as told, b.killed_best as told_there,
        greatest(0, a.d0 - b.d1, b.d0 - a.d1) as gap, greatest(a.d1 - a.d0, b.d1 - b.d0) as span,
        a.lat, a.lon, b.lat as lat_there, b.lon as lon_there, a.radius, b.radius as radius_there
    from (select distinct l, r from met) join feature a on a.i = l join feature b on b.i = r
)
select l, r, least(ours, theirs) as one, greatest(ours, theirs) as other, gap,
    haversine_km(lat, lon, lat_there, lon_there) as km, greatest(3.0, radius + radius_there) * 1.5 as reach
from pairs where ours <> theirs and told > 0 and told = told_there and span <= 1
    and greatest(radius, radius_there) <= {exact}
"""
_STRAYS = """
create table strays as
with datasets as (select dataset, bool_or(by_machine) as by_machine from feature group by dataset),
counted as (
    select one, other, median(km) filter (gap = 0 and km > reach) as usual_km,
        count(*) filter (gap = 0 and km > reach) as far, count(*) filter (gap = 0 and km <= reach) as near,
        count(*) filter (gap > 1 and km > reach) / {days} as far_by_chance,
        count(*) filter (gap > 1 and km <= reach) / {days} as near_by_chance
    from alike group by one, other
), known as (
    select a.dataset as one, b.dataset as other,
        case when a.by_machine or b.by_machine then {machine} when b.dataset < 0 then {least} else {stray} end
            as before,
        greatest(0, coalesce(far - far_by_chance - 2 * sqrt(far_by_chance), 0)) as far,
        greatest(0, coalesce(near - near_by_chance, 0)) as near, coalesce(usual_km, {spread}) as usual_km
    from datasets a join datasets b on a.dataset <= b.dataset
    left join counted on one = a.dataset and other = b.dataset
)
select one, other,
    greatest({least}, 2 ** (round(log2((far + before * {doubt}) / (far + near + {doubt})) / {step}) * {step})) as stray,
    round(greatest({nearest}, least({farthest}, (far * usual_km + {doubt} * {spread}) / (far + {doubt}))), -1) as spread
from known
"""


def liken(reader: duckdb.DuckDBPyConnection) -> None:
    """From "feature" and "met" make "alike": pairs of two datasets with one toll, their gap (days), km and reach."""
    reader.execute(_ALIKE.format(exact=_EXACT_KM))


def learn(reader: duckdb.DuckDBPyConnection, gap_days: int) -> None:
    """From "feature" and "alike" make "strays": one, other (datasets, one <= other), stray (a share), spread (km)."""
    known = {"machine": MACHINE_STRAY, "stray": STRAY, "spread": SPREAD_KM, "doubt": _DOUBT, "least": LEAST_STRAY}
    learned = {"step": _STEP, "nearest": _NEAREST_KM, "farthest": _FARTHEST_KM, "days": 2 * (gap_days - 1)}
    reader.execute(_STRAYS.format(**known, **learned))
