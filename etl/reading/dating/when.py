"""Which expression of time dates the act of a clause, and the days it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days
from etl.reading.dating.offsets import tells_no_day
from etl.reading.dating.since import WIDE, is_since
from etl.reading.dating.statements import is_of_noun, is_of_statement, is_of_voice, is_owner
from etl.reading.grammar.acts import Act, threatens_within
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.temporal import TimeExpression

_YEAR_WITHIN = 40
"""Letters between a month and a year that is its own."""
_PHRASE = 8
"""Words of the place between a noun of act and its day, at most."""
_OWNED_WITHIN, _OWNER = 3, 4
_NAMED_DAYS = frozenset(
    {"date", "day_of_month", "day_of_last_month", "iso", "day_month", "weekday", "last_weekday", "today", "yesterday",
     "nights", "feast"}
)  # fmt: skip

_MONTHS = frozenset({"month", "part_month", "half_month"})
_DATES = _NAMED_DAYS | _MONTHS
_YEARS = frozenset({"year", "last_unit", "event_before", "event_after"})


def event_time(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> TimeExpression | None:
    """The expression that dates the act: the nearest that is not the day of a statement nor the start of a count."""
    said = [time for time in clause.times if is_of_statement(scanned, clause, time, acts)]
    usable = [time for time in clause.times if time not in said or _dates_threat(clause, time, acts)]
    usable = [time for time in usable if not is_since(scanned, clause, time)]
    usable = [time for time in usable if time.means != "future" and (time.means != "recent_days" or len(usable) == 1)]
    usable = [time for time in usable if not _is_told_closer(scanned, clause, time)]
    usable = [time for time in usable if not _is_of_aside(scanned, clause, time)]
    usable = [time for time in usable if not tells_no_day(scanned, clause, time)]
    usable = [time for time in usable if not _is_threatened(clause, time, acts)]
    if not clause.of("toll") and clause.has_cue("claim", "deny") and all(act.definite for act in acts):
        own = [time for time in usable if any(_is_own_day(scanned, time, act) for act in acts)]
        return own[0] if own else None
    usable = [time for time in usable if not _is_of_what_follows(scanned, clause, time, acts)]
    if not acts:
        usable = [time for time in usable if not is_of_voice(scanned, clause, time)]
    # A time of day alone tells less than any day.
    usable = [time for time in usable if time.means != "daytime"] or usable
    beside = [time for time in usable if any(_dates_noun(scanned, clause, time, act) for act in acts)]
    owned = [time for time in usable if any(_owns_noun(scanned, time, act) for act in acts)]
    if owned and not any("verb" in act.hit.phrase.marks for act in acts):
        return owned[0]
    if all(act.definite for act in acts) and _tells_anew(clause):
        return beside[0] if beside else None
    if not usable:
        return None
    return _nearest(scanned, clause, usable, acts)


def _is_of_what_follows(scanned: Scan, clause: Clause, time: TimeExpression, acts: Sequence[Act]) -> bool:
    """Whether a day is that on which an act told by nouns alone was spoken of: "today demanded that the murder of"."""
    told = [hit for layer in ("event", "flight", "toll") for hit in clause.of(layer) if "verb" in hit.phrase.marks]
    if told or time.means not in _NAMED_DAYS or not acts or not all(_is_known(scanned, act) for act in acts):
        return False
    first = min(act.hit.start for act in acts)
    spoken = any(cue.start < first for cue in clause.of("cue", "says", "opinion", "accuse", "deny"))
    return spoken and time.end <= first and not is_owner(scanned, time)


def _is_known(scanned: Scan, act: Act) -> bool:
    """Whether a noun of act goes back: with an article, or behind whom it befell ("the six priests' murder")."""
    before = scanned.text.plain[max(0, act.hit.start - _OWNER) : act.hit.start]
    return act.definite or before.rstrip().endswith(("'s", "s'"))


def _nearest(scanned: Scan, clause: Clause, usable: Sequence[TimeExpression], acts: Sequence[Act]) -> TimeExpression:
    """The time that an act reckons from, or the most exact and nearest to an act."""
    exact = [time for time in usable if time.means not in ("year", "this_unit", "recent_days", "last_unit", "season")]
    pool = exact or usable
    reckoned = [time for time in pool if _is_reckoned_from_act(scanned, clause, time)]
    # "In May, seven monks were killed, two months after the kidnapping" is of May.
    opening = scanned.tokens.starts[min(clause.first + 1, clause.last - 1)]
    if reckoned and not any(time.start <= opening and time.means in _DATES for time in pool):
        return reckoned[0]
    named = [time for time in pool if time.means in _NAMED_DAYS]
    named = named or [time for time in pool if time.means in _MONTHS]
    if named and any(time.means.startswith("event_") for time in pool):
        pool = named
    if not acts:
        return pool[0]
    return min(pool, key=lambda time: min(_gap(time, act) for act in acts))


def _tells_anew(clause: Clause) -> bool:
    """Whether a clause corrects a toll told before, and does not only say what it is not ("25, and not 19, ...")."""
    aside = [cue.first for cue in clause.of("cue", "instead_of")]
    return any(cue.first not in aside for cue in clause.of("cue", "total", "correction"))


def _is_told_closer(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a weekday is followed by its date: "on Thursday, March 4"."""
    return time.means == "weekday" and any(
        other.means in ("date", "day_month")
        and time.end <= other.start
        and scanned.text.plain[time.end : other.start].strip() in ("", ",")
        for other in clause.times
    )


