"""The areas that a text names beside a place, and that should hold it: "Paris, Texas", "the Syrian town of X"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from etl.places.gazetteer import Gazetteer, Place, names_country
from etl.places.names import root_of
from etl.places.nations import is_of_nation
from etl.places.rank import holds
from etl.records import Span

_IN = frozenset({"in", "en", "au", "aux", "dans le", "dans la", "dans l'", "in the", "de", "of", "في"})


def areas_beside(
    gazetteer: Gazetteer,
    text: str,
    spans: Sequence[Span],
    candidates: Mapping[str, Sequence[Place]],
    nation_of: Callable[[str], Place | None],
) -> dict[str, list[Place]]:
    """Root name -> areas told with it that hold a candidate of it. Spans lie in the order of the text.

    candidates: those of each root; nation_of: the country that a word for its people stands for.
    """
    inside: dict[str, list[Place]] = defaultdict(list)
    for one, other in pairwise(spans):
        root = root_of(text[one.start : one.end])
        inside[root].extend(_holding(gazetteer, text, one, other, candidates.get(root, ())))
        for people, span in ((one, other), (other, one)):
            nation = nation_of(text[people.start : people.end])
            root = root_of(text[span.start : span.end])
            if nation is None or not any(holds(nation, place) for place in candidates.get(root, ())):
                continue
            if is_of_nation(text, (people.start, people.end), (span.start, span.end)):
                inside[root].append(nation)
    return inside


def _holding(gazetteer: Gazetteer, text: str, one: Span, other: Span, inner: Sequence[Place]) -> list[Place]:
    """What a name directly after another may stand for, where it holds that: "Paris, Texas" and "Mopti (Mali)"."""
    between = text[one.end : other.start]
    if between.strip(" \u00a0") not in {",", "("} and between.strip(" \u00a0,").lower() not in _IN:
        return []
    areas = [p for p in gazetteer.named(text[other.start : other.end]) if p.kind in {"country", "admin1", "admin2"}]
    if names_country(inner):  # of two countries side by side neither holds the other
        areas = [area for area in areas if area.kind != "country"]
    return [area for area in areas if any(holds(area, place) for place in inner)]
