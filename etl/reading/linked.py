"""Which incidents of a text it links itself: one that answers another, two that one voice claims together.

Only words that say so link: nearness in time or place never does. Where they name what was answered ("in response to
the bombing") it is an incident told before of that kind; where they name nothing ("the army retaliated") it is the one
told last, in the same sentence or the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from etl.reading.acts import acts_in
from etl.reading.causes import end_of_cause
from etl.reading.clauses import Clause, Scan, part_of
from etl.reading.draft import Draft
from etl.reading.facts import Facts
from etl.reading.phrases import Hit
from etl.reading.sentences import Sentence
from etl.records import Incident, Link, LinkKind

_GENERAL = "attack"
"""The kind of a word for an act whose means is not told: it may go back to an incident of any type."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause, and the numbers of the incidents it was read into."""

    clause: Clause
    owners: tuple[int, ...]
    claims: bool


def links_of(
    scanned: Scan, facts: Sequence[Facts], drafts: Sequence[Draft], incidents: Sequence[Incident]
) -> tuple[Link, ...]:
    """The links of a text, each once, with the sentence that says it. incidents[i] is that of drafts[i]."""
    told = _told(facts, drafts)
    found: dict[tuple[LinkKind, int, int], Sentence] = {}
    for one in told:
        if not (one.claims and one.clause.has_cue("both") and len(one.owners) > 1):
            continue
        first, other = one.owners[:2]
        if _claimers(incidents[first]) & _claimers(incidents[other]):
            found.setdefault(("claimed_with", first, other), one.clause.sentence)
    for cue in scanned.hits.get("cue", ()):
        if cue.phrase.kind == "answers" and "denied" not in cue.phrase.marks:
            answered = _answer(scanned, told, drafts, cue)
            if answered is not None:
                found.setdefault(("answers_to", *answered[:2]), answered[2])
    return tuple(
        Link(kind, incidents[one].incident_id, incidents[other].incident_id, scanned.text.span(said.start, said.end))
        for (kind, one, other), said in found.items()
    )


def _claimers(incident: Incident) -> set[str]:
    return {told.actor for told in incident.attributions if told.stance == "claimed"}


def _told(facts: Sequence[Facts], drafts: Sequence[Draft]) -> list[_Told]:
    owners: dict[tuple[int, int], list[int]] = {}
    for number, draft in enumerate(drafts):
        for part in draft.parts:
            owners.setdefault(part.clause.order, []).append(number)
    owned = sorted((one for one in facts if one.clause.order in owners), key=lambda one: one.clause.start)
    return [_Told(one.clause, tuple(owners[one.clause.order]), one.claims) for one in owned]


def _answer(
    scanned: Scan, told: Sequence[_Told], drafts: Sequence[Draft], cue: Hit
) -> tuple[int, int, Sentence] | None:
    """The incident that answers, the one that is answered, and the sentence that says it with a word of answer."""
    before = [one for one in told if one.clause.start <= cue.start]
    if not before or cue.start >= before[-1].clause.sentence.end:
        return None
    last = before.pop()
    sentence = last.clause.sentence
    answer: int | None = last.owners[-1]
    cause: int | None
    named = [hit for hit in scanned.between("cue", cue.start, cue.end) if hit.phrase.kind == "response"]
    if last.clause.is_cause and cue.start < last.clause.end:
        acting = [one for one in before if one.clause.sentence == sentence]
        answer, cause = (acting[-1].owners[-1] if acting else None), last.owners[-1]
    else:
        earlier = [one for one in before if answer not in one.owners]
        cause = _named(scanned, last, named[0], earlier, drafts) if named else _last(last, earlier)
    if answer is None or cause is None or answer == cause or _comes_first(drafts[answer], drafts[cause]):
        return None
    return answer, cause, sentence


def _comes_first(answer: Draft, cause: Draft) -> bool:
    """Whether the days told leave no room for an answer: it would come before what it answers."""
    if answer.days is None or cause.days is None or cause.days.start is None:
        return False
    return answer.days.end < cause.days.start


def _last(last: _Told, earlier: Sequence[_Told]) -> int | None:
    """The incident told last, in this sentence or the one right before it in the paragraph."""
    if not last.clause.of("event") or not earlier:
        return None
    said, before = last.clause.sentence, earlier[-1].clause.sentence
    is_near = before.paragraph == said.paragraph and said.number - before.number <= 1
    return earlier[-1].owners[-1] if is_near else None


def _named(scanned: Scan, last: _Told, cue: Hit, earlier: Sequence[_Told], drafts: Sequence[Draft]) -> int | None:
    """The nearest incident told before that the words after the cue go back to ("the ambush", never "an ambush").

    None where the clause tells of no act beside them: a strike that workers call in answer to a massacre is none.
    """
    sentence = last.clause.sentence
    whole = part_of(scanned, sentence, sentence.start, sentence.end)
    end = end_of_cause(scanned, whole, cue)
    own = [act for act in acts_in(scanned, last.clause) if not cue.start <= act.hit.start < end]
    kinds = {act.kind for act in acts_in(scanned, part_of(scanned, sentence, cue.start, end)) if act.definite}
    for one in reversed(earlier) if own else ():
        for owner in reversed(one.owners):
            if drafts[owner].event_type in kinds or _GENERAL in kinds:
                return owner
    return None
