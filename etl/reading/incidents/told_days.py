"""The days that the clauses of a text tell one after another, each reckoned from those told before it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from etl.reading.dating.days import days_of
from etl.reading.dating.intervals import Days, one_day
from etl.reading.dating.offsets import is_turned, towns_behind, turned_days
from etl.reading.dating.statements import statement_day
from etl.reading.dating.when import days_told
from etl.reading.incidents.aftermath import follows_overnight
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.facts import Facts
from etl.reading.scan.clauses import Scan


class ToldDays:
    """The days told so far in a text: by sentence, by paragraph, and the last of all."""

    def __init__(self, scanned: Scan, published: date | None) -> None:
        self._scanned = scanned
        self._published = published
        self._of_sentence: dict[int, Days] = {}
        self._of_paragraph: dict[int, Days] = {}
        self._last: Days | None = None

    def of(self, one: Facts, drafts: Sequence[Draft], latest: Draft | None) -> Days | None:
        """The days of a clause, kept for those after it; None where nothing tells them."""
        days = self._told(one, drafts, latest)
        sentence, paragraph = one.clause.sentence.start, one.clause.sentence.paragraph
        if not (one.clause.is_cause or one.clause.is_charge):
            days = days or self._of_sentence.get(sentence) or _day_of_section(self._scanned, one, self._published)
        if one.time is not None and (one.time.means == "daytime" or follows_overnight(one)):
            # A time of day alone is of the day told before in the paragraph.
            days = self._of_paragraph.get(paragraph) or _last_day(drafts) or days
        if one.time is not None and days is not None and days.precision in ("day", "days") and not one.only_claims:
            self._last = days
        if days is not None:
            self._of_sentence[sentence] = self._of_paragraph[paragraph] = days
        return days

    def _told(self, one: Facts, drafts: Sequence[Draft], latest: Draft | None) -> Days | None:
        if one.time is not None and is_turned(self._scanned, one.clause, one.time):
            before = latest.days if latest else _last_day(drafts)
            return turned_days(one.time, self._published, self._of_sentence.get(one.clause.sentence.start) or before)
        said = statement_day(self._scanned, one.clause, one.acts, one.time, self._published)
        since = said or _day_before(self._scanned, drafts, one, self._last)
        return _come_true(days_told(one.clause, one.time, self._published, since), self._published)


def _come_true(days: Days | None, published: date | None) -> Days | None:
    """The days, None where they are reckoned to begin after the report: "might resign next week over the murder"."""
    if days is None or days.start is None or published is None or days.basis not in ("relative", "offset"):
        return days
    return None if days.start > published else days


def _day_of_section(scanned: Scan, one: Facts, published: date | None) -> Days | None:
    """The day that heads the paragraph of a round-up; that of a live page for what an entry tells first."""
    day = scanned.layout.sections[one.clause.sentence.paragraph].day
    if scanned.layout.sort == "clock" and published and one.is_telling and not one.goes_back:
        return one_day(published, "published")
    return days_of(day, published, None) if day is not None else None


def _day_before(scanned: Scan, drafts: Sequence[Draft], one: Facts, told_last: Days | None) -> Days | None:
    """The day from which a clause reckons: that of what it names ("shortly after the strikes"), else the last told.

    told_last: the last day that the text told, of an incident or not.
    """
    towns = towns_behind(scanned, one.clause, one.time)
    last = reversed(drafts) if towns else ()
    there = next((draft.days for draft in last if draft.days is not None and draft.towns & towns), None)
    if there is not None:
        return there
    kinds = {act.kind for act in one.acts if act.definite and act.kind != one.event_type}
    named = (draft.days for draft in reversed(drafts) if draft.event_type in kinds and draft.days is not None)
    return (next(named, None) if kinds else None) or told_last or _last_day(drafts)


def _last_day(drafts: Sequence[Draft]) -> Days | None:
    """The day from which "the day before" is reckoned: that of the last incident whose day is known."""
    known = (draft.days for draft in reversed(drafts) if draft.days is not None)
    last = next(known, None)
    exact = (days for days in known if days.precision in ("day", "days"))
    return last if last is None or last.precision in ("day", "days") else next(exact, last)
