"""What an act was the answer to: "in response to rocket fire", "to avenge the general".

It is background, and parted from the act it explains, so that its weapons, victims and places are not taken for those
of the act. It is an incident of its own only where its day is told, or harm by a verb ("in which two men died").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit

_CRIMES = frozenset({"attack", "armed_attack", "bombing", "shelling", "abduction", "sabotage", "sexual_violence"})
_CRIME_WITHIN = 4
_PAUSE = re.compile(r"[,;:()]|--? ")


def causes_in(scanned: Scan, whole: Clause, acts: Sequence[Hit]) -> list[tuple[int, int]]:
    """The offsets of each cause that a sentence tells after an act or after a word that goes back to one."""
    told = [*acts, *whole.of("cue", "back"), *whole.of("toll")]
    harm = [*acts, *whole.of("weapon"), *whole.of("toll")]
    found: list[tuple[int, int]] = []
    for cue in whole.of("cue", "response"):
        end = end_of_cause(scanned, whole, cue)
        caused = any(cue.end <= hit.start < end for hit in harm)
        if caused and any(hit.end <= cue.start for hit in told) and not (found and cue.start < found[-1][1]):
            found.append((cue.start, end))
    return found


def charges_in(scanned: Scan, whole: Clause) -> list[tuple[int, int]]:
    """The offsets of what somebody was arrested for: "three men held over the murder of a judge in May"."""
    arrests = [*whole.of("event", "arrest_raid"), *whole.of("toll", "detained")]
    crimes = [hit for hit in whole.of("event") if hit.phrase.kind in _CRIMES]
    crimes += whole.of("toll", "killed", "wounded")
    found: list[tuple[int, int]] = []
    for cue in whole.of("cue", "charge") if arrests else ():
        end = end_of_cause(scanned, whole, cue)
        taken = any(hit.end <= cue.start for hit in arrests) and not (found and cue.start < found[-1][1])
        told = any(0 <= hit.first - cue.last <= _CRIME_WITHIN for hit in crimes)
        meant = any(cue.start <= other.start < end for other in whole.of("cue", "plan", "to_come"))
        before = any(hit.end <= cue.start for hit in crimes)
        if taken and told and not meant and not before:
            found.append((cue.start, end))
    return found


def end_of_cause(scanned: Scan, whole: Clause, cue: Hit) -> int:
    """Where the cause ends: at the first pause after which no relative clause goes on with it."""
    for pause in _PAUSE.finditer(scanned.text.plain, cue.end, whole.end):
        at = scanned.tokens.at_or_after(pause.end())
        words = scanned.tokens.words[at : at + 2]
        if not any(scanned.language.is_one_of(word, "relative") for word in words):
            return pause.start()
    return whole.end


def is_told_of(scanned: Scan, cause: Clause, after: Clause | None) -> bool:
    """Whether a cause is told as an incident of its own, or the sentence after goes on with it: "It had killed two"."""
    if cause.times or _harms(scanned, cause):
        return True
    return (
        after is not None
        and _harms(scanned, after)
        and any(cue.first == after.first for cue in after.of("cue", "pronoun"))
    )


def _harms(scanned: Scan, clause: Clause) -> bool:
    """Whether a verb tells harm, no noun that takes an object as a verb does ("مقتل")."""
    verbs = (hit for hit in clause.of("toll", "killed", "wounded") if "verb" in hit.phrase.marks)
    return any(not scanned.language.is_one_of(scanned.tokens.words[hit.first], "verbal_nouns") for hit in verbs)
