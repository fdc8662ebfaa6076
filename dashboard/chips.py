"""The active filters of a View in words, each with the view without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dashboard.address import FORMS
from dashboard.filters import View
from dashboard.geography import Near
from dashboard.i18n import Translator


class Chip(NamedTuple):
    """One active filter in words, and the view without it."""

    text: str
    without: View


_NAMED: dict[str, Callable[[str, Translator], str]] = {
    "event_types": lambda v, t: t.word("type", v),
    "statuses": lambda v, t: t.word("status", v),
    "countries": lambda v, t: t.country(v),
    "admin1": lambda v, _: v,
    "actors": lambda v, _: v,
    "sides": lambda v, t: t("chip.side", side=t.word("side", v)),
    "stances": lambda v, t: t("chip.stance", stance=t.word("stance", v)),
    "targets": lambda v, t: t("chip.target", target=v),
    "weapons": lambda v, t: t("chip.weapon", weapon=v),
    "sources": lambda v, t: t.word("source", v),
    "publishers": lambda v, _: v,
    "languages": lambda v, t: t("chip.told_in", language=t.tongue(v)),
}


def in_words(view: View, t: Translator) -> tuple[Chip, ...]:
    """Each active filter as a chip in words; the camera and the chosen event are no filters."""
    chips: list[Chip] = []
    if view.date_from or view.date_to:
        words = period_in_words(view.date_from, view.date_to, t)
        chips.append(Chip(words[0].upper() + words[1:], replace(view, date_from=None, date_to=None)))
    named = _NAMED
    if view.stances and view.actors:
        # One attribution has both: "Accused: X" says so.
        said = " / ".join(t.word("stance", stance) for stance in view.stances)
        named = _NAMED | {"actors": lambda v, t: t("chip.actor_with_stance", stance=said, actor=v)}
    for name, word in named.items():
        chips += [Chip(word(v, t), _less(view, name, v)) for v in getattr(view, name)]
    for name, say in _SET.items():
        if value := getattr(view, name):
            changed: dict[str, Any] = {name: FORMS[name].empty}
            chips.append(Chip(say(value, t), replace(view, **changed)))
    return tuple(chips)


def _near_in_words(near: Near, t: Translator) -> str:
    return t("chip.near", km=near.km, place=near.name or f"{near.latitude:g}, {near.longitude:g}")


_SET: dict[str, Callable[[Any, Translator], str]] = {
    "brush": lambda v, t: t("chip.brush", period=period_in_words(v[0], v[1], t)),
    "coarsest_place": lambda v, t: t(f"chip.exact.{v}"),
    "coarsest_date": lambda v, t: t(f"chip.dated.{v}"),
    "killed_at_least": lambda v, t: t("chip.killed", count=v),
    "sources_at_least": lambda v, t: t("chip.voices", count=v),
    "only_contested": lambda _, t: t("chip.contested"),
    "machine_coded": lambda _, t: t("chip.machine"),
    "near": _near_in_words,
    "text": lambda v, t: t("chip.text", text=v),
    "within": lambda _, t: t("chip.within"),
    "outline": lambda _, t: t("chip.outline"),
}
"""Filters of one value, in words."""


def _less(view: View, name: str, value: str) -> View:
    changed: dict[str, Any] = {name: tuple(kept for kept in getattr(view, name) if kept != value)}
    return replace(view, **changed)


def period_in_words(first: date | None, last: date | None, t: Translator) -> str:
    """A period whose ends may be open, in words."""
    if first and last:
        return t.day(first) if first == last else t("chip.between", first=t.day(first), last=t.day(last))
    return t("chip.since", first=t.day(first)) if first else t("chip.until", last=t.day(last)) if last else ""
