"""Days of who says so, which are not those of what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.grammar.acts import Act
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.reading.words.temporal import TimeExpression

_SAID_WITHIN = 2
_SPEAKER_WITHIN, _SPEAKER = 10, 8
_PAUSE = re.compile("[,;:.]")


def statement_day(
    scanned: Scan, clause: Clause, acts: Sequence[Act], time: TimeExpression | None, published: date | None
) -> Days | None:
    """The day of a statement from which it reckons ("said on Thursday that three days earlier ..."); None elsewhere."""
    if time is None or time.means != "event_before" or "n" not in time.slots:
        return None
    said = [other for other in clause.times if is_of_statement(scanned, clause, other, acts)]
    days = [days_of(other, published, None) for other in said if other.end <= time.start]
    return next((one for one in days if one is not None and one.precision == "day"), None)


def is_of_statement(scanned: Scan, clause: Clause, time: TimeExpression, acts: Sequence[Act]) -> bool:
    """Whether a time stands right beside a word of saying and nearer to it than to any act."""
    tokens, plain = scanned.tokens, scanned.text.plain
    first, last = tokens.at_or_after(time.start), tokens.at_or_after(time.end)
    if is_owner(scanned, time) or any(is_of_noun(scanned, time, act) for act in acts):
        return False
    for cue in clause.of("cue", "says", "claim", "deny", "accuse", "opinion"):
        if "suspected" in cue.phrase.marks or "of_subject" in cue.phrase.marks:
            continue
        if any(act.hit.last == cue.first - 1 for act in acts) and _is_passive(scanned, cue.first):
            continue
        after, before = first - cue.last, cue.first - last
        beside = plain[time.end : cue.start].strip() == ""
        if not (0 <= after <= _SAID_WITHIN or (before == 0 and beside) or _ends_aside(scanned, clause, cue, time)):
            continue
        # "Says that it killed", and in one phrase "says to have killed": the day is that of the act.
        says_that = (
            tokens.words[cue.first : cue.last + 1] if cue.phrase.kind == "claim" else tokens.words[cue.last :][:1]
        )
        if any(scanned.language.is_one_of(word, "that") for word in says_that):
            continue
        claimed = cue.phrase.kind in ("claim", "deny")
        between = [act for act in acts if cue.end <= act.hit.start < time.start and not (claimed and act.definite)]
        follows = [act for act in acts if act.hit.first == last and "," not in plain[time.end : act.hit.start]]
        if not between and not follows:
            return True
    return False


def _is_passive(scanned: Scan, at: int) -> bool:
    """Whether a verb is told of its subject: "six bombings were reported on Monday" is the day of the bombings."""
    return scanned.language.is_one_of(scanned.tokens.words[at - 1], "passive")


def _ends_aside(scanned: Scan, clause: Clause, cue: Hit, time: TimeExpression) -> bool:
    """Whether a time ends what is told of a speaker: ", an aide told the radio on Monday", "told us on Monday that".

    A speaker's aside stands behind a comma; where the subject follows its verb, the verb right behind it.
    """
    tokens, plain, language = scanned.tokens, scanned.text.plain, scanned.language
    first, last = tokens.at_or_after(time.start), tokens.at_or_after(time.end)
    if cue.phrase.kind != "says" or not 0 <= first - cue.last <= _SPEAKER_WITHIN:
        return False
    if _PAUSE.search(plain, cue.end, time.start):
        return False
    opened = plain[clause.sentence.start : cue.start].rpartition(",")
    aside = bool(opened[1]) and plain[time.end : time.end + 1] in ("", ".", ",", ";")
    if aside:
        aside = len(opened[2].split()) <= (_SAID_WITHIN if language.verb_first else _SPEAKER)
    leads = last < clause.last and language.is_one_of(tokens.words[last], "that")
    begin = clause.sentence.start + len(opened[0]) if aside else cue.end
    told = [hit for layer in ("event", "flight", "toll", "weapon") for hit in clause.of(layer)]
    return (aside or leads) and not any(begin <= hit.start < time.start for hit in told)


def is_of_voice(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a time behind tolls without a verb is that of who says so: "Twelve dead, they said on Friday"."""
    tolls = clause.of("toll")
    if not tolls or any("verb" in hit.phrase.marks or hit.start > time.start for hit in tolls):
        return False
    said = any(tolls[-1].end <= cue.start < time.start for cue in clause.of("cue", "says"))
    return said or ";" in scanned.text.plain[tolls[-1].end : time.start]


def is_of_noun(scanned: Scan, time: TimeExpression, act: Act) -> bool:
    """Whether "of" ties a time to a noun of act right before it: "the attack of Monday", "el ataque del domingo"."""
    tokens, language = scanned.tokens, scanned.language
    at = tokens.at_or_after(time.start)
    if time.start < act.hit.end or "noun" not in act.hit.phrase.marks:
        return False
    of_behind = language.is_one_of(tokens.words[at], "of")
    between = tokens.words[act.hit.last : at + of_behind]
    # Where two nouns side by side belong together, one with the article ends its phrase.
    has_article = language.is_one_of(tokens.words[act.hit.first - 1], "definite") if act.hit.first else False
    joined = language.parting is not None and not has_article
    return all(language.is_one_of(word, "of") for word in between) and (bool(between) or joined)


def is_owner(scanned: Scan, time: TimeExpression) -> bool:
    """Whether a time tells whose what follows is: "Monday's attack"."""
    return scanned.text.plain[time.start : time.end + 2].endswith("'s")
