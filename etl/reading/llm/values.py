"""What a model tells of an incident as a record: only words that the report has, days reckoned by our own rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from etl.reading.assembling.assembly import merged_spans
from etl.reading.dating.intervals import Days, untold
from etl.reading.dating.when import days_told
from etl.reading.llm.answer import Told
from etl.reading.llm.quotes import Place, Quotes
from etl.reading.scan.clauses import Clause, Scan, part_of
from etl.reading.scan.quantities import quantities_in
from etl.reading.scan.sentences import Sentence
from etl.records import Attribution, Count, Incident, Report, Span

MOST_PEOPLE = 1_000_000
"""A number beyond this is no count of the people of one incident."""

Kind = Literal["killed", "wounded", "detained"]


def incident_of(scanned: Scan, quotes: Quotes, told: Told, report: Report, before: date | None) -> Incident | None:
    """The record of what a model tells; None where the sentences it rests on are not in the report.

    Any other words that do not occur are left out, with the value they stand for. before: the day of the incident
    told last, from which "the next day" is reckoned. The id and the reader are still to be set.
    """
    sentences = [quotes.find(words) for words in told["evidence"]]
    near = [place for place in sentences if place is not None]
    if not near or len(near) < len(sentences):
        return None
    telling = _Telling(scanned, quotes, told, {"incident": merged_spans(scanned, sorted(near))})
    days = telling.days(report.published, before) or untold(report, told["status"])
    return Incident(
        incident_id="", report_id=report.report_id, source=report.source,
        event_type=told["event_type"], status=told["status"],
        date_start=days.start if days else None, date_end=days.end if days else None,
        date_precision=days.precision if days else "unknown", date_basis=days.basis if days else "none",
        places=telling.words("place", "place_words"), launched_from=telling.words("launched_from", "launch_words"),
        weapons=telling.words("weapons", "weapons"), targets=telling.words("targets", "targets"),
        attributions=telling.attributions(),
        killed=telling.count("killed"), wounded=telling.count("wounded"), detained=telling.count("detained"),
        evidence=telling.spans(),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Telling:
    """One incident as a model tells it, beside the report; evidence grows with each value that is taken."""

    scanned: Scan
    quotes: Quotes
    told: Told
    evidence: dict[str, list[Place]]

    def words(self, name: str, key: str) -> tuple[str, ...]:
        """The quotations of a list as the report writes them."""
        self.evidence[name] = self.quotes.find_all(self.told[key], self.evidence["incident"])
        return tuple(self.scanned.text.words(*place) for place in self.evidence[name])

    def days(self, published: date | None, before: date | None) -> Days | None:
        """The days that the quoted words mean by the rules that read all texts; None where they mean none."""
        place = self._place(self.told["date_words"])
        event = Days(before, before, "day", "explicit") if before else None
        clause = self._clause(place) if place else None
        for time in clause.times if clause else ():
            days = days_told(clause, time, published, event) if clause else None
            if days is not None:
                self.evidence["date"] = [(time.start, time.end)]
                return days
        return None

    def attributions(self) -> tuple[Attribution, ...]:
        """Each actor and stance once, where both the name and who says so are words of the report."""
        found: dict[tuple[str, str], Attribution] = {}
        places: list[Place] = []
        for actor in self.told["actors"]:
            name, by = self._place(actor["name"]), self._place(actor["by"])
            if name is None or (actor["by"] and by is None):
                continue
            written = self.scanned.text.words(*name)
            said_by = self.scanned.text.words(*by) if by else ""
            found.setdefault((written, actor["stance"]), Attribution(written, actor["stance"], said_by))
            places += [name, *([by] if by else [])]
        self.evidence["attributions"] = list(dict.fromkeys(places))
        return tuple(found.values())

    def count(self, kind: Kind) -> Count | None:
        """The number our own rules read in the quoted words where they read one, else the model's own."""
        told = self.told[kind]
        place = self._place(told["words"]) if told else None
        if place is None or not 0 <= told["low"] <= told["high"] <= MOST_PEOPLE:
            return None
        clause = self._clause(place)
        read = quantities_in(self.scanned.tokens, clause.first, clause.last, clause.hits, self.scanned.language)
        low, high = (read[0].low, read[0].high) if len(read) == 1 else (int(told["low"]), int(told["high"]))
        self.evidence[kind] = [place]
        best = low if high is None or high == low else None
        return Count(low, best, high, self.scanned.text.words(*place))

    def spans(self) -> dict[str, tuple[Span, ...]]:
        """The evidence as spans of the report's own text."""
        found = {name: tuple(self.scanned.text.span(*one) for one in places) for name, places in self.evidence.items()}
        return {name: spans for name, spans in found.items() if spans}

    def _place(self, words: str | None) -> Place | None:
        return self.quotes.find(words, self.evidence["incident"]) if words else None

    def _clause(self, place: Place) -> Clause:
        return part_of(self.scanned, Sentence(*place, paragraph=0, number=0), *place)
