"""The filters above the map: search, one popover a filter with its counts, and the active ones as chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import streamlit as st

from dashboard.chips import in_words
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import Facets
from dashboard.typed_days import PATTERN, typed_day
from dashboard.views import near, session
from dashboard.views.markup import tag, text, unmarked
from etl.records import PLACE_PRECISIONS

_DAYS = ("date_from", "date_to")
_NUMBERS = ("killed_at_least", "sources_at_least")

Word = Callable[[str], str]


def _take(field: str) -> None:
    """Bring one widget's value into the view; runs before the page is drawn again."""
    value = st.session_state[_key(field)]
    changed: dict[str, Any] = {field: tuple(value) if isinstance(value, list) else value}
    if field == "coarsest_place":
        changed = {field: value or ""}
    elif field in _NUMBERS:
        changed = {field: value or None}
    elif field in _DAYS:
        changed = {field: typed_day(value or "", last=field == "date_to")}
    view = session.view_now()
    first, last = (changed.get(name, getattr(view, name)) for name in ("date_from", "date_to"))
    if first and last and first > last:
        changed |= {"date_from": last, "date_to": first}
    session.change(replace(view, **changed))


def _key(field: str) -> str:
    return f"filter:{field}"


def _ready(field: str, value: Any) -> dict[str, Any]:
    """The arguments of a widget that shows a field of the view."""
    st.session_state[_key(field)] = value
    return {"key": _key(field), "on_change": _take, "args": (field,)}


def draw(view: View, facets: Facets, t: Translator) -> None:
    """The bar and the chips."""
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom", gap="small"):
        st.text_input(t("filter.text"), placeholder=t("filter.text_hint"), type="search", width=280,
                      icon=":material/search:", label_visibility="collapsed", **_ready("text", view.text))  # fmt: skip
        with _menu(t, "period", bool(view.date_from or view.date_to)):
            _period(view, t)
        with _menu(t, "event_types", len(view.event_types)):
            _pills(view, "event_types", facets, t, lambda v: t.word("type", v))
        with _menu(t, "statuses", len(view.statuses)):
            _pills(view, "statuses", facets, t, lambda v: t.word("status", v))
        with _menu(t, "where", len(view.countries) + len(view.admin1) + bool(view.near)):
            near.draw(t)
            _choices(view, "countries", facets, t, t.country)
            _choices(view, "admin1", facets, t, str)
        with _menu(t, "actors", len(view.actors) + len(view.stances)):
            _choices(view, "actors", facets, t, str)
            st.html(tag("p", text(t("filter.stances")), class_="atlas atlas-note"))
            _pills(view, "stances", facets, t, lambda v: t.word("stance", v))
        with _menu(t, "sources", len(view.sources) + len(view.publishers) + len(view.languages)):
            _choices(view, "sources", facets, t, lambda v: t.word("source", v))
            _choices(view, "publishers", facets, t, str)
            _choices(view, "languages", facets, t, t.tongue)
        with _menu(t, "coarsest_place", bool(view.coarsest_place)):
            _precision(view, facets, t)
        more = (view.killed_at_least, view.sources_at_least, view.only_contested, view.machine_coded)
        with _menu(t, "more", sum(map(bool, more)) + len(view.targets) + len(view.weapons)):
            _choices(view, "targets", facets, t, str)
            _choices(view, "weapons", facets, t, str)
            _more(view, t)
    chips(view, t)


def chips(view: View, t: Translator) -> None:
    """Each active filter as a chip that removes it."""
    found = in_words(view, t)
    if not found:
        return
    with st.container(horizontal=True, key="chips", gap="small", vertical_alignment="center"):
        for number, chip in enumerate(found):
            words = unmarked(chip.text)
            st.button(words, key=f"chip:{number}:{chip.text}", icon=":material/close:", icon_position="right",
                      help=t("chip.remove", filter=words), on_click=session.change, args=(chip.without,))  # fmt: skip
        if len(found) > 1:
            bare = View(language=view.language, camera=view.camera, selected=view.selected)
            st.button(t("chip.clear"), key="chip:clear", type="tertiary", on_click=session.change, args=(bare,))


def _menu(t: Translator, name: str, active: int) -> Any:
    label = t(f"filter.{name}")
    return st.popover(f"{label} · {t.number(int(active))}" if active else label, key=f"menu:{name}")


def _period(view: View, t: Translator) -> None:
    for field, day in (("date_from", view.date_from), ("date_to", view.date_to)):
        st.text_input(t(f"filter.{field}"), placeholder=t("filter.day_hint"), validate=(PATTERN, t("filter.no_day")),
                      **_ready(field, day.isoformat() if day else ""))  # fmt: skip
    st.html(tag("p", text(t("filter.period_note")), class_="atlas atlas-note"))


def _counted(field: str, facets: Facets, t: Translator, word: Word) -> Word:
    return lambda value: f"{word(value)} ({t.number(facets[field].get(value, 0))})"


def _pills(view: View, field: str, facets: Facets, t: Translator, word: Word) -> None:
    st.pills(t(f"filter.{field}"), list(facets[field]), selection_mode="multi", label_visibility="collapsed",
             format_func=_counted(field, facets, t, word), **_ready(field, list(getattr(view, field))))  # fmt: skip


def _choices(view: View, field: str, facets: Facets, t: Translator, word: Word) -> None:
    chosen: Sequence[str] = getattr(view, field)
    st.multiselect(t(f"filter.{field}"), list(facets[field]), placeholder=t("filter.any"), select_all=False,
                   format_func=_counted(field, facets, t, word), **_ready(field, list(chosen)))  # fmt: skip


def _precision(view: View, facets: Facets, t: Translator) -> None:
    counted = facets["coarsest_place"]
    words = {"": t("filter.any_precision")} | {
        p: f"{t.word('precision', p)} ({t.number(counted.get(p, 0))})" for p in PLACE_PRECISIONS
    }
    st.radio(t("filter.hide_coarser"), list(words), format_func=lambda p: words[p],
             **_ready("coarsest_place", view.coarsest_place))  # fmt: skip


def _more(view: View, t: Translator) -> None:
    for field in _NUMBERS:
        st.number_input(t(f"filter.{field}"), min_value=0, max_value=10**9, step=1,
                        **_ready(field, getattr(view, field) or 0))  # fmt: skip
    st.toggle(t("filter.only_contested"), **_ready("only_contested", view.only_contested))
    st.toggle(t("filter.machine_coded"), help=t("filter.machine_note"), **_ready("machine_coded", view.machine_coded))
