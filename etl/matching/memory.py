"""What a match found, kept for the next one, so that only what was touched since is compared again.

An incident is untouched where all that it is compared by is as it was: its own values, how rare its place, type and
words are, how much is told around it. Pairs of untouched incidents keep what was found of them, if points of their two
datasets stray as they did. All that follows from pairs (shared odds, groups, ids) is made anew. So a match with a
memory gives exactly what one without gives, whatever the memory is of.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

Memory = Mapping[str, pa.Table]
"""Tables by name: those of `keep` here and in `carried`; none at all where nothing is remembered."""

_CODES = ("i", "report", "source", "dataset", "rivals")
"""Columns of "feature" that number what is at hand, and so say nothing by themselves."""

_SEEN = """
create table seen as
with told as (select dataset, cell, any_value(i) as i from feature group by all),
around as (
    select cell, list((name, n) order by name) as crowds
    from crowd join told using (dataset, cell) join named using (i) group by cell
)
select f.i, n.incident_id, hash(n.name, n.report_id, a.crowds, {values}) as seen
from feature f join named n using (i) left join around a using (cell)
"""
_UNTOUCHED = """
create table untouched as
select o.i as before, s.i from seen s join seen_before o on o.incident_id = s.incident_id and o.seen = s.seen
"""
_TOUCHED = """
create or replace table feature as
select f.*, u.i is null as touched from feature f left join untouched u using (i) order by f.i
"""
_TOUCH = "update feature set touched = true where not touched and i not in (select i from untouched)"
_STRAYS = """
create table strays_now as
with names as (
    select f.dataset, if(f.dataset < 0, '', any_value(n.name)) as name, count(*) as n, bool_and(touched) as is_new
    from feature f join named n using (i) group by f.dataset
)
select least(a.name, b.name) as one, greatest(a.name, b.name) as other, stray, spread, a.is_new or b.is_new as is_new,
    if(a.n <= b.n, a.dataset, b.dataset) as smaller
from strays s join names a on a.dataset = s.one join names b on b.dataset = s.other
where s.one <> s.other or s.one < 0
"""
_MOVED = """
delete from untouched where i in (select i from feature where dataset in (
    select smaller from strays_now anti join strays_before using (one, other, stray, spread) where not is_new))
"""
_PAIRS = """
insert into {table} by name
select o.* replace (a.i as l, b.i as r), {more} from {table}_before o
join untouched a on a.before = o.l join untouched b on b.before = o.r
join feature x on x.i = a.i join feature y on y.i = b.i
"""
KEPT = {
    "seen": "select incident_id, i, seen from seen order by i",
    "alike": "select l, r, gap, km, reach from alike order by l, r",
    "strays": "select one, other, stray, spread from strays_now order by one, other",
    "compared": "select * exclude (score, rivals) from scored order by l, r",
}
"""The tables of a memory that pairs need, and what they are made of."""


def recall(reader: duckdb.DuckDBPyConnection, named: pa.Table, memory: Memory) -> None:
    """From "feature" and "crowd" make "seen" and "untouched" (before, i), and say in "feature" who is touched.

    named: i, incident_id, report_id and name (of the source), one row an incident.
    """
    reader.register("named", named)
    values = ", ".join(f"f.{name}" for name in reader.table("feature").columns if name not in _CODES)
    reader.execute(_SEEN.format(values=values))
    if memory:
        for name in KEPT:
            reader.register(f"{name}_before", memory[name])
        reader.execute(_UNTOUCHED)
    else:
        reader.execute("create table untouched (before int, i int)")
    reader.execute(_TOUCHED)


def liken_again(reader: duckdb.DuckDBPyConnection, memory: Memory) -> None:
    """Add to "alike" what is remembered of pairs of untouched incidents."""
    if memory:
        more = "least(x.dataset, y.dataset) as one, greatest(x.dataset, y.dataset) as other"
        reader.execute(_PAIRS.format(table="alike", more=more))


def moved(reader: duckdb.DuckDBPyConnection, memory: Memory) -> bool:
    """Whether points of two datasets stray otherwise than remembered: the incidents of the smaller one are touched."""
    reader.execute(_STRAYS)
    if not memory:
        return False
    reader.execute(_MOVED)
    found: int = reader.execute(_TOUCH).fetchall()[0][0]
    return found > 0


def compare_again(reader: duckdb.DuckDBPyConnection, memory: Memory) -> None:
    """Add to "compared" what is remembered of pairs of untouched incidents."""
    if memory:
        reader.execute(_PAIRS.format(table="compared", more="x.rivals as l_rivals, y.rivals as r_rivals"))


def keep(reader: duckdb.DuckDBPyConnection) -> dict[str, pa.Table]:
    """What the next match may go on from."""
    return {name: reader.sql(asked).to_arrow_table() for name, asked in KEPT.items()}
