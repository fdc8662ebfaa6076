"""Our own exports, CSV and GeoJSON: their events stand again as they left, and are not matched anew."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from etl.columns import names
from etl.errors import InputError
from etl.items import GivenEvent, Item, Licence, Notice, Rejected, Source
from etl.records import Report
from etl.sources._archives import on_disk
from etl.sources._cells import UnusableCellError
from etl.sources._given_cells import Event, event_of
from etl.sources._given_event import incidents_of_event, report_on, text_of_event
from etl.sources._sheets import header_of, is_json, sheet_of

_ADDED = ("licence", "text_is_summary", "page", "links")
_NEEDED = frozenset({"event_id", "event_type", "incident_ids", "report_ids", "sources", "origins", "date_basis"})
_SHARE_ALIKE = re.compile(r"\bSA\b|\bODbL\b|share.?alike", re.IGNORECASE)


def _recognises(path: Path) -> bool:
    return _NEEDED.issubset(header_of(path))


def _read(path: Path) -> Iterator[Item]:
    file, sheet = str(path), sheet_of(path)
    yield from _column_notices(file, sheet.header)
    events: list[tuple[Event, bool]] = []
    texts: dict[str, list[str]] = defaultdict(list)
    seen: set[str] = set()
    for row in sheet.rows:
        if not isinstance(row, tuple):
            yield row
            continue
        number, given = row
        cells = dict(zip(sheet.header, given, strict=True))
        try:
            event = event_of(cells, from_csv=not is_json(path), seen=seen)
        except UnusableCellError as bad:
            yield Rejected(file, number, bad.column, bad.value[:200], bad.reason, bad.remedy)
            continue
        events.append((event, cells.get("text_is_summary", "").lower() in ("true", "1")))
        for report_id in event["report_ids"]:
            texts[report_id].append(text_of_event(event))
    yield from _given(events, texts)


def _given(events: list[tuple[Event, bool]], texts: dict[str, list[str]]) -> Iterator[GivenEvent]:
    """Each event with the reports that no event before it told."""
    reports: dict[str, Report] = {}
    for event, is_summary in events:
        new = {
            report_id: report_on(event, place, texts[report_id], is_summary)
            for place, report_id in enumerate(event["report_ids"])
            if report_id not in reports
        }
        reports |= new
        yield GivenEvent(tuple(new.values()), tuple(incidents_of_event(event, reports)), event)


def _column_notices(file: str, header: tuple[str, ...]) -> Iterator[Notice]:
    known = {*names("events"), *_ADDED}
    if new := [name for name in header if name not in known]:
        yield Notice(file, f"new columns, not used: {', '.join(name or '(without a name)' for name in new)}")
    if missing := [name for name in (*names("events"), "licence") if name not in header]:
        yield Notice(file, f"missing columns, their values stay unknown: {', '.join(missing)}")


def _described(path: Path, name: str) -> Source:
    """The terms of a source in the export: the licence of the rows that it alone tells, else all licences at once.

    Rows that name none are for one's own use.
    """
    licences = _licences(path, on_disk(path).stat().st_mtime_ns)
    licence = licences.get(name) or "; ".join(sorted(set(licences.values())))
    told = Licence(
        licence, "", text=bool(licence), export=bool(licence), share_alike=bool(_SHARE_ALIKE.search(licence))
    )
    return replace(SOURCE, title=name or SOURCE.title, publisher=name or SOURCE.publisher, licence=told)


@lru_cache(maxsize=8)
def _licences(path: Path, _changed: int) -> dict[str, str]:
    found: dict[str, str] = {}
    with suppress(InputError):  # where the file breaks is told when its rows are read
        for sources, licence in _named_licences(path):
            if licence and (len(sources) == 1 or "; " not in licence):
                found |= dict.fromkeys(sources, licence)
    return found


def _named_licences(path: Path) -> Iterator[tuple[list[str], str]]:
    """The sources of each event and the licences that it names. Raises InputError where the file breaks."""
    sheet = sheet_of(path)
    for row in sheet.rows:
        if isinstance(row, tuple):
            cells = dict(zip(sheet.header, row[1], strict=True))
            with suppress(UnusableCellError):
                yield event_of(cells, from_csv=not is_json(path))["sources"], cells.get("licence", "")


SOURCE = Source(
    name="atlas_export",
    title="Incident Atlas export",
    publisher="Incident Atlas",
    licence=Licence("The licences that its rows name", ""),
    citation="Incident Atlas, and the sources that each event names",
    recognises=_recognises,
    read=_read,
    used=names("events"),
    ignored=("page",),
    described=_described,
)
