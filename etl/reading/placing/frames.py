"""Towns around a more exact place: the one that heads the sentence ("In Gao, ..."), the one a site lies in."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.placing.name_roles import heads_item
from etl.reading.placing.sites import distance_to, part_of, site_around
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.scan.seats import SEAT

_TOWNS = ("town", SEAT)
_HEAD_WITHIN = 2
_TOWN_WITHIN = 2


def is_town_of(scanned: Scan, name: Name, first: Name, around: tuple[int, int] | None) -> bool:
    """Whether a town holds a name that no gazetteer knows ("in Bria, ... in the X quarter"), or a site right before."""
    tokens = scanned.tokens
    near = around is not None and 0 < tokens.at_or_after(name.start) - tokens.at_or_after(around[1]) <= _TOWN_WITHIN
    return name.kind in _TOWNS and (first.kind == "unknown" or near)


def reference_of(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int]:
    """A name told with a finer one: of a town from which that lies so far or on such a side, all of those words."""
    around = distance_to(scanned, clause, name) or part_of(scanned, clause, name) if name.kind in _TOWNS else None
    return around or (name.start, name.end)


def heads_clause(scanned: Scan, clause: Clause, chain: Sequence[Name]) -> bool:
    """Whether a town stands at the head of a clause, parted from it: "In Gao, ...", "Gao - ..."."""
    if chain[0].kind in _TOWNS and heads_item(scanned, clause, chain[0]):
        return True
    first = scanned.tokens.at_or_after(chain[0].start)
    paused = scanned.text.plain[chain[-1].end : chain[-1].end + 1] == ","
    return paused and chain[0].kind in _TOWNS and first - clause.first <= _HEAD_WITHIN


def opens_sentence(scanned: Scan, clause: Clause, chain: Sequence[Name]) -> bool:
    """Whether an area told at the head of a clause, verb first, is parted from it: "In the Gaza Strip, struck ..."."""
    first = scanned.tokens.at_or_after(chain[0].start)
    near = scanned.language.verb_first and first - clause.first <= _HEAD_WITHIN + 1
    return near and scanned.text.plain[chain[-1].end : chain[-1].end + 3].lstrip()[:1] in (",", ":", "-", "–", "/")


def is_finer(scanned: Scan, clause: Clause, located: Sequence[Name], chain: Sequence[Name]) -> bool:
    """Whether a site, a quarter or a name of no gazetteer is told after a word of place."""
    name = chain[0]
    site = name.kind in ("site", "neighbourhood", "unknown") or site_around(scanned, clause, name) is not None
    return site and name in located
