"""Two incidents that share one verb: "rockets fell at A and at B", "one in A and one in B", "ten hit A, five B".

The sentence is parted before the second place; what stands there takes its act, day, doer and means from the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.dating.intervals import Days
from etl.reading.incidents.draft import Draft, join
from etl.reading.incidents.facts import Facts
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.scan.names import Name
from etl.reading.tolls.toll_sums import Toll
from etl.reading.words.phrases import Hit

_PHRASE = 9
_COUNTED_BEFORE, _PARTED_BEFORE = 12, 60


def twin_cuts(scanned: Scan, whole: Clause, acts: Sequence[Hit]) -> list[int]:
    """The offsets at which a sentence names a second place for an act told before it."""
    cuts: list[int] = []
    if not acts:
        return cuts
    placed = [name for name in whole.names if name.kind != "demonym"]
    for name, before in zip(placed[1:], placed, strict=False):
        cut = _begins(scanned, whole, name)
        if cut is None or cut < before.end or not any(act.end <= cut for act in acts) or _holds(whole, name, before):
            continue
        told = (act for act in acts if act.phrase.layer != "toll")
        if _stands_in_place(scanned, whole, before) and not any(cut <= act.start <= name.end for act in told):
            cuts.append(cut)
    return cuts


def _holds(whole: Clause, name: Name, before: Name) -> bool:
    """Whether a name is that of the country in which the place told before lies, as far as one can tell.

    An unknown village lies there where a verb of harm goes on with its act: "raided V and killed 70 in western Niger".
    """
    if name.kind != "country" or before.kind == "country":
        return False
    harm = [hit for hit in whole.of("toll", "killed", "wounded") if before.end <= hit.start < name.start]
    unknown = not before.countries and any("verb" in hit.phrase.marks for hit in harm)
    return unknown or name.countries[:1] == before.countries[:1]


def _begins(scanned: Scan, whole: Clause, name: Name) -> int | None:
    """Where "and at B", "and one in B" or ", five B" begins; None where the place is no second one.

    A toll told for two places together tells of one incident: it cannot be shared out.
    """
    words, language = scanned.tokens.words, scanned.language
    at = scanned.tokens.at_or_after(name.start)
    places = {cue.first: cue for cue in whole.of("cue", "locative")}
    for first in range(at - 1, max(whole.first, at - _PHRASE), -1):
        word = words[first]
        joined = language.is_one_of(words[first - 1], "and")
        measured = any(cue.first <= first + 1 < cue.last for cue in whole.of("cue", "distance"))
        if language.is_one_of(word, "and") or (measured and _is_number(scanned, first)):
            return None
        if _is_number(scanned, first) or (first + 1 in places and word in scanned.language.numbers.words):
            comma = scanned.text.plain[: scanned.tokens.starts[first]].rstrip().endswith((",", ":"))
            harm = next((hit for hit in whole.of("toll", "killed", "wounded") if hit.last == first), None)
            if harm is not None and "verb" in harm.phrase.marks and language.is_one_of(words[harm.first - 1], "and"):
                return scanned.tokens.starts[harm.first - 1]
            return scanned.tokens.starts[first - joined] if joined or comma else None
        if first in places and joined and name.kind != "country" and not whole.of("toll", "killed", "wounded"):
            return scanned.tokens.starts[first - 1]
        if first not in places and not _is_of_phrase(scanned, whole, first):
            return None
    return None


def _is_number(scanned: Scan, at: int) -> bool:
    numbers = scanned.language.numbers
    word = scanned.tokens.words[at]
    return (word in numbers.words and word not in numbers.articles) or (word.isdecimal() and len(word) < 4)


def _is_of_phrase(scanned: Scan, whole: Clause, at: int) -> bool:
    """Whether a word belongs to the phrase of a place: small words, sites, sides and names."""
    word, start, language = scanned.tokens.words[at], scanned.tokens.starts[at], scanned.language
    small = any(language.is_one_of(word, kind) for kind in ("definite", "of", "of_part", "links", "directions"))
    things = [*whole.of("thing"), *whole.of("people"), *whole.of("cue", "locative", "area")]
    return (
        small
        or any(hit.first <= at < hit.last for hit in things)
        or any(name.start <= start < name.end for name in whole.names)
    )


def _stands_in_place(scanned: Scan, whole: Clause, name: Name) -> bool:
    """Whether a name stands after a word of place or of aim, with the words of its phrase alone between."""
    at = scanned.tokens.at_or_after(name.start)
    for cue in whole.of("cue", "locative", "against"):
        if cue.last <= at <= cue.last + _PHRASE and all(
            _is_of_phrase(scanned, whole, between) for between in range(cue.last, at)
        ):
            return True
    return False


def shared(scanned: Scan, first: Facts, second: Facts) -> Facts:
    """What the second place tells, with the act, day, doers and means of the first."""
    return replace(
        second, acts=first.acts, event_type=first.event_type, means=first.means, status=first.status,
        status_span=first.status_span, time=first.time or second.time, actors=first.actors, weapons=first.weapons,
        tolls=_tolls(scanned, first, second), remark=first.remark, goes_back=False, by_pronoun=False, is_twin=True,
    )  # fmt: skip


def _tolls(scanned: Scan, first: Facts, second: Facts) -> tuple[Toll, ...]:
    """The tolls of the second place, whose number may lack its word of harm: "killed three in A and four in B"."""
    at = second.clause.first + scanned.language.is_one_of(scanned.tokens.words[second.clause.first], "and")
    place = first.where.places[0][0] if first.where.places else 0
    reach = _PARTED_BEFORE if _is_wide(first) else _COUNTED_BEFORE
    counted = [toll for toll in first.tolls if toll.low and 0 <= place - toll.end <= reach]
    if not counted or not _is_number(scanned, at):
        return second.tolls
    word = scanned.tokens.words[at]
    number = int(word) if word.isdecimal() else scanned.language.numbers.words[word]
    span = scanned.tokens.starts[at], scanned.tokens.ends[at]
    told = replace(counted[-1], low=number, high=number, attackers=0, start=span[0], end=span[1])
    return (told, *(toll for toll in second.tolls if toll.kind != told.kind))


def dated_as(first: Draft, second: Facts, days: Days | None) -> None:
    """Give the days told behind the second place to the first, which told none."""
    if first.days is None and days is not None:
        first.days = days
        first.parts[-1] = replace(first.last, time=second.time)


def with_twin(scanned: Scan, drafts: list[Draft], latest: Draft, one: Facts, facts: Sequence[Facts]) -> Draft:
    """Add the incident at the second place before the latest one, and say which is the latest now.

    A country whose towns a list tells one by one ("19 dead in Mali: 12 in A and seven in B") has none of its own.
    """
    listed = [other for other in facts if other.is_twin and other.clause.sentence == one.clause.sentence]
    parts, whole = _number_of(*listed), _number_of(latest.last)
    parted = len(listed) > 1 and (whole is None or parts is None or parts <= whole)
    drafts.insert(drafts.index(latest), twin := _twin_of(latest, one))
    join(scanned, twin, one, None)
    if not (parted and _is_wide(latest.last)):
        return latest
    drafts.remove(latest)
    return twin


def _number_of(*told: Facts) -> int | None:
    """How many were killed by what clauses tell, None where they tell no number."""
    numbers = [toll.low for one in told for toll in one.tolls if toll.kind == "killed" and toll.low]
    return sum(numbers) if numbers else None


def _is_wide(one: Facts) -> bool:
    """Whether a clause names no place but a country or a part of one, which those of a list behind it lie in."""
    return bool(one.where.names) and all(name.kind in ("country", "area") for name in one.where.names)


def _twin_of(sibling: Draft, second: Facts) -> Draft:
    """The incident at the second place: all that was told of the first but its place and its tolls.

    What nobody suffered, told after both places, holds for both.
    """
    spared = tuple(toll for toll in second.tolls if toll.high == 0)
    sibling.parts[-1] = replace(sibling.last, tolls=(*sibling.last.tolls, *spared))
    places = sibling.last.where.places
    parts = [
        replace(part, where=Where(), tolls=(), targets=tuple(
            one for one in part.targets if not any(start < one.end and one.start < end for start, end in places)
        ))
        for part in sibling.parts
    ]  # fmt: skip
    return Draft(parts, sibling.days, event_type=sibling.event_type, is_general=sibling.is_general)
