"""Aircraft, arms and forces that bear the adjective of their nation, and those that only bring others' down."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.edges import has_edges
from etl.reading.grammar.noun_phrases import Group, phrase_around
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_NATION_WITHIN = 3


def is_downing(clause: Clause, verb: Hit) -> bool:
    """Whether a verb tells what somebody brought down, not what they did: "air defence intercepted two missiles"."""
    return verb.phrase.layer == "flight" and any(
        cue.first <= verb.first < cue.last for cue in clause.of("cue", "downed")
    )


def flown_by(scanned: Scan, clause: Clause, verb: Hit) -> list[Group]:
    """The aircraft or arms that a word of act begins with, up to their nation: "aviones turcos bombardearon"."""
    if "verb" not in verb.phrase.marks or verb.phrase.layer != "event":
        return []
    tokens = scanned.tokens
    nations = [tokens.within(name.start, name.end) for name in clause.names if name.kind == "demonym"]
    behind = [last for first, last in nations if verb.first < first <= verb.first + _NATION_WITHIN and last < verb.last]
    armed = any(hit.first == verb.first for hit in clause.of("weapon"))
    return [(verb.first, min(behind))] if armed and behind else []


def forces_from(scanned: Scan, clause: Clause, nouns: Sequence[Hit], first: int, last: int) -> int:
    """Where the forces begin that an act is of, their nation behind them: "bombardeo de la aviación siria"."""
    if not has_edges(scanned) or scanned.language.verb_first:
        return first
    begins, _ = phrase_around(scanned, clause, first, last)
    return begins if any(noun.first < begins < first for noun in nouns) else first
