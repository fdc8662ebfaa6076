"""Which incidents of a text it links itself: an answer, two under one claim, a sequel, one of a series.

Only words that say so link: nearness in time or place never does. Where they name what was answered ("in response to
the bombing") it is an incident told before of that kind; where they name nothing ("the army retaliated") it is the one
told last, in the same sentence or the one before it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from etl.reading.grammar.acts import acts_in
from etl.reading.grammar.causes import end_of_cause
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.facts import Facts
from etl.reading.incidents.tellings import Telling, last_told, tellings_of, told_of_kind
from etl.reading.links.sequels import sequels_of
from etl.reading.links.series import series_of
from etl.reading.scan.clauses import Scan, part_of
from etl.reading.scan.sentences import Sentence
from etl.reading.words.phrases import Hit
from etl.records import Incident, Link, LinkKind

_Found = dict[tuple[LinkKind, int, int | None], Sentence]
"""The sentence of each link between two incidents, or between one and a series whose others are not told."""


def links_of(
    scanned: Scan,
    facts: Sequence[Facts],
    drafts: Sequence[Draft],
    incidents: Sequence[Incident],
    anchor: date | None,
) -> tuple[Link, ...]:
    """The links of a text, each once, with the sentence that says it. incidents[i] is that of drafts[i].

    anchor: the day from which relative words count.
    """
    told = tellings_of(facts, drafts)
    found: _Found = {}
    for one in told:
        if not (one.facts.claims and one.clause.has_cue("both") and len(one.owners) > 1):
            continue
        first, other = one.owners[:2]
        if _claimers(incidents[first]) & _claimers(incidents[other]):
            found.setdefault(("claimed_with", first, other), one.clause.sentence)
    for cue in scanned.hits.get("cue", ()):
        if cue.phrase.kind == "answers" and "denied" not in cue.phrase.marks:
            answered = _answer(scanned, told, drafts, cue)
            if answered is not None:
                found.setdefault(("answers_to", *answered[:2]), answered[2])
    for later, first, said in sequels_of(scanned, told, drafts):
        if ("answers_to", later, first) not in found:
            found.setdefault(("follows", later, first), said)
    answers = {number for kind, number, _ in found if kind == "answers_to"}
    for counted, others, said in series_of(scanned, told, drafts, anchor, answers):
        for member in others or (None,):
            found.setdefault(("same_series", counted, member), said)
    ids = [incident.incident_id for incident in incidents]
    return tuple(
        Link(kind, ids[one], "" if other is None else ids[other], scanned.text.span(said.start, said.end))
        for (kind, one, other), said in found.items()
    )


def _claimers(incident: Incident) -> set[str]:
    return {told.actor for told in incident.attributions if told.stance == "claimed"}


def _answer(
    scanned: Scan, told: Sequence[Telling], drafts: Sequence[Draft], cue: Hit
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
        cause = _named(scanned, last, named[0], earlier, drafts) if named else _unnamed(last, earlier)
    if answer is None or cause is None or answer == cause or _comes_first(drafts[answer], drafts[cause]):
        return None
    return answer, cause, sentence


def _comes_first(answer: Draft, cause: Draft) -> bool:
    """Whether the days told leave no room for an answer: it would come before what it answers."""
    if answer.days is None or cause.days is None or cause.days.start is None:
        return False
    return answer.days.end < cause.days.start


def _unnamed(last: Telling, earlier: Sequence[Telling]) -> int | None:
    return last_told(last.clause, earlier) if last.clause.of("event") else None


def _named(scanned: Scan, last: Telling, cue: Hit, earlier: Sequence[Telling], drafts: Sequence[Draft]) -> int | None:
    """The nearest incident told before that the words after the cue go back to ("the ambush", never "an ambush").

    None where the clause tells of no act beside them: a strike that workers call in answer to a massacre is none.
    """
    sentence = last.clause.sentence
    whole = part_of(scanned, sentence, sentence.start, sentence.end)
    end = end_of_cause(scanned, whole, cue)
    own = [act for act in acts_in(scanned, last.clause) if not cue.start <= act.hit.start < end]
    kinds = {act.kind for act in acts_in(scanned, part_of(scanned, sentence, cue.start, end)) if act.definite}
    return told_of_kind(kinds, earlier, drafts) if own else None
