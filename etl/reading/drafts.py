"""From clauses to incidents: which clauses tell of the same one, which open a new one, which tell of none.

A clause joins the incident it is most alike: same kind of act, same day, same place, a word that goes back ("the
blast"), and nearness speak for it; another day, another town and "another" speak against it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.reading.acts import MEANS
from etl.reading.clauses import Scan
from etl.reading.draft import Draft, join, settled_type, towns_of
from etl.reading.facts import Facts
from etl.reading.intervals import Days
from etl.reading.when import days_told
from etl.records import EventType

LONGEST = 30
"""An incident takes no more clauses than this: one that seems to go on longer is several that look alike."""

JOIN_FROM = 1.0
"""A clause whose likeness to an incident reaches this joins it."""

_LOOK_BACK = 8
_HEAD = 4
_ATTACKS = frozenset({"armed_attack", "bombing", "shelling", "air_strike", "armed_clash", "sabotage"})


def drafts_of(scanned: Scan, facts: Sequence[Facts], published: date | None) -> list[Draft]:
    """The incidents that the clauses of a text tell of, in the order of their first evidence."""
    drafts: list[Draft] = []
    of_sentence: dict[int, Days] = {}
    named: dict[str, EventType] = {}
    for told in facts:
        one = _called_before(scanned, told, named)
        if one.remark is not None:
            continue
        sentence = one.clause.sentence.start
        days = days_told(one.clause, one.time, published, _day_before(drafts, one)) or of_sentence.get(sentence)
        if days is not None:
            of_sentence[sentence] = days
        if not _says_something(one):
            continue
        best, score = _most_alike(scanned, drafts, one, days)
        if best is not None and score >= JOIN_FROM:
            join(scanned, best, one, days)
        elif one.is_telling and one.event_type is not None:
            draft = Draft()
            join(scanned, draft, one, days)
            drafts.append(draft)
        elif best is not None and not one.acts and not one.is_another and score > 0:
            join(scanned, best, one, days)
    for draft in drafts:
        draft.event_type = settled_type(draft, facts)
    return drafts


def _day_before(drafts: Sequence[Draft], one: Facts) -> Days | None:
    """The day from which a clause reckons: that of what it names ("shortly after the strikes"), else the last told."""
    kinds = {act.kind for act in one.acts if act.definite and act.kind != one.event_type}
    named = [draft for draft in drafts if draft.event_type in kinds and draft.days is not None]
    return named[-1].days if named else _last_day(drafts)


def _last_day(drafts: Sequence[Draft]) -> Days | None:
    """The day from which "the day before" is reckoned: that of the last incident whose day is known."""
    known = [draft.days for draft in drafts if draft.days is not None]
    exact = [days for days in known if days.precision in ("day", "days")]
    return exact[-1] if exact else known[-1] if known else None


def _called_before(scanned: Scan, one: Facts, named: dict[str, EventType]) -> Facts:
    """A clause whose "these raids" were called air raids before tells of air strikes; `named` is kept up to date."""
    words = scanned.tokens.words
    for kind in MEANS:
        for hit in one.clause.of("event", kind):
            if "noun" in hit.phrase.marks:
                named.update((word[:_HEAD], kind) for word in words[hit.first : hit.last] if len(word) >= _HEAD)
    heads = [words[act.hit.first][:_HEAD] for act in one.acts if act.definite and act.kind == "attack"]
    kinds = {named[head] for head in heads if head in named}
    if one.means is None and len(heads) == len(one.acts) and len(kinds) == 1:
        (told,) = kinds
        return replace(one, event_type=told, means=told)
    return one


def _says_something(one: Facts) -> bool:
    stances = any(who.stance in ("claimed", "accused", "denied") for who in one.actors)
    goes_on = one.means is not None and (one.by_pronoun or one.is_retold) and not one.clause.has_cue("habit")
    return bool(one.acts or one.tolls or stances or one.denies or one.claims or one.where.origins or goes_on)


def _most_alike(scanned: Scan, drafts: list[Draft], one: Facts, days: Days | None) -> tuple[Draft | None, float]:
    recent = drafts[-_LOOK_BACK:] if len(drafts) <= _LOOK_BACK else [drafts[0], *drafts[-_LOOK_BACK:]]
    recent = [draft for draft in recent if len(draft.parts) < LONGEST]
    scored = [
        (_likeness(scanned, draft, one, days, draft is drafts[-1]), number) for number, draft in enumerate(recent)
    ]
    if not scored:
        return None, 0.0
    score, number = max(scored)
    return recent[number], score


def _likeness(scanned: Scan, draft: Draft, one: Facts, days: Days | None, is_latest: bool) -> float:
    """How much speaks for a clause going on with an incident."""
    score = _type_likeness(draft, one) + _day_likeness(draft, one, days) + _place_likeness(scanned, draft, one)
    opens = any(act.indefinite or "verb" in act.hit.phrase.marks for act in one.acts)
    opens = opens or (one.time is not None and bool(one.tolls) and not one.goes_back)
    if opens and not one.goes_back and one.time is not None and not _same_days(days, draft.days):
        score -= 1.0
    carries_on = _carries_on(draft, one, is_latest)
    going_on = carries_on or one.is_perceived or (one.is_dud and draft.event_type in _ATTACKS)
    if carries_on or ((one.goes_back or going_on) and not one.is_another):
        score += 1.5
    elif one.by_pronoun and is_latest:
        score += 0.7
    if opens and _by_others(draft, one):
        score -= 0.7
    if one.is_another and opens and not carries_on:
        score -= 2.0
    if not going_on and any(act.indefinite for act in one.acts) and not any(act.definite for act in one.acts):
        score -= 1.0
    if one.status not in ("carried_out", draft.parts[0].status) and not (one.goes_back or going_on):
        score -= 1.5
    if not opens and any((toll.kind, toll.low) in draft.told for toll in one.tolls):
        score += 1.0
    last = draft.last.clause.sentence
    here = one.clause.sentence
    if here.start == last.start:
        score += 0.5
    elif is_latest and here.paragraph == last.paragraph:
        score += 1.0
    elif not is_latest:
        score -= 0.7
    else:
        score -= 0.2
    return score


def _carries_on(draft: Draft, one: Facts, is_latest: bool) -> bool:
    """Whether a clause tells where one of the weapons came down, or what somebody else says of them, on no new day."""
    apart = one.clause.sentence.paragraph - draft.last.clause.sentence.paragraph
    if not is_latest or apart > 1 or one.time is not None:
        return False
    if draft.event_type == "riot" and one.event_type in ("riot", "sabotage"):
        return one.by_pronoun or one.clause.has_cue("crowd")
    if one.means is None or (apart and not one.is_retold):
        return False
    alike = one.means == draft.event_type or draft.is_general
    flown = all(act.kind in ("attack", one.means) for act in one.acts)
    return alike and flown and (one.by_pronoun or one.is_retold or one.is_one_more)


def _by_others(draft: Draft, one: Facts) -> bool:
    """Whether a clause names somebody who does it, and nobody whom the incident names."""
    doers = {who.actor_id for who in one.actors if who.is_name and who.stance == "stated"}
    known = {who.actor_id for part in draft.parts for who in part.actors}
    return bool(doers) and not doers & known


def _type_likeness(draft: Draft, one: Facts) -> float:
    if draft.event_type in (None, one.event_type) or one.event_type is None:
        return 1.0
    general = (
        (one.means is None and all(act.kind == "attack" for act in one.acts)) or draft.is_general or one.is_perceived
    )
    if one.event_type in _ATTACKS and draft.event_type in _ATTACKS:
        return 1.0 if general else 0.2 if "sabotage" in (one.event_type, draft.event_type) else -0.6
    if one.event_type == "arrest_raid" and draft.is_raid:
        return 1.0
    if one.event_type == "arrest_raid" and draft.event_type in _ATTACKS and one.time is None and not one.where.located:
        return 0.2
    return 0.5 if {one.event_type, draft.event_type} <= {"protest", "riot", "sabotage"} else -1.5


def _day_likeness(draft: Draft, one: Facts, days: Days | None) -> float:
    if days is None or draft.days is None:
        return 0.0
    if days.basis == "offset" and one.time is not None and one.time.means == "event_same":
        return 0.0
    if not days.overlaps(draft.days):
        return -4.0
    return 1.0 if _same_days(days, draft.days) else 0.3


def _same_days(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


def _place_likeness(scanned: Scan, draft: Draft, one: Facts) -> float:
    own, theirs = towns_of(scanned, one), draft.towns
    if not own or not theirs:
        return 0.0
    if own & theirs:
        return 1.0
    return -2.0 if one.where.located else -0.5
