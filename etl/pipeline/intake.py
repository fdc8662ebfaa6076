"""One file in, its tables out: sources, reading and places in their order, with every row accounted for."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pyarrow as pa

from etl import reading
from etl.errors import InputError
from etl.items import GivenEvent, Item, Notice, OutOfScope, Rejected, Rows
from etl.pipeline.batch import OF_REPORTS, Batch, collector_at_rest
from etl.pipeline.gathering import last_of_each
from etl.pipeline.inputs import InputFile
from etl.pipeline.named_rows import NamedRows
from etl.pipeline.stated_countries import StatedCountries
from etl.pipeline.taken import OpenEntry, Parts, Taken
from etl.places.find import finder
from etl.places.gazetteer import Gazetteer, open_gazetteer
from etl.places.locate import locate
from etl.places.reverse import Borders
from etl.reading.llm import Settings, open_reader
from etl.records import FindPlaces, Incident, Reading, Remark, Report
from etl.sources import sources

if TYPE_CHECKING:
    from etl.reading.llm.reader import ModelReader

BATCH = 10_000
"""Rows held as records at a time; the rest of a file waits as Arrow tables, a tenth of the size, or on the disk."""


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, opened once a process."""
    return open_gazetteer()


@cache
def _find_places() -> FindPlaces:
    return finder(gazetteer())


def take(file: InputFile, model: Settings | None = None, open_entry: OpenEntry | None = None) -> Taken:
    """Read one file, by rules or a model. A file that breaks midway gives what came before, and a reject says so.

    open_entry: without it, all that the file gives is held in memory.
    """
    asked = open_reader(model) if model else None
    counts: Counter[str] = Counter(rows=0, kept=0, out_of_scope=0, rejected=0)
    notices: list[str] = []
    stated = StatedCountries(Borders(gazetteer()))
    parts = Parts(open_entry(file) if open_entry else None)
    failed = False
    named = NamedRows(gazetteer())
    items = named.placed(_until_broken(file))
    is_more = True
    while is_more:
        batch = Batch()
        with collector_at_rest():
            for item in items:
                failed |= isinstance(item, Rejected) and item.row == 0
                _sort_in(item, batch, counts, notices, asked)
                stated.check(item)
                if batch.rows >= BATCH:
                    break
            parts.add(batch)
        is_more = batch.rows >= BATCH
    notices.extend((*named.notices(file.shown), *stated.notices(file.shown)))
    counts.update(asked.spent if asked else {})
    tables = parts.tables()
    left = _of_last_given(tables, parts.told)
    if left is not tables and parts.entry:
        parts.entry.drop()
    return Taken(file, left, dict(counts), tuple(notices), failed, parts.entry if left is tables else None)


def _of_last_given(tables: dict[str, pa.Table], told: Sequence[tuple[int, int, int]]) -> dict[str, pa.Table]:
    """The tables without what a report told that stands again, perhaps revised, further down the same file."""
    again = ~last_of_each(tables["reports"].column("report_id"))
    if not again.any():
        return tables
    counts = np.array(told)
    left = {
        name: tables[name].filter(pa.array(np.repeat(~again, counts[:, place])))
        for place, name in enumerate(OF_REPORTS)
    }
    return {**tables, **left}


def _until_broken(file: InputFile) -> Iterator[Item]:
    try:
        for item in sources()[file.source].read(Path(file.path)):
            if isinstance(item, Notice | Rejected) and item.file == file.path:
                yield replace(item, file=file.shown)
            else:
                yield item
    except InputError as error:
        yield Rejected(file.shown, error.row or 0, "", "", error.problem, error.remedy)


def _sort_in(item: Item, batch: Batch, counts: Counter[str], notices: list[str], asked: ModelReader | None) -> None:
    match item:
        case Notice():
            notices.append(f"{item.file}{f', row {item.row}' if item.row else ''}: {item.message}")
            return
        case Rejected():
            batch.rejects.append(item)
            counts["rejected"] += 1
        case OutOfScope():
            counts["out_of_scope"] += 1
        case Report():
            report, read, problem = read_whole(item, asked)
            notices.extend(problem)
            batch.keep(report, read.incidents, read.remarks, read.links)
            counts["kept"] += 1
        case GivenEvent():
            batch.keep_event(item)
            counts["kept"] += 1
        case (report, incident):
            batch.keep(report, (incident,))
            counts["kept"] += 1
        case Rows():
            batch.keep_rows(item)
            counts.update(rows=item.reports.num_rows, kept=item.reports.num_rows)
            return
    counts["rows"] += 1


def read_report(
    report: Report, asked: ModelReader | None = None
) -> tuple[Report, Sequence[Incident], Sequence[Remark], tuple[str, ...]]:
    """The report, by rules or the model asked, with its language, placed incidents, remarks, what to tell a person."""
    report, read, problem = read_whole(report, asked)
    return report, read.incidents, read.remarks, problem


def read_whole(report: Report, asked: ModelReader | None = None) -> tuple[Report, Reading, tuple[str, ...]]:
    """The report with its language, its reading with placed incidents, and what to tell a person."""
    language = report.language or reading.language_of(report.text)
    report = replace(report, language=language)
    if not reading.supports(language):
        can = ", ".join(reading.languages())
        told = f"{report.report_id}: language {language or 'unknown'} cannot be read yet (can: {can}); nothing guessed"
        return report, Reading((), ()), (told,)
    read, problem = asked.read(report, _find_places()) if asked else (reading.read(report, _find_places()), ())
    return report, replace(read, incidents=locate(gazetteer(), report, read)), problem


def read_text(
    text: str, language: str | None = None, published: date | None = None
) -> tuple[Report, tuple[Incident, ...], tuple[Remark, ...]]:
    """The report, incidents and remarks of a pasted text, as `read_pasted` gives them."""
    report, read = read_pasted(text, language, published)
    return report, read.incidents, read.remarks


def read_pasted(text: str, language: str | None = None, published: date | None = None) -> tuple[Report, Reading]:
    """Read a pasted text: nothing is stored, nothing leaves the machine.

    Without `published`, relative dates stay unknown. Raises InputError for a language that cannot be read.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    report = Report(f"pasted:{digest[:16]}", "pasted", "", language or "", "", text.strip(), published)
    report, read, problem = read_whole(replace(report, content_sha256=digest))
    if problem:
        raise InputError("the text", problem[0].partition(": ")[2], "Paste a text in one of these languages.")
    return report, read
