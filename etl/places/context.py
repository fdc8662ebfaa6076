"""What a whole document says of where it plays: support for countries and first-level areas, and known points.

Support is counted by root name, so that two forms of one wrong name cannot vouch for each other.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from etl.places.gazetteer import Place

COUNTRY_WEIGHT, DEMONYM_WEIGHT, PLACE_WEIGHT = 1.0, 0.6, 0.7
"""How much one root name speaks for a country: its own name, a demonym, a place that could lie in it (hand-set)."""
CITY = 500_000
"""Inhabitants of a city whose name alone speaks of its country."""
MAX_CANDIDATES = 40
"""Candidates of one name that are weighed; the rest, smaller ones, are left out."""


@dataclass(slots=True)
class Context:
    """Support for each country and first-level area, by the root names that give it; points by root name."""

    countries: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    areas: dict[str, dict[str, float]] = field(default_factory=lambda: defaultdict(dict))
    points: dict[str, tuple[float, float]] = field(default_factory=dict)
    by_root: dict[str, float] = field(default_factory=dict)
    spoken_of: set[str] = field(default_factory=set)
    """Countries told by their own name, their people's, or that of a city nobody would take for another."""
    total: float = 0.0
    _kin_of: dict[str, frozenset[str]] = field(default_factory=dict)

    def support(self, country: str, without: str) -> float:
        """Weight of the roots that speak for a country, `without` and its kin left out; 0 where none does."""
        return self._sum(self.countries.get(country), without)

    def rest(self, without: str) -> float:
        """Weight of all roots but `without` and its kin."""
        return self.total - sum(self.by_root.get(root, 0.0) for root in self._kin(without))

    def area_support(self, area: str, without: str) -> float:
        """As `support`, for a first-level area."""
        return self._sum(self.areas.get(area), without)

    def _sum(self, roots: Mapping[str, float] | None, without: str) -> float:
        if not roots:
            return 0.0
        return sum(roots.values()) - sum(roots.get(root, 0.0) for root in self._kin(without))

    def _kin(self, root: str) -> frozenset[str]:
        """The root and the roots of a part of its name: "Ahmad" is no independent voice for "Nawar Ahmad"."""
        if root not in self._kin_of:
            words = set(root.split())
            kin = {other for other in self.by_root if words.issuperset(other.split())}
            self._kin_of[root] = frozenset({root, *kin})
        return self._kin_of[root]


def context_of(named: Mapping[str, tuple[int, tuple[Place, ...]]], demonyms: Iterable[tuple[str, ...]]) -> Context:
    """The context given by root -> (occurrences, candidates), and by the countries of each demonym."""
    context = Context()
    for root, (occurrences, places) in named.items():
        often = 1 + math.log(occurrences)
        if places and _speaks_of(places[0]):
            context.spoken_of.add(places[0].country)
        for country, weight in _country_weights(places).items():
            context.countries[country][root] = weight * often
        for area, weight in _area_weights(places).items():
            context.areas[area][root] = weight * often
    for countries in demonyms:
        context.spoken_of.update(countries)
        for country in countries:
            known = context.countries[country].get(f"demonym:{country}", 0.0)
            context.countries[country][f"demonym:{country}"] = min(
                2 * DEMONYM_WEIGHT, known + DEMONYM_WEIGHT / len(countries)
            )
    for roots in context.countries.values():
        for root, weight in roots.items():
            context.by_root[root] = context.by_root.get(root, 0.0) + weight
    context.total = sum(context.by_root.values())
    return context


def _speaks_of(place: Place) -> bool:
    """Whether a name whose first candidate this is speaks of its country, whatever stands beside it."""
    return place.kind in ("country", "admin1") or place.feature == "PPLC" or place.population >= CITY


def _mass(place: Place) -> float:
    """How readily a bare name stands for a place: areas by rank, landmarks as 200,000, towns by inhabitants."""
    if place.kind == "country":
        return 3e7
    if place.kind == "admin1":
        return 2e6
    if place.is_landmark:
        return 2e5
    return place.population + 500


def _country_weights(places: tuple[Place, ...]) -> dict[str, float]:
    """Country -> its part of the mass of a name's candidates, times the weight of such a name."""
    masses: dict[str, float] = defaultdict(float)
    for place in places[:MAX_CANDIDATES]:
        if place.country:
            masses[place.country] = max(masses[place.country], _mass(place))
    total = sum(masses.values())
    base = COUNTRY_WEIGHT if places and places[0].kind == "country" else PLACE_WEIGHT
    return {country: base * mass / total for country, mass in masses.items()} if total else {}


def _area_weights(places: tuple[Place, ...]) -> dict[str, float]:
    masses: dict[str, float] = defaultdict(float)
    for place in places[:MAX_CANDIDATES]:
        masses[place.admin1] = max(masses[place.admin1], _mass(place))
    total = sum(masses.values())
    return {area: PLACE_WEIGHT * mass / total for area, mass in masses.items() if area} if total else {}
