"""The editors' decisions on an event, in markup: what was changed from what to what, by whom, when and why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dashboard.i18n import Translator
from dashboard.queries import EventFile
from dashboard.views.markup import Markup, joined, spoken, tag, text

_OF_CODES = {"event_type": "type", "status": "status", "date_basis": "basis"}
_POINT = re.compile(r"(?P<latitude>-?[\d.]+),(?P<longitude>-?[\d.]+),(?P<precision>\w+),(?P<km>[\d.]+)")


def corrected(found: EventFile, t: Translator) -> Markup:
    """The section of the Event page; "" where no editor decided anything."""
    if not found.corrections:
        return Markup("")
    items = [tag("li", *_one(decision, t)) for decision in found.corrections]
    return tag("section", tag("h2", text(t("event.corrections"))), tag("ul", *items, class_="atlas-list"))


def _one(decision: Mapping[str, Any], t: Translator) -> list[Markup]:
    action, old, new = decision["action"], decision["old"] or "", decision["new"] or ""
    subject = decision["field"] if action == "set" else action
    name = t.word("field", subject) if action in ("set", "place") else t(f"correction.{action}")
    parts = [tag("strong", text(name))]
    if action in ("set", "place"):
        parts += [text(" "), _change(subject, old, new, t)] if old or new else []
    else:
        parts.append(tag("span", text(" " + " \u00b7 ".join(filter(None, new.split("|"))))))
    said = t("correction.by", who=decision["who"], day=t.day(decision["decided"]), id=decision["correction_id"])
    why = [tag("div", spoken(text(decision["why"]), ""))] if decision["why"] else []
    return [*parts, *why, tag("span", text(said), class_="atlas-note")]


def _change(subject: str, old: str, new: str, t: Translator) -> Markup:
    before, after = (spoken(text(_words(subject, value, t)), "") for value in (old, new))
    return joined([tag("del", before), text(" \u2192 "), tag("ins", after)])


def _words(subject: str, value: str, t: Translator) -> str:
    """A value as an editor wrote it, as readers say it."""
    if not value:
        return t("correction.unknown")
    if subject in _OF_CODES:
        return t.word(_OF_CODES[subject], value)
    if subject == "country":
        return t.country(value)
    if subject in ("date_start", "date_end"):
        return t.day(date.fromisoformat(value))
    if (point := _POINT.fullmatch(value)) is not None:
        precision = t.word("precision", point["precision"])
        return t("correction.point", latitude=point["latitude"], longitude=point["longitude"], precision=precision,
                 km=float(point["km"]))  # fmt: skip
    return ", ".join(part for part in value.split("|") if part)
