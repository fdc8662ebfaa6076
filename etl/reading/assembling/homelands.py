"""The country of somebody in office, where nothing tells where he was killed: "the murder of the Colombian senator"."""

from __future__ import annotations

from etl.reading.incidents.draft import Draft
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import Name
from etl.reading.targets.targets import Target

_NATIONS = frozenset({"country", "demonym"})
_BEFORE = 4


def at_home(scanned: Scan, draft: Draft, fallback: Where) -> Where:
    """The place to inherit, or the country of whose office is told where that place lies in none of its name.

    Commentaries are sent from all over the world. Nationals without an office may be hurt anywhere.
    """
    if not fallback.names:
        return fallback
    nations = (_nation_of(scanned, part.clause.names, one) for part in draft.parts for one in part.targets)
    code = next((nation.countries[0] for nation in nations if nation is not None and nation.countries), "")
    if not code or any(not name.countries or code in name.countries for name in fallback.names):
        return fallback
    named = (name for name in scanned.names if name.kind == "country" and name.countries[:1] == (code,))
    home = next(named, None)
    if home is None:
        return fallback
    return Where(((home.start, home.end),), (), (home,), (code,), located=True)


def _nation_of(scanned: Scan, names: list[Name], one: Target) -> Name | None:
    """The nation told in front of a person in office, or before the name: "Salvadoran presidency minister X"."""
    if one.sort == "thing":
        return None
    first, last = scanned.tokens.within(one.start, one.end)
    words = scanned.tokens.words[max(first - _BEFORE, 0) : last]
    if not any(scanned.language.is_one_of(word, "offices") for word in words):
        return None
    starts = scanned.tokens.starts
    near = [name for name in names if name.kind in _NATIONS and starts[max(first - _BEFORE, 0)] <= name.start < one.end]
    return near[-1] if near else None
