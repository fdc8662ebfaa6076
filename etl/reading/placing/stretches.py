"""Ways told by both their ends: "the road between A and B", "the A-B road", "la carretera de A a B"."""

from __future__ import annotations

from itertools import pairwise

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name

_BETWEEN_GAP = 2
_DASHES = frozenset({"-", "–", " - ", " – ", "/"})


def stretch_between(scanned: Scan, clause: Clause, name: Name) -> tuple[tuple[int, int], Name] | None:
    """The whole phrase of "the road between A and B", "the A-B road" around one of its names, and the other name."""
    tokens = scanned.tokens
    joined = _way_of(scanned, clause, name) or _way_to(scanned, clause, name)
    if joined is not None:
        return joined
    names = [other for other in clause.names if other.kind not in ("demonym", "country")]
    for cue in clause.of("cue", "between"):
        ends = [other for other in names if other.start >= cue.end][:2]
        if len(ends) < 2 or name not in ends:
            continue
        gaps = (tokens.within(cue.end, ends[0].start), tokens.within(ends[0].end, ends[1].start))
        if all(last - first <= _BETWEEN_GAP for first, last in gaps):
            ways = [thing.start for thing in clause.of("thing", "site") if 0 <= cue.first - thing.last <= 1]
            return (ways[-1] if ways else cue.start, ends[1].end), ends[1 - ends.index(name)]
    return None


def _way_of(scanned: Scan, clause: Clause, name: Name) -> tuple[tuple[int, int], Name] | None:
    """The phrase of "the A-B road" or "la route A-B" around one of its names, and the other name."""
    plain = scanned.text.plain
    beside = [
        one for one in clause.names if plain[one.end : name.start] in _DASHES or plain[name.end : one.start] in _DASHES
    ]
    ways = [thing for thing in clause.of("thing", "site") if "way" in thing.phrase.marks]
    for other in beside:
        start, end = min(name.start, other.start), max(name.end, other.end)
        for way in ways:
            if plain[end : way.start] == " " or plain[way.end : start] == " ":
                return (min(start, way.start), max(end, way.end)), other
    return None


def _way_to(scanned: Scan, clause: Clause, name: Name) -> tuple[tuple[int, int], Name] | None:
    """The phrase of "the road of A to B", "la carretera de A a B" around one of its names, and the other name."""
    tokens = scanned.tokens
    names = [other for other in clause.names if other.kind not in ("demonym", "country")]
    for one, other in pairwise(names):
        to = [hit for hit in scanned.between("rough", one.end, other.start) if hit.phrase.kind == "to"]
        first, last = tokens.within(one.end, other.start)
        if name not in (one, other) or not to or last - first != 1:
            continue
        for way in clause.of("thing", "site"):
            words = tokens.words[way.last : tokens.at_or_after(one.start)]
            if (
                "way" in way.phrase.marks
                and words
                and way.end < one.start
                and all(_is_small(scanned, w) for w in words)
            ):
                return (way.start, other.end), other if name == one else one
    return None


def is_one_of_two_governments(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether two capitals stand for those who sit there ("tension between Washington and Tehran"), not for a way."""
    stretch = stretch_between(scanned, clause, name)
    if stretch is None or any(stretch[0][0] == thing.start for thing in clause.of("thing")):
        return False
    folded = scanned.text.folded
    return all(scanned.language.is_one_of(folded[one.start : one.end], "capitals") for one in (name, stretch[1]))


def _is_small(scanned: Scan, word: str) -> bool:
    return any(scanned.language.is_one_of(word, kind) for kind in ("of", "of_part", "from"))
