"""How well each candidate fits a name in its context: hand-set weights, summed. Population speaks last.

The weights are set by hand on texts of our own and hold no knowledge of any test set.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from etl.places.context import MAX_CANDIDATES, Context
from etl.places.gazetteer import Place, distance_km
from etl.places.names import name_key

SHARE, SUPPORT, AREA, NEAR, PEOPLE, EXACT, HINT, INSIDE = 2.5, 1.5, 1.2, 2.0, 0.6, 0.6, 2.5, 6.0
"""Weights of: share of the country, any support for it, support for the area, nearness to other places of the text,
log10 of the population, the candidate's main name, its type told by the words around, an area named beside it."""
CAPITAL = 2.0
"""For the capital of a country or the seat of its government."""
SEATS = frozenset({"PPLC", "PPLG"})
"""Feature codes of GeoNames for those."""
NEAR_KM = 150.0
"""Distance in km at which the weight of another place of the text has fallen to a third."""

DWARFED = 200
"""How many times the inhabitants of a namesake a town has where nobody would mean the namesake by a bare name."""
LARGE = 100_000
"""Inhabitants of a town beside which a namesake of its country that it dwarfs needs more than to lie near."""

_PRIOR = {
    "country": 3.2, "admin1": 1.6, "admin2": -1.0, "town": 0.0, "neighbourhood": -0.6, "airport": -0.8,
    "region": 2.2, "sea": 2.2, "river": 2.0, "desert": 2.0,
}  # fmt: skip
_SITE_PRIOR = 1.5
_NAMESAKE = -3.2
"""For a first-level area that shares its name with its main town or with the capital: a bare name means the town. And
for a capital of another main name that is called as its country is ("Mexico"): a bare name means the country."""
_MAIN_TOWN = 0.2
"""Part of an area's people from which a town is its main one ("Baghdad", not "Quebec")."""
_HINTED = {
    "admin1": {"admin1", "region"}, "admin2": {"admin2"}, "town": {"town"},
    "neighbourhood": {"neighbourhood", "quarter"}, "base": {"base", "airport", "camp"},
    "airport": {"airport", "base"}, "embassy": {"embassy", "consulate"}, "camp": {"camp", "base"},
    "country": {"country"}, "area": {"region", "mountain", "river", "road", "sea", "valley"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and its score; higher fits better."""

    place: Place
    score: float


def hint_matches(place: Place, hints: Collection[str]) -> bool:
    """True where the type words around a name allow the place's kind."""
    return any(place.kind in _HINTED.get(hint, ()) for hint in hints)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name by its root, with its context: type words, areas named beside it, known points of other names.

    greatest: inhabitants of the largest town of the name by country; bearer: of the largest under its main name."""

    root: str
    context: Context
    hints: Collection[str]
    inside: Collection[Place]
    known: tuple[tuple[float, float], ...]
    greatest: Mapping[str, int]
    bearer: int


def ranked(
    root: str, places: tuple[Place, ...], context: Context, hints: Collection[str], inside: Collection[Place]
) -> list[Ranked]:
    """The candidates of a name, best first. inside: areas named beside it, one of which should hold it."""
    known = tuple(point for other, point in context.points.items() if other != root)
    towns = [place for place in places if place.kind == "town"]
    greatest: dict[str, int] = {}
    for town in towns:
        greatest[town.country] = max(town.population, greatest.get(town.country, 0))
    bearer = max((town.population for town in towns if name_key(town.name) == root), default=0)
    asked = _Asked(root, context, hints, inside, known, greatest, bearer)
    countries = {place.country for place in places if place.kind == "country"}
    scored = []
    for place in places[:MAX_CANDIDATES]:
        may_be = place.kind == "admin1" and "admin1" not in hints
        is_namesake = may_be and any(_means_town(root, place, town) for town in towns)
        is_namesake |= place.kind == "town" and place.country in countries and name_key(place.name) != root
        scored.append(Ranked(place, _score(asked, place) + (_NAMESAKE if is_namesake else 0.0)))
    scored.sort(key=lambda one: (-one.score, one.place.place_id))
    return scored


def _means_town(root: str, area: Place, town: Place) -> bool:
    if area.country != town.country:
        return False
    is_within = area.admin1 == town.admin1
    is_main = is_within and town.population >= _MAIN_TOWN * area.population > 0
    is_byname = name_key(area.name) != root and name_key(town.name) == root and town.feature == "PPLA"
    return is_main or (is_within and is_byname) or town.feature == "PPLC"


def _score(asked: _Asked, place: Place) -> float:
    is_site = place.is_site
    score = _PRIOR.get(place.kind, _SITE_PRIOR if is_site else 0.0)
    support, rest = asked.context.support(place.country, asked.root), asked.context.rest(asked.root)
    if place.country:
        score += SHARE * (support / rest if rest > 0 else 0.0) + SUPPORT * min(1.0, support)
    else:  # an ocean, or a continent: no country's names speak for it, nor against it
        score += SHARE / 2 + SUPPORT
    if place.precision not in {"country", "area"}:
        score += AREA * min(1.0, asked.context.area_support(place.admin1, asked.root))
        if not _is_dwarfed(place, asked.greatest):
            score += NEAR * _nearness(place, asked.known)
    score += PEOPLE * math.log10(place.population + 10 if place.population else 1000)
    exact = name_key(place.name) == asked.root
    # "Delhi" is also told of the capital of Timor-Leste, and is the city of that name.
    score += EXACT * exact + CAPITAL * (place.feature in SEATS and (exact or place.population > asked.bearer))
    if asked.hints:
        score += HINT if hint_matches(place, asked.hints) else -HINT / 2
    return score + INSIDE * any(holds(area, place) for area in asked.inside)


def _is_dwarfed(place: Place, greatest: Mapping[str, int]) -> bool:
    """True for a village beside a large town of the same name and country: "Monterrey" is the city, wherever told."""
    most = greatest.get(place.country, 0)
    return place.kind == "town" and most >= LARGE and place.population * DWARFED < most


def _nearness(place: Place, known: tuple[tuple[float, float], ...]) -> float:
    if not known:
        return 0.0
    nearest = min(distance_km((place.latitude, place.longitude), point) for point in known)
    return math.exp(-nearest / NEAR_KM)


def holds(area: Place, place: Place) -> bool:
    """True where a country or area holds another place (itself not)."""
    if area.place_id == place.place_id:
        return False
    if area.kind == "country":
        return place.country == area.country
    if area.kind == "admin1":
        return place.admin1 == area.admin1 and place.kind != "admin1"
    if area.kind == "admin2":
        return place.admin2 == area.admin2 and place.kind != "admin2"
    reach = max(area.radius_km, 25.0)
    return distance_km((area.latitude, area.longitude), (place.latitude, place.longitude)) <= reach
