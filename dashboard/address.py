"""How each part of a View is written in an address, and read from one.

A form brings a value into its one shape (`canonical`), writes it as texts (one a repeated key) and reads them back.
Every reader raises ValueError for what it cannot understand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from dashboard.address_values import iso_day, natural, one_of, parted, plain, table_page, whole, written
from dashboard.geography import Bounds, Camera, bounds, camera, near, near_of, outline, outline_of
from dashboard.i18n import LANGUAGES
from etl.records import DATE_PRECISIONS, EVENT_TYPES, PLACE_PRECISIONS, STANCES, STATUSES

MEASURES = ("events", "killed")
"""What map and timeline count: events, or the people killed in them."""
PAGES = ("explore", "event", "stories", "read", "about")


@dataclass(frozen=True, slots=True)
class Form:
    """One key of an address. `many` keys may be repeated."""

    key: str
    empty: Any
    canonical: Callable[[Any], Any]
    write: Callable[[Any], Sequence[str]]
    read: Callable[[Sequence[str]], Any]
    many: bool = False


def _brush(value: tuple[date, date] | None) -> tuple[date, date] | None:
    if value is None:
        return None
    first, last = value
    return (first, last) if first <= last else (last, first)


def _codes(key: str, fits: Callable[[str], bool]) -> Form:
    def canonical(values: Sequence[str]) -> tuple[str, ...]:
        for value in values:
            if not fits(value):
                raise ValueError(f"{value!r} is no {key}")
        return tuple(sorted(set(values)))

    return Form(key, (), canonical, lambda values: values, tuple, many=True)


def _names(key: str) -> Form:
    def canonical(values: Sequence[str]) -> tuple[str, ...]:
        return tuple(sorted({plain(value) for value in values} - {""}))

    return Form(key, (), canonical, lambda values: values, tuple, many=True)


def _choice(key: str, allowed: Sequence[str]) -> Form:
    return Form(key, allowed[0], lambda v: one_of(allowed, v), lambda v: (v,), lambda texts: texts[0])


def _text(key: str) -> Form:
    return Form(key, "", plain, lambda v: (v,), lambda texts: texts[0])


def _at_least(key: str) -> Form:
    return Form(key, None, whole, lambda v: (str(v),), lambda texts: natural(texts[0]))


def _a_day(key: str) -> Form:
    return Form(key, None, lambda v: v, lambda v: (v.isoformat(),), lambda texts: iso_day(texts[0]))


def _degrees(key: str, kind: type[Bounds] | type[Camera], canonical: Callable[[Any], Any]) -> Form:
    width = len(kind._fields)
    return Form(key, None, canonical, lambda v: (" ".join(written(n) for n in v),),
                lambda texts: kind(*(float(part) for part in parted(texts[0], " ", width))))  # fmt: skip


_COUNTRY = re.compile("[A-Z]{2}")
_TONGUE = re.compile("[a-z]{2,3}")
_SIDE = re.compile("[a-z_]{2,20}")

FORMS: dict[str, Form] = {
    "page": _choice("page", PAGES),
    "language": _choice("lang", LANGUAGES),
    "date_from": _a_day("from"),
    "date_to": _a_day("to"),
    "event_types": _codes("type", lambda v: v in EVENT_TYPES),
    "statuses": _codes("status", lambda v: v in STATUSES),
    "countries": _codes("country", lambda v: _COUNTRY.fullmatch(v) is not None),
    "admin1": _names("area"),
    "actors": _names("actor"),
    "sides": _codes("side", lambda v: _SIDE.fullmatch(v) is not None),
    "stances": _codes("stance", lambda v: v in STANCES),
    "targets": _names("target"),
    "weapons": _names("weapon"),
    "sources": _names("source"),
    "publishers": _names("publisher"),
    "languages": _codes("told", lambda v: _TONGUE.fullmatch(v) is not None),
    "coarsest_place": _choice("exact", ("", *PLACE_PRECISIONS)),
    "coarsest_date": _choice("dated", ("", *DATE_PRECISIONS[:-1])),
    "killed_at_least": _at_least("killed"),
    "sources_at_least": _at_least("voices"),
    "only_contested": Form("contested", False, bool, lambda _: ("1",), lambda texts: one_of(("1",), texts[0]) == "1"),
    "machine_coded": Form("machine", False, bool, lambda _: ("1",), lambda texts: one_of(("1",), texts[0]) == "1"),
    "text": _text("q"),
    "near": Form("near", None, near, lambda v: (" ".join([*map(written, v[:3]), v.name]).strip(),),
                 lambda texts: near_of(texts[0])),
    "within": _degrees("within", Bounds, bounds),
    "outline": Form("outline", (), outline, lambda v: (" ".join(written(n) for corner in v for n in corner),),
                    lambda texts: outline_of(texts[0])),
    "camera": _degrees("at", Camera, camera),
    "brush": Form("brush", None, _brush, lambda v: (f"{v[0].isoformat()}~{v[1].isoformat()}",),
                  lambda texts: tuple(iso_day(part) for part in parted(texts[0], "~", 2))),
    "selected": _text("selected"),
    "measure": _choice("by", MEASURES),
    "context": Form("context", False, bool, lambda _: ("1",), lambda texts: one_of(("1",), texts[0]) == "1"),
    "table_page": Form("rows", 1, table_page, lambda v: (str(v),), lambda texts: natural(texts[0])),
    "story": _text("story"),
    "step": _at_least("step"),
    "presenting": _choice("present", ("", "screen", "notes")),
}  # fmt: skip
"""The form of each field of View, in the order in which an address names them."""
