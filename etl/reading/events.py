"""What happened in a clause: its acts, the type by means first, the status, and what is no incident at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.clauses import Clause, Scan
from etl.reading.phrases import Hit
from etl.records import EventType, RemarkKind, Status

_MEANS: tuple[EventType, ...] = ("air_strike", "shelling", "bombing")
_STATUS_CUES: dict[Status, tuple[str, ...]] = {"threatened": ("threat",), "foiled": ("foiled", "tried")}
_ATTACKS = frozenset({"armed_attack", "attack", "bombing", "shelling", "air_strike", "armed_clash"})
_NEAR = 4
_MEANT_WITHIN = 12


@dataclass(frozen=True, slots=True)
class Act:
    """A word of event in use. definite: "the attack", which goes back to one told before."""

    hit: Hit
    definite: bool
    indefinite: bool

    @property
    def kind(self) -> str:
        """An event type, or "attack"."""
        return self.hit.phrase.kind

    @property
    def is_single(self) -> bool:
        """Whether the word alone tells of one act."""
        return not self.hit.phrase.marks & {"many", "weak"}


def acts_in(scanned: Scan, clause: Clause) -> list[Act]:
    """The words of event of a clause that are told as having happened."""
    blocked = clause.of("cue", "plan", "negated_event")
    acts: list[Act] = []
    tried = clause.of("cue", "threat", "tried")
    for hit in clause.of("event"):
        meant = any(0 <= hit.first - cue.last <= _MEANT_WITHIN for cue in tried)
        if "infinitive" in hit.phrase.marks and not meant:
            continue
        if not meant and any(0 <= hit.first - cue.last <= 2 or cue.first <= hit.first < cue.last for cue in blocked):
            continue
        before = scanned.tokens.words[max(clause.first, hit.first - 3) : hit.first]
        noun = "noun" in hit.phrase.marks
        definite = noun and any(scanned.language.is_one_of(word, "definite") for word in before)
        indefinite = noun and any(scanned.language.is_one_of(word, "indefinite") for word in before)
        acts.append(Act(hit, definite and not indefinite, indefinite))
    return acts


_BEFORE_MEANS: tuple[EventType, ...] = ("sexual_violence", "riot", "abduction")
_AFTER_MEANS: tuple[EventType, ...] = ("sabotage", "arrest_raid", "protest", "abduction", "other")


def type_of(clause: Clause, acts: Sequence[Act], is_deadly: bool) -> EventType | None:
    """The event type by means first; None where no act is told. People killed by no accident are an attack."""
    kinds = {act.kind for act in acts}
    means = {hit.phrase.kind for hit in clause.of("weapon")}
    by_means = next((kind for kind in _MEANS if kind in means), None)
    if not kinds:
        if not is_deadly or clause.has_cue("accident", "released"):
            return None
        return by_means or "armed_attack"
    larger = [kind for kind in _BEFORE_MEANS if kind in kinds and (kind == "riot" or by_means is None)]
    if "arrest_raid" in kinds and not _attacks_before_arrest(acts):
        larger.append("arrest_raid")
    larger += [kind for kind in _MEANS if kind in kinds]
    if "armed_clash" in kinds:
        larger.append("armed_clash")
    if kinds & _ATTACKS:
        larger.append(by_means or "armed_attack")
    larger += [kind for kind in _AFTER_MEANS if kind in kinds]
    return larger[0] if larger else None


def _attacks_before_arrest(acts: Sequence[Act]) -> bool:
    """Whether an attack is told before the arrest, which then belongs to it."""
    arrest = min(act.hit.start for act in acts if act.kind == "arrest_raid")
    attacks = [act for act in acts if act.kind in _ATTACKS and "raid" not in act.hit.phrase.marks]
    return any(act.hit.start < arrest and act.is_single for act in attacks)


def status_of(clause: Clause, acts: Sequence[Act], is_harmful: bool) -> tuple[Status, Hit | None]:
    """The status and the word that tells it; what killed or wounded was carried out."""
    if not is_harmful:
        for status, kinds in _STATUS_CUES.items():
            for cue in clause.of("cue", *kinds):
                if any(act.kind not in ("arrest_raid", "protest") for act in acts):
                    return status, cue
    return "carried_out", None


def remark_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> RemarkKind | None:
    """The kind of remark a clause is, if it tells of no single incident."""
    words = clause.of("event")
    single_day = any(time.means in ("weekday", "day_month", "date", "yesterday", "overnight", "today", "nights")
                     for time in clause.times)  # fmt: skip
    if clause.has_cue("test") and _is_near(clause, "test", words + clause.of("weapon")):
        return "test"
    plural = [hit for hit in words if "many" in hit.phrase.marks]
    if clause.has_cue("since", "habit") and _counts_events(scanned, clause, words) and not single_day:
        return "aggregate"
    if plural and len(plural) == len(words) and clause.has_cue("since", "habit"):
        return "aggregate"
    if words and not acts and clause.has_cue("plan"):
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
    return bool(clause.of("vague")) and bool(many)


def _is_near(clause: Clause, kind: str, words: Sequence[Hit]) -> bool:
    return any(abs(cue.first - hit.first) <= _NEAR * 2 for cue in clause.of("cue", kind) for hit in words) or not words
