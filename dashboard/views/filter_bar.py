"""The filters above the map: search, one popover a filter with its counts, and the active ones as chips."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.chips import in_words
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import Facets
from dashboard.views import actor_finder, near, session
from dashboard.views.filter_widgets import choices, numbers, period, pills, precision, ready, switch
from dashboard.views.markup import tag, text, unmarked


def draw(view: View, facets: Facets, t: Translator) -> None:
    """The bar and the chips."""
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom", gap="small"):
        st.text_input(t("filter.text"), placeholder=t("filter.text_hint"), type="search", width=280,
                      icon=":material/search:", label_visibility="collapsed", **ready("text", view.text))  # fmt: skip
        with _menu(t, "period", bool(view.date_from or view.date_to)):
            period(view, facets, t)
        with _menu(t, "event_types", len(view.event_types)):
            pills(view, "event_types", facets, t, lambda v: t.word("type", v))
        with _menu(t, "statuses", len(view.statuses)):
            pills(view, "statuses", facets, t, lambda v: t.word("status", v))
        with _menu(t, "where", len(view.countries) + len(view.admin1) + bool(view.near)):
            near.draw(t)
            choices(view, "countries", facets, t, t.country)
            choices(view, "admin1", facets, t, str)
        with _menu(t, "actors", len(view.actors) + len(view.sides) + len(view.stances)):
            _actors(view, facets, t)
        with _menu(t, "sources", len(view.sources) + len(view.publishers) + len(view.languages)):
            choices(view, "sources", facets, t, lambda v: t.word("source", v))
            choices(view, "publishers", facets, t, str)
            choices(view, "languages", facets, t, t.tongue)
        with _menu(t, "exactness", bool(view.coarsest_place) + bool(view.coarsest_date)):
            precision(view, "coarsest_place", facets, t, "precision")
            precision(view, "coarsest_date", facets, t, "dated")
        more = (view.killed_at_least, view.sources_at_least, view.only_contested, view.machine_coded)
        with _menu(t, "more", sum(map(bool, more)) + len(view.targets) + len(view.weapons)):
            choices(view, "targets", facets, t, str)
            choices(view, "weapons", facets, t, str)
            numbers(view, facets, t)
            switch(view, "only_contested", facets, t)
            switch(view, "machine_coded", facets, t, t("filter.machine_note"))
    chips(view, t)


def _actors(view: View, facets: Facets, t: Translator) -> None:
    actor_finder.draw(facets, t)
    choices(view, "actors", facets, t, str)
    choices(view, "sides", facets, t, lambda v: t.word("side", v))
    st.html(tag("p", text(t("filter.stances")), class_="atlas atlas-note"))
    pills(view, "stances", facets, t, lambda v: t.word("stance", v))


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
