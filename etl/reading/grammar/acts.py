"""Words of event in use: which of them tell of an act, and whether they go back to one told before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from etl.reading.grammar.reckoned import is_dated_from
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.records import EventType

MEANS: tuple[EventType, ...] = ("air_strike", "shelling", "bombing")
"""The types that a weapon alone tells, the one that holds first."""

_MEANT_WITHIN = 12
_FLIES_WITHIN = 16
_BLOCKED_WITHIN = 2
_ARTICLE_WITHIN = 3
_NEGATED_WITHIN = 1
_CONDITION_WITHIN = 8
_TO_COME_WITHIN = 6
_DOER_WITHIN = 3
_ARMED = frozenset({"armed_group", "militia", "criminal"})
_TITLE = 40
"""Letters of the longest rest of a title behind its first noun."""
_THREATENS_WITHIN = 5


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


def words_of_event(hits: Mapping[str, Sequence[Hit]], goes_on: bool = False) -> list[Hit]:
    """All words of event; words of flight only beside a weapon that flies or explodes, those of a crowd beside one.

    goes_on: the subject is such a weapon told of in the sentence before ("Two of them fell on the camp").
    """
    found = list(hits.get("event", ()))
    taken = [(hit.first, hit.last) for hit in found if "infinitive" not in hit.phrase.marks]
    weapons = [hit for hit in hits.get("weapon", ()) if hit.phrase.kind in MEANS]
    weapons += [hit for hit in found if hit.phrase.kind in MEANS and "noun" in hit.phrase.marks]
    for hit in hits.get("flight", ()):
        arms = [arm for arm in weapons if hit.phrase.kind != "attack" or "generic" not in arm.phrase.marks]
        near = goes_on or any(max(hit.first - arm.last, arm.first - hit.last) <= _FLIES_WITHIN for arm in arms)
        if near and not _is_taken(hit, taken):
            found.append(hit)
    if any(cue.phrase.kind == "crowd" for cue in hits.get("cue", ())):
        found += hits.get("breach", ())
    found += [hit for hit in hits.get("wreck", ()) if not _is_taken(hit, taken) and _has_doer(hits, hit)]
    return sorted(found, key=lambda hit: (hit.start, hit.end))


def _is_taken(hit: Hit, taken: Sequence[tuple[int, int]]) -> bool:
    """Whether a word of event told already holds words of this one."""
    return any(first < hit.last and hit.first < last for first, last in taken)


def _has_doer(hits: Mapping[str, Sequence[Hit]], hit: Hit) -> bool:
    """Whether an armed group or attackers stand right before a verb, or behind its "by": a storm destroys, too."""
    doers = [one for one in hits.get("actor", ()) if one.phrase.kind in _ARMED]
    doers += [one for one in hits.get("people", ()) if one.phrase.kind == "attacker"]
    agents = [one.last for one in hits.get("cue", ()) if one.phrase.kind == "by" and 0 <= one.first - hit.last <= 1]
    return any(
        0 <= hit.first - one.last <= _DOER_WITHIN or any(0 <= one.first - at <= _DOER_WITHIN for at in agents)
        for one in doers
    )


def acts_in(scanned: Scan, clause: Clause, goes_on: bool = False) -> list[Act]:
    """The words of event of a clause that are told as having happened."""
    blocked = clause.of("cue", "plan", "negated_event", "tried_for")
    tried = clause.of("cue", "threat", "threat_to", "tried")
    acts: list[Act] = []
    for hit in words_of_event(clause.hits, goes_on):
        meant = any(
            cue.first < hit.first <= cue.last + _MEANT_WITHIN
            and not any(cue.last <= other.first and other.last <= hit.first for other in blocked)
            for cue in tried
        )
        if "infinitive" in hit.phrase.marks and not meant:
            continue
        if not meant and any(
            0 <= hit.first - cue.last <= _BLOCKED_WITHIN or cue.first <= hit.first < cue.last for cue in blocked
        ):
            continue
        if _is_negated(scanned, clause, hit) or _is_conditional(clause, hit) or _is_in_time(clause, hit):
            continue
        if "noun" in hit.phrase.marks and (_is_to_come(clause, hit) or _is_title(scanned, hit)):
            continue
        if hit.phrase.kind == "arrest_raid" and _is_none(scanned, hit):
            continue
        acts.append(_act(scanned, clause, hit))
    own = [act for act in acts if not is_dated_from(scanned, clause, act.hit)]
    return _with_subjects(clause, own or acts)


def _is_to_come(clause: Clause, hit: Hit) -> bool:
    """Whether a noun of act is right away told to be planned, or not to have been: "a march is due on Saturday"."""
    return any(0 <= cue.first - hit.last <= _TO_COME_WITHIN for cue in clause.of("cue", "to_come"))


def _is_none(scanned: Scan, hit: Hit) -> bool:
    """Whether a word for none stands right before a noun: "no arrests", "ni blessé ni arrestation"."""
    before = scanned.tokens.words[hit.first - 1] if hit.first else ""
    numbers = scanned.language.numbers
    return "noun" in hit.phrase.marks and (before in numbers.nothing or scanned.language.is_one_of(before, "negative"))


def _is_title(scanned: Scan, hit: Hit) -> bool:
    """Whether a noun of act is of the title of a work, written with a capital between quotation marks."""
    plain, words = scanned.text.plain, scanned.tokens.words
    article = hit.first > 0 and scanned.language.is_one_of(words[hit.first - 1], "definite")
    begins = scanned.tokens.starts[hit.first - article]
    quoted = plain[max(0, begins - 2) : begins].strip() in ('"', "'") and plain[hit.start].isupper()
    closed = plain.find('"', hit.end, hit.end + _TITLE)
    return quoted and not scanned.shouted and closed > 0 and plain[closed - 1 : closed] not in (".", "!", "?")


def _is_in_time(clause: Clause, hit: Hit) -> bool:
    """Whether a word of event is a part of an expression of time ("two days after the raid")."""
    return any(time.start < hit.start < time.end for time in clause.times)


def _with_subjects(clause: Clause, acts: list[Act]) -> list[Act]:
    """What "the strikes" hit goes back as they do, unless a weapon is its subject."""
    if clause.of("weapon", *MEANS) or not any(act.definite and act.kind in MEANS for act in acts):
        return acts
    return [replace(act, definite=True) if act.hit.phrase.layer == "flight" else act for act in acts]


def _act(scanned: Scan, clause: Clause, hit: Hit) -> Act:
    """An act with its article, which may be part of the phrase ("la frappe")."""
    noun = "noun" in hit.phrase.marks
    upto = hit.first + 1 if hit.last - hit.first > 1 else hit.first
    reach = 1 if scanned.language.parting else _ARTICLE_WITHIN
    before = scanned.tokens.words[max(clause.first, hit.first - reach) : upto]
    definite = noun and (
        any(scanned.language.is_one_of(word, "definite") for word in before)
        or any(scanned.text.plain[time.end : hit.start].strip() == "'s" for time in clause.times)
    )
    indefinite = noun and any(scanned.language.is_one_of(word, "indefinite") for word in before)
    return Act(hit, definite and not indefinite, indefinite)


def _is_negated(scanned: Scan, clause: Clause, hit: Hit) -> bool:
    """Whether an act is told as not done ("had not fired at either place")."""
    endings = tuple(scanned.language.words.get("participle_endings", ()))
    return (
        "verb" in hit.phrase.marks
        and any(
            0 <= hit.first - cue.last <= _NEGATED_WITHIN
            # "no identificados" says nothing of the verb behind it.
            and not any(word.endswith(endings) for word in scanned.tokens.words[cue.last : hit.first] if endings)
            for cue in clause.of("cue", "not_done")
        )
    )


def _is_conditional(clause: Clause, hit: Hit) -> bool:
    """Whether an act only stands where something else is threatened ("threatened to leave if the attacks go on")."""
    if any(0 <= hit.first - cue.last <= _CONDITION_WITHIN for cue in clause.of("cue", "condition")):
        return True
    threats = clause.of("cue", "threat_to")
    return bool(threats) and not any(
        cue.first <= hit.first <= cue.last + threatens_within(hit) or hit.first < cue.first for cue in threats
    )


def threatens_within(hit: Hit) -> int:
    """Words after a word of threat within which an act is threatened; more where its form tells that it is to come."""
    return _MEANT_WITHIN if "infinitive" in hit.phrase.marks else _THREATENS_WITHIN


def is_stopped(acts: Sequence[Act]) -> bool:
    """Whether a clause tells only how weapons were stopped: "had been defused"."""
    return bool(acts) and all("stopped" in act.hit.phrase.marks for act in acts)


def dud_told(clause: Clause) -> Hit | None:
    """The words that say of what was told before that it failed: "it did not explode"."""
    pronouns = {cue.last for cue in clause.of("cue", "pronoun")}
    return next((cue for cue in clause.of("cue", "dud") if cue.first in pronouns), None)
