"""A known name in a text that may be meant as a place, and how large what it may name is."""

from __future__ import annotations

from dataclasses import dataclass

from etl.places.gazetteer import Place

GREAT = 1_000_000
"""Inhabitants from which not even an unknown capitalised word beside it makes a name doubtful ("Downtown Baghdad")."""
AREAS = frozenset({"country", "admin1"})
"""Kinds of place that need no more to be taken for what they are called."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A known name in a text: words first to last (not included), and the places or the demonym's countries.

    attached: small words written as one with the name's first word, before it.
    """

    first: int
    last: int
    text: str
    places: tuple[Place, ...]
    demonym: tuple[str, ...]
    attached: str = ""

    @property
    def largest(self) -> int:
        """The largest population among towns; areas and our own sites count as large."""
        return max(self._size(place) for place in self.places)

    @property
    def is_great(self) -> bool:
        """Whether it may be a country, one of our own sites or a town of a million."""
        ours = any(p.kind == "country" or self._is_ours(p) for p in self.places)
        return ours or any(p.population >= GREAT or p.feature == "PPLC" for p in self.places)

    def _size(self, place: Place) -> int:
        return GREAT if place.kind in AREAS or self._is_ours(place) else place.population

    def _is_ours(self, place: Place) -> bool:
        """Whether it is one of our own sites; a village or quarter of theirs only under a name of several words."""
        return place.is_landmark or (place.is_site and self.last - self.first > 1)
