"""What is no incident: several events told at once, tests, plans, opinions."""

from __future__ import annotations

from collections.abc import Sequence

from etl.reading.dating.since import is_since
from etl.reading.grammar.acts import Act
from etl.reading.scan.clauses import Clause, Scan
from etl.reading.words.phrases import Hit
from etl.records import RemarkKind

_SINGLE_DAYS = frozenset({"weekday", "day_month", "date", "yesterday", "overnight", "today", "nights"})
_SINGLE_MONTHS = frozenset({"month", "part_month"})
_LONG = frozenset({"season", "year", "this_unit", "last_unit"})
_TAKING = frozenset({"arrest_raid", "abduction"})
_NEAR = 8
"""Words between a cue of a test and what is tested."""
_PAIR = 2
_DOZENS = 10
"""So many attacks, with nobody told to be hurt, are counted, not told."""


def remark_in(scanned: Scan, clause: Clause, acts: Sequence[Act]) -> RemarkKind | None:
    """The kind of remark a clause is, if it tells of no single incident."""
    words = clause.of("event")
    single_day = _is_dated(scanned, clause, _SINGLE_DAYS)
    deadly = single_day and acts and clause.of("toll", "killed")
    if _is_drill(clause, acts):
        return "test"
    if not deadly and _is_near(_tests(clause), words + clause.of("weapon")):
        return "test"
    several = clause.has_cue("separate") and not any(act.is_single for act in acts)
    several = several or (not acts and _over_time(clause)) or _is_nationwide(clause) or _of_month(clause, acts)
    several = several or (not single_day and clause.has_cue("since") and _counts_over_long(scanned, clause))
    if several or _is_aggregate(scanned, clause, acts, single_day):
        return "aggregate"
    if words and ((not acts and clause.has_cue("plan")) or (_is_to_come(clause) and not single_day)):
        return "plan"
    if (
        words
        and clause.has_cue("opinion")
        and not clause.has_cue("claim", "deny", "accuse")
        and not single_day
        and not clause.of("toll")
        and all(act.definite or not act.is_single for act in acts)
    ):
        return "opinion"
    return None


