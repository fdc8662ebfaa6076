"""What a text counts into a series: "the third attack on the base in a week", "the latest in a series of bombings".

The words say that an incident is one of several. Which the others are they say only where the text tells no more
incidents of that kind in that stretch of time than the number leaves room for; else the series stays without them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import ONE_DAY
from etl.reading.dating.since import is_since
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.tellings import GENERAL, LOOK_BACK, Telling, last_told
from etl.reading.scan.clauses import Clause, Scan, part_of
from etl.reading.scan.sentences import Sentence
from etl.reading.words.number_words import number_at
from etl.reading.words.phrases import Hit
from etl.records import EventType

_ATTACKS: frozenset[EventType] = frozenset({"armed_attack", "bombing", "shelling", "air_strike", "sabotage"})
_STRETCH_WITHIN = 16
"""Words behind the number within which the stretch of time stands."""
_DAYS = {"hour": 1 / 24, "day": 1, "weekend": 2, "week": 7, "month": 31, "year": 366}

Series = tuple[int, tuple[int, ...], Sentence]
"""An incident, the others of its series that the text tells, and the sentence that says so."""


def series_of(
    scanned: Scan, told: Sequence[Telling], drafts: Sequence[Draft], anchor: date | None, answers: Collection[int]
) -> Iterator[Series]:
    """The series that a text tells of, in its order. answers: incidents that answered another, which are no series."""
    starts, sentences = [one.clause.start for one in told], [one.start for one in scanned.sentences]
    for cue in scanned.hits.get("cue", ()):
        if cue.phrase.kind != "series":
            continue
        at = bisect_right(starts, cue.start)
        sentence = scanned.sentences[max(0, bisect_right(sentences, cue.start) - 1)]
        one = _counted(scanned, told[max(0, at - LOOK_BACK) : at], cue, sentence)
        if one is None or cue.start >= sentence.end:
            continue
        whole = part_of(scanned, sentence, sentence.start, sentence.end)
        since = _since(scanned, whole, cue, drafts[one], anchor)
        others = _others(scanned, drafts, one, cue, since) if since else []
        kept = [other for other in others if other not in answers]
        yield one, tuple(kept) if len(kept) < _number(scanned, cue) else (), sentence


def _counted(scanned: Scan, told: Sequence[Telling], cue: Hit, sentence: Sentence) -> int | None:
    """The incident that is counted: that of the sentence, or the one told before ("It was the third attack ...").

    told: what is told up to the words that count.
    """
    here = [one for one in told if one.clause.sentence.start == sentence.start]
    before = [one for one in told if one.clause.sentence.start < sentence.start]
    own = any(act.hit.end <= cue.start for one in here for act in one.facts.acts)
    if here and "back" not in cue.phrase.marks and (own or _opens(scanned, cue, sentence)):
        return here[-1].owners[-1]
    if not before:
        return None
    whole = part_of(scanned, sentence, sentence.start, sentence.end)
    if (near := last_told(whole, before)) is not None:
        return near
    for group in ([one for one in before if one.clause.sentence.paragraph == sentence.paragraph], before):
        owners = {owner for one in group for owner in one.owners}
        if len(owners) == 1:
            return owners.pop()
    return None


def _opens(scanned: Scan, cue: Hit, sentence: Sentence) -> bool:
    """Whether what is counted is the subject itself: "The third attack in a week killed two"."""
    words = scanned.tokens.words[scanned.tokens.at_or_after(sentence.start) : cue.first]
    return all(scanned.language.is_one_of(word, "definite") for word in words)


def _since(scanned: Scan, whole: Clause, cue: Hit, draft: Draft, anchor: date | None) -> date | None:
    """The first day of the stretch in which a series is counted, None where none is told."""
    last = draft.days.end if draft.days else anchor
    if last is None:
        return None
    for time in whole.times:
        if time.start > cue.start and (time.means == "this_unit" or is_since(scanned, whole, time)):
            days = days_of(time, anchor, None)
            return days.start if days else None
    tokens, units = scanned.tokens, scanned.language.temporal.values["unit"]
    for at in range(cue.first + 1, min(whole.last, cue.first + _STRETCH_WITHIN)):
        unit = units.get(tokens.words[at])
        if unit is not None:
            return last - max(1, round(_so_many(scanned, at) * _DAYS[str(unit)])) * ONE_DAY
    return None


def _so_many(scanned: Scan, at: int) -> int:
    """The number right before a word for a stretch of time; a form of its own for two counts as two."""
    twice = scanned.language.temporal.values["twice"].get(scanned.tokens.words[at])
    if twice is not None:
        return int(twice)
    for first in (at - 2, at - 1):
        number = number_at(scanned.tokens, max(first, 0), at, scanned.language.numbers)
        if number is not None and number[1] == at:
            return number[0]
    return 1


def _number(scanned: Scan, cue: Hit) -> int:
    """Which of its series an incident is; 0 where no plain ordinal tells ("the latest", "the twenty-second")."""
    words, numbers = scanned.tokens.words, scanned.language.numbers
    for at in range(cue.first, cue.last):
        if words[at] in numbers.ordinals:
            compound = at > 0 and words[at - 1] in numbers.words
            return 0 if compound else numbers.ordinals[words[at]]
    return 0


def _others(scanned: Scan, drafts: Sequence[Draft], one: int, cue: Hit, since: date) -> list[int]:
    """The other incidents of the text that are of the kind counted, in the stretch, and no later."""
    counted, again = drafts[one], "again" in cue.phrase.marks
    kinds = {hit.phrase.kind for hit in scanned.between("event", cue.start, cue.end)}
    last = counted.days.end if counted.days else None
    found: list[int] = []
    for number, draft in enumerate(drafts):
        kind, days = draft.event_type, draft.days
        if number == one or days is None or days.start is None or days.precision not in ("day", "days"):
            continue
        same = kind == counted.event_type or draft.is_general
        alike = same if again or not kinds else kind in kinds or GENERAL in kinds
        elsewhere = again and bool(draft.towns) and bool(counted.towns) and not draft.towns & counted.towns
        if alike and kind in _ATTACKS and not elsewhere and since <= days.start and (last is None or days.end <= last):
            found.append(number)
    return found
