"""Pairs of records or texts that somebody asks about, read, placed and judged as a build would."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from etl import matching
from etl.errors import InputError
from etl.pair_record import incident_of_record
from etl.pipeline.intake import read_text
from etl.pipeline.pair_places import placed
from etl.pipeline.pair_words import is_only_text, with_words
from etl.records import Incident, Report
from etl.tables import incidents_table, reports_table

_SIDES = (("a", "b"), ("left", "right"), ("one", "other"), ("first", "second"), ("incident_a", "incident_b"))


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one line; error: why it could not be judged, else empty."""

    pair_id: Any
    probability: float = 0.0
    same: bool = False
    reasons: tuple[str, ...] = ()
    error: str = ""


@dataclass(slots=True)
class _Asked:
    """Every incident once, however many pairs it stands in, and the rows of both sides of each pair."""

    incidents: list[Incident] = field(default_factory=list)
    reports: dict[str, Report] = field(default_factory=dict)
    rows: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def of(self, told: Any, side: str) -> tuple[int, ...]:
        """The rows of one side's record or text."""
        if not isinstance(told, Mapping):
            raise InputError(side, "not a record", "Give a JSON object with the fields of an incident, or a text.")
        source = told.get("source") or told.get("dataset")
        key = json.dumps([source or side, told], sort_keys=True, ensure_ascii=False)
        if key not in self.rows:
            first = len(self.incidents)
            self._add(told, side, f"{side}:{first}")
            self.rows[key] = tuple(range(first, len(self.incidents)))
        return self.rows[key]

    def _add(self, told: Mapping[str, Any], side: str, name: str) -> None:
        source = str(told.get("source") or told.get("dataset") or "")
        only_text = is_only_text(told)
        found = _told_by_text(told, name) if only_text else [_told_by_fields(told, source or f"side {side}", name)]
        # A record of which nothing says that it was read from a text is a row: each side a dataset, unless named.
        is_row = not told.get("evidence") and not only_text
        for incident in found:
            self.incidents.append(incident)
            self.reports[incident.report_id] = Report(
                incident.report_id, incident.source, source, "", "", "", form="row" if is_row else "text"
            )


def _told_by_fields(told: Mapping[str, Any], source: str, name: str) -> Incident:
    incident = incident_of_record(told, source, name)
    text = told.get("text")
    return placed(with_words(incident, text, told.get("language")) if isinstance(text, str) else incident)


def _told_by_text(told: Mapping[str, Any], name: str) -> list[Incident]:
    published = incident_of_record({"date": told.get("published") or told.get("date")}, "", name).date_start
    _, incidents, _ = read_text(told["text"], told.get("language"), published)
    return [replace(one, incident_id=f"{name}#{n}", report_id=name) for n, one in enumerate(incidents, start=1)]


def judge_pairs(file: str, lines: Sequence[tuple[int, Any]]) -> list[Answer]:
    """One answer a line (number, JSON value), in order. Two texts are one event where an incident of each is."""
    asked = _Asked()
    sides: list[tuple[Any, tuple[int, ...], tuple[int, ...], str]] = []
    for number, line in lines:
        pair_id = line.get("id", line.get("pair_id", number)) if isinstance(line, Mapping) else number
        try:
            left, right = _both(line)
            sides.append((pair_id, asked.of(left, "a"), asked.of(right, "b"), ""))
        except InputError as problem:
            sides.append((pair_id, (), (), f"{file}, line {number}: {problem}"))
    questions = [(a, b) for _, left, right, _ in sides for a in left for b in right]
    told = incidents_table(asked.incidents), reports_table(list(asked.reports.values()))
    verdicts = iter(matching.judge(*told, questions))
    answers = []
    for pair_id, left, right, error in sides:
        found = [next(verdicts) for _ in left for _ in right]
        best = max(found, key=lambda verdict: verdict.probability, default=None)
        if best is None:
            reasons = () if error else ("one of the texts tells of no incident",)
            answers.append(Answer(pair_id, reasons=reasons, error=error))
        else:
            answers.append(Answer(pair_id, best.probability, best.same, best.reasons))
    return answers


def _both(line: Any) -> tuple[Any, Any]:
    """The two sides of a line: under one of the pairs of names, or a list of two."""
    if isinstance(line, Mapping):
        for left, right in _SIDES:
            if left in line and right in line:
                return line[left], line[right]
        line = line.get("pair")
    if isinstance(line, list) and len(line) == 2:
        return line[0], line[1]
    raise InputError("the line", "no pair of records", 'Write {"id": ..., "a": {...}, "b": {...}}.')
