"""Sentences with all that was found in them, parted where one sentence tells of two events.

A sentence is parted at a conjunction, semicolon or comma only where both sides hold a word of event and the further
side brings a day or a place of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from etl.reading.language import Language
from etl.reading.names import Name, is_all_capitals, unknown_names
from etl.reading.phrases import Hit, Phrase
from etl.reading.sentences import Sentence, sentences_of
from etl.reading.temporal import TimeExpression
from etl.reading.text import Text, Tokens, tokens_of
from etl.records import PlaceMention

_PAUSE = re.compile(r"[;,:]|--? |[()]")


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence or a part of it: `plain[start:end]`, tokens [first, last), and what was found in it."""

    sentence: Sentence
    start: int
    end: int
    first: int
    last: int
    hits: dict[str, list[Hit]]
    times: list[TimeExpression]
    names: list[Name]

    def of(self, layer: str, *kinds: str) -> list[Hit]:
        """The hits of a layer, of certain kinds where any are given."""
        found = self.hits.get(layer, [])
        return [hit for hit in found if hit.phrase.kind in kinds] if kinds else found

    def has_cue(self, *kinds: str) -> bool:
        """Whether a cue of one of the kinds occurs."""
        return any(hit.phrase.kind in kinds for hit in self.hits.get("cue", ()))


@dataclass(slots=True)
class Scan:
    """A whole text scanned once: tokens, hits by layer, place names."""

    text: Text
    tokens: Tokens
    language: Language
    hits: dict[str, list[Hit]]
    names: list[Name]
    sentences: list[Sentence]
    shouted: bool
    starts: dict[str, list[int]] = field(default_factory=dict)


def scan(text: Text, language: Language, mentions: Sequence[PlaceMention]) -> Scan:
    """Look everything up that does not depend on where sentences part."""
    tokens = tokens_of(text.folded)
    hits = language.book.find(tokens)
    shouted = is_all_capitals(text.plain)
    hits["actor"] = [hit for hit in hits.get("actor", ()) if _is_written_so(text, hit, shouted, language)]
    known = [Name(*text.within(m.span), m.kind, m.countries) for m in mentions]
    names = sorted([*known, *unknown_names(text, tokens, hits, known, language)], key=lambda name: name.start)
    sentences = sentences_of(text, language.abbreviations)
    scanned = Scan(text, tokens, language, hits, names, sentences, shouted)
    _people_of_nations(scanned)
    scanned.starts.update((layer, [hit.start for hit in found]) for layer, found in hits.items())
    return scanned


def _is_written_so(text: Text, hit: Hit, shouted: bool, language: Language) -> bool:
    """Whether a name is written as names are: "US" is no word in small letters."""
    written = text.plain[hit.start : hit.end]
    if "capitals" in hit.phrase.marks:
        return written.isupper() and not (shouted and text.folded[hit.start : hit.end] in language.stop_words)
    return "any_case" in hit.phrase.marks or any(char.isupper() for char in written) or not written.isascii()


def _people_of_nations(scanned: Scan) -> None:
    """A demonym, or a capital after a number, counts people where no other word for people stands there."""
    tokens, plain = scanned.tokens, scanned.text.plain
    found = list(scanned.hits.get("people", ()))
    known = {at for hit in found for at in range(hit.first, hit.last)}
    numbers = scanned.language.numbers.words
    spans = [(tokens.at_or_after(name.start), name) for name in scanned.names if name.kind == "demonym"]
    found += [
        Hit(Phrase("people", "people"), first, first + 1, name.start, name.end)
        for first, name in spans
        if first not in known and first + 1 not in known and first < len(tokens.words)
    ]
    taken = known | {first for first, _ in spans}
    months = scanned.language.temporal.classes
    for at in range(1, len(tokens.words)):
        word, before = tokens.words[at], tokens.words[at - 1]
        counted = before in numbers or before.isdecimal()
        written = plain[tokens.starts[at]].isupper() and not scanned.shouted and word.endswith("s")
        if counted and written and at not in taken and at + 1 not in known and word not in months:
            found.append(Hit(Phrase("people", "people"), at, at + 1, tokens.starts[at], tokens.ends[at]))
    scanned.hits["people"] = sorted(found, key=lambda hit: hit.first)


def clauses_of(scanned: Scan) -> Iterator[Clause]:
    """The clauses of a text in its order."""
    for sentence in scanned.sentences:
        whole = _part(scanned, sentence, sentence.start, sentence.end)
        cuts = _cuts(scanned, whole)
        if not cuts:
            yield whole
            continue
        edges = [sentence.start, *cuts, sentence.end]
        for start, end in pairwise(edges):
            yield _part(scanned, sentence, start, end)


def _part(scanned: Scan, sentence: Sentence, start: int, end: int) -> Clause:
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
    low = bisect_left(scanned.names, start, key=lambda name: name.start)
    high = bisect_left(scanned.names, end, key=lambda name: name.start)
    return Clause(sentence, start, end, first, last, hits, times, scanned.names[low:high])


def _cuts(scanned: Scan, whole: Clause) -> list[int]:
    """Where a sentence is parted."""
    acts = [hit for hit in whole.of("event") if "weak" not in hit.phrase.marks]
    acts = sorted([*acts, *whole.of("toll", "killed")], key=lambda hit: hit.start)
    if len(acts) < 2:
        return []
    cuts: list[int] = []
    start = whole.start
    seams = _seams(scanned, whole)
    for cut, kind in seams:
        left = [hit for hit in acts if start <= hit.start < cut]
        right = [hit for hit in acts if hit.start >= cut]
        if not left or not right:
            continue
        reach = min([other for other, _ in seams if other > right[0].end], default=whole.end)
        if _stands_alone(whole, (start, cut), (cut, reach), kind):
            cuts.append(cut)
            start = cut
    return cuts


def _seams(scanned: Scan, whole: Clause) -> list[tuple[int, str]]:
    """(offset, kind) of every place where a sentence may part; kind is "after", "and" or "pause"."""
    tokens, language = scanned.tokens, scanned.language
    seams: dict[int, str] = {}
    for pause in _PAUSE.finditer(scanned.text.plain, whole.start, whole.end):
        seams[pause.end()] = "pause"
    for at in range(whole.first + 1, whole.last):
        word = tokens.words[at]
        for kind in ("after", "before", "separators", "and"):
            if language.is_one_of(word, kind):
                seams[tokens.starts[at]] = "and" if kind in ("and", "separators") else kind
    return sorted(seams.items())


def _stands_alone(whole: Clause, left: tuple[int, int], right: tuple[int, int], kind: str) -> bool:
    """Whether the right side tells of an event at a day or place other than that of the left."""
    days = [_times_in(whole, side) for side in (left, right)]
    places = [_places_in(whole, side) for side in (left, right)]
    own_day = bool(days[1]) and (bool(days[0]) or kind in ("after", "before"))
    own_place = bool(places[1]) and bool(places[0])
    return own_day or (own_place and kind != "pause")


def _times_in(whole: Clause, side: tuple[int, int]) -> list[TimeExpression]:
    return [time for time in whole.times if side[0] <= time.start < side[1]]


def _places_in(whole: Clause, side: tuple[int, int]) -> list[Name]:
    found = [name for name in whole.names if side[0] <= name.start < side[1]]
    return [name for name in found if name.kind not in ("country", "demonym", "area")]
