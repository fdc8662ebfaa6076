"""All whom a clause names or describes that may have done what it tells."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.actors.agents import nations_in, unlisted
from etl.reading.actors.antecedents import bare_groups
from etl.reading.actors.blamed import blamed
from etl.reading.actors.doers import ACTING_GROUPS, STATE, nations_acting
from etl.reading.actors.joined_doers import named_doers
from etl.reading.actors.unlisted_sides import unlisted_sides
from etl.reading.grammar.acts import Act
from etl.reading.grammar.noun_phrases import Group
from etl.reading.placing.name_roles import heads_item, stands_apart
from etl.reading.placing.sites import part_of
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.words.phrases import Hit, Phrase

_STANCES = ("claim", "accuse", "deny")
CAPITAL = "capital:"
"""What the name of an actor begins with that is a capital, told for its government."""


def candidates_in(
    scanned: Scan, clause: Clause, told: Sequence[Act], groups: Sequence[Group]
) -> tuple[list[Hit], list[Hit]]:
    """All who may be told as actors in the order of the text, and those among them whom the words tell as doers."""
    nations = [*nations_acting(scanned, clause, told), *nations_in(scanned, clause, groups)]
    others = [*unlisted(scanned, clause, groups), *named_doers(scanned, clause, groups)]
    listed = [*_listed(scanned, clause), *nations, *others]
    sides = [*unlisted_sides(scanned, clause, told, listed)]
    listed += [*blamed(scanned, clause, listed), *sides]
    return sorted(listed, key=lambda hit: (hit.start, -hit.end)), [*nations, *sides]


def _listed(scanned: Scan, clause: Clause) -> list[Hit]:
    """Those in files: names, groups of people, agencies and crowds by description, states."""
    accusing = clause.of("cue", "accuse")
    groups = [hit for hit in clause.of("people", "people", *ACTING_GROUPS) if not _overlaps(hit, accusing)]
    described = [hit for hit in clause.of("cue", "agency", "crowd") if not _overlaps(hit, clause.of("actor"))]
    return [*clause.of("actor"), *groups, *described, *bare_groups(scanned, clause), *_states(scanned, clause)]


def _overlaps(hit: Hit, others: Sequence[Hit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _states(scanned: Scan, clause: Clause) -> list[Hit]:
    """Names of countries, and of capitals for their governments, as actors: "Iran fired missiles", "accused Tehran"."""
    tokens = scanned.tokens
    actors = clause.of("actor")
    hits = []
    for name in clause.names:
        capital = clause.has_cue(*_STANCES) and scanned.language.is_one_of(
            scanned.text.folded[name.start : name.end], "capitals"
        )
        if not (name.kind == "country" or capital) or any(a.start < name.end and name.start < a.end for a in actors):
            continue
        first, last = tokens.at_or_after(name.start), tokens.at_or_after(name.end)
        owns = scanned.text.plain[name.end : name.end + 2] == "'s"
        in_part = part_of(scanned, clause, name) is not None or stands_apart(scanned, name)
        heads = scanned.language.verb_first and heads_item(scanned, clause, name)
        whose = capital and first and scanned.language.is_one_of(scanned.tokens.words[first - 1], "of")
        if last > first and not (owns or in_part or heads or whose) and not _is_place(scanned, clause, first):
            phrase = Phrase("actor", STATE, name=_nation(scanned, name))
            hits.append(Hit(phrase, first, last, name.start, name.end))
    return hits


def _nation(scanned: Scan, name: Name) -> str:
    """Whose name it is: a capital keeps a name of its own, as reports set it beside that of the country."""
    country = name.countries[0] if name.countries else ""
    return f"country:{country}" if name.kind == "country" else f"{CAPITAL}{scanned.text.folded[name.start : name.end]}"


def _is_place(scanned: Scan, clause: Clause, first: int) -> bool:
    """Whether a word of place or of alliance stands right before ("in Iran", "backed by Iran")."""
    reach = 1 if first and scanned.language.is_one_of(scanned.tokens.words[first - 1], "definite") else 0
    accusing = {cue.last for cue in clause.of("cue", "accuse")}
    cues = clause.of("cue", "locative", "allied", "beside", "bordering", "launched")
    return any(0 <= first - cue.last <= reach and cue.last not in accusing for cue in cues)
