"""The words around a place name that make it more exact, and places told without a name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.words.phrases import Hit

_IN_SITE = 40
_STREET = frozenset({"way", "named"})
_MOST_LINKS = 5
_AIMED_WITHIN = 2
_APART_WITHIN = 2


def site_around(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int] | None:
    """A site word tied to a name: "police post in Mandera", "paroisse de Bria", "the Taji base"."""
    for thing in clause.of("thing", "site"):
        if is_arm(clause, thing) or (thing.phrase.marks >= _STREET and name.start - thing.end > 1):
            continue
        if 0 < name.start - thing.end <= _IN_SITE and _is_tied(scanned, clause, thing.end, name.start):
            return thing.start, name.end
        if 0 < thing.start - name.end <= 2 and "\n\n" not in scanned.text.plain[name.end : thing.start]:
            gap = scanned.text.plain[name.end : thing.start]
            if gap.strip() in ("", "'s", "-"):
                return name.start, thing.end
    return None


def is_arm(clause: Clause, thing: Hit) -> bool:
    """Whether a word for a site means a weapon: "their lorry struck a mine near Gao"."""
    arms = {hit.first for hit in clause.of("weapon", "bombing")}
    bombed = [hit for hit in clause.of("event", "bombing") if "device" not in hit.phrase.marks]
    return thing.first in arms and bool(bombed)


def _is_tied(scanned: Scan, clause: Clause, start: int, end: int) -> bool:
    """Whether small words, sides and names of nations alone stand between two offsets."""
    tokens = scanned.tokens
    nations = [name for name in clause.names if name.kind in ("country", "demonym")]
    first, last = tokens.at_or_after(start), tokens.at_or_after(end)
    if "," in scanned.text.plain[start:end]:
        return False
    return last - first <= _MOST_LINKS and all(
        _links(scanned, tokens.words[at]) or any(name.start <= tokens.starts[at] < name.end for name in nations)
        for at in range(first, last)
    )


def is_of_mission(scanned: Scan, clause: Clause, name: Name) -> bool:
    """Whether a country's name tells whose embassy it is: "the consulate of Turkey in Mosul", "the U.S. embassy"."""
    missions = [thing for thing in clause.of("thing", "site") if "mission" in thing.phrase.marks]
    if name.kind == "country" and any(scanned.text.plain[name.end : thing.start] == " " for thing in missions):
        return True
    return name.kind == "country" and any(
        0 < name.start - thing.end <= _IN_SITE
        and all(_is_of(scanned, word) for word in scanned.text.folded[thing.end : name.start].replace("'", " ").split())
        for thing in missions
    )


def _is_of(scanned: Scan, word: str) -> bool:
    return any(scanned.language.is_one_of(word, kind) for kind in ("of", "of_part"))


def _links(scanned: Scan, word: str) -> bool:
    kinds = ("of", "particles", "definite", "links", "directions")
    return any(scanned.language.is_one_of(word, kind) for kind in kinds)


def distance_to(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int] | None:
    """The whole phrase of "some 30 km north of X"."""
    at = scanned.tokens.at_or_after(name.start)
    tokens = scanned.tokens
    for cue in clause.of("cue", "distance"):
        if not 0 <= at - cue.last <= 4 or any(n.start < name.start and n.start > cue.start for n in clause.names):
            continue
        first = cue.first
        while first > clause.first and _is_of_number(scanned, tokens.words[first - 1]):
            if "." in scanned.text.plain[tokens.ends[first - 1] : tokens.starts[first]]:
                break
            first -= 1
        return tokens.starts[first], name.end
    return None


def _is_of_number(scanned: Scan, word: str) -> bool:
    numbers = scanned.language.numbers
    is_number = word[0].isdecimal() or word in numbers.words or word in numbers.articles
    return is_number or scanned.language.is_one_of(word, "links")


def part_of(scanned: Scan, clause: Clause, name: Name) -> tuple[int, int] | None:
    """A part or a side of a place: "western Iraq", "le sud de Bagdad", "north of Mosul"."""
    tokens, language = scanned.tokens, scanned.language
    first = tokens.at_or_after(name.start)
    while first > clause.first and language.is_one_of(tokens.words[first - 1], "of_part"):
        first -= 1
    side = first
    while side > clause.first and language.is_one_of(tokens.words[side - 1], "directions"):
        side -= 1
    return (tokens.starts[side], name.end) if side < first else None


def generic_site(scanned: Scan, clause: Clause) -> tuple[int, int] | None:
    """A base or camp told for the first time without a name, and aimed at: "rockets on another Iraqi base"."""
    tokens, language = scanned.tokens, scanned.language
    aims = clause.of("cue", "against", "locative", "toward")
    for thing in clause.of("thing", "site"):
        if "base" not in thing.phrase.marks:
            continue
        first = thing.first
        while first > clause.first and _is_demonym(clause, tokens.starts[first - 1]):
            first -= 1
        before = tokens.words[first - 1] if first > clause.first else ""
        told_before = language.is_one_of(before, "definite") or language.is_one_of(before, "same")
        told_before = told_before and not language.is_one_of(before, "indefinite")
        last = thing.last + (thing.last < clause.last and _is_demonym(clause, tokens.starts[thing.last]))
        subject = first <= clause.first + 1
        if not told_before and (subject or any(0 <= first - aim.last <= _AIMED_WITHIN for aim in aims)):
            return tokens.starts[first], tokens.ends[last - 1]
    return None


def sites_told_again(scanned: Scan, clause: Clause, place: tuple[int, int] | None = None) -> list[Hit]:
    """The sites of a clause that are those of before: "the same base", or "the base, 20 km north of X" for a place."""
    return [site for site in clause.of("thing", "site") if _is_told_again(scanned, clause, site, place)]


def _is_told_again(scanned: Scan, clause: Clause, site: Hit, place: tuple[int, int] | None) -> bool:
    before = scanned.tokens.words[site.first - 1] if site.first > clause.first else ""
    if scanned.language.is_one_of(before, "same"):
        return True
    if place is None or not scanned.language.is_one_of(before, "definite"):
        return False
    far = any(place[0] <= cue.start < place[1] for cue in clause.of("cue", "distance"))
    return far and 0 <= scanned.tokens.at_or_after(place[0]) - site.last <= _APART_WITHIN


def _is_demonym(clause: Clause, start: int) -> bool:
    return any(name.start == start and name.kind in ("demonym", "country") for name in clause.names)


def as_areas(scanned: Scan, clause: Clause, names: Sequence[Name]) -> list[Name]:
    """The names, those told to be provinces ("the provinces of Babil and Karbala", "Borno state") as areas."""
    cues = clause.of("cue", "area")
    told: list[Name] = []
    for name in names:
        first, last = scanned.tokens.within(name.start, name.end)
        beside = any(0 <= first - cue.last <= 1 or cue.first == last for cue in cues)
        goes_on = bool(told) and told[-1].kind == "area" and _is_listed(scanned, told[-1].end, name.start)
        told.append(replace(name, kind="area") if name.kind in ("town", "unknown") and (beside or goes_on) else name)
    return told


def _is_listed(scanned: Scan, start: int, end: int) -> bool:
    words = scanned.text.folded[start:end].replace(",", " , ").split()
    return 0 < len(words) <= 2 and all(word == "," or scanned.language.is_one_of(word, "and") for word in words)
