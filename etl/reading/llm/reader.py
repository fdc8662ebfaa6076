"""The reader that asks a model.

Each report is read by our rules as well: they stand in where the model gives no answer, they tell the remarks, and an
incident that only the model found goes to review.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from etl.errors import ModelServiceError
from etl.reading import REVIEW_BELOW, read
from etl.reading.assembling.numbering import numbered
from etl.reading.llm.answer import Told, checked
from etl.reading.llm.quotes import Quotes
from etl.reading.llm.request import LONGEST, Settings, asked_again, prompt_version, request_of
from etl.reading.llm.server import Answer, ask
from etl.reading.llm.values import incident_of
from etl.reading.scan.clauses import scan
from etl.reading.scan.recasing import as_printed
from etl.reading.words.language import language, supports
from etl.reading.words.text import text_of
from etl.records import FindPlaces, Incident, Reading, Report

ALONE = REVIEW_BELOW - 0.05
"""The confidence of an incident that our rules did not find: it goes to review, as nothing calibrates a model."""
SILENCES = 3
"""After so many reports in a row without an answer the server is asked no more."""


class ModelReader:
    """Asks one model. `spent` counts reports asked about, tokens, and reports that rules had to read."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._silences = 0
        self.spent: Counter[str] = Counter(asked=0, tokens_in=0, tokens_out=0, read_by_rules=0)

    def read(self, report: Report, find_places: FindPlaces) -> tuple[Reading, tuple[str, ...]]:
        """What the model reads, and what a person should be told; by rules where it gives no answer. Never raises."""
        by_rules = read(report, find_places)
        if not supports(report.language):
            return by_rules, ()
        try:
            told, cost = self._told(report)
        except ModelServiceError as problem:
            self.spent["read_by_rules"] += 1
            return by_rules, (f"{report.report_id}: read by rules, not by {self._settings.model}: {problem}",)
        return self._reading(report, by_rules, told, cost, find_places)

    def _told(self, report: Report) -> tuple[tuple[Told, ...], str]:
        """(the incidents as the model tells them, what they cost); the schema's refusal is told to it once."""
        if len(report.text) > LONGEST:
            raise ModelServiceError(f"the report is longer than {LONGEST:,} characters")
        if self._silences >= SILENCES:
            raise ModelServiceError(f"the server gave no answer {SILENCES} times and is asked no more")
        request = request_of(report, self._settings.model)
        self.spent["asked"] += 1
        first = self._answer(request)
        found = checked(first.text)
        answers = [first]
        if found.problem:
            answers.append(self._answer(asked_again(request, first.text, found.problem)))
            found = checked(answers[-1].text)
        if found.problem:
            raise ModelServiceError(f"twice no answer that fits the schema ({found.problem})")
        cost = f"{sum(one.tokens_in for one in answers)}+{sum(one.tokens_out for one in answers)} tokens"
        return found.incidents, cost

    def _answer(self, request: dict[str, object]) -> Answer:
        try:
            answer = ask(self._settings, request)
        except ModelServiceError:
            self._silences += 1
            raise
        self._silences = 0
        self.spent.update(tokens_in=answer.tokens_in, tokens_out=answer.tokens_out)
        return answer

    def _reading(
        self, report: Report, by_rules: Reading, told: tuple[Told, ...], cost: str, find_places: FindPlaces
    ) -> tuple[Reading, tuple[str, ...]]:
        spoken = language(report.language)
        scanned = scan(text_of(report.text, as_printed(report.text, spoken, find_places)), spoken, by_rules.mentions)
        quotes = Quotes(scanned)
        reader = f"llm {self._settings.model}, prompt {prompt_version()}, {cost}"
        found: list[Incident] = []
        for one in told:
            incident = incident_of(scanned, quotes, one, report, found[-1].date_end if found else None)
            if incident is not None:
                found.append(_weighed(replace(incident, reader=reader), by_rules))
        notices = [f"{len(told) - len(found)} of {len(told)} incidents left out"] if len(found) < len(told) else []
        notices += [f"{len(quotes.missing)} quotations are not in the report"] if quotes.missing else []
        said = (f"{report.report_id}: {self._settings.model}: {', '.join(notices)}",) if notices else ()
        return replace(by_rules, incidents=numbered(scanned, found)), said


def _weighed(incident: Incident, by_rules: Reading) -> Incident:
    """With the confidence of what our rules read in the same sentences as the same kind of event, if they did."""
    own = incident.evidence["incident"]
    alike = [
        other
        for other in by_rules.incidents
        if other.event_type == incident.event_type and other.reading_confidence is not None
        and any(a.start < b.end and b.start < a.end for a in own for b in other.evidence["incident"])
    ]  # fmt: skip
    if not alike:
        return replace(incident, reading_confidence=ALONE, confidence_reasons=("found by the model alone",))
    best = max(alike, key=lambda other: other.reading_confidence or 0.0)
    reasons = ("found by rules as well", *best.confidence_reasons)
    return replace(incident, reading_confidence=best.reading_confidence, confidence_reasons=reasons)
