"""Names that stand close together, each within the next: one chain for one place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.placing.name_roles import follows
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name

RANK = {"site": 0, "neighbourhood": 0, "town": 1, "unknown": 1, "area": 2, "country": 3}
"""How wide a name of each kind is: the least is the most exact."""
_PARTING = ("and", "relative", "told_by_name")
_IN_CHAIN = 26
_BREAKS_CHAIN = re.compile(r"[.;:!?]|--")


def names_a_house(clause: Clause, name: Name) -> bool:
    """Whether a name that is no known town's is that of a house or street alone: "hôtel Imperial", "rue de Berlin"."""
    houses = (thing for thing in clause.of("thing", "site") if "named" in thing.phrase.marks)
    return name.kind == "unknown" and any(thing.end in (name.start - 1, name.start) for thing in houses)


def chains_of(scanned: Scan, clause: Clause, names: Sequence[Name], usable: Sequence[Name]) -> list[list[Name]]:
    """Names that stand close together ("Bangassou (province of Mbomou)") make one chain."""
    chains: list[list[Name]] = []
    for name in names:
        if chains:
            last = chains[-1][-1]
            between = scanned.text.plain[last.end : name.start]
            if len(between) <= _IN_CHAIN and not _BREAKS_CHAIN.search(between):
                # Of two countries neither holds the other: "the U.S. force in Iraq".
                countries = last.kind == name.kind == "country"
                if not countries and not _parts(scanned, between) and not _goes_on(scanned, clause, last, name):
                    chains[-1].append(name)
                    continue
                if len(between.split()) == 1 and last in usable and not _goes_on(scanned, clause, last, name):
                    continue
        chains.append([name])
    return [chain for chain in chains if any(name in usable for name in chain)]


def _goes_on(scanned: Scan, clause: Clause, last: Name, name: Name) -> bool:
    """Whether a finer name after a word of place begins anew: "backed by Iran in the south of Baghdad"."""
    finer = RANK.get(name.kind, 1) < RANK.get(last.kind, 1)
    return finer and follows(scanned, clause, name, "locative", 1)


def _parts(scanned: Scan, between: str) -> bool:
    """Whether a list, a relative clause or who says so parts two names ("Babil, which borders Baghdad")."""
    return any(scanned.language.is_one_of(word, kind) for word in between.lower().split() for kind in _PARTING)
