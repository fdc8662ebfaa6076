"""Whether the best candidate of a name is safe to answer: the right place or none."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from etl.places.context import Context
from etl.places.gazetteer import Place, distance_km
from etl.places.names import root_of
from etl.places.rank import DWARFED, SEATS, Ranked, hint_matches, holds

MARGIN = 0.8
"""Lead of the best candidate over the next one elsewhere, in score, from which it is answered."""
MIN_SUPPORT = 0.3
"""Support of a country by other names of the report from which a small place in it is answered."""
SAME_PLACE_KM = 60.0
"""Candidates nearer to one another than this are one place at two levels, not rivals."""
WORLD_KNOWN = 500_000
"""Inhabitants from which a town is answered without support for its country, if no rival has a tenth of them."""
CAPITAL_KNOWN = 100_000
"""Inhabitants from which a capital is answered without support for its country."""
HOME_SHARE = 0.5
"""Share of a country in what a report's names speak for from which the report is at home there."""

LOUDER = 1.5
"""How many times as loud the names that speak for a namesake are, from which not even a large town is safe."""

UNSPOKEN_LEAD = 2.0
"""How much louder another country must be told than that of a town, which nothing tells but names of towns."""

TOWN = 100_000
"""Inhabitants below which a town lies in no country that is not spoken of, where another is."""

HOME_LEAD = 3.0
"""How many times as loud a report's country is than another, from which a hamlet in the other is not meant."""

COMMON = 2
"""Other countries with a place of a name from which it is too common for a hamlet to be meant abroad."""

ABROAD_LEAD = 3
"""How many times the inhabitants of a namesake a capital has under a name of another language ("Puerto Príncipe")."""

ALONE_KNOWN = 20_000
"""The same for a town under its main name, if no other place has it and no other name is told ("Djibo")."""

OUTNUMBERED = 15
"""How many times the inhabitants of each namesake the seat of a province, or a large town by any name, has."""

HAMLET = 2_000
"""Inhabitants below which a town called as a country is ("Russia" in Ohio) leaves no doubt of the country."""


def apart_km(a: Place, b: Place) -> float:
    """Distance in km between two places."""
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))


def _is_elsewhere(best: Place, other: Place) -> bool:
    """True unless the other is the same place at another level."""
    near = apart_km(best, other) <= max(SAME_PLACE_KM, best.radius_km)
    return not (near or holds(best, other) or holds(other, best))


def decide(
    root: str, candidates: Sequence[Ranked], context: Context, areas: Collection[Place], hints: Collection[str]
) -> tuple[Place | None, str]:
    """The answer and why, or None and why not. Candidates lie best first."""
    if not candidates:
        return None, "not in the gazetteer"
    best = candidates[0]
    rivals = [r for r in candidates[1:] if _is_elsewhere(best.place, r.place)]
    is_clear = not rivals or best.score - rivals[0].score > MARGIN
    is_doubtful = _has_namesake_at_home(root, best.place, rivals, context)
    is_doubtful = is_doubtful or _is_outspoken(root, best.place, rivals, context)
    is_doubtful = is_doubtful or _is_hamlet_abroad(root, best.place, rivals, context)
    grounds = (
        (any(holds(area, best.place) for area in areas), "lies in the area named beside it"),
        (not is_doubtful and _is_known_area(best, rivals, hints), "a named area"),
        (
            is_clear and not is_doubtful and context.support(best.place.country, root) >= MIN_SUPPORT,
            "other names speak for its country",
        ),
        (not rivals and _is_distinct(root, best.place), "only one place has this name"),
        (
            not (rivals or context.rest(root))
            and best.place.population >= ALONE_KNOWN
            and root_of(best.place.name) == root,
            "only one place has this name",
        ),
        (
            not is_doubtful and _is_world_known(root, best.place, candidates, rivals),
            "by far the largest place of that name",
        ),
    )
    for holds_true, reason in grounds:
        if holds_true:
            return best.place, reason
    return None, "nothing else speaks for its country" if is_clear else "several places fit alike"


def _has_namesake_at_home(root: str, best: Place, rivals: Sequence[Ranked], context: Context) -> bool:
    """True where a namesake lies in the country a report is at home in, while no other name speaks for the best's.

    "London" in a report of Ontario and "Lebanon" in one of Indiana may be the town there.
    """
    if not best.country or context.support(best.country, root) >= MIN_SUPPORT:
        return False
    enough = max(MIN_SUPPORT, HOME_SHARE * context.rest(root) if best.kind == "country" else 0.0)
    least = HAMLET if best.kind == "country" else 0
    at_home = (r.place for r in rivals if r.place.kind != "town" or r.place.population >= least)
    return any(context.support(place.country, root) >= enough for place in at_home)


