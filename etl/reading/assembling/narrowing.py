"""A town told first and the part of it told later: "in Lima ... The attack took place in the Breña neighbourhood"."""

from __future__ import annotations

from dataclasses import replace

from etl.reading.incidents.draft import Draft
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import Name
from etl.reading.scan.quarters import is_part_of_town, quarter_around
from etl.reading.scan.seats import SEAT

_NEAR = 80
"""Letters before a name within which the one stands whose part it may be."""


def narrowed(scanned: Scan, draft: Draft, where: Where) -> Where:
    """The place of an incident with the part of its town that a later clause tells, where it knows the town alone."""
    if not where.names or where.names[0].kind not in ("town", SEAT) or where.generic:
        return where
    told = [name for part in draft.parts for name in part.where.names if part.where.located]
    finer = [name for name in told if name not in where.names and is_quarter(scanned, name)]
    others = [name for name in told if name.kind == "town" and name not in (*where.names, *finer)]
    same = {scanned.text.folded[name.start : name.end] for name in where.names}
    if not finer or any(not _is_street(scanned, one) and _folded(scanned, one) not in same for one in others):
        return where
    name = replace(finer[0], kind="unknown", countries=())
    return replace(where, places=((name.start, name.end), *where.places), names=(name, *where.names), located=True)


def is_quarter(scanned: Scan, name: Name) -> bool:
    """Whether a word beside a name calls it a part of a town: "the Surco neighbourhood", "barrio Bolívar"."""
    beside = _word_behind(scanned, name, "within_town_behind")
    before = scanned.names_between(name.start - _NEAR, name.start)
    leads = is_part_of_town(name, before, scanned.tokens, scanned.language)
    return beside or leads or quarter_around(name, scanned.tokens, scanned.language) is not None


def _is_street(scanned: Scan, name: Name) -> bool:
    return _word_behind(scanned, name, "streets")


def _word_behind(scanned: Scan, name: Name, kind: str) -> bool:
    """Whether a word of a closed class stands right behind a name."""
    tokens, after = scanned.tokens, scanned.tokens.at_or_after(name.end)
    behind = after < len(tokens.words) and scanned.language.is_one_of(tokens.words[after], kind)
    return behind and not scanned.text.plain[name.end : tokens.starts[after]].strip()


def _folded(scanned: Scan, name: Name) -> str:
    return scanned.text.folded[name.start : name.end]
