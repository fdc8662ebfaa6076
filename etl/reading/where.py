"""Where it happened and where it was launched from, as written, most exact name first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.clauses import Clause, Scan
from etl.reading.names import Name
from etl.reading.phrases import Hit

_RANK = {"site": 0, "neighbourhood": 0, "town": 1, "unknown": 1, "area": 2, "country": 3}
_IN_CHAIN = 26
_BREAKS_CHAIN = re.compile(r"[.;:!?]|--")
_WORDS_BACK = 6


@dataclass(frozen=True, slots=True)
class Where:
    """Spans of the levelled text: places most exact first, launch places; names are those of the gazetteer."""

    places: tuple[tuple[int, int], ...] = ()
    origins: tuple[tuple[int, int], ...] = ()
    names: tuple[Name, ...] = ()
    countries: tuple[str, ...] = ()
    located: bool = False


def where_in(scanned: Scan, clause: Clause, acts: Sequence[Hit]) -> Where:
    """The place of a clause; empty where it tells none."""
    actors = clause.of("actor")
    names = [
        n for n in clause.names if n.kind != "demonym" and not any(a.start < n.end and n.start < a.end for a in actors)
    ]
    origins = [name for name in names if _is_origin(scanned, clause, name)]
    rest = [name for name in names if name not in origins]
    located = [name for name in rest if _is_located(scanned, clause, name)]
    usable = located or [name for name in rest if not _speaks(scanned, clause, name) and name.kind != "country"]
    if not usable:
        return Where(origins=tuple((n.start, n.end) for n in origins))
    chains = _chains(scanned, rest, usable)
    best = min(chains, key=lambda chain: _distance(chain, acts, clause))
    ordered = sorted(best, key=lambda name: (_RANK.get(name.kind, 1), name.start))
    larger = [n for n in located if n not in best and _RANK.get(n.kind, 1) >= 2]
    places: list[tuple[int, int]] = []
    exact = _site_around(scanned, clause, ordered[0]) or _distance_to(scanned, clause, ordered[0])
    if exact is not None:
        places.append(exact)
    places += [(name.start, name.end) for name in [*ordered, *larger]]
    countries = tuple(n.countries[0] for n in [*ordered, *larger] if n.kind == "country" and n.countries)
    return Where(tuple(places), tuple((n.start, n.end) for n in origins), tuple(ordered), countries, bool(located))


def _before(scanned: Scan, clause: Clause, name: Name, kind: str, reach: int) -> bool:
    """Whether a cue ends within so many words before a name."""
    at = scanned.tokens.at_or_after(name.start)
    return any(0 <= at - cue.last <= reach for cue in clause.of("cue", kind))


def _is_origin(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a launch word stands before a name, and no word of arrival between them."""
    at = scanned.tokens.at_or_after(name.start)
    for cue in clause.of("cue", "launched"):
        if 0 <= at - cue.last <= _WORDS_BACK and not any(
            cue.last <= other.first < at for other in clause.of("cue", "against", "toward")
        ):
            return True
    return False


def _is_located(scanned: Scan, clause: Clause, name: Name) -> bool:
    if _before(scanned, clause, name, "locative", 1):
        return not _before(scanned, clause, name, "says_at", 3)
    site = _site_around(scanned, clause, name)
    return site is not None


def _speaks(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a name stands for a government that says something ("Washington accuses")."""
    at = scanned.tokens.at_or_after(name.end)
    return any(0 <= cue.first - at <= 2 for cue in clause.of("cue", "says", "accuse", "deny", "opinion"))


def _chains(scanned: Scan, names: Sequence[Name], usable: Sequence[Name]) -> list[list[Name]]:
    """Names that stand close together ("Bangassou (province of Mbomou)") make one chain."""
    chains: list[list[Name]] = []
    for name in names:
        if chains:
            between = scanned.text.plain[chains[-1][-1].end : name.start]
            if len(between) <= _IN_CHAIN and not _BREAKS_CHAIN.search(between):
                if not _is_listed(scanned, between):
                    chains[-1].append(name)
                    continue
                if len(between.split()) == 1:
                    continue
        chains.append([name])
    return [chain for chain in chains if any(name in usable for name in chain)]


def _is_listed(scanned: Scan, between: str) -> bool:
    return any(scanned.language.is_one_of(word, "and") for word in between.lower().split())


def _distance(chain: Sequence[Name], acts: Sequence[Hit], clause: Clause) -> float:
    """How far a chain stands from the acts; a name of a country alone counts as farther."""
    exact = min(_RANK.get(name.kind, 1) for name in chain)
    near = min((abs(chain[0].start - act.end) for act in acts), default=chain[0].start - clause.start)
    return near + (200 if exact >= 3 else 30 if exact == 2 else 0)


def _site_around(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int] | None:
    """A site word tied to a name: "police post in Mandera", "paroisse de Bria", "the Taji base"."""
    for thing in clause.of("thing", "site"):
        between = scanned.text.folded[thing.end : name.start]
        if (
            0 < name.start - thing.end <= 24
            and all(_links(scanned, word) for word in between.split())
            and len(between.split()) <= 3
        ):
            return thing.start, name.end
        if 0 < thing.start - name.end <= 2 and "\n\n" not in scanned.text.plain[name.end : thing.start]:
            gap = scanned.text.plain[name.end : thing.start]
            if gap.strip() in ("", "'s", "-"):
                return name.start, thing.end
    return None


def _links(scanned: Scan, word: str) -> bool:
    bare = word.strip("'\"(")
    language = scanned.language
    return not bare or any(language.is_one_of(part, kind) for part in bare.split("'") if part
                           for kind in ("of", "particles", "definite", "links"))  # fmt: skip


def _distance_to(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int] | None:
    """The whole phrase of "some 30 km north of X"."""
    at = scanned.tokens.at_or_after(name.start)
    tokens = scanned.tokens
    for cue in clause.of("cue", "distance"):
        if not 0 <= at - cue.last <= 4 or any(n.start < name.start and n.start > cue.start for n in clause.names):
            continue
        first = cue.first
        while first > clause.first and _is_of_number(scanned, tokens.words[first - 1]):
            first -= 1
        return tokens.starts[first], name.end
    return None


def _is_of_number(scanned: Scan, word: str) -> bool:
    numbers = scanned.language.numbers
    is_number = word[0].isdecimal() or word in numbers.words or word in numbers.articles
    return is_number or scanned.language.is_one_of(word, "links")
