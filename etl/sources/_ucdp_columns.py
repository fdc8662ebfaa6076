"""What rows of UCDP GED tell, as columns of reports and incidents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.items import Rows
from etl.records import DatePrecision
from etl.sources._cells import address_of, hash_of
from etl.sources._columnwise import Worked, worked_out
from etl.sources._ucdp_place import Where
from etl.sources._ucdp_promises import Toll
from etl.sources._ucdp_text import AT, Texts
from etl.tables import lists_where, rows_of_columns
from etl.told_columns import ATTRIBUTIONS, DAY, EVIDENCE, INT, REAL, TEXT, TEXTS

TITLE, PUBLISHER, READER = "UCDP GED", "Uppsala Conflict Data Program", "ucdp_ged 1"


class Kind(NamedTuple):
    """UCDP's own code of violence, and the event type that it stands for."""

    code: str
    event_type: str


class When(NamedTuple):
    """First and last day, and how exact they are."""

    start: date
    end: date
    precision: DatePrecision


@dataclass(frozen=True, slots=True)
class Checked:
    """Rows of which nothing is unusable. columns: their cells by column, in the order of USED."""

    columns: Sequence[Sequence[str]]
    ids: Worked[str]
    texts: Texts
    published: Worked[date | None]
    kind: Worked[Kind]
    when: Worked[When]
    where: Worked[Where]
    toll: Worked[Toll]

    def cells(self, *names: str) -> Iterator[tuple[str, ...]]:
        """The cells of some columns, row by row."""
        return zip(*(self.columns[AT[name]] for name in names), strict=True)


def rows_of(told: Checked) -> Rows:
    """Each row as a report of its cells and the incident that they tell."""
    ids = told.ids.column(str, TEXT)
    return rows_of_columns(_reports(told, ids), {**_where_and_when(told), **_what_and_who(told, ids)})


def _reports(told: Checked, ids: pa.Array) -> dict[str, pa.Array]:
    titles = zip(told.cells("dyad_name", "conflict_name"), told.ids.each(), strict=True)
    addresses = told.cells("source_original", "source_article")
    return {
        "report_id": ids,
        "source": _same(TITLE, len(ids)),
        "publisher": _same(PUBLISHER, len(ids)),
        "language": _same("en", len(ids)),
        "title": pa.array([dyad or conflict or f"UCDP GED event {i[9:]}" for (dyad, conflict), i in titles], TEXT),
        "text": told.texts.text,
        "published": told.published.column(lambda day: day, DAY),
        "agency": worked_out(_agencies, told.columns[AT["source_office"]]).column(str, TEXT),
        "url": pa.array([address_of(own) or address_of(other) for own, other in addresses], TEXT),
        "form": _same("row", len(ids)),
        "content_sha256": pa.array(map(hash_of, told.texts.text.to_pylist()), TEXT),
    }


def _where_and_when(told: Checked) -> dict[str, pa.Array]:
    when, where = told.when, told.where
    return {
        "date_start": when.column(attrgetter("start"), DAY),
        "date_end": when.column(attrgetter("end"), DAY),
        "date_precision": when.column(attrgetter("precision"), TEXT),
        "date_basis": _same("explicit", len(when.at)),
        "places": where.column(attrgetter("places"), TEXTS),
        "latitude": where.column(attrgetter("latitude"), REAL),
        "longitude": where.column(attrgetter("longitude"), REAL),
        "place_precision": where.column(attrgetter("precision"), TEXT),
        "radius_km": where.column(attrgetter("radius_km"), REAL),
        "country": where.column(attrgetter("country"), TEXT),
        "admin1": pa.array(told.columns[AT["adm_1"]], TEXT),
    }


def _what_and_who(told: Checked, ids: pa.Array) -> dict[str, pa.Array]:
    sides = [pa.array(told.columns[AT[side]], TEXT) for side in ("side_a", "side_b")]
    first, second = told.texts.told("side_a"), told.texts.told("side_b")
    # Of two sides the second is the victim where the code says that one alone used force.
    victim = np.array([kind.code == "3" for kind in told.kind.values])[told.kind.at] & first & second
    by = np.column_stack([first, second & ~victim])
    actors = _by_row(by, sides)
    one = [actors, _same("stated", len(actors)), _same("", len(actors))]
    return {
        "incident_id": pc.binary_join_element_wise(ids, "#1", ""),
        "report_id": ids,
        "source": _same(TITLE, len(ids)),
        "event_type": told.kind.column(attrgetter("event_type"), TEXT),
        "source_type": told.kind.column(attrgetter("code"), TEXT),
        "attributions": lists_where(by, pa.StructArray.from_arrays(one, fields=list(ATTRIBUTIONS.value_type))),
        "targets": lists_where(victim[:, np.newaxis], sides[1].filter(pa.array(victim))),
        "killed_low": told.toll.column(attrgetter("low"), INT),
        "killed_best": told.toll.column(attrgetter("best"), INT),
        "killed_high": told.toll.column(attrgetter("high"), INT),
        "killed_told": told.texts.killed_told,
        "evidence": _evidence(told.texts, victim),
        "confidence_reasons": worked_out(_doubts, told.cells("code_status", "event_clarity")).column(list, TEXTS),
        "reader": _same(READER, len(ids)),
    }


def _evidence(texts: Texts, victim: np.ndarray) -> pa.ListArray:
    """Which lines say what: a field's own lines in the order of the text, then the whole row, then what is left."""
    first, best = texts.told("side_a"), texts.told("killed")
    second, bounds = texts.told("side_b") & ~victim, texts.told("killed_range")
    slots = [
        *((field, field, texts.told(field)) for field in ("event_type", "date", "place")),
        ("attributions", "side_a", first),
        ("attributions", "side_b", second & first),
        ("killed", "killed", best),
        ("killed", "killed_range", bounds & best),
        ("incident", "incident", texts.told("incident")),
        ("killed", "killed_range", bounds & ~best),
        ("attributions", "side_b", second & ~first),
        ("targets", "side_b", victim),
    ]
    there = np.column_stack([mask for *_, mask in slots])
    row, slot = np.nonzero(there)
    ends = [np.column_stack([found[group] for _, group, _ in slots])[row, slot] for found in (texts.begin, texts.end)]
    parts = [pa.array([field for field, *_ in slots], TEXT).take(pa.array(slot)), *(pa.array(e, INT) for e in ends)]
    return lists_where(there, pa.StructArray.from_arrays(parts, fields=list(EVIDENCE.value_type)))


def _by_row(there: np.ndarray, columns: Sequence[pa.Array]) -> pa.Array:
    """The cells of some columns that are wanted, row after row."""
    row, column = np.nonzero(there)
    return pa.concat_arrays(columns).take(pa.array(column * len(there) + row))


def _same(value: str, total: int) -> pa.Array:
    return pa.repeat(pa.scalar(value, TEXT), total)


def _agencies(offices: str) -> str:
    return "; ".join(dict.fromkeys(office.strip() for office in offices.split(";") if office.strip()))


def _doubts(cells: tuple[str, ...]) -> list[str]:
    """What UCDP itself doubts of a row, in words."""
    code_status, clarity = cells
    doubts = [f"UCDP marks the row for review: {code_status}"] if code_status not in ("", "Clear") else []
    if clarity.removesuffix(".0") == "2":
        doubts.append("UCDP's own source had already summed up several incidents (event_clarity 2)")
    return doubts
