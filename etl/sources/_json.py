"""Rows of a JSON list of objects, of a GeoJSON FeatureCollection, and of the pages of UCDP's interface."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.records import Rejected
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
    try:
        loaded = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise InputError(file, f"the file is not JSON ({error})", "Fetch or save it again.") from error
    listed = _listed(loaded)
    if listed is None:
        raise InputError(file, "the file holds no list of rows", "Give a list of objects or a FeatureCollection.")
    rows = [_flat(entry) for entry in listed]
    keys = list(dict.fromkeys(key for row in rows if row is not None for key in row))
    yield 0, keys
    for number, row in enumerate(rows, start=1):
        if row is None:
            shown = json.dumps(listed[number - 1])[:200]
            yield Rejected(file, number, "", shown, "the entry is no object", "Each entry must name its columns.")
        else:
            yield number, [text_of(row.get(key)) for key in keys]


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
