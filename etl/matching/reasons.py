"""The reasons of a match in words and numbers, made in one pass for the pairs that are kept."""

from __future__ import annotations

import duckdb
import pyarrow as pa

EPISODE_DAYS = 3
"""From this many days more than the other on, a telling may be of an episode (an offensive, a siege) of which the other
is one event."""

_SIGNED = "(if({0} < 0, '−', '+') || printf('%.1f', abs({0})))"


def _reason(bits: str, words: str, when: str = "true") -> str:
    return f"if({when}, {words} || ' (' || {_SIGNED.format(bits)} || ')', null)"


def _count(name: str) -> str:
    told = f"'{name} ' || a.{name}_best || ' and ' || b.{name}_best"
    return _reason(f"s.by_{name}", told, f"a.{name}_best is not null and b.{name}_best is not null")


_DATE = """case when s.gap is null then 'a day is not known'
    when s.gap > 0 then s.gap || if(s.gap = 1, ' day', ' days') || ' apart'
    when s.span = 1 then 'same day' else 'dates meet within ' || s.span || ' days' end"""
_PLACE = """case when s.km is null then 'a place is not known'
    else printf('%.0f km apart, radii together %.0f km', s.km, s.reach)
        || if(s.km > s.reach and s.stray > 0.1, printf(', %.0f %% of points stray', 100 * s.stray), '') end"""
_TYPE = "if(a.event_type = b.event_type, 'both ' || a.event_type, a.event_type || ' and ' || b.event_type)"
_ACTORS = """if(list_has_any(a.actors, b.actors),
    'same actor: ' || array_to_string(list_sort(list_intersect(a.actors, b.actors)), ', '), 'different actors')"""
_IS_EPISODE = f"""coalesce(s.gap = 0 and greatest(a.d1 - a.d0, b.d1 - b.d0) >= {EPISODE_DAYS}
    and least(a.d1 - a.d0, b.d1 - b.d0) <= 1 and list_contains(['days', 'week'], if(a.d1 - a.d0 > b.d1 - b.d0,
    a.precision, b.precision)), false)"""
_EPISODE = f"""if({_IS_EPISODE}, 'one tells of ' || (greatest(a.d1 - a.d0, b.d1 - b.d0) + 1)
    || ' days, the other of one: episode and event?', null)"""
_REASONS = ", ".join(
    (
        _reason("s.by_date", _DATE),
        _reason("s.by_place", _PLACE),
        _reason("s.by_name", "'same name of the place: ' || a.places[1]", "s.by_name <> 0"),
        _reason("s.by_type", _TYPE),
        _reason("s.by_status", "a.status || ' and ' || b.status", "a.status <> b.status"),
        _reason("s.by_actors", _ACTORS, "s.by_actors <> 0"),
        _reason("s.by_targets", "'same words for the target'", "s.by_targets <> 0"),
        _reason("s.by_weapons", "'same words for the weapon'", "s.by_weapons <> 0"),
        _count("killed"),
        _count("wounded"),
        _count("detained"),
        _reason("s.by_quiet", "'few incidents told there in that season'", "s.by_quiet > 0"),
        "if(s.one_origin, 'told again by one origin', null)",
        _EPISODE,
        "if(s.rivals > 1, 'shared among ' || s.rivals || ' that fit as well', null)",
        "k.note",
    )
)
_TOLD = f"""
select k.event, k.l, k.r, coalesce(s.score, 1.0) as score,
    list_filter([{_REASONS}], lambda x: x is not null) as reasons, {_IS_EPISODE} as is_episode
from kept k left join scored s on s.l = k.l and s.r = k.r
join feature a on a.i = k.l join feature b on b.i = k.r order by k.l, k.r
"""


def told(reader: duckdb.DuckDBPyConnection) -> pa.Table:
    """From the tables "kept" (event, l, r, note) and "scored": event, l, r, score, reasons, is_episode, by l and r."""
    return reader.sql(_TOLD).to_arrow_table()
