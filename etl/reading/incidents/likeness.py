"""How much speaks for a clause going on with an incident: same act, day, place, doer, words that go back, nearness."""

from __future__ import annotations

from itertools import product

from etl.reading.dating.intervals import Days
from etl.reading.grammar.acts import MEANS, Act
from etl.reading.grammar.going_back import same_again
from etl.reading.incidents.aftermath import tells_toll_of
from etl.reading.incidents.draft import Draft, towns_of
from etl.reading.incidents.facts import Facts
from etl.reading.incidents.sufferers import sufferer_likeness
from etl.reading.placing.headings import in_dateline
from etl.reading.scan.clauses import Scan

_SECTIONS_APART, _SAME_AGAIN = 3.0, 0.8
_APART_TIMES = frozenset({"event_same", "event_before", "event_after"})
_ATTACKS = frozenset({"armed_attack", "bombing", "shelling", "air_strike", "armed_clash", "sabotage"})
_LED_FROM = _ATTACKS | {"riot", "protest", "abduction"}
_AFTERMATH = frozenset({"arrest_raid", "abduction"})  # What these lead to within hours, on no day of its own.


def likeness(scanned: Scan, draft: Draft, one: Facts, days: Days | None, is_latest: bool) -> float:
    """How much speaks for a clause going on with an incident."""
    headed = _is_headline_of(scanned, draft, one)
    score = _type_likeness(draft, one) + _day_likeness(draft, one, days) + _place_likeness(scanned, draft, one, headed)
    opens = any(act.indefinite or _does(act) for act in one.acts)
    opens = opens or (one.time is not None and bool(one.tolls) and not one.goes_back) or is_next_shot(draft, one)
    # A place or a toll of its own parts what is dated from what was told without a day.
    own = one.where.located or one.tolls or not is_latest
    dated = one.time is not None and (draft.days is not None or own)
    if opens and not one.goes_back and dated and not _same_days(days, draft.days):
        score -= 1.0
    carries_on = _carries_on(draft, one, is_latest)
    going_on = carries_on or one.is_perceived or (one.is_dud and draft.event_type in _ATTACKS)
    if carries_on or (((one.goes_back and not _by_other_means(draft, one)) or going_on) and not one.is_another):
        score += 1.5
    elif is_latest:
        score += 0.7 if one.by_pronoun else 1.5 * tells_toll_of(draft.last, one)
    if opens and _by_others(draft, one):
        score -= 0.7
    if opens and not one.goes_back and one.where.located and one.time is not None and one.time.means in _APART_TIMES:
        score -= 1.2
    if is_latest and not one.is_another and same_again(scanned, [part.clause for part in draft.parts], one.clause):
        score += _SAME_AGAIN
    score -= 2.0 * _replies(draft, one)
    if _names_site(scanned, draft, one):
        score += 1.8
    if one.is_another and opens and not carries_on:
        score -= 2.0
    if not going_on and any(act.indefinite for act in one.acts) and not any(act.definite for act in one.acts):
        score -= 1.0
    score += sufferer_likeness(scanned, draft, one)
    score += headed
    if one.status not in ("carried_out", draft.parts[0].status) and not (one.goes_back or going_on):
        score -= 1.5
    if not opens and any((toll.kind, toll.low) in draft.told for toll in one.tolls):
        score += 1.0
    return score + _nearness(scanned, draft, one, is_latest)


def _nearness(scanned: Scan, draft: Draft, one: Facts, is_latest: bool) -> float:
    last, here = draft.last.clause.sentence, one.clause.sentence
    apart = _SECTIONS_APART if scanned.layout.is_apart and here.paragraph != last.paragraph else 0.0
    if here.start == last.start:
        return 0.5
    if not is_latest:
        return -0.7 - apart
    return 1.0 if here.paragraph == last.paragraph else -0.2 - apart


def _is_headline_of(scanned: Scan, draft: Draft, one: Facts) -> bool:
    """Whether an incident is told by the first line alone, one without a full stop, and a clause stands right below.

    A headline tells in short, and mostly without a day, what the sentence below tells in full.
    """
    last, here = draft.last.clause.sentence, one.clause.sentence
    if last.paragraph or here.paragraph != 1 or draft.days is not None or one.is_another:
        return False
    return not scanned.text.plain[last.start : last.end].rstrip().endswith((".", "!", "?"))


