"""One row of UCDP GED as a Report of its cells and the Incident that they tell."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import date
from typing import cast

from etl.lexicon import type_table
from etl.records import Attribution, Count, DatePrecision, EventType, Incident, Report, Span
from etl.sources._days import DayColumn
from etl.sources._ucdp_cells import NOT_TOLD, UnusableCellError, address_of, doubts_of, whole_of
from etl.sources._ucdp_codes import AS_CODED, date_precision_of
from etl.sources._ucdp_place import Places
from etl.sources._ucdp_promises import Promises

TITLE, PUBLISHER, READER = "UCDP GED", "Uppsala Conflict Data Program", "ucdp_ged 1"

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("event_type", ("type_of_violence",)),
    ("date", ("date_start", "date_end", "date_prec")),
    ("place", ("where_coordinates", "where_description", "adm_2", "adm_1", "country", "where_prec",
               "latitude", "longitude")),
    ("attributions", ("side_a",)),
    ("side_b", ("side_b",)),
    ("killed", ("best", "low", "high")),
    ("", ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "combatant_deaths", "conflict_name",
          "dyad_name", "event_clarity", "code_status", "number_of_sources", "source_original", "source_headline",
          "source_office", "source_date", "source_article")),
)  # fmt: skip
"""The columns that make a row's text, in their order there, each group under the field that it is evidence of."""


