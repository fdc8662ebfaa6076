"""The status of what happened: carried out, foiled or threatened."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.acts import Act, dud_told, threatens_within
from etl.reading.incidents.events import means_in
from etl.reading.scan.clauses import Clause
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit
from etl.records import Status


def told_status(
    clause: Clause, acts: Sequence[Act], is_harmful: bool, tolls: Sequence[Toll]
) -> tuple[Status, Hit | None]:
    """As `status_of`; a weapon that failed, no act told, is a foiled one, and nothing is by whom it tells shot."""
    if not acts and (dud := dud_told(clause)):
        return "foiled", dud
    status, cue = _status_of(clause, acts, is_harmful, tolls)
    return ("carried_out", None) if cue is not None and _is_of_people(cue, tolls) else (status, cue)


def _is_of_people(cue: Hit, tolls: Sequence[Toll]) -> bool:
    return any(one.low and one.start <= cue.end and cue.start < one.end for one in tolls)


def _status_of(
    clause: Clause, acts: Sequence[Act], is_harmful: bool, tolls: Sequence[Toll]
) -> tuple[Status, Hit | None]:
    """The status and the word that tells it; what killed or wounded was carried out."""
    for cue in clause.of("cue", "set_up"):
        if means_in(clause) and acts and all(act.kind == "arrest_raid" for act in acts):
            return "foiled", cue
    meant = [act for act in acts if act.kind not in ("arrest_raid", "protest", "riot")]
    for cue in clause.of("cue", "found"):
        if not is_harmful and meant and all("device" in act.hit.phrase.marks for act in meant):
            return "foiled", cue
    if is_harmful or not meant:
        return "carried_out", None
    for cue in clause.of("cue", "threat", "threat_to"):
        if _is_threatened(cue, meant):
            return "threatened", cue
    flown = ["downed"] if clause.of("weapon", "air_strike", "shelling") or clause.has_cue("part_of") else []
    for cue in clause.of("cue", "foiled", "tried", "dud", *flown):
        if (
            _downs(cue, meant)
            or _is_of_some(clause, cue)
            or _is_of_people(cue, tolls)
            or _is_of_another(clause, cue, meant)
        ):
            continue
        near = any(cue.first < act.hit.last and act.hit.first - cue.last <= threatens_within(act.hit) for act in meant)
        if near if cue.phrase.kind == "tried" else all("impact" not in act.hit.phrase.marks for act in meant):
            return "foiled", cue
    return "carried_out", None


def _downs(cue: Hit, acts: Sequence[Act]) -> bool:
    """Whether what a word for bringing down is told of is no weapon that was stopped: "a missile downed the plane"."""
    return cue.phrase.kind == "downed" and any(act.hit.first < cue.first < act.hit.last for act in acts)


def _is_threatened(threat: Hit, acts: Sequence[Act]) -> bool:
    """Whether acts are threatened: right after a word that threatens to, or beside a call that tells of a bomb.

    Not beside such a call where a verb tells of an act that was done ("... after a bomb threat, and seized 12 men").
    """
    if threat.phrase.kind != "threat":
        return any(threat.first <= act.hit.first <= threat.last + threatens_within(act.hit) for act in acts)
    apart = [act for act in acts if not threat.first <= act.hit.first < threat.last]
    return not any("verb" in act.hit.phrase.marks and "infinitive" not in act.hit.phrase.marks for act in apart)


def _is_of_another(clause: Clause, foiled: Hit, acts: Sequence[Act]) -> bool:
    """Whether a second weapon was stopped, after an act: "a bomb exploded in a bar, and another was defused"."""
    done = [act.hit.last for act in acts if "verb" in act.hit.phrase.marks]
    others = [cue.first for cue in clause.of("cue", "another") if cue.last <= foiled.first]
    return any(at <= other for at in done for other in others)


def _is_of_some(clause: Clause, foiled: Hit) -> bool:
    """Whether only some of the weapons were stopped ("shot down two of them")."""
    return any(0 <= part.first - foiled.last <= 1 for part in clause.of("cue", "part_of"))