def _names_site(scanned: Scan, draft: Draft, one: Facts) -> bool:
    """Whether a clause names the site of an incident again: "the market", after "the market in Gao"."""
    folded, language = scanned.text.folded, scanned.language
    again = {
        folded[thing.start : thing.end]
        for thing in one.clause.of("thing", "site")
        if thing.first and language.is_one_of(scanned.tokens.words[thing.first - 1], "definite")
    }
    told = [folded[start:end] for part in draft.parts for start, end in part.where.places]
    return any(site in place.split() for site in again for place in told)


def is_next_shot(draft: Draft, one: Facts) -> bool:
    """Whether "the second", told to have hit something, has a place of its own."""
    shots = any("shots" in act.hit.phrase.marks for act in one.acts)
    return shots and one.is_another and bool(one.where.names) and any(part.where.names for part in draft.parts)


def _does(act: Act) -> bool:
    """Whether a verb tells of an act, and not only how it was stopped."""
    return "verb" in act.hit.phrase.marks and "stopped" not in act.hit.phrase.marks


def _carries_on(draft: Draft, one: Facts, is_latest: bool) -> bool:
    """Whether a clause tells where one of the weapons came down, or what somebody else says of them, on no new day."""
    apart = one.clause.sentence.paragraph - draft.last.clause.sentence.paragraph
    if not is_latest or apart > 1 or one.time is not None:
        return False
    if draft.event_type == "riot" and one.event_type in ("riot", "sabotage"):
        return one.by_pronoun or one.clause.has_cue("crowd")
    means = one.means or (one.event_type if one.is_retold and one.event_type in MEANS else None)
    if means is None or (apart and not one.is_retold):
        return False
    alike = means == draft.event_type or draft.is_general
    flown = all(act.kind in ("attack", means) for act in one.acts)
    named_apart = one.by_pronoun or one.clause.has_cue("part_of")
    return alike and flown and (named_apart or one.is_retold or one.is_one_more)


def _replies(draft: Draft, one: Facts) -> bool:
    """Whether somebody else answers an incident by other means: "the army replied with an air strike"."""
    means = one.event_type in MEANS and one.event_type != draft.event_type
    return means and one.clause.has_cue("reply") and bool(one.actors) and not any(act.definite for act in one.acts)


def _by_other_means(draft: Draft, one: Facts) -> bool:
    """Whether "the air strike" cannot go back to what was told as shelling."""
    kinds = {act.kind for act in one.acts} & frozenset(MEANS)
    return bool(kinds) and not draft.is_general and draft.event_type in MEANS and draft.event_type not in kinds


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
    undated = one.time is None or one.time.means in ("daytime", "overnight", "event_same")
    if one.event_type in _AFTERMATH and draft.event_type in _LED_FROM and undated and not one.where.located:
        return 0.2
    return 0.5 if {one.event_type, draft.event_type} <= {"protest", "riot", "sabotage"} else -1.5


def _day_likeness(draft: Draft, one: Facts, days: Days | None) -> float:
    if days is None or draft.days is None:
        return 0.0
    if not days.overlaps(draft.days):
        return -4.0
    if days.basis == "offset" and one.time is not None and one.time.means == "event_same":
        return 0.0
    return 1.0 if _same_days(days, draft.days) else 0.3


def _same_days(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and (one.start, one.end) == (other.start, other.end)


def _place_likeness(scanned: Scan, draft: Draft, one: Facts, headed: bool) -> float:
    own, theirs = towns_of(scanned, one), draft.towns
    if not own or not theirs:
        return -1.5 if own and _is_elsewhere(scanned, draft, one) else 0.0
    # A headline has no room for the whole name: "Taji" over "Camp Taji".
    if headed and any(name.endswith(f" {short}") for name, short in product(own, theirs)):
        return 1.0
    if own & theirs or any(_is_longer(*pair) or _is_longer(*pair[::-1]) for pair in product(own, theirs)):
        return 1.0
    return -2.0 if one.where.located else -0.5


def _is_elsewhere(scanned: Scan, draft: Draft, one: Facts) -> bool:
    """Whether a verb tells of an act of another kind in a town, and what was told without one was where it was sent."""
    sent_from = {scanned.text.folded[name.start : name.end] for name in in_dateline(scanned).names}
    opens = one.where.located and not one.goes_back and any(_does(act) for act in one.acts)
    return opens and bool(sent_from) and _type_likeness(draft, one) < 1 and not sent_from & towns_of(scanned, one)


def _is_longer(name: str, other: str) -> bool:
    """Whether one name goes on with the other: "zone verte de bagdad", "zone verte"."""
    return name.startswith(f"{other} ")