class RowReader:
    """Reads the rows of one file. What recurs (places, sides, numbers, days) is worked out once.

    at: the position of each known column; labels: the file's own name of it; promises: what is checked on the way.
    """

    def __init__(
        self, at: dict[str, int], labels: dict[str, str], days: DayColumn, told: DayColumn, promises: Promises
    ) -> None:
        # A column that the file lacks stands at -1, where every row gets an empty cell.
        self._at = {
            name: at.get(name, -1) for name in (*(n for _, ns in GROUPS for n in ns), "id", "country_id", "year")
        }
        self._groups = [(f, [(at[n], f"{labels[n]}: ") for n in ns if n in at]) for f, ns in GROUPS]
        self._days, self._told, self._promises = days, told, promises
        self._types = {c: cast("EventType", t.event_type) for c, t in type_table("ucdp_ged").items()}
        self._places = Places(self._at, promises)
        self._published: dict[str, date | None] = {}
        self._agencies: dict[str, str] = {}
        self._sides: dict[str, Attribution] = {}

    def read(self, row: int, given: Sequence[str]) -> tuple[Report, Incident]:
        """The records of one row. Raises UnusableCellError."""
        cells = ["" if cell in NOT_TOLD else cell.strip() for cell in given]
        cells.append("")
        at = self._at
        number = whole_of(cells[at["id"]], "id")
        if number is None:
            raise UnusableCellError("id", "", "the row has no id", "Every row needs the id that UCDP gave it.")
        if cells[at["number_of_sources"]] == "-1":
            cells[at["number_of_sources"]] = ""  # the codebook's word for "not recorded"
        if cells[at["source_headline"]] and cells[at["source_office"]]:
            cells[at["source_article"]] = ""  # it repeats headline, office and date
        text, spans = self._text(cells)
        report = self._report(f"ucdp-ged:{number}", text, cells)
        return report, self._incident(row, report, cells, spans)

    def _text(self, cells: list[str]) -> tuple[str, dict[str, tuple[Span, ...]]]:
        lines: list[str] = []
        spans: dict[str, tuple[Span, ...]] = {}
        end = -1
        for field, columns in self._groups:
            start = end + 1
            for index, label in columns:
                if value := cells[index]:
                    line = label + (value if "\n" not in value else " ".join(value.split()))
                    lines.append(line)
                    if field == "killed":
                        spans[field] = (*spans.get(field, ()), Span(end + 1, end + 1 + len(line)))
                    end += len(line) + 1
            if field and end > start and field != "killed":
                spans[field] = (Span(start, end),)
        text = "\n".join(lines)
        spans["incident"] = (Span(0, len(text)),)
        return text, spans

    def _report(self, report_id: str, text: str, cells: list[str]) -> Report:
        at = self._at
        try:
            digest = hashlib.sha256(text.encode()).hexdigest()
        except UnicodeEncodeError as error:
            reason = "a cell holds half a character"
            raise UnusableCellError("", text[error.start : error.end], reason, "Save it as UTF-8.") from error
        return Report(
            report_id=report_id,
            source=TITLE,
            publisher=PUBLISHER,
            language="en",
            title=cells[at["dyad_name"]] or cells[at["conflict_name"]] or f"UCDP GED event {report_id[9:]}",
            text=text,
            published=self._earliest(cells[at["source_date"]]),
            agency=self._agency(cells[at["source_office"]]),
            url=address_of(cells[at["source_original"]]) or address_of(cells[at["source_article"]]),
            form="row",
            content_sha256=digest,
        )

    def _incident(self, row: int, report: Report, cells: list[str], spans: dict[str, tuple[Span, ...]]) -> Incident:
        at = self._at
        code = cells[at["type_of_violence"]].removesuffix(".0")
        event_type = self._types.get(code)
        if event_type is None:
            raise UnusableCellError("type_of_violence", code, "the code is unknown", AS_CODED)
        sides = [self._side(side) for side in (cells[at["side_a"]], cells[at["side_b"]]) if side]
        one_sided = code == "3" and len(sides) == 2
        if other := spans.pop("side_b", ()):
            if one_sided:
                spans["targets"] = other
            else:
                spans["attributions"] = (*spans.get("attributions", ()), *other)
        start, end, precision = self._when(cells)
        where = self._places.of(cells)
        killed = self._killed(cells, report.text, spans.get("killed", ()))
        self._promises.check(row, cells, start, killed)
        return Incident(
            incident_id=f"{report.report_id}#1",
            report_id=report.report_id,
            source=TITLE,
            event_type=event_type,
            source_type=code,
            date_start=start,
            date_end=end,
            date_precision=precision,
            date_basis="explicit",
            places=where.places,
            latitude=where.latitude,
            longitude=where.longitude,
            place_precision=where.precision,
            radius_km=where.radius_km,
            country=where.country,
            admin1=cells[at["adm_1"]],
            attributions=tuple(sides[:1] if one_sided else sides),
            targets=(cells[at["side_b"]],) if one_sided else (),
            killed=killed,
            evidence=spans,
            confidence_reasons=tuple(doubts_of(cells[at["code_status"]], cells[at["event_clarity"]])),
            reader=READER,
        )

    def _when(self, cells: list[str]) -> tuple[date, date, DatePrecision]:
        at = self._at
        start = self._day("date_start", cells[at["date_start"]])
        ends, code = cells[at["date_end"]], cells[at["date_prec"]].removesuffix(".0")
        precision = date_precision_of(code) if code else "unknown"
        if precision is None:
            raise UnusableCellError("date_prec", code, "the code is unknown", AS_CODED)
        if not ends:
            # Without an end only an exact day is known whole.
            return start, start, "day" if precision == "day" else "unknown"
        end = self._day("date_end", ends)
        if end < start:
            raise UnusableCellError("date_end", ends, f"the end lies before the start, {start}", "Correct one of them.")
        return start, end, "days" if precision == "day" and end > start else precision

    def _day(self, column: str, value: str) -> date:
        try:
            return self._days.day(value)
        except ValueError as error:
            raise UnusableCellError(column, value, str(error), "Write the day as YYYY-MM-DD.") from error

    def _side(self, name: str) -> Attribution:
        return self._sides.setdefault(name, Attribution(name, "stated"))

    def _killed(self, cells: list[str], text: str, spans: tuple[Span, ...]) -> Count | None:
        best, low, high = (whole_of(cells[self._at[name]], name) for name in ("best", "low", "high"))
        return Count(low, best, high, text[spans[0].start : spans[0].end]) if spans else None

    def _earliest(self, days: str) -> date | None:
        """The earliest of the days that the sources bear; none where one of them cannot be read."""
        if days not in self._published:
            parts = [part.strip() for part in days.split(";") if part.strip()]
            try:
                self._published[days] = min((self._told.day(part) for part in parts), default=None)
            except ValueError:
                self._published[days] = None
                self._promises.unread_source_date(days)
        return self._published[days]

    def _agency(self, offices: str) -> str:
        if offices not in self._agencies:
            self._agencies[offices] = "; ".join(dict.fromkeys(o.strip() for o in offices.split(";") if o.strip()))
        return self._agencies[offices]
