"""Who did it according to whom: actors with a stance and who says so; the weapons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.actors.agents import doing, heads, nations_in, speaking, unlisted
from etl.reading.actors.antecedents import bare_groups, named_before
from etl.reading.actors.blamed import blamed
from etl.reading.actors.doers import ACTING_GROUPS, STATE, nations_acting
from etl.reading.actors.members import in_full, with_members
from etl.reading.actors.parties import does_by_nearness, is_side
from etl.reading.actors.stances import accuser, is_hearsay, parties_to_blame, stance_cue, stance_cues
from etl.reading.actors.unlisted_sides import unlisted_sides
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges, is_article
from etl.reading.grammar.noun_phrases import Group, phrase_around, phrase_from
from etl.reading.grammar.verb_first import with_adjectives, with_article
from etl.reading.placing.name_roles import heads_item, stands_apart
from etl.reading.placing.sites import part_of
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.words.phrases import Hit, Phrase
from etl.records import Stance

_CUE_STANCE: dict[str, Stance] = {"claim": "claimed", "accuse": "accused", "deny": "denied"}
CAPITAL = "capital:"
"""What the name of an actor begins with that is a capital, told for its government."""
_NATIONS = frozenset({"country", "demonym"})


@dataclass(frozen=True, slots=True)
class Who:
    """An actor named at [start, end). is_name: a proper name, not a description. by: the words for who says so.

    is_party: one of two sides told side by side, so that the other's name does not stand for it.
    """

    start: int
    end: int
    stance: Stance
    is_name: bool
    actor_id: str = ""
    by: tuple[int, int] | None = None
    is_party: bool = False


def actors_in(scanned: Scan, clause: Clause, told: Sequence[Act]) -> list[Who]:
    """The actors of a clause that did, or are said to have done, what it tells."""
    found: list[Who] = []
    cues = stance_cues(clause)
    groups, speakers = doing(scanned, clause, told), speaking(scanned, clause, told)
    nations = [*nations_acting(scanned, clause, told), *nations_in(scanned, clause, groups)]
    others = unlisted(scanned, clause, groups)
    listed = [*_candidates(scanned, clause), *nations, *others]
    listed += [*blamed(scanned, clause, listed), *unlisted_sides(scanned, clause, told, listed)]
    candidates = sorted(listed, key=lambda hit: (hit.start, -hit.end))
    parties = parties_to_blame(clause, candidates)
    for one, other in zip(parties, parties[::-1], strict=True):
        found.append(Who(one.start, one.end, "accused", True, one.phrase.name, (other.start, other.end)))
    for hit in with_members(scanned, candidates):
        if any(other.start <= hit.start < other.end for other in found):
            continue
        named = hit.phrase.layer == "actor"
        does = hit in nations or heads(clause, hit, groups) or does_by_nearness(scanned, clause, hit, told, named)
        cue = stance_cue(scanned, clause, hit, cues, named or hit.phrase.kind == "agency")
        by: tuple[int, int] | None = None
        if cue is not None:
            stance = _CUE_STANCE[cue.phrase.kind]
            by = accuser(scanned, clause, cue, hit) if stance == "accused" else (hit.start, hit.end)
            if by == (hit.start, hit.end) and stance == "accused":
                continue
            if "suspected" in cue.phrase.marks and not (does or _is_of_doers(scanned, cue, found)):
                continue
            by = None if "suspected" in cue.phrase.marks else by
        elif heads(clause, hit, speakers):
            stance, by = "claimed", (hit.start, hit.end)
        elif does and not hit.phrase.name.startswith(CAPITAL):
            stance = "accused" if is_hearsay(scanned, clause, hit, told) else "stated"
        else:
            continue
        again = named_before(scanned, hit)
        name = in_full(scanned, again or hit)
        named = named or again is not None
        start, end = with_article(scanned, name) if named else _described(scanned, clause, hit, groups)
        party = is_side(scanned, clause, hit, told)
        found.append(Who(start, end, stance, named, name.phrase.name if named else hit.phrase.name, by, party))
    return found


def _is_of_doers(scanned: Scan, cue: Hit, found: Sequence[Who]) -> bool:
    """Whether a word of suspicion stands right behind those who did it ("gunmen believed to be of X")."""
    doers = (one for one in found if one.stance in ("stated", "accused"))
    near = (cue.first - scanned.tokens.at_or_after(one.end) for one in doers)
    return any(0 <= gap <= 1 for gap in near)


def _candidates(scanned: Scan, clause: Clause) -> list[Hit]:
    """All who may be told as actors: names, groups of people, agencies and crowds by description, states."""
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
        capital = clause.has_cue(*_CUE_STANCE) and scanned.language.is_one_of(
            scanned.text.folded[name.start : name.end], "capitals"
        )
        if not (name.kind == "country" or capital) or any(a.start < name.end and name.start < a.end for a in actors):
            continue
        first, last = tokens.at_or_after(name.start), tokens.at_or_after(name.end)
        owns = scanned.text.plain[name.end : name.end + 2] == "'s"
        in_part = part_of(scanned, clause, name) is not None or stands_apart(scanned, name)
        heads = scanned.language.verb_first and heads_item(scanned, clause, name)
        if last > first and not (owns or in_part or heads) and not _is_place(scanned, clause, first):
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


def _described(scanned: Scan, clause: Clause, hit: Hit, groups: Sequence[Group]) -> tuple[int, int]:
    """A description with whom the people are close to: "militias backed by Iran", "factions pro-Iran"."""
    tokens = scanned.tokens
    first, last = with_adjectives(scanned, clause, hit)
    first += last - first > 1 and has_edges(scanned) and is_article(scanned, first)
    last = max([last, *(end for start, end in groups if start <= hit.first and heads(clause, hit, [(start, end)]))])
    if has_edges(scanned):
        first, last = phrase_around(scanned, clause, first, last)
        suspected = (cue for cue in clause.of("cue", "accuse") if cue.first == last and "suspected" in cue.phrase.marks)
        last = max((cue.last for cue in suspected), default=_with_theirs(scanned, clause, last))
    nations = {tokens.at_or_after(n.start): tokens.at_or_after(n.end) for n in clause.names if n.kind in _NATIONS}
    while (
        first > clause.first
        and _is_beside(scanned, first)
        and (first - 1 in nations or tokens.words[first - 1] == "pro")
    ):
        first -= 1
    while last < clause.last and last in nations and tokens.starts[last] - tokens.ends[last - 1] == 1:
        last = nations[last]
    if last + 1 < clause.last and tokens.words[last] == "pro":
        last = nations.get(last + 1, last + 2)
    for cue in clause.of("cue", "allied"):
        if cue.first - last <= (not scanned.language.verb_first) and cue.last > last:
            last = next((end for start, end in nations.items() if 0 <= start - cue.last <= 2), last)
    return tokens.starts[first], tokens.ends[last - 1]


def _with_theirs(scanned: Scan, clause: Clause, last: int) -> int:
    """The end of a description with whose members somebody is: "members of gangs", "fighters of a militia"."""
    words, language = scanned.tokens.words, scanned.language
    of = last < clause.last and language.is_one_of(words[last], "of")
    if not of or not language.is_one_of(words[last - 1], "members"):
        return last
    whole = phrase_from(scanned, clause, last + 1)
    return whole[1] if whole is not None else last


def _is_beside(scanned: Scan, at: int) -> bool:
    """Whether only a space or a hyphen parts a token from the one before."""
    return scanned.text.plain[scanned.tokens.ends[at - 1] : scanned.tokens.starts[at]] in (" ", "-")


def weapons_in(clause: Clause) -> list[tuple[int, int]]:
    """The weapons of a clause as written."""
    return [(hit.start, hit.end) for hit in clause.of("weapon")]
