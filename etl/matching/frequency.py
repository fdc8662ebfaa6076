"""How rare a place, a type and a word for a target are among the incidents at hand, and how much a dataset tells where:
what is rare seldom agrees by chance.

A place is counted against its part of the globe, a word against everything; an event that many reports tell counts
once, for incidents of one day and place are one. A word that names the place too is not heard twice.
"""

from __future__ import annotations

import duckdb

LEAST_PLACE, MOST_PLACE = 2.5, 6.0
"""Bits that the same place says at least (the one town of a war) and at most."""
MOST_WORDS = 5.0
"""Bits that shared words for targets say at most."""

LEAST_TYPE, MOST_TYPE = 2.0, 4.0
"""Bits that the same type of event says at least and at most."""

CROWDED, LONELY = 45, 15
"""Incidents of a dataset in one cell (CELL_DAYS and CELL_DEGREES of features) above and below which more or fewer of
them say nothing."""

_UNSEEN = 60
"""Incidents imagined beside those at hand, so that a handful of them does not make every word common."""
_COMMON_BITS = 2.0
"""A word that one incident in four has says nothing that place and type have not said."""

_STEP = 0.5
"""Bits are rounded up to such steps, so that a late report moves the weights of few others."""


def _stepped(bits: str) -> str:
    return f"(ceil(({bits}) / {_STEP}) * {_STEP})"


_PLACE_BITS = _stepped(f"log2((sum(n) over (partition by y, x) + {_UNSEEN}) / (n + {_UNSEEN} / 20))")
_TYPE_BITS = _stepped(f"log2((sum(n) over () + {_UNSEEN}) / (n + {_UNSEEN} / 4))")
_WORD_BITS = _stepped(f"log2((sum(n) over () + {_UNSEEN} / 3) / (n + 1)) - {_COMMON_BITS}")
_TOLD = f"""
create table feature as
with placed as (
    select floor(lat / 6) as y, floor(lon / 6) as x, floor(lat * 5) as v, floor(lon * 5) as u, count(distinct d0) as n
    from told where lat is not null group by all
), rarity as (
    select v, u, least({MOST_PLACE}, greatest({LEAST_PLACE}, {_PLACE_BITS})) as place_bits from placed
)
select told.* exclude (targets), coalesce(place_bits, {LEAST_PLACE}) as place_bits,
    list_filter(targets, lambda word: not list_contains(places, word)) as target_words
from told left join rarity on v = floor(lat * 5) and u = floor(lon * 5)
"""
_TYPES = f"""
create table typed as
with counted as (
    select event_type, count(distinct (d0, floor(lat * 5), floor(lon * 5))) as n from told group by event_type
)
select event_type, least({MOST_TYPE}, greatest({LEAST_TYPE}, {_TYPE_BITS})) as type_bits from counted
"""
_WORDS = f"""
create table word as
with said as (select distinct unnest(target_words) as word, d0, floor(lat * 5) as v, floor(lon * 5) as u from feature),
counted as (select word, count(*) as n from said group by word)
select word, least({MOST_WORDS}, greatest(0.0, {_WORD_BITS})) as bits from counted
"""
_TARGETS = """
create table target as
select i, list({'word': word, 'bits': bits} order by word) as targets
from (select i, unnest(target_words) as word from feature) join word using (word) group by i
"""
_CROWDS = f"""
create table crowd as
select dataset, cell, least({CROWDED}, count(*)) as n from feature
where dataset >= 0 and cell is not null group by all having count(*) > {LONELY}
"""


def weigh(reader: duckdb.DuckDBPyConnection) -> None:
    """From the relation "told" (features) make the tables "feature", with place_bits, type_bits, and targets as
    {word, bits}, and "crowd" (dataset, cell, n), of more than LONELY incidents, at most CROWDED."""
    reader.execute(_TOLD)
    reader.execute(_TYPES)
    reader.execute(_WORDS)
    reader.execute(_TARGETS)
    reader.execute(
        "create or replace table feature as select f.* exclude (target_words), coalesce(targets, []) as targets, "
        "type_bits from feature f join typed using (event_type) left join target using (i)"
    )
    reader.execute(_CROWDS)
    for table in ("word", "target", "typed"):
        reader.execute(f"drop table {table}")
