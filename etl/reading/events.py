"""The type of what happened, by means first, its status, and what is no incident at all."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.acts import MEANS, THREATENS_WITHIN, Act
from etl.reading.clauses import Clause, Scan
from etl.reading.passive import is_passive_act
from etl.reading.phrases import Hit
from etl.reading.when import is_since
from etl.records import EventType, RemarkKind, Status

_ATTACKS = frozenset({"armed_attack", "attack", "bombing", "shelling", "air_strike", "armed_clash"})
_NEAR = 4
_STRIKES_WITHIN = 3
_PAIR = 2


_BEFORE_MEANS: tuple[EventType, ...] = ("sexual_violence", "riot", "abduction")
_AFTER_MEANS: tuple[EventType, ...] = ("sabotage", "arrest_raid", "protest", "abduction", "other")


def means_in(clause: Clause) -> EventType | None:
    """The type that the weapons of a clause tell."""
    means = {hit.phrase.kind for hit in clause.of("weapon") if "generic" not in hit.phrase.marks}
    return next((kind for kind in MEANS if kind in means), None)


def type_of(
    scanned: Scan, clause: Clause, acts: Sequence[Act], is_deadly: bool, before: EventType | None = None
) -> EventType | None:
    """The event type by means first, those of the sentence `before` where the clause goes on with them.

    None where no act is told. People killed by no accident are an attack.
    """
    by_means = means_in(clause) or before
    kinds = {act.kind for act in acts if not (by_means and act.hit.phrase.marks & {"device", "burst"})}
    if clause.has_cue("crowd") and by_means is None and "sabotage" in kinds:
        return "riot"
    if kinds == {"bombing"} and by_means is None and clause.has_cue("accident"):
        return None
    if not kinds:
        return by_means if acts else _type_of_harm(clause, is_deadly, by_means)
    if kinds == {"arrest_raid"} and by_means is not None and clause.has_cue("set_up"):
        return by_means
    if "protest" in kinds and kinds <= {"protest", "arrest_raid"}:
        return "protest"
    larger = [kind for kind in _BEFORE_MEANS if kind in kinds and (kind == "riot" or by_means is None)]
    if "arrest_raid" in kinds and not _attacks_before_arrest(acts):
        larger.append("arrest_raid")
    larger += [kind for kind in MEANS if kind in kinds]
    if "armed_clash" in kinds:
        larger.append("armed_clash")
    if kinds & _ATTACKS:
        larger.append(by_means or ("air_strike" if _forces_strike(scanned, clause, acts) else "armed_attack"))
    larger += [kind for kind in _AFTER_MEANS if kind in kinds]
    return larger[0] if larger else None


def _type_of_harm(clause: Clause, is_deadly: bool, by_means: EventType | None) -> EventType | None:
    """The type of what is told by its harm alone."""
    if is_deadly and not clause.has_cue("accident", "released"):
        return by_means or "armed_attack"
    return "abduction" if _carry_off(clause) else None


def _carry_off(clause: Clause) -> bool:
    """Whether attackers are told to have taken people, right before the verb ("gunmen seized 30 pupils")."""
    return any(
        0 <= verb.first - doer.last <= _TAKES_WITHIN
        for verb in clause.of("toll", "detained")
        for doer in clause.of("people", "attacker")
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


def _attacks_before_arrest(acts: Sequence[Act]) -> bool:
    """Whether an attack is told before the arrest, which then belongs to it."""
    arrest = min(act.hit.start for act in acts if act.kind == "arrest_raid")
    attacks = [act for act in acts if act.kind in _ATTACKS and "raid" not in act.hit.phrase.marks]
    return any(act.hit.start < arrest and act.is_single for act in attacks)


def status_of(clause: Clause, acts: Sequence[Act], is_harmful: bool) -> tuple[Status, Hit | None]:
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
        if cue.phrase.kind == "threat" or any(
            cue.first <= act.hit.first <= cue.last + THREATENS_WITHIN for act in meant
        ):
            return "threatened", cue
    flies = clause.of("weapon", *MEANS) or clause.has_cue("part_of")
    for cue in clause.of("cue", "foiled", "tried", "dud", *(["downed"] if flies else [])):
        if _is_of_some(clause, cue):
            continue
        near = any(cue.first < act.hit.last and act.hit.first - cue.last <= THREATENS_WITHIN for act in meant)
        if near if cue.phrase.kind == "tried" else not any("impact" in act.hit.phrase.marks for act in meant):
            return "foiled", cue
    return "carried_out", None


def _is_of_some(clause: Clause, foiled: Hit) -> bool:
    """Whether only some of the weapons were stopped ("shot down two of them")."""
    return any(0 <= part.first - foiled.last <= 1 for part in clause.of("cue", "part_of"))


_SINGLE_DAYS = frozenset({"weekday", "day_month", "date", "yesterday", "overnight", "today", "nights"})
_SINGLE_MONTHS = frozenset({"month", "part_month"})
_TAKES_WITHIN = 2


def remark_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> RemarkKind | None:
    """The kind of remark a clause is, if it tells of no single incident."""
    words = clause.of("event")
    if clause.has_cue("test") and _is_near(clause, "test", words + clause.of("weapon")):
        return "test"
    single_day = _is_dated(scanned, clause, _SINGLE_DAYS)
    if _is_aggregate(scanned, clause, acts, single_day):
        return "aggregate"
    if words and ((not acts and clause.has_cue("plan")) or (_is_to_come(clause) and not single_day)):
        return "plan"
    if (
        words
        and clause.has_cue("opinion")
        and not single_day
        and not clause.of("toll")
        and all(act.definite or not act.is_single for act in acts)
    ):
        return "opinion"
    return None


def _is_to_come(clause: Clause) -> bool:
    return any(time.means == "future" for time in clause.times)


def _is_aggregate(scanned: Scan, clause: Clause, acts: Sequence[Act], single_day: bool) -> bool:
    """Whether several events are told at once: counted, or said to happen often or for long."""
    words = clause.of("event")
    if single_day:
        return False
    plural = [hit for hit in words if "many" in hit.phrase.marks]
    counted, lasting, habit = _counts_events(scanned, clause, words), clause.has_cue("since"), clause.has_cue("habit")
    if (lasting or habit) and (counted or (plural and len(plural) == len(words))):
        return True
    only_counted = counted and not acts and clause.has_cue("incidents")
    if only_counted or (plural and (counted or habit) and len(clause.times) > 1):
        return True
    begins = any(
        word in scanned.language.temporal.since for word in scanned.tokens.words[clause.first : clause.first + 1]
    )
    deaths, span = clause.of("toll", "killed", "wounded"), clause.has_cue("span")
    own = [act for act in acts if not span or not any(one.first <= act.hit.first < one.last for one in deaths)]
    overall = clause.has_cue("overall") or (lasting and (clause.times or begins or span))
    if not own and overall and deaths:
        return not any(_is_dated(scanned, clause, frozenset({time.means})) for time in clause.times)
    single = any(act.is_single for act in acts)
    if single and _is_dated(scanned, clause, _SINGLE_MONTHS):
        return False
    harmed = bool(clause.of("toll", "killed", "wounded")) and not lasting
    return bool(acts) and habit and not harmed


def _is_dated(scanned: Scan, clause: Clause, means: frozenset[str]) -> bool:
    """Whether a time of certain kinds is told that is not the start of a count ("since Monday")."""
    return any(time.means in means and not is_since(scanned, clause, time) for time in clause.times)


def _counts_events(scanned: Scan, clause: Clause, words: Sequence[Hit]) -> bool:
    """Whether a number counts events ("70 incidents", "three dozen attacks")."""
    numbers = scanned.language.numbers
    many = [
        hit
        for hit in [*words, *clause.of("cue", "incidents")]
        if "many" in hit.phrase.marks or hit.phrase.layer == "cue"
    ]
    for hit in many:
        before = scanned.tokens.words[max(clause.first, hit.first - 4) : hit.first]
        if any(word[0].isdecimal() or numbers.words.get(word, 1) > 2 for word in before):
            return True
    counted = [*words, *clause.of("weapon")]
    if numbers.in_nouns and any(_is_many(scanned, hit) for hit in counted):
        return True
    return bool(clause.of("vague")) and bool(many)


def _is_many(scanned: Scan, hit: Hit) -> bool:
    """Whether a number above two stands right before what it counts or inside its phrase ("flew 40 sorties")."""
    first = hit.first - ("noun" in hit.phrase.marks or hit.phrase.layer == "weapon")
    told = scanned.tokens.words[max(first, 0) : hit.last]
    numbers = scanned.language.numbers.words
    return any(numbers.get(word, int(word) if word.isdecimal() else 0) > _PAIR for word in told)


def _is_near(clause: Clause, kind: str, words: Sequence[Hit]) -> bool:
    return any(abs(cue.first - hit.first) <= _NEAR * 2 for cue in clause.of("cue", kind) for hit in words) or not words
