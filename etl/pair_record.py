"""Incidents as the lines of a `match --pairs` file tell them: the benchmark's record, read with some latitude.

See docs/matching.md for the names that are taken. What a record does not say stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from babel import Locale

from etl.errors import InputError
from etl.lexicon import fold
from etl.records import (
    EVENT_TYPES,
    PLACE_PRECISIONS,
    STANCES,
    STATUSES,
    Attribution,
    Count,
    EventType,
    Incident,
)

_PLACE = ("place", "places", "location", "place_name")
_LATITUDE, _LONGITUDE = ("latitude", "lat"), ("longitude", "lon", "lng")


_ALSO = {"killed": ("deaths", "fatalities"), "wounded": ("injured", "injuries")}
_FROM_TO = re.compile(r"\s*(\d+)\s*[-–]\s*(\d+)\s*")
_YEAR_TO_DAY = 10
"""Characters of YYYY-MM-DD; a time of day behind them is left out."""


class FieldError(InputError):
    """Raised for a field of a record that cannot be used; the file and line are the caller's to name."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(field, problem, "Correct it, or leave it out.")


def incident_of_record(record: Mapping[str, Any], source: str, incident_id: str) -> Incident:
    """The incident of one record; `source` and `incident_id` are what it goes by here. Raises FieldError."""
    start, end = _days(record)
    latitude, longitude = _number(record, _LATITUDE, 90.0), _number(record, _LONGITUDE, 180.0)
    placed = latitude is not None and longitude is not None
    return Incident(
        incident_id=incident_id,
        report_id=incident_id,
        source=source,
        event_type=_event_type(_first(record, ("event_type", "type"))),
        status=_one_of(record.get("status"), STATUSES, "carried_out"),
        date_start=start,
        date_end=end,
        date_basis=_one_of(record.get("date_basis"), ("explicit", "published"), "explicit"),
        places=_texts(_first(record, _PLACE)),
        launched_from=_texts(_first(record, ("origin", "launched_from"))),
        latitude=latitude if placed else None,
        longitude=longitude if placed else None,
        place_precision=_one_of(record.get("place_precision"), PLACE_PRECISIONS, None),
        radius_km=_number(record, ("radius_km",), 20_040.0),
        country=_country(record.get("country")),
        weapons=_texts(_first(record, ("weapons", "weapon"))),
        targets=_texts(_first(record, ("targets", "target"))),
        attributions=_actors(_first(record, ("actors", "attributions", "actor"))),
        killed=_count(record, "killed"),
        wounded=_count(record, "wounded"),
        detained=_count(record, "detained"),
        machine_coded=record.get("machine_coded") is True,
    )


def _first(record: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((record[name] for name in names if record.get(name) not in (None, "", [])), None)


def _event_type(value: Any) -> EventType:
    """Also as words ("Air strike", "air-strike"); what is none of the types is "other"."""
    written = re.sub(r"[\s-]+", "_", fold(value)) if isinstance(value, str) else ""
    return next((one for one in EVENT_TYPES if written in (one, one.replace("_", ""))), "other")


def _one_of(value: Any, known: tuple[str, ...], otherwise: Any) -> Any:
    return value if value in known else otherwise


def _texts(value: Any) -> tuple[str, ...]:
    """A list of texts, or one text in which commas part names, most exact first."""
    told = value.split(",") if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(text.strip() for text in told if isinstance(text, str) and text.strip())


def _days(record: Mapping[str, Any]) -> tuple[date | None, date | None]:
    told = record.get("date")
    both = told if isinstance(told, list) and len(told) == 2 else [told, told]
    start, end = record.get("date_start", both[0]), record.get("date_end", record.get("date_start", both[1]))
    first, last = _day("date_start", start), _day("date_end", end)
    if first and last and first > last:
        raise FieldError("date_start", f"{first} lies after date_end {last}")
    return first, last


def _day(field: str, value: Any) -> date | None:
    if value in (None, ""):
        return None
    try:
        return date.fromisoformat(str(value)[:_YEAR_TO_DAY])
    except ValueError as error:
        raise FieldError(field, f"{value!r} is no day (YYYY-MM-DD)") from error


def _number(record: Mapping[str, Any], names: tuple[str, ...], most: float) -> float | None:
    value = _first(record, names)
    if value is None:
        return None
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise FieldError(names[0], f"{value!r} is no number") from error
    if not -most <= number <= most:
        raise FieldError(names[0], f"{value!r} lies outside of ±{most:g}")
    return number


def _count(record: Mapping[str, Any], name: str) -> Count | None:
    """From 3, "2-5", [2, 5], [2, null], {"low", "best", "high"} or keys such as killed_low (or _min), killed_best."""
    named = (name, *_ALSO.get(name, ()))
    told = _first(record, named)
    if told is None:
        told = {part: _first(record, tuple(f"{one}_{word}" for one in named for word in (part, other)))
                for part, other in (("low", "min"), ("best", "best"), ("high", "max"))}  # fmt: skip
    elif isinstance(told, str) and (both := _FROM_TO.fullmatch(told)):
        told = list(both.groups())
    if isinstance(told, Mapping):
        low, best, high = (_people(name, told.get(part)) for part in ("low", "best", "high"))
    elif isinstance(told, list) and len(told) == 2:
        low, best, high = _people(name, told[0]), None, _people(name, told[1])
    else:
        low = best = high = _people(name, told)
    if low is None and best is None and high is None:
        return None
    low = next(n for n in (low, best, high) if n is not None)
    if best is None:
        best = low if high is None else (low + high) // 2
    return Count(min(low, best), best, None if high is None else max(high, best), str(_first(record, named) or best))


def _people(name: str, value: Any) -> int | None:
    if value is None or value == "":
        return None
    try:
        number = float(value)
    except (TypeError, ValueError) as error:
        raise FieldError(name, f"{value!r} is no number of people") from error
    if not 0 <= number <= 10**8 or number != int(number):
        raise FieldError(name, f"{value!r} is no number of people")
    return int(number)


def _actors(value: Any) -> tuple[Attribution, ...]:
    told = [value] if isinstance(value, str | Mapping) else value if isinstance(value, list) else []
    named = [one if isinstance(one, Mapping) else {"name": one} for one in told]
    found = [(one.get("name", one.get("actor")), one.get("stance")) for one in named]
    return tuple(Attribution(name, _one_of(stance, STANCES, None)) for name, stance in found if isinstance(name, str))


def _country(value: Any) -> str:
    """ISO 3166-1 alpha-2 of a code or of a country's name in English, French, Spanish or Arabic; else empty."""
    if not isinstance(value, str):
        return ""
    code = value.strip().upper()
    return code if len(code) == 2 else _codes().get(fold(value), "")


@cache
def _codes() -> dict[str, str]:
    languages = ("en", "fr", "es", "ar")
    named = [Locale.parse(language).territories.items() for language in languages]
    return {fold(name): code for names in named for code, name in names if len(code) == 2}