def _is_drill(clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether all acts and dead are told after a word for a drill: "at yesterday's exercise two gunmen were shot"."""
    drills = [cue.first for cue in clause.of("cue", "test") if "drill" in cue.phrase.marks]
    told = [*(act.hit.first for act in acts), *(hit.first for hit in clause.of("toll", "killed"))]
    return bool(drills) and bool(told) and drills[0] < min(told)


def _is_to_come(clause: Clause) -> bool:
    return any(time.means == "future" for time in clause.times)


def _is_aggregate(scanned: Scan, clause: Clause, acts: Sequence[Act], single_day: bool) -> bool:
    """Whether several events are told at once: counted, or said to happen often or for long."""
    words = clause.of("event")
    only_dates = bool(acts) and all(_only_dates(scanned, clause, act) for act in acts)
    if only_dates or single_day:
        return only_dates
    plural = [hit for hit in words if "many" in hit.phrase.marks]
    counted, lasting, habit = _counts_events(scanned, clause, words), clause.has_cue("since"), clause.has_cue("habit")
    dozens = not clause.of("toll") and any(_number_before(scanned, hit) >= _DOZENS for hit in plural)
    if dozens or ((lasting or habit) and (counted or (plural and len(plural) == len(words)))):
        return True
    only_counted = counted and not acts and clause.has_cue("incidents")
    if only_counted or (plural and (counted or habit) and len(clause.times) > 1):
        return True
    begins = bool(_since(scanned, clause))
    deaths, span = clause.of("toll", "killed", "wounded", "detained"), clause.has_cue("span")
    wars = [*deaths, *clause.of("cue", "overall")] if span or clause.has_cue("overall") else []
    own = [act for act in acts if not any(one.first <= act.hit.first < one.last for one in wars)]
    began = clause.of("cue", "began") if lasting else []
    own = [act for act in own if not any(0 <= act.hit.first - one.last < _PAIR for one in began)]
    own = [act for act in own if not ((began or (begins and act.kind in _TAKING)) and _is_harm(act, deaths))]
    overall = clause.has_cue("overall") or (lasting and (clause.times or begins or span or began))
    if not own and deaths and (overall or clause.has_cue("counted_over")):
        long = lasting or all(time.means in _LONG for time in clause.times)
        summed = clause.has_cue("counted_over") or (long and clause.has_cue("overall"))
        return summed or not any(_is_dated(scanned, clause, frozenset({time.means})) for time in clause.times)
    single = any(act.is_single for act in acts)
    if single and _is_dated(scanned, clause, _SINGLE_MONTHS):
        return False
    harmed = bool(clause.of("toll", "killed", "wounded")) and not lasting
    # "Blamed the attack on X, who have not spoken" goes back to one attack.
    back = clause.has_cue("claim", "deny", "accuse") and all(act.definite for act in acts)
    return bool(acts) and habit and not harmed and not back


def _is_harm(act: Act, harm: Sequence[Hit]) -> bool:
    return any(one.first <= act.hit.first < one.last for one in harm)


def _counts_over_long(scanned: Scan, clause: Clause) -> bool:
    """Whether things or people are counted over a year, no nearer day told: "pirates attacked 47 ships this year"."""
    long = bool(clause.times) and all(time.means in _LONG for time in clause.times)
    return long and any(_is_many(scanned, hit) for hit in (*clause.of("thing"), *clause.of("people")))


def _only_dates(scanned: Scan, clause: Clause, act: Act) -> bool:
    """Whether an act is the harm that is counted since a month, or what it is counted since.

    "Since January, 40 have been killed"; "1,000 have died since the army launched its offensive".
    """
    deaths, starts = clause.of("toll", "killed", "wounded"), _since(scanned, clause)
    if not starts or not deaths:
        return False
    if starts[0] < act.hit.first and any(hit.last <= starts[0] for hit in deaths):
        # An aside that counts ("X, who has killed 40 since 2008, attacked ...") leaves the act its own.
        return "," not in scanned.text.plain[scanned.tokens.starts[starts[0]] : act.hit.start]
    harm = any(hit.first < act.hit.last and act.hit.first < hit.last for hit in deaths)
    return harm and starts[0] == clause.first and all(time.means in (*_LONG, *_SINGLE_MONTHS) for time in clause.times)


def _since(scanned: Scan, clause: Clause) -> list[int]:
    """Where a word for "since" stands in a clause."""
    return [*scanned.tokens.which(scanned.language.any_of("counted_since"), clause.first, clause.last)]


def _is_nationwide(clause: Clause) -> bool:
    """Whether people are counted for a whole country: "1,300 arrests nationwide"."""
    wide = all(name.kind == "country" for name in clause.names) and clause.has_cue("nationwide")
    return wide and bool(clause.of("toll")) and not clause.of("actor")


def _of_month(clause: Clause, acts: Sequence[Act]) -> bool:
    """Whether a number of dead is given for a month or a year: "the number of dead in August was 526"."""
    numbered = [hit for cue in clause.of("cue", "number_of") for hit in clause.of("toll") if _follows(cue, hit)]
    long = bool(clause.times) and all(time.means in (*_LONG, *_SINGLE_MONTHS) for time in clause.times)
    return long and bool(numbered) and not acts


def _follows(cue: Hit, hit: Hit) -> bool:
    return 0 <= hit.first - cue.last <= _PAIR


def _over_time(clause: Clause) -> bool:
    """Whether deaths are counted over a time told right behind them: "394 dead in three days"."""
    deaths = clause.of("toll", "killed", "wounded")
    return bool(deaths) and all(
        any(0 <= cue.first - hit.last <= _PAIR for cue in clause.of("cue", "span")) for hit in deaths
    )


def _is_dated(scanned: Scan, clause: Clause, means: frozenset[str]) -> bool:
    """Whether a time of certain kinds is told that is not the start of a count ("since Monday")."""
    return any(time.means in means and not is_since(scanned, clause, time) for time in clause.times)


def _counts_events(scanned: Scan, clause: Clause, words: Sequence[Hit]) -> bool:
    """Whether a number counts events ("70 incidents", "three dozen attacks")."""
    numbers = scanned.language.numbers
    many = [
        hit
        for hit in [*words, *clause.of("cue", "incidents")]
        if "many" in hit.phrase.marks or hit.phrase.layer == "cue"
    ]
    for hit in many:
        before = scanned.tokens.words[max(clause.first, hit.first - 4) : hit.first]
        if any(word[0].isdecimal() or numbers.words.get(word, 1) > 2 for word in before):
            return True
    counted = [*words, *clause.of("weapon")]
    if numbers.in_nouns and any(_is_many(scanned, hit) for hit in counted):
        return True
    return bool(clause.of("vague")) and bool(many)


def _number_before(scanned: Scan, hit: Hit) -> int:
    """The number right before a word, 0 where none is: "49 attacks"."""
    word = scanned.tokens.words[hit.first - 1] if hit.first else ""
    return int(word) if word.isdecimal() else scanned.language.numbers.words.get(word, 0)


def _is_many(scanned: Scan, hit: Hit) -> bool:
    """Whether a number above two stands right before what it counts or inside its phrase ("flew 40 sorties")."""
    first = hit.first - ("noun" in hit.phrase.marks or hit.phrase.layer in ("weapon", "thing", "people"))
    told = scanned.tokens.words[max(first, 0) : hit.last]
    numbers = scanned.language.numbers.words
    return any(numbers.get(word, int(word) if word.isdecimal() else 0) > _PAIR for word in told)


def _tests(clause: Clause) -> list[Hit]:
    """The cues of tests, drills, films and matches that are not merely where or when: "people watching a match"."""
    settings = clause.of("cue", "setting")
    return [cue for cue in clause.of("cue", "test") if not any(one.first <= cue.first < one.last for one in settings)]


def _is_near(cues: Sequence[Hit], words: Sequence[Hit]) -> bool:
    """Whether one of some cues stands near one of some words; also where there are cues, and no words."""
    near = any(min(abs(cue.first - hit.first), abs(hit.first - cue.last)) <= _NEAR for cue in cues for hit in words)
    return near or (bool(cues) and not words)
