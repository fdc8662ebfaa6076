"""Merging what reports say of the place: the most exact one that enough of them tell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from etl.matching.toll_rules import Row
from etl.records import PLACE_PRECISIONS

ENOUGH = 4
"""One voice in so many must tell a place as exactly for it to hold: of eleven accounts of a raid, the one that names
a quarter may mean what the raided had aimed at. With up to four voices one is enough."""
_EXACT = {name: rank for rank, name in enumerate((*PLACE_PRECISIONS[:5], "area", "country"))}


def where(rows: Sequence[Row], voice: Sequence[int]) -> tuple[Row, bool]:
    """The placed row whose place holds, of at least one; and whether two lie farther apart than they allow.

    `voice` numbers the independent voice of each row. A voice agrees with a place if it tells one within reach of it,
    and stands by it if that is as exact or more. A place gives way to one out of its reach that more agree with.
    """
    pairs = list(zip(rows, voice, strict=True))
    voices = len(set(voice))
    agree = [len({v for other, v in pairs if within_reach(row, other)}) for row in rows]

    def weight(at: int) -> tuple[bool, int, tuple[int, float, int, float, str]]:
        row = rows[at]
        beaten = any(agree[n] > agree[at] and not within_reach(row, other) for n, other in enumerate(rows))
        stand_by = {v for other, v in pairs if _rank(other) <= _rank(row) and within_reach(row, other)}
        return beaten, -min(ENOUGH * len(stand_by), voices), _exactness(row)

    best = rows[min(range(len(rows)), key=weight)]
    return best, any(not within_reach(best, other) for other in rows)


def _rank(row: Row) -> int:
    return _EXACT.get(row["place_precision"], len(_EXACT))


def _exactness(row: Row) -> tuple[int, float, int, float, str]:
    """Least for the most exact; of equally exact ones the one told with most names, which say where it lies."""
    confidence = 1.0 if row["reading_confidence"] is None else row["reading_confidence"]
    radius = math.inf if row["radius_km"] is None else row["radius_km"]
    return _rank(row), radius, -len(row["places"] or ()), -confidence, row["incident_id"]


def within_reach(one: Row, other: Row) -> bool:
    """Whether two placed rows may mean one place: no farther apart than both radii and 3 km."""
    return _km_between(one, other) <= (one["radius_km"] or 0) + (other["radius_km"] or 0) + 3


def _km_between(one: Row, other: Row) -> float:
    """Great-circle distance (haversine), in km."""
    a, b, c, d = (math.radians(v) for v in (one["latitude"], one["longitude"], other["latitude"], other["longitude"]))
    h = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(h)))
