"""Where an incident happened: what its own clauses tell, made more exact, or the place told last before them."""

from __future__ import annotations

from etl.reading.assembling.homelands import at_home
from etl.reading.assembling.narrowing import narrowed
from etl.reading.incidents.draft import Draft
from etl.reading.placing.headings import with_town
from etl.reading.placing.sites import sites_told_again
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import Name
from etl.reading.scan.seats import SEAT


def whereabouts(scanned: Scan, draft: Draft, fallback: Where) -> Where:
    """The place of a draft, which notes whether it is inherited. `fallback` is the place told last before it."""
    told = _told(draft)
    if told is None or _describes(scanned, draft, told, fallback):
        told, draft.inherited = at_home(scanned, draft, fallback), True
    section = scanned.layout.sections[draft.parts[0].clause.sentence.paragraph]
    return with_town(scanned, narrowed(scanned, draft, told), section, fallback)


def _told(draft: Draft) -> Where | None:
    """The place told first, unless a later clause is more exact about the same."""
    told = [part.where for part in draft.parts if part.where.places]
    located = [where for where in told if where.located]
    pool = located or told
    if not pool:
        return None
    codes = {name.countries[0] for name in pool[0].names if name.kind == "country" and name.countries}
    exact = [
        where
        for where in pool
        if any(name.kind not in ("country", "area", SEAT) and _may_lie(name, codes) for name in where.names)
    ]
    return (exact or pool)[0]


def _may_lie(name: Name, codes: set[str]) -> bool:
    """Whether a place may lie in one of the countries told first, if any."""
    return not codes or not name.countries or bool(codes & set(name.countries))


def _describes(scanned: Scan, draft: Draft, told: Where, fallback: Where) -> bool:
    """Whether a place is only the whereabouts of a site told before by its name: "the same base, 20 km north of X"."""
    if not fallback.places:
        return False
    folded, known = scanned.text.folded, scanned.text.folded[slice(*fallback.places[0])]
    for part in draft.parts:
        sites = sites_told_again(scanned, part.clause, told.places[0]) if part.where is told else []
        if any(site.end <= told.places[0][0] and folded[site.start : site.end] in known for site in sites):
            return True
    return False
