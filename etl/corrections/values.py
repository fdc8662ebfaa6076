"""What an editor writes into a correction, as typed values of the columns it changes."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa

from etl.columns import INCIDENTS
from etl.corrections.decisions import PARTED_BY
from etl.records import DATE_PRECISIONS, EVENT_TYPES, STANCES, STATUSES, PlacePrecision
from etl.told_columns import ATTRIBUTIONS, COUNTS, DAY, TEXT, TEXTS

_BY_PLACE = frozenset({"latitude", "longitude", "place_precision", "radius_km", "gazetteer_id", "place_candidates"})
_OWN = frozenset(
    {
        "incident_id",
        "report_id",
        "source",
        "evidence",
        "reading_confidence",
        "confidence_reasons",
        "reader",
        "machine_coded",
    }
)
_TYPES: dict[str, pa.DataType] = {
    c.name: c.type
    for c in INCIDENTS
    if c.name not in _BY_PLACE | _OWN and not c.name.startswith(tuple(f"{count}_" for count in COUNTS))
}
_WORDS: dict[str, tuple[str, ...]] = {
    "event_type": EVENT_TYPES,
    "status": STATUSES,
    "date_precision": DATE_PRECISIONS,
    "date_basis": ("explicit", "relative", "offset", "published", "none"),
}
FIELDS = (*_TYPES, *COUNTS)
"""What `set` may change; a place is changed by `place`."""

RADIUS_KM: dict[PlacePrecision, float] = {
    "site": 1, "neighbourhood": 3, "town": 5, "district": 25, "province": 100, "country": 500, "area": 100,
}  # fmt: skip
"""Radius for a point whose editor gave a precision and no radius."""

_COUNT = re.compile(r"(?P<low>\d{1,7})(-(?P<high>\d{1,7})?)?")
_EVIDENCE = {"date_start": "date", "date_end": "date", "date_precision": "date", "date_basis": "date",
             "places": "place", "country": "place", "admin1": "place"}  # fmt: skip


def evidence_of(field: str) -> str:
    """The name under which evidence for a field stands."""
    return _EVIDENCE.get(field, field)


def typed(field: str, value: str) -> dict[str, Any]:
    """The columns that `set` changes and their new values. Raises ValueError, saying what is allowed.

    An empty value means unknown. A day is YYYY-MM-DD; a list is parted by "|"; attributions are a JSON list of
    {"actor", "stance", "by"}; a count is "5", "3-8", or "3-" for at least three.
    """
    if field in COUNTS:
        return _count(field, value)
    if field not in _TYPES:
        raise ValueError(f"{field!r} cannot be set; use one of: {', '.join(FIELDS)}")
    if field in _WORDS and value not in _WORDS[field]:
        raise ValueError(f"{field} is one of: {', '.join(_WORDS[field])}")
    if field == "country" and value and not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError("country is an ISO 3166-1 code of two capital letters")
    return {field: _READ[_TYPES[field]](value)}


def point(value: str) -> dict[str, Any]:
    """The columns of a place given as "latitude,longitude,precision" or with ",radius in km". Raises ValueError."""
    told = "a point is latitude,longitude,precision[,radius in km]"
    parts = [part.strip() for part in value.split(",")]
    if len(parts) not in (3, 4) or parts[2] not in RADIUS_KM:
        raise ValueError(f"{told}; precision is one of: {', '.join(RADIUS_KM)}")
    precision = parts[2]
    try:
        latitude, longitude = float(parts[0]), float(parts[1])
        radius = float(parts[3]) if len(parts) == 4 else RADIUS_KM[precision]
    except ValueError as error:
        raise ValueError(told) from error
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180 and 0 < radius < math.inf):
        raise ValueError(f"{told}, in decimal degrees and above 0 km")
    return {"latitude": latitude, "longitude": longitude, "place_precision": precision, "radius_km": radius,
            "gazetteer_id": "", "place_candidates": []}  # fmt: skip


def is_point(value: str) -> bool:
    """True for a value meant as a point, False for one meant as a gazetteer id."""
    return "," in value


def _count(field: str, value: str) -> dict[str, Any]:
    if not value:
        return {f"{field}_{part}": None for part in ("low", "best", "high", "told")}
    found = _COUNT.fullmatch(value)
    if found is None:
        raise ValueError(f'{field} is "5", "3-8", or "3-" for at least three')
    low = int(found["low"])
    high = low if "-" not in value else int(found["high"]) if found["high"] else None
    if high is not None and high < low:
        raise ValueError(f"{field}: the highest number lies below the lowest")
    best = None if high is not None and high > low else low
    return {f"{field}_low": low, f"{field}_best": best, f"{field}_high": high, f"{field}_told": value}


def _day(value: str) -> date | None:
    return date.fromisoformat(value) if value else None


def _list(value: str) -> list[str]:
    return [part.strip() for part in value.split(PARTED_BY) if part.strip()]


def _attributions(value: str) -> list[dict[str, str]]:
    told = f'attributions are a JSON list of {{"actor", "stance", "by"}}; stance is one of: {", ".join(STANCES)}'
    given = json.loads(value or "[]")
    if not isinstance(given, list):
        raise ValueError(told)  # noqa: TRY004 - for an editor it is a wrong value
    found = [
        {"actor": a.get("actor"), "stance": a.get("stance"), "by": a.get("by", "")}
        for a in given
        if isinstance(a, dict)
    ]
    if len(found) != len(given) or any(not a["actor"] or a["stance"] not in STANCES for a in found):
        raise ValueError(told)
    return found


_READ: dict[pa.DataType, Callable[[str], Any]] = {
    TEXT: str, DAY: _day, TEXTS: _list, ATTRIBUTIONS: _attributions,
}  # fmt: skip
