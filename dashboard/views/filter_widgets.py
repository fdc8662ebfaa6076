"""The widgets of the filters: each shows one field of the view, with what each of its choices would show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st

from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import STEPS, Facets
from dashboard.typed_days import PATTERN, typed_day
from dashboard.views import gestures, session
from dashboard.views.markup import tag, text

_DAYS = ("date_from", "date_to")
_EXACT = ("coarsest_place", "coarsest_date")
_YEAR = "filter:year"

Word = Callable[[str], str]


def ready(field: str, value: Any) -> dict[str, Any]:
    """The arguments of a widget that shows a field of the view."""
    st.session_state[_key(field)] = value
    return {"key": _key(field), "on_change": _take, "args": (field,)}


def _take(field: str) -> None:
    """Bring one widget's value into the view; runs before the page is drawn again."""
    value = st.session_state[_key(field)]
    changed: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value}
    if field in _EXACT:
        changed = {field: value or ""}
    elif field in STEPS:
        changed = {field: value or None}
    elif field in _DAYS:
        changed = {field: typed_day(value or "", last=field == "date_to")}
    view = session.view_now()
    first, last = (changed.get(name, getattr(view, name)) for name in ("date_from", "date_to"))
    if first and last and first > last:
        changed |= {"date_from": last, "date_to": first}
    gestures.refilter(replace(view, **changed))


def _key(field: str) -> str:
    return f"filter:{field}"


def period(view: View, facets: Facets, t: Translator) -> None:
    """First and last day, or a whole year with its number of events."""
    for field, day in (("date_from", view.date_from), ("date_to", view.date_to)):
        st.text_input(t(f"filter.{field}"), placeholder=t("filter.day_hint"), validate=(PATTERN, t("filter.no_day")),
                      **ready(field, day.isoformat() if day else ""))  # fmt: skip
    st.session_state[_YEAR] = _whole_year(view)
    counted = facets["period"]
    years = list(counted | dict.fromkeys(filter(None, [st.session_state[_YEAR]]), 0))
    st.selectbox(t("filter.year"), years, key=_YEAR, index=None, placeholder=t("filter.any"), on_change=_take_year,
                 format_func=lambda year: f"{year} ({t.number(counted.get(year, 0))})")  # fmt: skip
    _note(t("filter.period_note"))


def _whole_year(view: View) -> str | None:
    first, last = view.date_from, view.date_to
    if first is None or last is None or (first, last) != (date(first.year, 1, 1), date(first.year, 12, 31)):
        return None
    return str(first.year)


def _take_year() -> None:
    chosen = st.session_state[_YEAR]
    first, last = (date(int(chosen), 1, 1), date(int(chosen), 12, 31)) if chosen else (None, None)
    gestures.refilter(replace(session.view_now(), date_from=first, date_to=last))


def pills(view: View, field: str, facets: Facets, t: Translator, word: Word) -> None:
    """Few choices, all in sight."""
    st.pills(t(f"filter.{field}"), list(facets[field]), selection_mode="multi", label_visibility="collapsed",
             format_func=_counted(field, facets, t, word), **ready(field, list(getattr(view, field))))  # fmt: skip


def choices(view: View, field: str, facets: Facets, t: Translator, word: Word) -> None:
    """Many choices, found by typing."""
    chosen: Sequence[str] = getattr(view, field)
    st.multiselect(t(f"filter.{field}"), list(facets[field]), placeholder=t("filter.any"), select_all=False,
                   format_func=_counted(field, facets, t, word), **ready(field, list(chosen)))  # fmt: skip


def _counted(field: str, facets: Facets, t: Translator, word: Word) -> Word:
    return lambda value: f"{word(value)} ({t.number(facets[field].get(value, 0))})"


def precision(view: View, field: str, facets: Facets, t: Translator, family: str) -> None:
    """How exact a place or a date must be; family: of the words for it."""
    counted = facets[field]
    words = {"": t(f"filter.any_{family}")} | {
        value: f"{t.word(family, value)} ({t.number(number)})" for value, number in counted.items()
    }
    st.radio(t(f"filter.{field}_hidden"), list(words), format_func=lambda value: words[value],
             **ready(field, getattr(view, field)))  # fmt: skip


def numbers(view: View, facets: Facets, t: Translator) -> None:
    """Killed at least, independent sources at least, each with how many events reach some numbers."""
    for field in STEPS:
        st.number_input(t(f"filter.{field}"), min_value=0, max_value=10**9, step=1,
                        **ready(field, getattr(view, field) or 0))  # fmt: skip
        reached = sorted((int(step), number) for step, number in facets[field].items())
        _note(" · ".join(t("filter.reached", step=step, count=number) for step, number in reached))


def switch(view: View, field: str, facets: Facets, t: Translator, note: str | None = None) -> None:
    """A filter that is on or off, with the events it is about."""
    counted = t.number(facets[field].get("1", 0))
    st.toggle(f"{t(f'filter.{field}')} ({counted})", help=note, **ready(field, getattr(view, field)))


def _note(words: str) -> None:
    st.html(tag("p", text(words), class_="atlas atlas-note"))
