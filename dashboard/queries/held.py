"""The events of a version in memory, with what every question asks of them worked out once.

A version never changes, so what is held of it stays true; of the versions that readers have pinned the last few are
held. In memory a question need not unpack the columns of a file each time.
"""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from dashboard.geography import MOST_NORTHERN
from dashboard.queries.connection import every, file, run
from etl.store import Version

_MOST = 6
"""Versions and editions held at once."""
_names: dict[Path, str] = {}
_lock = Lock()
_numbers = iter(range(10**9))

# The way of web Mercator: x and y of the world from 0 to 1 and from -0.5 to 0.5, y to the north.
_SQL = """create table {name} as
    with named as (select event_id, list(distinct {{'actor': coalesce(known.name, a.actor), 'stance': a.stance,
                'side': coalesce(known.side, '')}}) as told
            from (select event_id, unnest(attributions) as a from read_parquet($events))
            left join (select unnest($written) as written, unnest($names) as name, unnest($sides) as side) known
                on known.written = a.actor where a.actor <> '' group by event_id)
    select event_id, event_type, status, date_start, date_end, date_precision, latitude, longitude, place_precision,
        radius_km, places[1] as place, admin1, country, killed_low, killed_best, killed_high, killed_told,
        wounded_low, wounded_best, wounded_high, wounded_told, detained_low, detained_best, detained_high,
        detained_told, independent_sources, is_contested, machine_coded, sources, publishers, languages, actors,
        targets, weapons, coalesce(told, []) as told,
        list_distinct(list_transform(told, lambda a: a.stance)) as stances,
        list_filter(list_distinct(list_transform(told, lambda a: a.side)), lambda side: side <> '') as sides,
        longitude / 360 + 0.5 as x, ln(tan(pi() / 4 + radians(least(greatest(latitude, {south}), {north})) / 2))
            / (2 * pi()) as y
    from read_parquet($events) left join named using (event_id)
    order by coalesce(date_start, date_end), event_id"""


def held(version: Version) -> str:
    """The name of the table that holds the events of a version. Raises StoreError where its file is gone or damaged."""
    with _lock:
        name = _names.pop(version.folder, None) or _loaded(version)
        _names[version.folder] = name
        while len(_names) > _MOST:
            run(f"drop table {_names.pop(next(iter(_names)))}", {})
    return name


def _loaded(version: Version) -> str:
    # The actor file is read when the first version is held, not when the dashboard is imported.
    from etl.pipeline import actor_as_named  # noqa: PLC0415

    events = file(version, "events")
    sql = "select distinct a.actor from (select unnest(attributions) as a from read_parquet(?)) where a.actor <> ''"
    written = [row[0] for row in every(sql, [events])]
    known = [actor_as_named(name) for name in written]
    name = f"events_{next(_numbers)}"
    values = {"events": events, "written": written, "names": [k.name for k in known], "sides": [k.side for k in known]}
    run(_SQL.format(name=name, south=-MOST_NORTHERN, north=MOST_NORTHERN), values)
    return name
