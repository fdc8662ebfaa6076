"""Words that go back to what was told before, and acts that are only the setting of another."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.grammar.acts import Act
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_BEGINS_WITHIN = 3
_CROWDS = frozenset({"riot", "protest"})


def by_pronoun(scanned: Scan, clause: Clause) -> bool:
    """Whether a clause begins with a word that stands for something told before ("they", "two of them", "two hit")."""
    if any(cue.first - _behind_time(scanned, clause) <= _BEGINS_WITHIN for cue in clause.of("cue", "pronoun")):
        return True
    words = scanned.tokens.words[clause.first : clause.first + 1]
    counted = [
        hit for layer in ("weapon", "people", "thing") for hit in clause.of(layer) if hit.first == clause.first + 1
    ]
    if counted:
        return False
    verbs = {hit.first for hit in clause.of("flight")}
    return (
        words[:1] != []
        and words[0] in scanned.language.numbers.words
        and bool(verbs & {clause.first + 1, clause.first + 2})
    )


def _behind_time(scanned: Scan, clause: Clause) -> int:
    """The first token of a clause behind the time that opens it ("In the night they struck the hills")."""
    opening = (time for time in clause.times if scanned.tokens.at_or_after(time.start) - clause.first <= 1)
    return max((scanned.tokens.at_or_after(time.end) for time in opening), default=clause.first)


def names_again(scanned: Scan, clause: Clause) -> bool:
    """Whether a phrase such as "the blast" goes back; "the operation Desert Fox" has a name of its own."""
    plain = scanned.text.plain
    times = {time.start for time in clause.times}
    acts = clause.of("event")
    answers = clause.of("cue", "response")
    return any(
        not any(answer.last <= cue.first for answer in answers)
        and not any(act.first < cue.first < act.last for act in acts)
        and not any(time.start < cue.start < time.end for time in clause.times)
        and (scanned.shouted or not plain[cue.end : cue.end + 2].lstrip()[:1].isupper() or cue.end + 1 in times)
        for cue in clause.of("cue", "back")
    )


def is_setting(scanned: Scan, act: Act, acts: Sequence[Act]) -> bool:
    """Whether a crowd's act only tells amid what somebody was harmed: "was shot dead as she watched rioting"."""
    if act.kind not in _CROWDS or "noun" not in act.hit.phrase.marks:
        return False
    before = [other for other in acts if other.hit.end <= act.hit.start and other.kind not in _CROWDS]
    words = scanned.tokens.words[before[-1].hit.last : act.hit.first] if before else []
    return any(scanned.language.is_one_of(word, "openers") for word in words)


def same_again(scanned: Scan, told: Sequence[Clause], clause: Clause) -> bool:
    """Whether a clause tells, with an article, of people or things told before: "The raiders", after "raiders"."""
    words, language = scanned.tokens.words, scanned.language
    again = {
        words[hit.last - 1]
        for hit in _bearers(clause)
        if hit.first > clause.first - 1 and hit.first and language.is_one_of(words[hit.first - 1], "definite")
    }
    return bool(again) and any(words[hit.last - 1] in again for one in told for hit in _bearers(one))


def _bearers(clause: Clause) -> list[Hit]:
    return [*clause.of("people", "attacker"), *clause.of("thing", "object"), *clause.of("weapon")]
