"""A mapping from its TOML file, every entry of it checked: a slip is told with its file, its place and a remedy."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, cast, get_args

from babel import Locale, UnknownLocaleError

from etl.errors import InputError
from etl.items import Licence
from etl.lexicon import DATA, SECONDS, TypeOfCode, fold, type_table
from etl.records import DATE_PRECISIONS, EVENT_TYPES, PLACE_PRECISIONS, STATUSES, Stance
from etl.sources._countries import CODES as COUNTRY_CODES
from etl.sources._days import ORDERS
from etl.sources._mapping import (
    CODED,
    CONSTANTS,
    FIELDS,
    Codes,
    Exactness,
    Forms,
    Promises,
    Side,
    TableMapping,
    loose,
)

_PERMITS = ("display", "text", "export")
_TOP = (
    *("file", "title", "publisher", "citation", "prefix", "language", "machine_coded", "unknown", "ignored", "needed"),
    *("licence", "columns", "constants", "derived", "forms", "sides", "codes", "doubts", "promises"),
)
_TYPES = frozenset({*EVENT_TYPES, "out_of_scope"})


class _SlipError(ValueError):
    """An entry of the file that makes no sense."""


def shipped(name: str) -> TableMapping:
    """The mapping `data/sources/<name>.toml`."""
    return mapping_of(DATA / "sources" / f"{name}.toml")


def mapping_of(path: Path) -> TableMapping:
    """The mapping of a TOML file. Raises InputError."""
    try:
        with path.open("rb") as stream:
            told = tomllib.load(stream)
        return _mapping(path, told)
    except OSError as error:
        raise InputError(str(path), f"the mapping cannot be read ({error.strerror})", "Allow reading it.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(str(path), f"the mapping is not TOML ({error})", "Correct that line.") from error
    except (_SlipError, TypeError, AttributeError) as error:
        remedy = "Correct it; docs/sources.md tells the form of a mapping."
        raise InputError(str(path), f"the mapping makes no sense: {error}", remedy) from error


def _mapping(path: Path, told: dict[str, Any]) -> TableMapping:
    _only(told, _TOP, "the file")
    columns, joined = _columns(told.get("columns", {}))
    title = str(told.get("title") or path.stem)
    mapping = TableMapping(
        file=str(told.get("file", "")),
        title=title,
        publisher=str(told.get("publisher") or title),
        citation=str(told.get("citation") or title),
        prefix=str(told.get("prefix") or "-".join(fold(title).split())),
        licence=_licence(told.get("licence", {})),
        columns=columns,
        joined=joined,
        derived=dict(told.get("derived", {})),
        constants=_constants(told.get("constants", {})),
        codes=_codes(told.get("codes", {})),
        sides=tuple(_side(one) for one in told.get("sides", [])),
        doubts={column: {str(k): str(v) for k, v in codes.items()} for column, codes in told.get("doubts", {}).items()},
        forms=_forms(told.get("forms", {})),
        promises=_promises(told.get("promises", {})),
        unknown=frozenset(map(str, told.get("unknown", []))),
        ignored=tuple(map(str, told.get("ignored", []))),
        needed=tuple(map(str, told.get("needed", []))),
        language=_language(str(told.get("language", ""))),
        machine_coded=bool(told.get("machine_coded", False)),
    )
    if not {"event_type"} & {*mapping.columns, *mapping.constants}:
        raise _SlipError("nothing tells the event_type; name its column, or a constant such as event_type = 'other'")
    if not {"date", "year"} & {*mapping.columns}:
        raise _SlipError("no column of [columns] is the date")
    return mapping if mapping.needed else replace(mapping, needed=_first_needs(mapping))


def _first_needs(mapping: TableMapping) -> tuple[str, ...]:
    fields = ("id", "event_type", "date", "year", "latitude", "longitude")
    return tuple(column for field in fields for column in mapping.columns.get(field, ()))


def _columns(told: Mapping[str, Any]) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    _only(told, FIELDS, "[columns]")
    joined = frozenset(name for name, value in told.items() if isinstance(value, dict))
    if odd := [name for name in joined if name not in CODED or list(told[name]) != ["joined"]]:
        raise _SlipError(f"[columns] {odd[0]}: name a column or a list of columns")
    plain = {name: value["joined"] if name in joined else value for name, value in told.items()}
    return {name: (v,) if isinstance(v, str) else tuple(map(str, v)) for name, v in plain.items()}, joined


def _licence(told: Mapping[str, Any]) -> Licence:
    _only(told, ("name", "url", "permits", "share_alike"), "[licence]")
    # Where no licence is told, nothing is permitted but one's own use.
    permits = told.get("permits", list(_PERMITS) if told.get("name") else [])
    _only(permits, _PERMITS, "[licence] permits")
    display, text, export = (word in permits for word in _PERMITS)
    name, url = str(told.get("name") or "not told: for one's own use"), str(told.get("url", ""))
    return Licence(name, url, display, text, export, bool(told.get("share_alike", False)))


def _constants(told: Mapping[str, Any]) -> dict[str, Any]:
    _only(told, CONSTANTS, "[constants]")
    for name, allowed in (("event_type", _TYPES), ("status", STATUSES), ("date_precision", DATE_PRECISIONS),
                          ("place_precision", PLACE_PRECISIONS)):  # fmt: skip
        if name in told:
            _only([told[name]], allowed, f"[constants] {name}")
    if "radius_km" in told and not (isinstance(told["radius_km"], int | float) and told["radius_km"] > 0):
        raise _SlipError("[constants] radius_km is no number above 0")
    return dict(told)


def _codes(told: Mapping[str, Any]) -> Codes:
    _only(told, CODED, "[codes]")
    types = told.get("event_type", {})
    table = type_table(types) if isinstance(types, str) else {str(c): _type(str(c), v) for c, v in types.items()}
    _only([t.event_type for t in table.values()], _TYPES, "[codes.event_type]")
    places = {str(code): _exactness(value) for code, value in told.get("place_precision", {}).items()}
    _only([e.precision for e in places.values()], ("", *PLACE_PRECISIONS), "[codes.place_precision]")
    status, days = told.get("status", {}), told.get("date_precision", {})
    _only(status.values(), STATUSES, "[codes.status]")
    _only(days.values(), DATE_PRECISIONS, "[codes.date_precision]")
    return Codes(table, {str(k): v for k, v in status.items()}, {str(k): v for k, v in days.items()}, places)


def _type(code: str, value: Any) -> TypeOfCode:
    if isinstance(value, str):
        return TypeOfCode(code, code, value)
    _only(value, ("event_type", "status", "second", "meaning"), "[codes.event_type]")
    status, second = value.get("status", "carried_out"), value.get("second", "target")
    _only([status], STATUSES, "[codes.event_type] status")
    _only([second], SECONDS, "[codes.event_type] second")
    return TypeOfCode(code, value.get("meaning", code), value["event_type"], status, second)


def _exactness(value: Any) -> Exactness:
    if isinstance(value, str):
        return Exactness(value)
    _only(value, ("precision", "radius_km"), "[codes.place_precision]")
    return Exactness(str(value.get("precision", "")), float(value["radius_km"]) if "radius_km" in value else None)


def _side(told: Mapping[str, Any]) -> Side:
    _only(told, ("column", "second", "target_where", "stances"), "[[sides]]")
    stances: list[tuple[str, str, Stance]] = []
    for one in told.get("stances", []):
        _only([one.get("stance")], get_args(Stance), "[[sides]] stances")
        stances += [(name, str(code), cast("Stance", one["stance"])) for name, code in one.items() if name != "stance"]
    where = {name: frozenset(map(str, codes)) for name, codes in told.get("target_where", {}).items()}
    if not told.get("column"):
        raise _SlipError("[[sides]] names no column")
    return Side(str(told["column"]), bool(told.get("second", False)), where, tuple(stances))


def _forms(told: Mapping[str, Any]) -> Forms:
    _only(told, ("order", "day", "country", "split", "hierarchical", "seldom"), "[forms]")
    _only([told.get("order", "")], ("", *ORDERS), "[forms] order")
    _only([told.get("country", "name")], COUNTRY_CODES, "[forms] country")
    split = {loose(name): str(mark) for name, mark in told.get("split", {}).items() if mark}
    return Forms(told.get("order", ""), str(told.get("day", "")), told.get("country", "name"), split,
                 bool(told.get("hierarchical", False)), frozenset(map(loose, told.get("seldom", []))))  # fmt: skip


def _promises(told: Mapping[str, Any]) -> Promises:
    _only(told, ("year", "starts_with_date", "not_above"), "[promises]")
    pairs = tuple((str(low), str(high)) for low, high in told.get("not_above", []))
    return Promises(str(told.get("year", "")), str(told.get("starts_with_date", "")), pairs)


def _language(code: str) -> str:
    try:
        return Locale.parse(code).language if code else ""
    except (ValueError, UnknownLocaleError) as error:
        raise _SlipError(f"language {code!r} is no ISO 639-1 code") from error


def _only(told: Any, known: Any, where: str) -> None:
    odd = [str(name) for name in told if name not in known]
    if odd:
        raise _SlipError(f"{where} has {odd[0]!r}; there are {', '.join(filter(None, sorted(known)))}")