def _is_outspoken(root: str, best: Place, rivals: Sequence[Ranked], context: Context) -> bool:
    """True where the other names speak far louder for a namesake's country or first-level area than for the best's."""
    if best.precision in {"country", "area", "province"}:
        return False
    country, area = context.support(best.country, root), context.area_support(best.admin1, root)
    towns = [r.place for r in rivals if r.place.precision in {"town", "district"}]
    # Of a capital whose country is spoken of, only a namesake of some size can be meant.
    least = OUTNUMBERED if best.feature in SEATS and country >= MIN_SUPPORT else DWARFED
    towns = [place for place in towns if place.population * least > best.population]
    abroad = max((context.support(p.country, root) for p in towns if p.country != best.country), default=0.0)
    home = max((context.area_support(p.admin1, root) for p in towns if p.country == best.country), default=0.0)
    beyond = best.feature not in SEATS and home >= max(MIN_SUPPORT, LOUDER * area)
    return beyond or abroad >= max(MIN_SUPPORT, LOUDER * country)


def _is_hamlet_abroad(root: str, best: Place, rivals: Sequence[Ranked], context: Context) -> bool:
    """True for a hamlet of a country hardly spoken of, in a report of another, under a name that many countries have.

    "El Alto" in a report of Bolivia is no hamlet in Texas, though a square there is called San Francisco. Nor is it a
    town of a country that only names of other towns speak for, which may lie anywhere.
    """
    if best.precision != "town" or not best.country:
        return False
    loudest = max((context.support(country, root) for country in context.countries), default=0.0)
    support = context.support(best.country, root)
    if best.population < TOWN and best.country not in context.spoken_of and loudest >= UNSPOKEN_LEAD * support:
        return True
    if best.population >= HAMLET:
        return False
    if len({rival.place.country for rival in rivals} - {best.country}) < COMMON:
        return False
    return loudest >= HOME_LEAD * support


def _is_distinct(root: str, place: Place) -> bool:
    """True for one of our own sites under a name that no other place is likely to have: "zone verte" of many a town."""
    words = root.count(" ") + 1
    return place.is_site and words >= (2 if place.is_landmark else 3)


def _is_known_area(best: Ranked, rivals: Sequence[Ranked], hints: Collection[str]) -> bool:
    is_clear = not rivals or best.score - rivals[0].score > MARGIN
    is_area = best.place.precision in {"country", "area"} or (best.place.kind == "admin1" and not rivals)
    return is_area and (is_clear or hint_matches(best.place, hints))


def _is_world_known(root: str, place: Place, candidates: Sequence[Ranked], rivals: Sequence[Ranked]) -> bool:
    """True for a large town under its main name or that of its province, or a very large one under any name.

    No rival may have a tenth of its inhabitants; a capital need only be the largest town of its name. A name
    borne by hamlets besides need not be the main one ("Séville"), and a seat that alone bears its may be smaller.
    """
    seat = any(r.place.kind == "admin1" and root_of(r.place.name) == root and holds(r.place, place) for r in candidates)
    is_known = place.population >= WORLD_KNOWN and (root_of(place.name) == root or place.feature == "PPLC" or seat)
    is_great = place.population >= 4 * WORLD_KNOWN
    is_alone = all(r.place.population * DWARFED < place.population for r in rivals)
    if is_alone and place.population >= (WORLD_KNOWN if rivals else CAPITAL_KNOWN):
        return True
    is_first = place.feature.startswith("PPLA") and place.population >= CAPITAL_KNOWN and root_of(place.name) == root
    if (is_first or place.population >= WORLD_KNOWN) and all(
        r.place.population * OUTNUMBERED < place.population for r in rivals
    ):
        return True
    is_capital = place.feature in SEATS and place.population >= CAPITAL_KNOWN
    lead = 1 if root_of(place.name) == root else ABROAD_LEAD
    # The province of Buenos Aires has more people than the city, and is no rival of it.
    others = [r.place for r in rivals if r.place.kind != "admin1" or r.place.country != place.country]
    if lead == 1 and place.feature == "PPLC":  # nor is a town that has the name among others ("Islamabad")
        others = [rival for rival in others if root_of(rival.name) == root]
    if is_capital and all(rival.population * lead < place.population for rival in others):
        return True
    return (is_known or is_great) and all(r.place.population * 10 < place.population for r in rivals)
