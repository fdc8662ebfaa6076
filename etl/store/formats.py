"""The formats in which events leave. Each writer takes the rows, their description and an open binary file."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from etl.cells import cell, defused, plain, rows


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
    from etl.store.workbook import write_workbook  # noqa: PLC0415 - takes long to load, and few ask for it

    write_workbook(table, about, target)


FORMATS: dict[str, Callable[[pa.Table, Mapping[str, Any], BinaryIO], None]] = {
    "csv": _csv,
    "geojson": _geojson,
    "jsonl": _jsonl,
    "parquet": _parquet,
    "xlsx": _xlsx,
}
