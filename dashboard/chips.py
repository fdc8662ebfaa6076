"""The active filters of a View in words, each with the view without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dashboard.filters import View
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
    if view.brush:
        chips.append(Chip(t("chip.brush", period=period_in_words(*view.brush, t)), replace(view, brush=None)))
    for name, word in _NAMED.items():
        chips += [Chip(word(v, t), _less(view, name, v)) for v in getattr(view, name)]
    if view.coarsest_place:
        chips.append(Chip(t(f"chip.exact.{view.coarsest_place}"), replace(view, coarsest_place="")))
    if view.killed_at_least:
        chips.append(Chip(t("chip.killed", count=view.killed_at_least), replace(view, killed_at_least=None)))
    if view.sources_at_least:
        chips.append(Chip(t("chip.voices", count=view.sources_at_least), replace(view, sources_at_least=None)))
    if view.only_contested:
        chips.append(Chip(t("chip.contested"), replace(view, only_contested=False)))
    if view.machine_coded:
        chips.append(Chip(t("chip.machine"), replace(view, machine_coded=False)))
    if view.near:
        place = view.near.name or f"{view.near.latitude:g}, {view.near.longitude:g}"
        chips.append(Chip(t("chip.near", km=view.near.km, place=place), replace(view, near=None)))
    if view.text:
        chips.append(Chip(t("chip.text", text=view.text), replace(view, text="")))
    if view.within:
        chips.append(Chip(t("chip.within"), replace(view, within=None)))
    return tuple(chips)


def _less(view: View, name: str, value: str) -> View:
    changed: dict[str, Any] = {name: tuple(kept for kept in getattr(view, name) if kept != value)}
    return replace(view, **changed)


def period_in_words(first: date | None, last: date | None, t: Translator) -> str:
    """A period whose ends may be open, in words."""
    if first and last:
        return t.day(first) if first == last else t("chip.between", first=t.day(first), last=t.day(last))
    return t("chip.since", first=t.day(first)) if first else t("chip.until", last=t.day(last)) if last else ""
