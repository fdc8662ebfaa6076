"""Place names of one document, resolved together: each with its ranked candidates and, where it is safe, an answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from etl.places.context import Context, context_of
from etl.places.gazetteer import Gazetteer, Place, distance_km
from etl.places.names import loose_key, name_key
from etl.places.phrases import hints_around
from etl.places.rank import Ranked, hint_matches, holds, ranked
from etl.records import Span

MARGIN = 0.8
"""Lead of the best candidate over the next one elsewhere, in score, from which it is answered."""
SAME_PLACE_KM = 60.0
"""Candidates nearer to one another than this are one place at two levels, not rivals."""
WORLD_KNOWN = 500_000
"""Inhabitants from which a town is answered without support for its country, if no rival has a tenth of them."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A name with its candidates, best first, and the answer, or None with the reason why there is none."""

    span: Span
    text: str
    candidates: tuple[Ranked, ...]
    answer: Place | None
    reason: str


class Document:
    """The place names of one document, weighed together. `spans` need not be in order; names may repeat."""

    def __init__(self, gazetteer: Gazetteer, text: str, spans: Sequence[Span], countries: Collection[str] = ()) -> None:
        self._gazetteer, self._text = gazetteer, text
        self._spans = sorted(set(spans), key=lambda span: (span.start, span.end))
        self._candidates: dict[str, tuple[Place, ...]] = {}
        self._inside: dict[str, list[Place]] = defaultdict(list)
        occurrences: Counter[str] = Counter()
        demonyms: list[tuple[str, tuple[str, ...]]] = [("", (country,)) for country in countries]
        for span in self._spans:
            name = text[span.start : span.end]
            places = gazetteer.named(name)
            if not places and (of := gazetteer.demonym(name)):
                demonyms.append((name, of))
                continue
            root = root_of(name)
            occurrences[root] += 1
            self._candidates.setdefault(root, places)
        self.context = context_of({r: (n, self._candidates[r]) for r, n in occurrences.items()}, demonyms)
        self._note_areas_beside()
        self._fix_points()

    def resolve(self, span: Span) -> Resolved:
        """The best candidate for the name at a span, answered only where the document supports it."""
        name = self._text[span.start : span.end]
        hints = hints_around(self._text, span.start, span.end)
        return self.resolve_name(name, hints, (), span)

    def resolve_name(
        self,
        name: str,
        hints: Collection[str],
        inside: Collection[Place],
        span: Span = Span(0, 0),  # noqa: B008
    ) -> Resolved:
        """As `resolve`, for a name with the type words and the areas that go with it."""
        root = root_of(name)
        places = self._gazetteer.named(name)
        areas = (*inside, *self._inside.get(root, ()))
        candidates = tuple(ranked(root, places, self.context, hints, areas))
        answer, reason = decide(root, candidates, self.context, areas, hints)
        return Resolved(span, name, candidates, answer, reason)

    def _note_areas_beside(self) -> None:
        """ "Paris, Texas" and "Mopti (Mali)": the area named directly after a place should hold it."""
        for span, following in zip(self._spans, self._spans[1:], strict=False):
            between = self._text[span.end : following.start]
            if between.strip(" \u00a0") not in {",", "("} and between.strip(" \u00a0,").lower() not in _IN:
                continue
            root = root_of(self._text[span.start : span.end])
            beside = self._gazetteer.named(self._text[following.start : following.end])
            areas = [p for p in beside if p.kind in {"country", "admin1", "admin2"}]
            held = [a for a in areas if any(holds(a, p) for p in self._candidates.get(root, ()))]
            self._inside[root].extend(held)

    def _fix_points(self) -> None:
        """Points of names whose best candidate is far ahead, for the nearness of the others."""
        fixed = {}
        for root, places in self._candidates.items():
            best = ranked(root, places, self.context, (), self._inside.get(root, ()))[:2]
            if best and best[0].place.kind not in {"country", "region"}:
                alone = len(best) == 1 or best[0].score - best[1].score > MARGIN
                same = len(best) == 2 and _apart_km(best[0].place, best[1].place) < SAME_PLACE_KM
                if alone or same:
                    fixed[root] = (best[0].place.latitude, best[0].place.longitude)
        self.context.points = fixed


_IN = frozenset({"in", "en", "au", "aux", "dans le", "dans la", "dans l'", "in the", "de", "of", "في"})


def root_of(name: str) -> str:
    """The key under which all forms of one name in a document are counted as one voice."""
    return loose_key(name_key(name))


def _apart_km(a: Place, b: Place) -> float:
    return distance_km((a.latitude, a.longitude), (b.latitude, b.longitude))


def decide(
    root: str, candidates: Sequence[Ranked], context: Context, areas: Collection[Place], hints: Collection[str]
) -> tuple[Place | None, str]:
    """The answer and why, or None and why not. Candidates lie best first."""
    if not candidates:
        return None, "not in the gazetteer"
    best = candidates[0]
    rivals = [r for r in candidates[1:] if _apart_km(best.place, r.place) > max(SAME_PLACE_KM, best.place.radius_km)]
    if any(holds(area, best.place) for area in areas):
        return best.place, "lies in the area named beside it"
    supported = context.support(best.place.country, root) > 0
    if best.place.kind in {"country", "region"} or (best.place.kind == "admin1" and not rivals):
        clear = not rivals or best.score - rivals[0].score > MARGIN or hint_matches(best.place, hints)
        return (best.place, "named area") if clear else (None, "several areas of that name")
    if supported:
        if not rivals or best.score - rivals[0].score > MARGIN:
            return best.place, f"the report speaks of {best.place.country}"
        return None, "several places fit alike"
    if " " in root and best.place.place_id.startswith("site:") and not rivals:
        return best.place, "a name that only one place has"
    if best.place.population >= WORLD_KNOWN and all(r.place.population * 10 < best.place.population for r in rivals):
        return best.place, "by far the largest place of that name"
    return None, "nothing else in the report speaks for its country"
