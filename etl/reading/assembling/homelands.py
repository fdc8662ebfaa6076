"""The country of what is only named again, or of somebody in office, where nothing tells where he was killed."""

from __future__ import annotations

from collections import Counter

from etl.reading.incidents.draft import Draft
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import Name
from etl.reading.scan.sentences import dateline_end
from etl.reading.targets.targets import Target

_NATIONS = frozenset({"country", "demonym"})
_BEFORE = 4
_OFTEN = 2
"""Times a nation is named from which a commentary may be on what happened there."""
_LOUDER = 2
"""How many times as often as the country it was sent from."""


def at_home(scanned: Scan, draft: Draft, fallback: Where) -> Where:
    """The place to inherit, or the country of whose office is told where that place lies in none of its name.

    Commentaries are sent from all over the world: what they only name again ("the murder of the six") happened in the
    nation they speak of, not where they were sent from. Nationals without an office may be hurt anywhere.
    """
    if not fallback.names:
        return fallback
    nations = (_nation_of(scanned, part.clause.names, one) for part in draft.parts for one in part.targets)
    code = next((nation.countries[0] for nation in nations if nation is not None and nation.countries), "")
    code = code or _spoken_of(scanned, draft, fallback)
    if not code or any(not name.countries or code in name.countries for name in fallback.names):
        return fallback
    named = (name for name in scanned.names if name.kind == "country" and name.countries[:1] == (code,))
    home = next(named, None)
    if home is None:
        return fallback
    return Where(((home.start, home.end),), (), (home,), (code,), located=True)


def _spoken_of(scanned: Scan, draft: Draft, fallback: Where) -> str:
    """The country a report mostly names, where all it tells of an act is a noun and it was sent from elsewhere."""
    head = dateline_end(scanned.text)
    acts = [act for part in draft.parts for act in part.acts]
    told = any("noun" not in act.hit.phrase.marks or not act.definite for act in acts)
    if not acts or told or any(name.start >= head for name in fallback.names):
        return ""
    there = {code for name in fallback.names for code in name.countries}
    named = [name for name in scanned.names if name.start >= head and len(name.countries) == 1]
    often = Counter(name.countries[0] for name in named if name.kind in _NATIONS)
    code, times = max(often.items(), key=lambda one: one[1], default=("", 0))
    here = sum(name.countries[0] in there for name in named)
    return code if times >= _OFTEN and times >= _LOUDER * here else ""


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
