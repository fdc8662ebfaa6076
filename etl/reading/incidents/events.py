"""The type of what happened, by means first."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.acts import MEANS, Act
from etl.reading.grammar.passive import is_passive_act
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.tolls.toll_besides import ends_doing
from etl.records import EventType

_ATTACKS = frozenset({"armed_attack", "attack", "bombing", "shelling", "air_strike", "armed_clash"})
_STRIKES_WITHIN = 3
_TAKES_WITHIN = 2
_HURT_WITHIN = 8
_BEFORE_MEANS: tuple[EventType, ...] = ("sexual_violence", "riot", "abduction")
_AFTER_MEANS: tuple[EventType, ...] = ("sabotage", "arrest_raid", "protest", "abduction", "other")


def means_in(clause: Clause) -> EventType | None:
    """The type that the weapons of a clause tell."""
    means = {hit.phrase.kind for hit in clause.of("weapon", *MEANS) if "generic" not in hit.phrase.marks}
    return next(filter(means.__contains__, MEANS), None)


def type_of(
    scanned: Scan, clause: Clause, acts: Sequence[Act], is_deadly: bool, before: EventType | None = None
) -> EventType | None:
    """The event type by means first, those of the sentence `before` where the clause goes on with them.

    None where no act is told. People killed by no accident are an attack.
    """
    by_means = means_in(clause) or before
    doing = [act for act in acts if act.kind != "arrest_raid" or not ends_doing(scanned, act.hit)]
    if len(doing) < len(acts) and clause.of("toll", "wounded"):
        is_deadly, acts = True, doing
    acts = _without_backward(acts)
    kinds = {act.kind for act in acts if not (by_means and act.hit.phrase.marks & {"device", "burst"})}
    armed = [act for act in acts if act.kind in ("attack", "armed_attack") and "verb" in act.hit.phrase.marks]
    if armed and all(act.hit.phrase.layer == "breach" for act in acts if act.kind == "riot"):
        kinds.discard("riot")
    elif _has_crowd(clause) and by_means is None and "sabotage" in kinds:
        return "riot"
    if kinds == {"bombing"} and by_means is None and clause.has_cue("accident"):
        return None
    if not kinds:
        return by_means if acts else _type_of_harm(clause, is_deadly, by_means)
    kept = kinds == {"arrest_raid"} and clause.has_cue("set_up")
    if by_means is not None and (kept or (kinds == {"sabotage"} and means_in(clause) is not None)):
        return by_means
    if "protest" in kinds and kinds <= {"protest", "arrest_raid"}:
        return "protest"
    fought = "armed_clash" in kinds  # Who is taken in a fight is its prisoner.
    larger = [kind for kind in _BEFORE_MEANS if kind in kinds and (kind == "riot" or by_means is None)]
    larger = [kind for kind in larger if not (fought and kind == "abduction")]
    if "arrest_raid" in kinds and not _attacks_before_arrest(scanned, acts):
        larger.append("arrest_raid")
    larger += [kind for kind in MEANS if kind in kinds]
    if "armed_clash" in kinds:
        larger.append("armed_clash")
    if kinds & _ATTACKS:
        larger.append(by_means or ("air_strike" if _forces_strike(scanned, clause, acts) else "armed_attack"))
    larger += [kind for kind in _AFTER_MEANS if kind in kinds]
    lesser = larger[:1] == ["other"] or (larger[:1] == ["sabotage"] and _kills_too(scanned, clause))
    return ("armed_attack" if is_deadly and lesser else larger[0]) if larger else None


def _without_backward(acts: Sequence[Act]) -> Sequence[Act]:
    """The acts without "the attack" that goes back to a more exact one before it: "was sabotaged, ... the attack"."""
    exact = [act.hit.start for act in acts if act.kind in ("sabotage", "abduction") and "verb" in act.hit.phrase.marks]
    return [act for act in acts if not (exact and act.kind == "attack" and act.definite and min(exact) < act.hit.start)]


def _kills_too(scanned: Scan, clause: Clause) -> bool:
    """Whether people are told to have been killed by hand beside what was burnt: "killed twelve and burnt a clinic"."""
    verbs = [hit for hit in clause.of("toll", "killed") if "verb" in hit.phrase.marks]
    return any("intransitive" not in hit.phrase.marks and not is_passive_act(scanned, hit) for hit in verbs)


def _has_crowd(clause: Clause) -> bool:
    """Whether a crowd is told of, by no word of a group's name ("the Supporters of the Faith")."""
    groups = clause.of("actor")
    return any(not any(one.start <= cue.start < one.end for one in groups) for cue in clause.of("cue", "crowd"))


def _type_of_harm(clause: Clause, is_deadly: bool, by_means: EventType | None) -> EventType | None:
    """The type of what is told by its harm alone."""
    if is_deadly and not clause.has_cue("accident", "released"):
        return None if clause.has_cue("recovered") else by_means or "armed_attack"
    if _do(clause, "detained"):
        return "abduction"
    return (by_means or "armed_attack") if _do(clause, "wounded") or _hurts(clause) else None


def _do(clause: Clause, harm: str) -> bool:
    """Whether attackers are told to have done a harm, right before the verb ("gunmen seized 30 pupils")."""
    return any(
        0 <= verb.first - doer.last <= _TAKES_WITHIN
        for verb in clause.of("toll", harm)
        for doer in clause.of("people", "attacker")
        if "verb" in verb.phrase.marks
    )


def _hurts(clause: Clause) -> bool:
    """Whether somebody is told to have been wounded by attackers or a weapon ("was wounded on Monday by a shell")."""
    by = [cue.last for cue in clause.of("cue", "by")]
    doers = [*clause.of("people", "attacker", "people"), *clause.of("weapon", *MEANS)]
    harm = [hit.last for hit in clause.of("toll", "wounded")]
    return any(
        0 <= doer.first - at <= 1 and 0 <= at - last <= _HURT_WITHIN for doer in doers for at in by for last in harm
    )


def _forces_strike(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether the forces of a state "struck" something, no weapon told: mostly from the air."""
    ends = [hit.last for hit in clause.of("actor", "state_forces", "coalition")]
    strikes = [act for act in acts if "strikes" in act.hit.phrase.marks and not is_passive_act(scanned, act.hit)]
    verbs = [act.hit.first for act in strikes]
    if strikes:
        states = [scanned.tokens.at_or_after(name.end) for name in clause.names if name.kind == "country"]
        verbs += [cue.first for cue in clause.of("cue", "reply") if any(0 <= cue.first - end <= 1 for end in states)]
        ends += states
    return any(0 <= verb - end <= _STRIKES_WITHIN for verb in verbs for end in ends)


def _befell(scanned: Scan, acts: Sequence[Act]) -> bool:
    """Whether a passive verb tells what befell a place: "five arrests in X, where a warehouse was set on fire"."""
    verbs = [act.hit for act in acts if act.kind in _ATTACKS | {"sabotage"} and "verb" in act.hit.phrase.marks]
    return any(is_passive_act(scanned, hit) for hit in verbs)


def _attacks_before_arrest(scanned: Scan, acts: Sequence[Act]) -> bool:
    """Whether an attack is told before the arrest, which then belongs to it; or as what somebody was arrested for."""
    arrests = [act for act in acts if act.kind == "arrest_raid"]
    arrest = min(act.hit.start for act in arrests)
    if all("noun" in act.hit.phrase.marks for act in arrests) and _befell(scanned, acts):
        return True
    attacks = [act for act in acts if act.kind in _ATTACKS and "raid" not in act.hit.phrase.marks]
    return any(act.hit.start < arrest and act.is_single for act in attacks)
