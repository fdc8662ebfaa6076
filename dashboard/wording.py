"""How an event is put into plain, neutral words: days, places and numbers never sharper than they are told."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from typing import Any
from unicodedata import bidirectional

from dashboard.i18n import Translator

Values = Mapping[str, Any]
"""A row of the table "events" or "incidents"; days as dates or ISO strings."""


_ONE_NAME = 0.85
"""Likeness (Ratcliff and Obershelp, 0 to 1) from which two spellings are taken for one name."""
_LEADING = ("killed", "wounded", "detained")


def when(values: Values, t: Translator, *, short: bool = False) -> str:
    """The day or days: "4 July 2020", "Some day in March 2020", "On or before 21 June 2020"; short for tables."""
    say = t.short_day if short else t.day
    first, last, precision = _day(values["date_start"]), _day(values["date_end"]), values["date_precision"]
    if first is None and last is None:
        return t("when.unknown")
    if first is None or last is None:
        return t("when.since", first=say(first)) if first else t("when.until", last=say(last or date.max))
    if first == last:
        return say(first)
    if (first.day, first.month, last.day, last.month) == (1, 1, 31, 12) and first.year == last.year:
        return t("when.in_year", year=str(first.year))
    if precision == "month" and (first.year, first.month) == (last.year, last.month):
        return t("when.in_month", month=t.month(first))
    return t("when.between" if precision == "days" else "when.some_day_between", first=say(first), last=say(last))


def place(values: Values, t: Translator) -> str:
    """The place: its most exact name, first-level area and country; "place not told" where there is none.

    An area whose name is that of the place in another spelling (Bagdad, Baghdad) is not said again.
    """
    country, area = values.get("country") or "", values.get("admin1") or ""
    named = next(iter(values.get("places") or ()), "")
    if SequenceMatcher(None, named.casefold(), area.casefold()).ratio() >= _ONE_NAME:
        area = ""
    parts = [isolated(named, t), isolated(area, t), t.country(country) if country else ""]
    return ", ".join(dict.fromkeys(part for part in parts if part)) or t("where.unknown")


def isolated(words: str, t: Translator) -> str:
    """Words that may run against the line's own direction, set apart so that they tear nothing beside them about.

    Unicode Standard Annex 9: first strong isolate and pop directional isolate. Words that run with the line stay bare.
    """
    against = {"R", "AL"} if t.direction == "ltr" else {"L"}
    return f"\u2068{words}\u2069" if any(bidirectional(c) in against for c in words) else words


def exactness(values: Values, t: Translator) -> str:
    """How exactly the place is known: "town, within about 5 km"; or that it could not be placed, and why."""
    precision, radius = values.get("place_precision"), values.get("radius_km")
    if values.get("latitude") is None or not precision:
        candidates = len(values.get("place_candidates") or ())
        return t("where.ambiguous", count=candidates) if candidates else t("where.not_placed")
    word = t.word("precision", precision)
    return t("where.within", precision=word, km=_rough(radius)) if radius else word


def number(values: Values, field: str, t: Translator) -> str:
    """A count: "3", "2 to 7 (best estimate 5)", "5 or more"; "" where none is told, which is not the same as none."""
    low, best, high = (_whole(values.get(f"{field}_{part}")) for part in ("low", "best", "high"))
    told = values.get(f"{field}_told")
    least = low if low is not None else best
    if least is None:
        return t("number.at_most", high=high) if high is not None else ""
    if high is None:
        return t("number.or_more", low=least) if told and low is not None else t.number(least)
    if least == high:
        return t.number(least)
    if best is None or best in (least, high):
        return t("number.range", low=least, high=high)
    return t("number.estimate", low=least, best=best, high=high)


def distinct(words: Sequence[str]) -> list[str]:
    """The words without those that another of them says already: alike but for case, or held whole within a longer one.

    The order is kept.
    """
    kept: list[str] = []
    for word in dict.fromkeys(words):
        bare = f" {word.casefold()} "
        others = [f" {other.casefold()} " for other in words]
        is_told = any(bare in other and bare != other for other in others)
        if not is_told and all(word.casefold() != earlier.casefold() for earlier in kept):
            kept.append(word)
    return kept


def headline(values: Values, t: Translator) -> str:
    """One neutral line: what, where, when."""
    kind = t.word("type", values["event_type"])
    if values["status"] != "carried_out":
        kind = t("headline.status", type=kind, status=t.word("status", values["status"]).lower())
    return t("headline.line", type=kind, place=place(values, t), when=when(values, t))


def tolls(values: Values, t: Translator) -> list[str]:
    """The counts that are told, in words: ["5 or more wounded"]."""
    told = [(field, number(values, field, t)) for field in _LEADING]
    return [t(f"toll.{field}", number=words, count=_most(values, field)) for field, words in told if words]


def _most(values: Values, field: str) -> int:
    """The number that a noun beside a count agrees with."""
    low, best, high = (_whole(values.get(f"{field}_{part}")) for part in ("low", "best", "high"))
    return 2 if high is None and low is not None else max(n for n in (low, best, high, 0) if n is not None)


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None


def _whole(value: Any) -> int | None:
    # A DataFrame gives an empty cell as NaN, the only value that differs from itself.
    return None if value is None or value != value else int(value)  # noqa: PLR0124


def _rough(km: float) -> int | float:
    return round(km, 1) if km < 2 else round(km)
