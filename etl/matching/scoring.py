"""How alike two incidents are: comparisons weighed in bits, added up and turned into a share.

What a report does not say adds nothing. Two records of one dataset (or of one report) cannot both be the same event:
where several of them fit an incident equally well, the share is divided among them, so that a dense day is not matched
at random.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from etl.matching.frequency import CROWDED, LONELY

PRIOR = 11.0
"""Bits of agreement at which a pair is as likely one event as two: same day, same town and same type are above it."""
QUIET = 1.5
"""Bits by which less is asked where the other dataset tells few incidents of that season and country: what agrees there
seldom agrees by chance."""
MATCHED = 0.5
"""From this share on, two incidents may become one event."""
REVIEWED = 0.15
"""From this share on, a pair that was not matched is kept for review."""
FITTING_BITS = -1.5
"""A pair inside a group may speak this much against (share 0.26), not more. Where dates and places meet, only what
contradicts counts so: two vague reports of an event that others tell exactly have little to agree on."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Which pairs are followed up: days of gap, km beyond the radii, bits that date and place must say together (below
    them all else would have to agree, in high tolls), bits in all."""

    gap_days: float
    slack_km: float
    hopeless: float = -1.0
    given_up: float = -3.5


ALL = Limits(1e9, 1e9, -1e9, -1e9)
"""For pairs that somebody asks about."""

_QUIET = """if(a.dataset < 0 or b.dataset < 0 or km is null or gap is null, 0.0,
    least({quiet}, greatest(0.0, log2({crowded} / greatest({lonely}, coalesce(ca.n, 0), coalesce(cb.n, 0))))))"""
# greatest and least pass over nulls, so what is not known is asked first.
_COMPARED = """
create table compared as
with measured as (
    select l, r, if(a.d0 + b.d0 is null, null, greatest(0, a.d0 - b.d1, b.d0 - a.d1)) as gap,
        greatest(a.d1 - a.d0, b.d1 - b.d0) + 1 as span,
        since(a.is_open, a.d0, a.d1, b.is_open, b.d0, b.d1) as since,
        if(a.lat + b.lat is null, null, haversine_km(a.lat, a.lon, b.lat, b.lon)) as km,
        greatest(3.0, a.radius + b.radius) as reach, if(a.basis = 'published', a.basis, b.basis) as basis,
        least(a.place_bits, b.place_bits) as most, a.dataset < 0 and b.dataset < 0 as in_texts,
        a.dataset < 0 and b.dataset < 0 and (a.publisher <> '' and a.publisher = b.publisher
            or a.wire <> '' and a.wire = b.wire) as one_origin, s.stray, s.spread
    from met join feature a on a.i = l join feature b on b.i = r
    join strays s on s.one = least(a.dataset, b.dataset) and s.other = greatest(a.dataset, b.dataset)
), located as (
    select distinct *, date_bits(gap, span, since, basis, one_origin) as by_date,
        point_bits(km, reach, most, stray, spread) as by_point
    from measured where coalesce(gap <= {gap_days}, true) and coalesce(km <= reach + {slack_km}, true)
), near as (select * from located where by_date + by_point >= {hopeless}
), weighed as (
    select l, r, a.rivals as l_rivals, b.rivals as r_rivals, gap, span, km, reach, stray, spread, one_origin, by_date,
        by_point + if(km > reach and a.country <> '' and b.country <> '' and a.country <> b.country, -3.0, 0.0)
            + if(km < 1, 0.75, 0.0) as by_place,
        name_bits(km, reach, in_texts, a.places, b.places) as by_name,
        if(a.event_type = b.event_type and a.event_type <> 'other', a.type_bits, t.bits) as by_type,
        status_bits(a.status, b.status) as by_status,
        actor_bits(a.actors, b.actors) as by_actors,
        target_bits(a.targets, b.targets) as by_targets,
        if(list_has_any(a.weapons, b.weapons), 0.5, 0.0) as by_weapons,
        told_bits(count_bits(a.killed_low, a.killed_best, a.killed_high,
            b.killed_low, b.killed_best, b.killed_high), in_texts,
            raised(one_origin, a.published, a.killed_best, b.published, b.killed_best)) as by_killed,
        0.6 * told_bits(count_bits(a.wounded_low, a.wounded_best, a.wounded_high,
            b.wounded_low, b.wounded_best, b.wounded_high), in_texts,
            raised(one_origin, a.published, a.wounded_best, b.published, b.wounded_best)) as by_wounded,
        0.6 * told_bits(count_bits(a.detained_low, a.detained_best, a.detained_high,
            b.detained_low, b.detained_best, b.detained_high), in_texts,
            raised(one_origin, a.published, a.detained_best, b.published, b.detained_best)) as by_detained,
        {by_quiet} as by_quiet
    from near join feature a on a.i = l join feature b on b.i = r
    join confusion t on t.ours = a.event_type and t.theirs = b.event_type
    left join crowd ca on ca.dataset = b.dataset and ca.cell = a.cell
    left join crowd cb on cb.dataset = a.dataset and cb.cell = b.cell
)
select * from (
select *, round(by_date + by_place + by_type + by_status + by_name + by_actors + by_targets + by_weapons
    + by_killed + by_wounded + by_detained + by_quiet - {prior}, 4) as bits,
    coalesce(gap <= 1, true) and coalesce(km <= reach, true) and by_type > -2 and by_status = 0 as meets,
    coalesce(gap = 0, true) and least(0, by_type) + least(0, by_actors) + least(0, by_killed) + least(0, by_wounded)
        + least(0, by_detained) >= {fitting} as agrees
from weighed
) where bits >= {given_up} or meets
"""
# Whole numbers add up to the same sum in any order, fractions do not.
_SHARED = """
create table scored as
with odds as (
    select *, (1e6 * 2 ** least(bits, 20))::hugeint as odds from compared
), rivalled as (
    select *, sum(odds) over (partition by l, r_rivals) as of_left,
        sum(odds) over (partition by r, l_rivals) as of_right
    from odds
)
select * exclude (odds, of_left, of_right, l_rivals, r_rivals),
    round(odds::double / (1000000 + greatest(of_left, of_right))::double, 4) as score,
    (round(greatest(of_left, of_right)::double / greatest(1, odds)::double, 0))::bigint as rivals
from rivalled
"""


def compare(reader: duckdb.DuckDBPyConnection, limits: Limits) -> None:
    """From "feature", "crowd", "met" and "strays" make "compared": l, r, their rivals, bits, meets (day, place,
    status), agrees (the rest), and each comparison's bits. The macros of `weights` must be there."""
    reader.execute(
        _COMPARED.format(gap_days=limits.gap_days, slack_km=limits.slack_km, prior=PRIOR, hopeless=limits.hopeless,
                         fitting=FITTING_BITS, given_up=limits.given_up,
                         by_quiet=_QUIET.format(quiet=QUIET, crowded=CROWDED, lonely=LONELY))
    )  # fmt: skip


def share(reader: duckdb.DuckDBPyConnection) -> None:
    """From "compared" make "scored": the same without the rivals' names, with score (0 to 1) and how many rivals."""
    reader.execute(_SHARED)
    reader.execute("drop table compared")
