"""How alike two incidents are: comparisons weighed in bits, as in Fellegi and Sunter (1969), and turned into a share.

Each comparison adds log2 of how much more often it comes out so for one event told twice than for two events of the
same block. What a report does not say adds nothing. Two records of one dataset (or of one report) cannot both be the
same event: where several of them fit an incident equally well, the share is divided among them, so that a dense day is
not matched at random.
"""

from __future__ import annotations

import duckdb

from etl.matching import confusions

PRIOR = 11.0
"""Bits of agreement at which a pair is as likely one event as two: same day, same town and same type are above it."""
MATCHED = 0.5
"""From this share on, two incidents may become one event."""
REVIEWED = 0.15
"""From this share on, a pair that was not matched is kept for review."""
FITTING_BITS = -1.5
"""A pair inside a group may speak this much against (share 0.26), not more. Where dates and places meet, only what
contradicts counts so: two vague reports of an event that others tell exactly have little to agree on."""

_GIVEN_UP = -3.5
_HOPELESS = -1.0
"""What date and place must say together: below it all else would have to agree, in high tolls."""

_MACROS = (
    """create macro haversine_km(a, b, c, d) as 2 * 6371.0 * asin(least(1, sqrt(
        sin(radians(c - a) / 2) ** 2 + cos(radians(a)) * cos(radians(c)) * sin(radians(d - b) / 2) ** 2)))""",
    # The same day is 1 of the 128 that a conflict's busy season has; a wider date says less; a gap costs more, the
    # more exact the dates claim to be.
    """create macro date_bits(gap, span, basis) as case when gap is null then -1.0
        else greatest(0.0, 7 - log2(span)) - least(9.0, gap / sqrt(span) * if(basis = 'published', 2.0, 3.5)) end""",
    # A two-dimensional heavy tail around what the radii say, against a spread over 300 km; at most 3.5, for
    # incidents crowd in few towns. The very same point or name adds what tells it from the neighbouring town.
    """create macro place_bits(km, reach) as case when km is null then -1.0 else greatest(-6.0,
        least(3.5, greatest(0.0, 2 * log2(300 / reach))) - 1.3 * log2(1 + (km / reach) ** 2)) end""",
    """create macro actor_bits(a, b) as case when len(a) = 0 or len(b) = 0 then 0.0
        when list_has_any(a, b) then 1.5 + 1.0 * len(list_intersect(a, b)) / greatest(1, least(len(a), len(b)))
        when len(list_filter(list_concat(a, b), lambda x: x[1] = '?')) > 0 then 0.0 else -1.5 end""",
    """create macro count_bits(al, ab, ah, bl, bb, bh) as case when ab is null or bb is null then 0.0
        when ab = bb then case when ab >= 10 then 4.0 when ab >= 3 then 2.5 when ab >= 1 then 1.5 else 0.5 end
        when coalesce(ah, greatest(ab, bb)) >= bl and coalesce(bh, greatest(ab, bb)) >= al then 0.5
        else -least(5.0, 2 * log2((greatest(al, bl) + 1) / (least(coalesce(ah, ab), coalesce(bh, bb)) + 1))) end""",
    """create macro status_bits(a, b) as case when a = b then 0.0
        when 'carried_out' in (a, b) then -6.0 else -2.0 end""",
)
# greatest and least pass over nulls, so what is not known is asked first.
_COMPARED = """
create table compared as
with measured as (
    select l, r, if(a.d0 + b.d0 is null, null, greatest(0, a.d0 - b.d1, b.d0 - a.d1)) as gap,
        greatest(a.d1 - a.d0, b.d1 - b.d0) + 1 as span,
        if(a.lat + b.lat is null, null, haversine_km(a.lat, a.lon, b.lat, b.lon)) as km,
        greatest(3.0, a.radius + b.radius) as reach, if(a.basis = 'published', a.basis, b.basis) as basis
    from met join feature a on a.i = l join feature b on b.i = r
), near as (
    select distinct * from measured where coalesce(gap <= {gap}, true) and coalesce(km <= reach + {slack}, true)
        and date_bits(gap, span, basis) + place_bits(km, reach) >= {hopeless}
), weighed as (
    select l, r, a.rivals as l_rivals, b.rivals as r_rivals, gap, span, km, reach,
        date_bits(gap, span, near.basis) as by_date,
        place_bits(km, reach)
            + if(km > reach and a.country <> '' and b.country <> '' and a.country <> b.country, -3.0, 0.0)
            + if(km is null and list_has_any(a.places, b.places), 2.5, 0.0) + if(km < 1, 0.75, 0.0) as by_place,
        if(km is not null and a.places[1] = b.places[1], 0.75, 0.0) as by_name,
        t.bits as by_type, status_bits(a.status, b.status) as by_status, actor_bits(a.actors, b.actors) as by_actors,
        if(list_has_any(a.targets, b.targets), 1.0, 0.0) as by_targets,
        if(list_has_any(a.weapons, b.weapons), 0.5, 0.0) as by_weapons,
        count_bits(a.killed_low, a.killed_best, a.killed_high, b.killed_low, b.killed_best, b.killed_high)
            as by_killed,
        0.6 * count_bits(a.wounded_low, a.wounded_best, a.wounded_high, b.wounded_low, b.wounded_best, b.wounded_high)
            as by_wounded,
        0.6 * count_bits(a.detained_low, a.detained_best, a.detained_high,
            b.detained_low, b.detained_best, b.detained_high) as by_detained
    from near join feature a on a.i = l join feature b on b.i = r
    join confusion t on t.ours = a.event_type and t.theirs = b.event_type
)
select *, round(by_date + by_place + by_type + by_status + by_name + by_actors + by_targets + by_weapons
    + by_killed + by_wounded + by_detained - {prior}, 4) as bits,
    coalesce(gap = 0, true) and coalesce(km <= reach, true) and least(0, by_type) + least(0, by_status)
    + least(0, by_actors) + least(0, by_killed) + least(0, by_wounded) + least(0, by_detained) >= {fitting} as meets
from weighed
"""
# Whole numbers add up to the same sum in any order, fractions do not.
_SHARED = """
create table scored as
with odds as (select *, (1e6 * 2 ** least(bits, 20))::hugeint as odds from compared where bits >= {given_up} or meets),
rivalled as (
    select *, sum(odds) over (partition by l, r_rivals) as of_left,
        sum(odds) over (partition by r, l_rivals) as of_right
    from odds
)
select * exclude (odds, of_left, of_right, l_rivals, r_rivals),
    round(odds::double / (1000000 + greatest(of_left, of_right))::double, 4) as score,
    (round(greatest(of_left, of_right)::double / odds::double, 0))::int as rivals
from rivalled
"""


def score(reader: duckdb.DuckDBPyConnection, gap_days: int, slack_km: float) -> None:
    """From "feature" and "met" make "scored": l, r, bits, score (0 to 1), meets, rivals, and each comparison's bits."""
    reader.execute("create table confusion (ours varchar, theirs varchar, bits double)")
    reader.executemany("insert into confusion values (?, ?, ?)", confusions.bits())
    for macro in _MACROS:
        reader.execute(macro)
    reader.execute(
        _COMPARED.format(gap=gap_days, slack=slack_km, prior=PRIOR, hopeless=_HOPELESS, fitting=FITTING_BITS)
    )
    reader.execute(_SHARED.format(given_up=_GIVEN_UP))
    reader.execute("drop table compared")
