"""Places told above what happened there: the head of a section of a round-up, and the dateline."""

from __future__ import annotations

import re
from dataclasses import replace

from etl.reading.placing.where import Where, codes_of
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import Name
from etl.reading.scan.seats import SEAT
from etl.reading.scan.sections import Section
from etl.reading.scan.sentences import dateline_end, dateline_of

_QUARTER_WITHIN = 3
_AFTER_PLACE = re.compile(r"(?: \([^)\n]{2,40}\))?(?:\.? ?(?:--|[-–—]) |[.:] )")


def heading(scanned: Scan, section: Section) -> Where:
    """The place that heads a section of a round-up."""
    if section.place is None:
        return Where()
    start, end = section.place
    found = [name for name in scanned.names_between(start, start + 1) if name.end == end]
    name = found[0] if found else Name(start, end, "unknown", ())
    return Where(places=(section.place,), names=(name,), countries=codes_of([name]), located=True)


def in_dateline(scanned: Scan) -> Where:
    """The town a report was sent from: where what it tells of first happened, if it names no place."""
    begin, head = dateline_of(scanned.text)
    head = head or _undated_end(scanned)
    names = [name for name in scanned.names_between(begin, head) if name.end <= head and name.kind == "town"]
    return Where(((names[0].start, names[0].end),), (), (names[0],)) if names else Where()


def _undated_end(scanned: Scan) -> int:
    """Where a name that stands before the report ("Quito - ...", "Quito. ...") ends; 0 where none does."""
    plain = scanned.text.plain
    for name in scanned.names[:1]:
        if not plain[: name.start].strip() and _AFTER_PLACE.match(plain, name.end):
            return name.end
    return 0


def with_town(scanned: Scan, where: Where, section: Section, before: Where) -> Where:
    """A name that no gazetteer knows, told without its town, with the one that heads its section of a round-up.

    A capital without a name with that of the capital told last before it.
    Where none does, a site ("the Velox bank") with the town of the dateline, and a quarter, or a site that towns have,
    with the town of `before`, the place told last.
    """
    if where.names and all(name.kind == SEAT and not name.countries for name in where.names):
        return _with_its_name(scanned, where)
    if where.generic or not where.names or any(name.kind != "unknown" for name in where.names):
        return where
    if _has_town(scanned, where):
        return where
    town = heading(scanned, section)
    if not town.places and _is_quarter(scanned, where.names[0]):
        town = _town_of(before)
        town = town if town.places else in_dateline(scanned)
    if not town.places and len(where.places) == len(where.names) + 1 and not _is_site_of(scanned, where):
        town = in_dateline(scanned)
        town = town if town.places or not _is_in_town(scanned, where) else _town_of(before)
    return replace(where, places=where.places + town.places, names=where.names + town.names)


def _town_of(before: Where) -> Where:
    """The last town of a place told before; none where it names no town."""
    towns = tuple(name for name in before.names if name.kind in ("town", SEAT))[-1:]
    return Where(tuple((name.start, name.end) for name in towns), (), towns)


def _is_in_town(scanned: Scan, where: Where) -> bool:
    """Whether the site is one that towns have: a hotel, a school, not a base nor a road."""
    words = scanned.tokens.words[slice(*scanned.tokens.within(*where.places[0]))]
    return any(scanned.language.is_one_of(word, "in_town") for word in words)


def _has_town(scanned: Scan, where: Where) -> bool:
    """Whether the places hold a town already ("in the X quarter of Gao"), so that none is needed from elsewhere."""
    names = (name for start, end in where.places for name in scanned.names_between(start, end) if name.start == start)
    return any((name.start, name.end) in where.places for name in names if name.kind in ("town", SEAT))


def _is_site_of(scanned: Scan, where: Where) -> bool:
    """Whether a name no gazetteer knows stands after "the school of" or "the base at": a town of its own, mostly."""
    at = scanned.tokens.at_or_after(where.names[0].start) - 1
    word, language = scanned.tokens.words[at] if at >= 0 else "", scanned.language
    placed = any(cue.phrase.kind == "locative" and cue.last == at + 1 for cue in scanned.hits.get("cue", ()))
    after_site = where.places[0][0] < where.names[0].start
    return after_site and (placed or any(language.is_one_of(word, kind) for kind in ("of", "of_part")))


def _is_quarter(scanned: Scan, name: Name) -> bool:
    """Whether a word for a part of a town stands right before a name, or one for a street behind: "X Street"."""
    at, behind = scanned.tokens.within(name.start, name.end)
    before = scanned.tokens.words[max(at - _QUARTER_WITHIN, 0) : at]
    street = any(
        scanned.language.is_one_of(word, "streets_behind") for word in scanned.tokens.words[behind - 1 : behind + 1]
    )
    return street or any(scanned.language.is_one_of(word, "quarters") for word in before)


def _with_its_name(scanned: Scan, where: Where) -> Where:
    """ "The capital" with the name of the capital that was last told as a place before it, not as a government."""
    head = dateline_end(scanned.text)
    told = [name for name in scanned.names_between(0, where.names[0].start) if name.kind == "town"]
    told = [one for one in told if scanned.language.is_one_of(scanned.text.folded[one.start : one.end], "capitals")]
    placed = {cue.last for cue in scanned.hits.get("cue", ()) if cue.phrase.kind == "locative"}
    told = [one for one in told if one.end <= head or scanned.tokens.at_or_after(one.start) in placed]
    spans = tuple((name.start, name.end) for name in told[-1:])
    return replace(where, places=where.places + spans, names=where.names + tuple(told[-1:]))
