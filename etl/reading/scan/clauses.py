"""A text scanned once, and its sentences or parts of them with all that was found there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from etl.reading.scan.announced import with_abbreviations
from etl.reading.scan.bearers import with_namesakes, without_initials, without_owners
from etl.reading.scan.counted_people import people_of_nations, without_counted
from etl.reading.scan.groups import unknown_groups
from etl.reading.scan.longer_names import whole_names
from etl.reading.scan.names import Name, is_all_capitals, names_a_thing, unknown_names
from etl.reading.scan.quarters import in_quarters
from etl.reading.scan.seats import capitals_told
from etl.reading.scan.sections import Layout
from etl.reading.scan.sentences import Sentence, sentences_of
from etl.reading.scan.whole_names import with_whole_names
from etl.reading.words.language import Language
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression
from etl.reading.words.text import Text, Tokens
from etl.records import PlaceMention

_OF_LAND = frozenset({"town", "area", "country"})
_NO_PARTS_OF_NAMES = ("thing", "event", "people", "weapon")
"""Layers whose words mean nothing of their own inside the name of a town: "Port Harcourt", "Battle Creek"."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or a part of it: `plain[start:end]`, tokens [first, last), and what was found in it.

    is_twin: a second place for the act of the clause before ("one in A | and one in B"). is_cause: what an act was
    the answer to. is_charge: what somebody was arrested for. is_lead: what the news behind it is reckoned from ("A day
    after a blast in A, | gunmen struck in B"). is_since: what a count goes back to ("the third since | May, when").
    """

    sentence: Sentence
    start: int
    end: int
    first: int
    last: int
    hits: dict[str, list[Hit]]
    times: list[TimeExpression]
    names: list[Name]
    is_twin: bool = False
    is_cause: bool = False
    is_charge: bool = False
    is_lead: bool = False
    is_since: bool = False
    _by_kind: dict[str, dict[str, list[Hit]]] = field(default_factory=dict, compare=False, repr=False)
    told: dict[object, object] = field(default_factory=dict, init=False, compare=False, repr=False)

    @property
    def order(self) -> tuple[int, int]:
        """Its place in the order of what is told."""
        return self.sentence.paragraph, self.start

    def of(self, layer: str, *kinds: str) -> list[Hit]:
        """The hits of a layer, of certain kinds where any are given."""
        hits = self.hits.get(layer)
        if hits is None or not kinds:
            return hits or []
        by_kind = self._by_kind.get(layer)
        if by_kind is None:
            by_kind = self._by_kind[layer] = {}
            for hit in hits:
                by_kind.setdefault(hit.phrase.kind, []).append(hit)
        if len(kinds) == 1:
            return by_kind.get(kinds[0], [])
        return [] if by_kind.keys().isdisjoint(kinds) else [hit for hit in hits if hit.phrase.kind in kinds]

    def has_cue(self, *kinds: str) -> bool:
        """Whether a cue of one of the kinds occurs."""
        return bool(self.of("cue", *kinds))


@dataclass(slots=True)
class Scan:
    """A whole text scanned once: tokens, hits by layer, place names."""

    text: Text
    tokens: Tokens
    language: Language
    hits: dict[str, list[Hit]]
    names: list[Name]
    sentences: list[Sentence]
    layout: Layout
    shouted: bool
    starts: dict[str, list[int]] = field(default_factory=dict)
    name_starts: list[int] = field(default_factory=list)
    surnames: frozenset[str] | None = None

    def between(self, layer: str, start: int, end: int) -> list[Hit]:
        """The hits of a layer that begin at offsets from start up to, not including, end."""
        starts = self.starts.get(layer, [])
        return self.hits.get(layer, [])[bisect_left(starts, start) : bisect_left(starts, end)]

    def names_between(self, start: int, end: int) -> list[Name]:
        """The place names that begin at offsets from start up to, not including, end."""
        return self.names[bisect_left(self.name_starts, start) : bisect_left(self.name_starts, end)]


def scan(text: Text, language: Language, mentions: Sequence[PlaceMention]) -> Scan:
    """Look everything up that does not depend on where sentences part."""
    known = [Name(*text.within(m.span), m.kind, m.countries) for m in mentions]
    known = [name for name in known if text.folded[name.start : name.end] not in language.temporal.classes]
    known = whole_names(without_initials(known, text, language), text, language)
    tokens = language.tokens_of(text.folded, [name.start for name in known])
    hits = language.book.find(tokens, text.plain)
    shouted = is_all_capitals(text.plain)
    hits["actor"] = [hit for hit in hits.get("actor", ()) if _is_written_so(text, hit, shouted, language)]
    if not shouted:
        hits["actor"] += unknown_groups(text, tokens, hits, [(name.start, name.end) for name in known], language)
        hits["actor"] = with_abbreviations(text, tokens, hits["actor"], language)
        hits["actor"].sort(key=lambda hit: hit.start)
    known = with_namesakes(known, text, tokens, hits, language)
    known = known if shouted else with_whole_names(known, text, tokens, hits, language)
    known = in_quarters(known, tokens, language)
    seats = list(capitals_told(text, tokens, hits, known, language))
    told = [*(name for name in known if not any(seat.start <= name.start < seat.end for seat in seats)), *seats]
    unknown = without_owners(unknown_names(text, tokens, hits, told, language), text, language)
    names = _whole([*told, *without_initials(unknown, text, language)], text)
    hits["actor"] = [_dotted(text, hit) for hit in hits["actor"] if not _is_inside(hit, names)]
    towns = [name for name in names if name.kind in _OF_LAND]
    for layer in _NO_PARTS_OF_NAMES:
        hits[layer] = [hit for hit in hits.get(layer, ()) if not _is_inside(hit, towns)]
    spans = {(name.start, name.end) for name in known}
    sentences, layout = sentences_of(text, language, spans)
    hits["people"] = people_of_nations(text, tokens, hits, names, language)
    hits["cue"] = without_counted(text, tokens, hits, language)
    scanned = Scan(text, tokens, language, hits, names, sentences, layout, shouted)
    scanned.starts.update((layer, [hit.start for hit in found]) for layer, found in hits.items())
    scanned.name_starts.extend(name.start for name in names)
    return scanned


def _is_written_so(text: Text, hit: Hit, shouted: bool, language: Language) -> bool:
    """Whether a name is written as names are: "US" is no word in small letters."""
    written = text.plain[hit.start : hit.end]
    if "capitals" in hit.phrase.marks:
        return written.isupper() and not (shouted and text.folded[hit.start : hit.end] in language.stop_words)
    return "any_case" in hit.phrase.marks or any(char.isupper() for char in written) or not written.isascii()


def _whole(names: Sequence[Name], text: Text) -> list[Name]:
    """The names in the order of the text, without those behind the hyphen of another: "avenue Habib-Bourguiba"."""
    tails = {name for name in names if text.plain[name.start - 1 : name.start] == "-"}
    unknown = [name for name in names if name.kind == "unknown" and name not in tails]
    parts = {name for name in tails if any(one.start < name.start and name.end <= one.end for one in unknown)}
    return sorted((name for name in names if name not in parts), key=lambda name: name.start)


def _is_inside(hit: Hit, names: Sequence[Name]) -> bool:
    """Whether an actor's name is only a part of a longer place name ("the U.S. embassy in Baghdad")."""
    at = bisect_left(names, hit.start + 1, key=lambda name: name.start) - 1
    return at >= 0 and hit.end < names[at].end


def _dotted(text: Text, hit: Hit) -> Hit:
    """The last dot of "U.S." belongs to it."""
    if text.plain[hit.end - 2 : hit.end - 1] == "." and text.plain[hit.end : hit.end + 1] == ".":
        return replace(hit, end=hit.end + 1)
    return hit


def part_of(scanned: Scan, sentence: Sentence, start: int, end: int) -> Clause:
    """What lies in `plain[start:end]` of a sentence."""
    tokens = scanned.tokens
    first, last = tokens.at_or_after(start), tokens.at_or_after(end)
    hits = {}
    for layer, found in scanned.hits.items():
        starts = scanned.starts[layer]
        inside = found[bisect_left(starts, start) : bisect_left(starts, end)]
        if inside:
            hits[layer] = [hit for hit in inside if hit.end <= end]
    temporal = scanned.language.temporal
    times = temporal.find(scanned.text, start, end, tokens.words[first:last])
    sites = [hit for hit in hits.get("thing", ()) if hit.phrase.kind == "site"]
    times = [t for t in times if not names_a_thing(scanned.text, scanned.language, t, sites, hits.get("actor", ()))]
    return Clause(sentence, start, end, first, last, hits, times, scanned.names_between(start, end))