def _is_of_aside(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether a long time dates only what a relative clause tells of something: "which fell in 2012"."""
    is_wide = time.means in WIDE or (time.means == "ago" and time.slots.get("unit") in ("year", "month"))
    told = [hit.start for layer in ("event", "toll") for hit in clause.of(layer)]
    if not is_wide or not any(at < time.start for at in told) or any(at > time.start for at in told):
        return False
    tokens, last = scanned.tokens, max(at for at in told if at < time.start)
    between = range(tokens.at_or_after(last), tokens.at_or_after(time.start))
    return any(
        scanned.language.is_one_of(tokens.words[at], "relative")
        and "," in scanned.text.plain[tokens.ends[at - 1] : tokens.starts[at]]
        for at in between
    )


def _dates_threat(clause: Clause, time: TimeExpression, acts: Sequence[Act]) -> bool:
    """Whether a day of saying is that of a threat: "a caller said on Thursday that a bomb would go off"."""
    return any(
        cue.first <= act.hit.first <= cue.last + threatens_within(act.hit) and time.end <= act.hit.start
        for cue in clause.of("cue", "threat_to")
        for act in acts
    )


def _is_threatened(clause: Clause, time: TimeExpression, acts: Sequence[Act]) -> bool:
    """Whether a day behind a threatened act is the one on which it is to come: "threatened to burn it on Friday"."""
    return any(
        cue.first <= act.hit.first <= cue.last + threatens_within(act.hit) and act.hit.end <= time.start
        for cue in clause.of("cue", "threat_to")
        for act in acts
    )


def _is_reckoned_from_act(scanned: Scan, clause: Clause, time: TimeExpression) -> bool:
    """Whether an act right after a time is what it is reckoned from: "two days before the strike of Sunday"."""
    last = scanned.tokens.at_or_after(time.end)
    offset = time.means in ("event_before", "event_after")
    return offset and any("noun" in hit.phrase.marks and 0 <= hit.first - last <= 2 for hit in clause.of("event"))


def _is_own_day(scanned: Scan, time: TimeExpression, act: Act) -> bool:
    """Whether a time stands in the phrase of a noun of act: "Sunday's attack", "el ataque del domingo"."""
    return _owns_noun(scanned, time, act) or is_of_noun(scanned, time, act)


def _dates_noun(scanned: Scan, clause: Clause, time: TimeExpression, act: Act) -> bool:
    """Whether a time belongs to a noun of act before it: "the attack of Monday", "the attack on Bria, on Monday"."""
    tokens, language = scanned.tokens, scanned.language
    between = range(act.hit.last, tokens.at_or_after(time.start))
    told = [hit for layer in ("event", "flight", "toll") for hit in clause.of(layer) if hit is not act.hit]
    told += clause.of("cue", "says", "total", "correction")
    within = sum(not language.is_one_of(tokens.words[at], "definite") for at in between)
    if within <= _PHRASE and not any(hit.first in between or hit.last - 1 in between for hit in told):
        return "noun" in act.hit.phrase.marks and time.start >= act.hit.end
    small = ("of", "of_part", "definite", "links")
    return (
        "noun" in act.hit.phrase.marks
        and time.start >= act.hit.end
        and all(
            scanned.text.plain[tokens.starts[at]].isupper()
            or any(cue.first <= at < cue.last for cue in (*clause.of("cue", "conducts"), *clause.of("thing")))
            or any(language.is_one_of(tokens.words[at], k) for k in small)
            for at in between
        )
    )


def _owns_noun(scanned: Scan, time: TimeExpression, act: Act) -> bool:
    """Whether a time owns a noun of act behind it: "Monday's deadly bombing"."""
    words_between = act.hit.first - scanned.tokens.at_or_after(time.end)
    owns = is_owner(scanned, time)
    return owns and "noun" in act.hit.phrase.marks and 0 <= words_between <= _OWNED_WITHIN


def _gap(time: TimeExpression, act: Act) -> int:
    return max(act.hit.start - time.end, time.start - act.hit.end, 0)


def days_told(clause: Clause, time: TimeExpression | None, published: date | None, event: Days | None) -> Days | None:
    """The days a clause tells for its act, None where it tells none; a year told beside a month holds for it."""
    if time is None:
        return None
    if time.means in ("month", "part_month", "day_month") and "year" not in time.slots:
        for other in clause.times:
            beside = max(other.start - time.end, time.start - other.end) <= _YEAR_WITHIN
            whole = days_of(other, published, event) if beside and other.means in _YEARS else None
            if whole is not None and whole.precision == "year":
                return days_of(replace(time, slots={**time.slots, "year": whole.end.year}), published, event)
    return days_of(time, published, event)
