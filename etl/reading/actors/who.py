"""Who did it according to whom: actors with a stance and who says so; the weapons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from etl.reading.actors.agents import doing, heads, speaking
from etl.reading.actors.antecedents import named_before
from etl.reading.actors.candidates import CAPITAL, candidates_in
from etl.reading.actors.members import in_full, with_members
from etl.reading.actors.parties import does_by_nearness, is_side
from etl.reading.actors.stances import accuser, is_hearsay, parties_to_blame, stance_cue, stance_cues
from etl.reading.grammar.acts import Act
from etl.reading.grammar.edges import has_edges, is_article
from etl.reading.grammar.noun_phrases import Group, phrase_around, phrase_from
from etl.reading.grammar.verb_first import with_adjectives, with_article
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.records import Stance

_CUE_STANCE: dict[str, Stance] = {"claim": "claimed", "accuse": "accused", "deny": "denied"}
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
    cues = stance_cues(clause)
    groups, speakers = doing(scanned, clause, told), speaking(scanned, clause, told)
    candidates, told_so = candidates_in(scanned, clause, told, groups)
    parties = parties_to_blame(clause, candidates)
    found = [
        Who(one.start, one.end, "accused", True, one.phrase.name, (other.start, other.end))
        for one, other in zip(parties, parties[::-1], strict=True)
    ]
    for hit in with_members(scanned, candidates):
        if any(other.start <= hit.start < other.end for other in found):
            continue
        named = hit.phrase.layer == "actor"
        does = hit in told_so or heads(clause, hit, groups) or does_by_nearness(scanned, clause, hit, told, named)
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
        who = _written(scanned, clause, hit, groups, told)
        found.append(replace(who, stance=stance, by=by))
        if stance == "accused" and cue is not None and _answers(scanned, clause, hit, cue, who.is_name):
            found.append(replace(who, stance="denied", by=(hit.start, hit.end)))
    accusers = {one.by for one in found if one.stance == "accused"}
    return [one for one in found if one.stance != "stated" or (one.start, one.end) not in accusers]


def _written(scanned: Scan, clause: Clause, hit: Hit, groups: Sequence[Group], told: Sequence[Act]) -> Who:
    """Who a candidate is as written: under the name it stands for, or with what describes it."""
    again = named_before(scanned, hit)
    name = in_full(scanned, again or hit)
    named = hit.phrase.layer == "actor" or again is not None
    start, end = with_article(scanned, name) if named else _described(scanned, clause, hit, groups)
    called = name.phrase.name if named else hit.phrase.name
    return Who(start, end, "stated", named, called, None, is_side(scanned, clause, hit, told))


def _answers(scanned: Scan, clause: Clause, hit: Hit, cue: Hit, named: bool) -> bool:
    """Whether one who is accused in front of a word of accusation denies it too: "X, blamed by the police, denies"."""
    denials = [one for one in stance_cues(clause) if one.phrase.kind == "deny" and hit.last <= cue.first]
    return stance_cue(scanned, clause, hit, denials, named) is not None


def _is_of_doers(scanned: Scan, cue: Hit, found: Sequence[Who]) -> bool:
    """Whether a word of suspicion stands right behind those who did it ("gunmen believed to be of X")."""
    doers = (one for one in found if one.stance in ("stated", "accused"))
    near = (cue.first - scanned.tokens.at_or_after(one.end) for one in doers)
    return any(0 <= gap <= 1 for gap in near)


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
