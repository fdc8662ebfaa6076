"""The formats in which events leave. Each writer takes the rows, their description and an open binary file."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from etl.cells import cell, defused, plain, rows
from etl.errors import UsageError

SHEET_ROWS = 1_048_576
"""Rows an xlsx sheet can hold, its heading included (ECMA-376)."""
SHEET_TEXT = 32_767
"""Characters an xlsx cell can hold."""

_CUT = " [cut: the cell is full]"
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def _csv(table: pa.Table, _about: Mapping[str, Any], target: BinaryIO) -> None:
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="")
    lines = csv.writer(text, lineterminator="\r\n")
    lines.writerow(table.column_names)
    for row in rows(table):
        cells = (cell(value) for value in row.values())
        lines.writerow([defused(value) if isinstance(value, str) else value for value in cells])
    text.flush()
    text.detach()


def _jsonl(table: pa.Table, _about: Mapping[str, Any], target: BinaryIO) -> None:
    for row in rows(table):
        line = {name: plain(value) for name, value in row.items()}
        target.write(json.dumps(line, ensure_ascii=False).encode() + b"\n")


def _geojson(table: pa.Table, about: Mapping[str, Any], target: BinaryIO) -> None:
    """RFC 7946: longitude first, WGS 84; an unplaced event has no geometry; our own words are foreign members."""
    head = json.dumps({"type": "FeatureCollection", "about": about}, ensure_ascii=False)
    target.write(head[:-1].encode() + b', "features": [')
    parting = b"\n"
    for row in rows(table):
        feature = json.dumps(_feature({name: plain(value) for name, value in row.items()}), ensure_ascii=False)
        target.write(parting + feature.encode())
        parting = b",\n"
    target.write(b"\n]}\n")


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    latitude, longitude = row.pop("latitude"), row.pop("longitude")
    point = None if latitude is None else {"type": "Point", "coordinates": [longitude, latitude]}
    return {"type": "Feature", "id": row["event_id"], "geometry": point, "properties": row}


def _parquet(table: pa.Table, about: Mapping[str, Any], target: BinaryIO) -> None:
    described = {"incident_atlas": json.dumps(about, ensure_ascii=False)}
    pq.write_table(table.replace_schema_metadata(described), target, compression="zstd")


def _xlsx(table: pa.Table, about: Mapping[str, Any], target: BinaryIO) -> None:
    if table.num_rows >= SHEET_ROWS:
        raise UsageError(f"{table.num_rows} events do not fit a spreadsheet; filter them, or export csv or parquet")
    book = Workbook(write_only=True)
    sheet = book.create_sheet("events")
    sheet.append(table.column_names)
    for row in rows(table):
        sheet.append([_sheet_cell(sheet, cell(value)) for value in row.values()])
    notes = book.create_sheet("about")
    for key in ("title", "address", "build", "built", "citation"):
        notes.append([_sheet_cell(notes, key), _sheet_cell(notes, about[key])])
    for line in about["licences"]:
        notes.append(["licence", _sheet_cell(notes, line)])
    dictionary = book.create_sheet("columns")
    dictionary.append(["name", "unit", "meaning"])
    for column in about["columns"]:
        dictionary.append([_sheet_cell(dictionary, column[key]) for key in ("name", "unit", "meaning")])
    book.save(target)


def _sheet_cell(sheet: Any, value: str | float | bool | None) -> Any:
    """Text is marked as text, so that a beginning "=" stays a character."""
    if not isinstance(value, str):
        return value
    text = _NO_XML.sub("\ufffd", value)
    if len(text) > SHEET_TEXT:
        text = text[: SHEET_TEXT - len(_CUT)] + _CUT
    written = WriteOnlyCell(sheet, value=text)
    written.data_type = "s"
    return written


FORMATS: dict[str, Callable[[pa.Table, Mapping[str, Any], BinaryIO], None]] = {
    "csv": _csv,
    "geojson": _geojson,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
