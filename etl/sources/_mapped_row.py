"""One row of a mapped table as a Report of its cells and the Incident that they tell."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import cast

from etl.items import OutOfScope
from etl.lexicon import TypeOfCode
from etl.records import Count, EventType, Incident, Report, Span
from etl.sources._cells import UnusableCellError, address_of, hash_of
from etl.sources._days import DayColumn
from etl.sources._mapped_cells import Fields, Told, standing, written
from etl.sources._mapped_codes import CodeReader
from etl.sources._mapped_promises import MappedPromises
from etl.sources._mapped_when import WhenReader
from etl.sources._mapped_where import Where, WhereReader
from etl.sources._mapped_who import WhoReader
from etl.sources._mapping import TableMapping, loose
from etl.sources._numbers import count_of
from etl.told_columns import COUNTS

_EVIDENCE = {
    "event_type": ("event_type",), "status": ("status",), "weapons": ("weapons",), "targets": ("targets",),
    "attributions": (),
    "date": ("date", "date_end", "year", "month", "day", "date_precision", "date_unsure"),
    "place": ("places", "admin1", "country", "latitude", "longitude", "place_precision", "radius_km"),
    **{count: (count, f"{count}_low", f"{count}_high") for count in COUNTS},
}  # fmt: skip
"""The fields of an incident and the fields of the mapping that are evidence of each."""


class MappedRowReader:
    """Reads the rows of one table. labels: loose name -> the file's own name, in the order of a row's text."""

    def __init__(
        self, mapping: TableMapping, labels: Mapping[str, str], days: DayColumn, published: DayColumn, file: str
    ) -> None:
        self._mapping, self._labels, self._file = mapping, labels, file
        remedy = f"Look it up in the codebook; its meaning must be added to [codes] of the mapping of {mapping.title}."
        self._codes = CodeReader(mapping, remedy)
        self._when, self._where = WhenReader(mapping, days), WhereReader(mapping, self._codes)
        self._published = published
        self.promises = MappedPromises(mapping)
        self._fields, self._who = Fields(mapping), WhoReader(mapping)
        of = {loose(name): loose(column) for name, column in mapping.derived.items()}
        self._evidence = {
            field: tuple(dict.fromkeys(of.get(name, name) for name in self._fields.names(*parts)))
            for field, parts in _EVIDENCE.items()
        }
        self._again: Counter[str] = Counter()

    def read(self, row: int, told: Told) -> tuple[Report, Incident] | OutOfScope:
        """The records of one row. Raises UnusableCellError."""
        kind = self._codes.kind(told)
        if kind.event_type == "out_of_scope":
            return OutOfScope(self._file, row, kind.code)
        where = self._where.of(told)
        text, spans = written(self._labels, told)
        report = self._report(row, told, text, kind, where)
        incident = self._incident(report, told, kind, where, spans)
        self.promises.check(row, told, incident)
        if where.unknown_country:
            self.promises.breaks(f"the country {where.unknown_country[:60]!r} is unknown (no country code)", row)
        if where.at_zero:
            self.promises.breaks("the point is 0, 0, which is taken for none,", row)
        return report, incident

    def _report(self, row: int, told: Told, text: str, kind: TypeOfCode, where: Where) -> Report:
        digest = hash_of(text)
        description = self._fields.every("description", told)
        shown = self._fields.first("title", told)[1] or (description[0] if description else "")
        what = f"{kind.meaning or kind.event_type}: {where.places[0]}" if where.places else kind.meaning
        return Report(
            report_id=f"{self._mapping.prefix}:{self._own_id(told, digest)}",
            source=self._mapping.title,
            publisher=self._mapping.publisher,
            language=self._mapping.language,
            title=textwrap.shorten(shown, 160, placeholder=" …") or what or self._mapping.title,
            text=text,
            published=self._day_of_publication(row, told),
            agency="; ".join(self._fields.every("agency", told)),
            url=address_of(self._fields.first("url", told)[1]),
            form="row",
            content_sha256=digest,
        )

    def _incident(
        self, report: Report, told: Told, kind: TypeOfCode, where: Where, spans: Mapping[str, Span]
    ) -> Incident:
        when = self._when.of(told, self._codes.date_precision(told))
        who = self._who.of(told, kind, spans)
        evidence: dict[str, tuple[Span, ...]] = {"incident": (Span(0, len(report.text)),)}
        for field, names in self._evidence.items():
            if found := (*who.evidence.get(field, ()), *standing(names, spans)):
                evidence[field] = found
        return Incident(
            incident_id=f"{report.report_id}#1",
            report_id=report.report_id,
            source=report.source,
            event_type=cast("EventType", kind.event_type),
            status=self._codes.status(told, kind),
            source_type=kind.code,
            date_start=when.start,
            date_end=when.end,
            date_precision=when.precision,
            date_basis=when.basis,
            places=where.places,
            latitude=where.latitude,
            longitude=where.longitude,
            place_precision=where.precision,
            radius_km=where.radius_km,
            country=where.country,
            admin1=where.admin1,
            weapons=self._fields.every("weapons", told),
            attributions=who.attributions,
            targets=tuple(dict.fromkeys((*who.targets, *self._fields.every("targets", told)))),
            killed=self._count("killed", told),
            wounded=self._count("wounded", told),
            detained=self._count("detained", told),
            killed_attackers=self._count("killed_attackers", told),
            wounded_attackers=self._count("wounded_attackers", told),
            evidence=evidence,
            confidence_reasons=tuple(self._doubts(told)),
            machine_coded=self._mapping.machine_coded,
            reader=f"{self._mapping.prefix} 1",
        )

    def _count(self, name: str, told: Told) -> Count | None:
        cells = [self._fields.first(f"{name}{part}", told) for part in ("", "_low", "_high")]
        return count_of([(self._labels.get(loose(column), column), cell) for column, cell in cells])

    def _own_id(self, told: Told, digest: str) -> str:
        """The id that the publisher gave the row; else the hash of its text, numbered where the same comes again."""
        if self._fields.has("id"):
            column, own = self._fields.first("id", told)
            if not own:
                raise UnusableCellError(column, "", "the row has no id", "Give it the id of its publisher.")
            return own.removesuffix(".0")
        self._again[digest[:16]] += 1
        number = self._again[digest[:16]]
        return digest[:16] if number == 1 else f"{digest[:16]}-{number}"

    def _day_of_publication(self, row: int, told: Told) -> date | None:
        cell = self._fields.first("published", told)[1]
        try:
            return self._published.day(cell) if cell else None
        except ValueError as error:
            self.promises.breaks(f"the day of publication cannot be read ({error})", row)
            return None

    def _doubts(self, told: Told) -> Sequence[str]:
        found = ((codes, told.get(loose(column), "").removesuffix(".0"))
                 for column, codes in self._mapping.doubts.items())  # fmt: skip
        return [codes[code] for codes, code in found if code in codes]
