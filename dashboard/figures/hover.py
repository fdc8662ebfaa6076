"""What a mark says under the pointer: what, when, how exact, how many. Plain text only: figures know simple markup,
so every word is escaped before it goes in."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.i18n import Translator

Row = Mapping[str, Any]


def plain(text: str) -> str:
    """Text that a figure shows as it is, never as markup."""
    return escape(text, quote=False)


def present(value: Any) -> Any:
    """The value, or None where the cell is empty (None, NaN, NaT, pd.NA, "")."""
    return None if value is None or value == "" or pd.isna(value) else value


def event_text(t: Translator, row: Row) -> str:
    """The lines of one event."""
    told: dict[str, Any] = {
        name: value if isinstance(value, list | tuple) else present(value) for name, value in row.items()
    }
    told["places"] = [told["place"]] if told.get("place") else told.get("places") or []
    what = plain(t.word("type", told["event_type"]))
    status = "" if told["status"] == "carried_out" else f" · {plain(t.word('status', told['status']))}"
    lines = [
        wording.when(told, t),
        wording.place(told, t),
        wording.exactness(told, t),
        " · ".join(wording.tolls(told, t)),
        t("figure.contested") if told.get("is_contested") else "",
    ]
    return "<br>".join([f"<b>{what}</b>{status}", *(plain(line) for line in lines if line)])


def several_text(t: Translator, types: Mapping[str, int], place: str) -> str:
    """The lines of several events in one place: how many, where, of which types."""
    ranked = sorted(types.items(), key=lambda item: -item[1])
    lines = [place, *(f"{t.number(number)} × {t.word('type', name)}" for name, number in ranked[:5])]
    head = f"<b>{plain(t('figure.events', count=sum(types.values())))}</b>"
    return "<br>".join([head, *(plain(line) for line in lines if line)])
