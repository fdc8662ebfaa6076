"""Rows of a JSON list of objects, of JSON lines, a GeoJSON FeatureCollection, or the pages of UCDP's interface."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.items import Rejected
from etl.sources._cells import Given, text_of
from etl.sources._opening import beginning, opened

_LISTS = ("features", "Result", "data")
"""Under which key a list of rows stands: in GeoJSON, and in the pages that UCDP and ACLED hand out."""


def json_beginning(path: Path) -> list[str]:
    """What may be column names at a file's beginning: every key there, of nested objects too."""
    return re.findall(r'"((?:[^"\\]|\\.){1,80})"\s*:', beginning(path).decode("utf-8", errors="replace"))


def json_rows(path: Path) -> Iterator[Given]:
    """First the column names as row 0, then every object; a point's coordinates fill latitude and longitude."""
    file = str(path)
    with opened(path) as stream:
        content = stream.read()
    listed = _entries(content, file)
    rows = [(number, _flat(entry)) for number, entry in listed.items()]
    keys = list(dict.fromkeys(key for _, row in rows if row is not None for key in row))
    yield 0, keys
    for number, row in rows:
        if row is None:
            shown = json.dumps(listed[number])[:200]
            yield Rejected(file, number, "", shown, "the entry is no object", "Each entry must name its columns.")
        else:
            yield number, [text_of(row.get(key)) for key in keys]


def _entries(content: bytes, file: str) -> dict[int, Any]:
    """What the file lists, by its place from 1; in JSON lines by the line. A line that is not JSON stays text."""
    try:
        loaded = json.loads(content)
    except (ValueError, RecursionError) as error:
        lines = {number: _of_line(line) for number, line in enumerate(content.splitlines(), start=1) if line.strip()}
        if not isinstance(next(iter(lines.values()), None), dict):
            raise InputError(file, f"the file is not JSON ({error})", "Fetch or save it again.") from error
        return lines
    listed = _listed(loaded)
    if listed is None:
        raise InputError(file, "the file holds no list of rows", "Give a list of objects or a FeatureCollection.")
    return dict(enumerate(listed, start=1))


def _of_line(line: bytes) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return line.decode("utf-8", errors="replace")


def _listed(loaded: Any) -> list[Any] | None:
    if isinstance(loaded, dict):
        loaded = next((loaded[name] for name in _LISTS if name in loaded), None)
    return loaded if isinstance(loaded, list) else None


def _flat(entry: Any) -> dict[str, Any] | None:
    if not isinstance(entry, dict):
        return None
    if entry.get("type") != "Feature":
        return {key: value for key, value in entry.items() if key}
    properties = entry.get("properties")
    row = dict(properties) if isinstance(properties, dict) else {}
    match entry.get("geometry"):
        case {"type": "Point", "coordinates": [longitude, latitude, *_]}:
            row.setdefault("longitude", longitude)
            row.setdefault("latitude", latitude)
    return row
