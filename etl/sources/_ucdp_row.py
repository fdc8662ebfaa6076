"""One row of UCDP GED as a Report of its cells and the Incident that they tell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from operator import itemgetter
from typing import cast

from etl.lexicon import type_table
from etl.records import Attribution, Count, DatePrecision, EventType, Incident, Report, Span
from etl.sources._cells import UnusableCellError, address_of, hash_of
from etl.sources._days import DayColumn
from etl.sources._numbers import whole_of
from etl.sources._ucdp_codes import AS_CODED, date_precision_of
from etl.sources._ucdp_place import Places
from etl.sources._ucdp_promises import Promises
from etl.sources._ucdp_text import AT, RowText

TITLE, PUBLISHER, READER = "UCDP GED", "Uppsala Conflict Data Program", "ucdp_ged 1"
_TOLL = itemgetter(AT["best"], AT["low"], AT["high"])
_WHEN = itemgetter(AT["date_start"], AT["date_end"], AT["date_prec"])


class RowReader:
    """Reads the rows of one file. What recurs (places, sides, days) is worked out once."""

    def __init__(self, words: RowText, days: DayColumn, told: DayColumn, promises: Promises) -> None:
        self._words, self._days, self._told, self._promises = words, days, told, promises
        self._types = {c: cast("EventType", t.event_type) for c, t in type_table("ucdp_ged").items()}
        self._places = Places(promises)
        self._whens: dict[tuple[str, str, str], tuple[date, date, DatePrecision]] = {}
        self._published: dict[str, date | None] = {}
        self._agencies: dict[str, str] = {}
        self._sides: dict[str, Attribution] = {}

    def read(self, row: int, given: list[str]) -> tuple[Report, Incident]:
        """The records of one row. Raises UnusableCellError."""
        cells = self._words.cells(given)
        number = whole_of(cells[AT["id"]], "id")
        if number is None:
            raise UnusableCellError("id", "", "the row has no id", "Every row needs the id that UCDP gave it.")
        text, spans = self._words.text(cells)
        agency = self._agency(cells[AT["source_office"]])
        report = _report(f"ucdp-ged:{number}", text, cells, self._earliest(cells[AT["source_date"]]), agency)
        return report, self._incident(row, report, cells, spans)

    def _incident(self, row: int, report: Report, cells: list[str], spans: dict[str, tuple[Span, ...]]) -> Incident:
        code = cells[AT["type_of_violence"]].removesuffix(".0")
        event_type = self._types.get(code)
        if event_type is None:
            raise UnusableCellError("type_of_violence", code, "the code is unknown", AS_CODED)
        sides = [self._side(side) for side in (cells[AT["side_a"]], cells[AT["side_b"]]) if side]
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
            admin1=cells[AT["adm_1"]],
            attributions=tuple(sides[:1] if one_sided else sides),
            targets=(cells[AT["side_b"]],) if one_sided else (),
            killed=killed,
            evidence=spans,
            confidence_reasons=tuple(_doubts_of(cells[AT["code_status"]], cells[AT["event_clarity"]])),
            reader=READER,
        )

    def _when(self, cells: list[str]) -> tuple[date, date, DatePrecision]:
        key = _WHEN(cells)
        found = self._whens.get(key)
        if found is None:
            found = self._whens[key] = self._worked_out(*key)
        return found

    def _worked_out(self, starts: str, ends: str, date_prec: str) -> tuple[date, date, DatePrecision]:
        start = self._day("date_start", starts)
        code = date_prec.removesuffix(".0")
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
        found = self._sides.get(name)
        if found is None:
            found = self._sides[name] = Attribution(name, "stated")
        return found

    def _killed(self, cells: list[str], text: str, spans: tuple[Span, ...]) -> Count | None:
        best, low, high = _TOLL(cells)
        best, low, high = whole_of(best, "best"), whole_of(low, "low"), whole_of(high, "high")
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


def _report(report_id: str, text: str, cells: list[str], published: date | None, agency: str) -> Report:
    return Report(
        report_id=report_id,
        source=TITLE,
        publisher=PUBLISHER,
        language="en",
        title=cells[AT["dyad_name"]] or cells[AT["conflict_name"]] or f"UCDP GED event {report_id[9:]}",
        text=text,
        published=published,
        agency=agency,
        url=address_of(cells[AT["source_original"]]) or address_of(cells[AT["source_article"]]),
        form="row",
        content_sha256=hash_of(text),
    )


def _doubts_of(code_status: str, clarity: str) -> Iterator[str]:
    """What UCDP itself doubts of a row, in words."""
    if code_status not in ("", "Clear"):
        yield f"UCDP marks the row for review: {code_status}"
    if clarity.removesuffix(".0") == "2":
        yield "UCDP's own source had already summed up several incidents (event_clarity 2)"
