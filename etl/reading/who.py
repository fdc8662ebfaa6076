"""Who did it according to whom: actors with a stance and who says so; what or who was hit; the weapons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.acts import Act
from etl.reading.clauses import Clause, Scan
from etl.reading.phrases import Hit
from etl.records import Stance

_CUE_STANCE: dict[str, Stance] = {"claim": "claimed", "accuse": "accused", "deny": "denied"}
_REACH = 9
_NAMED = re.compile(
    r"(?:[^\W\d_a-z]['\w]*(?:[ \n-](?:[^\W\d_a-z]['\w]*|\d+|de|du|des|la|al|el|of|the|for|bin|del|los))*)"
)


@dataclass(frozen=True, slots=True)
class Who:
    """An actor named at [start, end). is_name: a proper name, not a description. by: who says so."""

    start: int
    end: int
    stance: Stance
    is_name: bool
    actor_id: str = ""
    by: tuple[int, int] | None = None


def actors_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> list[Who]:
    """The actors of a clause that did, or are said to have done, what it tells."""
    found: list[Who] = []
    cues = _stance_cues(clause)
    for hit in sorted([*clause.of("actor"), *clause.of("people", "attacker", "force")], key=lambda hit: hit.start):
        if any(other.start <= hit.start < other.end for other in found):
            continue
        named = hit.phrase.layer == "actor"
        stance = _stance_by_cue(scanned, hit, cues, named)
        if stance is None and _acts(scanned, clause, hit, acts, named):
            stance = "stated"
        if stance is not None:
            found.append(Who(hit.start, hit.end, stance, named, hit.phrase.name))
    return found


def _stance_cues(clause: Clause) -> list[Hit]:
    if clause.has_cue("nobody_claimed"):
        return clause.of("cue", "accuse", "deny")
    return clause.of("cue", "claim", "accuse", "deny")


def _stance_by_cue(scanned: Scan, hit: Hit, cues: Sequence[Hit], named: bool) -> Stance | None:
    """A claim or denial by the actor before (or after "by"); an accusation of the actor after it."""
    for cue in sorted(cues, key=lambda cue: min(abs(hit.first - cue.last), abs(cue.first - hit.last))):
        stance = _CUE_STANCE[cue.phrase.kind]
        after, before = hit.first - cue.last, cue.first - hit.last
        between = scanned.tokens.words[cue.last : hit.first]
        by = any(scanned.language.is_one_of(word, "by") for word in [*between, scanned.tokens.words[cue.last - 1]])
        if stance == "accused":
            passive = any(scanned.language.is_one_of(w, "passive") for w in scanned.tokens.words[hit.last : cue.first])
            if 0 <= after <= _REACH and not (by and "by" not in cue.phrase.marks and named is False):
                return stance
            if 0 <= before <= 3 and passive:
                return stance
        elif named and ((0 <= before <= _REACH) or (0 <= after <= 4 and by)):
            return stance
    return None


def _acts(scanned: Scan, clause: Clause, hit: Hit, acts: Sequence[Act], named: bool) -> bool:
    """Whether someone does what a clause tells: subject of an active verb, agent after "by", party of a clash."""
    tokens, language = scanned.tokens, scanned.language
    before = tokens.words[max(clause.first, hit.first - 4) : hit.first]
    by_at = next((i for i, word in enumerate(before[::-1]) if language.is_one_of(word, "by")), None)
    harm = [*(act.hit for act in acts), *clause.of("toll", "killed", "wounded", "detained")]
    if by_at is not None and by_at <= 2 and any(0 <= hit.first - verb.last <= 8 for verb in harm):
        return True
    if any(act.kind == "armed_clash" for act in acts) and (named or hit.phrase.kind in ("attacker", "force")):
        return hit.phrase.kind != "force" or not _is_counted(scanned, hit)
    if hit.phrase.kind == "force" and not any(act.kind == "arrest_raid" for act in acts):
        return False
    for verb in harm:
        gap = tokens.words[hit.last : verb.first]
        if 0 <= verb.first - hit.last <= 7 and "verb" in verb.phrase.marks:
            speaks = any(hit.last <= cue.first <= verb.first for cue in clause.of("cue", "says"))
            others = any(hit.last <= other.first < verb.first for other in clause.of("people"))
            if not speaks and not others and not _is_passive(scanned, verb) and len(gap) <= 7:
                return True
        adjective = 0 <= verb.first - hit.last <= 1 and "noun" in verb.phrase.marks and hit.phrase.layer == "actor"
        of = named and 0 < hit.first - verb.last <= 3 and any(language.is_one_of(w, "of_agent") for w in before[-2:])
        if adjective or of:
            return True
    return False


def _is_counted(scanned: Scan, hit: Hit) -> bool:
    word = scanned.tokens.words[hit.first - 1] if hit.first else ""
    return word in scanned.language.numbers.words or word[:1].isdecimal()


def _is_passive(scanned: Scan, verb: Hit) -> bool:
    words = scanned.tokens.words
    before, after = words[max(0, verb.first - 3) : verb.first], words[verb.last : verb.last + 1]
    passive = any(scanned.language.is_one_of(word, "passive") for word in before)
    active = any(scanned.language.is_one_of(word, "active") for word in before)
    return (passive and not active) or any(scanned.language.is_one_of(word, "by") for word in after)


def weapons_in(clause: Clause) -> list[tuple[int, int]]:
    """The weapons of a clause as written."""
    return [(hit.start, hit.end) for hit in clause.of("weapon")]
