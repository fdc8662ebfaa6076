"""From clauses to incidents: which clauses tell of the same one, which open a new one, which tell of none.

A clause joins the incident it is most alike: same kind of act, same day, same place, a word that goes back ("the
blast"), and nearness speak for it; another day, another town and "another" speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.reading.dating.intervals import Days
from etl.reading.grammar.acts import MEANS
from etl.reading.incidents.aftermath import kept_from_accident
from etl.reading.incidents.draft import Draft, join, settled_type
from etl.reading.incidents.facts import Facts
from etl.reading.incidents.likeness import is_next_shot, likeness
from etl.reading.incidents.sufferers import suffered_before
from etl.reading.incidents.told_days import ToldDays
from etl.reading.incidents.twins import dated_as, with_twin
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.records import EventType

LONGEST = 30
"""An incident takes no more clauses than this: one that seems to go on longer is several that look alike."""
JOIN_FROM = 1.0
"""A clause whose likeness to an incident reaches this joins it."""

_LOOK_BACK = 8
_HEAD = 4
_SHOTS = ""
"""Shots with no weapon told are of the kind told last, whatever it was called."""


def drafts_of(scanned: Scan, facts: Sequence[Facts], published: date | None) -> list[Draft]:
    """The incidents that the clauses of a text tell of, in the order of their first evidence."""
    drafts: list[Draft] = []
    told_days = ToldDays(scanned, published)
    named: dict[str, EventType] = {}
    latest: Draft | None = None
    ahead: Facts | None = None
    for told in facts:
        one = _called_before(scanned, told, named)
        if one.remark is not None:
            continue
        days = told_days.of(one, drafts, latest)
        latest = kept_from_accident(drafts, latest, one)
        if not _says_something(one):
            continue
        if one.is_twin:
            if latest is not None and one.where.names:
                dated_as(latest, one, days)
                latest = with_twin(scanned, drafts, latest, one, facts)
            continue
        number = len(drafts)
        latest = _added(scanned, drafts, one, days, latest)
        if latest is not None and len(drafts) > number and ahead is not None and _tells_after(one, ahead):
            join(scanned, latest, ahead, None)
        ahead = one if latest is None and one.tolls and not one.acts else None
    for draft in drafts:
        draft.event_type = settled_type(draft, facts)
    return drafts


def _tells_after(one: Facts, ahead: Facts) -> bool:
    """Whether a clause tells what the harm told right before it is of: "Nine people died. The bomb had gone off in"."""
    own = {toll.kind for toll in one.tolls} & {toll.kind for toll in ahead.tolls}
    return one.clause.sentence.paragraph == ahead.clause.sentence.paragraph and not own and not one.is_another


def _added(scanned: Scan, drafts: list[Draft], one: Facts, days: Days | None, before: Draft | None) -> Draft | None:
    """The one incident that a clause was added to or opened, None where there is none or where it told of two."""
    if len(drafts) > 1 and _is_of_both(one):
        spared = tuple(toll for toll in one.tolls if toll.high == 0)
        for draft in drafts[-2:]:
            join(scanned, draft, replace(one, event_type=None, where=Where(), tolls=spared), None)
        return None
    if (hurt := suffered_before(drafts, one)) is not None:
        told = replace(one, acts=(), event_type=None) if hurt.event_type == "abduction" else one
        join(scanned, hurt, replace(told, where=Where()), None)
        return hurt
    best, score = _most_alike(scanned, drafts, one, days, _in_hand(drafts, one, before))
    goes_on = best is not None and not one.acts and not one.is_another and score > 0
    if best is None or score < JOIN_FROM:
        if one.is_telling and one.event_type is not None:
            days = days or (drafts[-1].days if drafts and is_next_shot(drafts[-1], one) else None)
            drafts.append(best := Draft())
        elif not goes_on:
            return None
    if best is not None:
        join(scanned, best, one, days)
    return best


def _is_of_both(one: Facts) -> bool:
    """Whether a clause goes back to the last two incidents together: "nobody was hurt in either attack"."""
    cues = one.clause.of("cue", "both")
    told = [act for act in one.acts if not any(cue.first <= act.hit.first < cue.last for cue in cues)]
    return bool(cues) and all(act.definite or not act.is_single for act in told)


def _called_before(scanned: Scan, one: Facts, named: dict[str, EventType]) -> Facts:
    """What "these raids" were called before, or was shot before, tells the type; `named` is kept up to date."""
    words = scanned.tokens.words
    for kind in MEANS:
        for hit in one.clause.of("event", kind):
            if "noun" in hit.phrase.marks:
                named.update((word[:_HEAD], kind) for word in words[hit.first : hit.last] if len(word) >= _HEAD)
    if one.means is not None:
        named[_SHOTS] = one.means
    heads = [words[act.hit.first][:_HEAD] for act in one.acts if act.definite and act.kind == "attack"]
    shots = any("shots" in act.hit.phrase.marks for act in one.acts) or one.clause.has_cue("same_way")
    if shots and one.means is None and _SHOTS in named and all(act.kind == "attack" for act in one.acts):
        return replace(one, event_type=named[_SHOTS], means=named[_SHOTS])
    kinds = {named[head] for head in heads if head in named}
    if one.means is None and len(heads) == len(one.acts) and len(kinds) == 1:
        (told,) = kinds
        return replace(one, event_type=told, means=told)
    return one


def _says_something(one: Facts) -> bool:
    whole = one.clause.start == one.clause.sentence.start and one.where.located
    if one.event_type is None and one.clause.has_cue("accident") and (one.acts or (one.tolls and whole)):
        return False
    stances = any(who.stance in ("claimed", "accused", "denied") for who in one.actors)
    goes_on = (
        one.means is not None and (one.by_pronoun or one.is_retold) and not one.clause.has_cue("habit", "released")
    )
    tells = one.acts or one.tolls or stances or one.denies or one.claims or one.where.origins or goes_on
    return bool(tells) or one.status != "carried_out"


def _in_hand(drafts: Sequence[Draft], one: Facts, before: Draft | None) -> Draft | None:
    """The incident that a paragraph tells of just before a clause; at its beginning the one told of last."""
    if before is not None and before.last.clause.sentence.paragraph == one.clause.sentence.paragraph:
        return before
    return drafts[-1] if drafts else None


def _most_alike(
    scanned: Scan, drafts: list[Draft], one: Facts, days: Days | None, in_hand: Draft | None
) -> tuple[Draft | None, float]:
    recent = drafts[-_LOOK_BACK:] if len(drafts) <= _LOOK_BACK else [drafts[0], *drafts[-_LOOK_BACK:]]
    recent = [draft for draft in recent if len(draft.parts) < LONGEST]
    scored = [(likeness(scanned, draft, one, days, draft is in_hand), number) for number, draft in enumerate(recent)]
    if not scored:
        return None, 0.0
    score, number = max(scored)
    return recent[number], score
