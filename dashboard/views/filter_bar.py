"""The filters above the map: search, one popover a filter with its counts, and the active ones as chips."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from dashboard import queries
from dashboard.chips import in_words
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import Facets
from dashboard.views import actor_finder, failure, gestures, near, session
from dashboard.views.filter_widgets import choices, numbers, period, pills, precision, ready, switch
from dashboard.views.markup import tag, text, unmarked

Draw = Callable[[View, Facets, Translator], None]


@st.fragment(key="atlas:filters")
@failure.guarded
def draw() -> None:
    """The bar. What a menu holds is counted and drawn while it is open, so that closed ones cost a reader nothing."""
    reader = session.reader()
    view, t = reader.view, reader.t
    counts: list[str] = []
    with st.container(horizontal=True, key="filters", vertical_alignment="bottom", gap="small"):
        st.text_input(t("filter.text"), placeholder=t("filter.text_hint"), type="search", width=280,
                      icon=":material/search:", label_visibility="collapsed", **ready("text", view.text))  # fmt: skip
        for name, (fields, content) in _MENUS.items():
            if active := sum(_number(getattr(view, field)) for field in fields):
                counts.append(f'.st-key-menu_{name} button p::after {{ content: " · {t.number(active)}" }}')
            menu = st.popover(t(f"filter.{name}"), key=f"menu_{name}", on_change="rerun")
            if menu.open:
                with menu:
                    content(view, queries.facets(reader.version, view), t)
    # A menu whose own words changed would be another, and closed.
    st.html(f"<style>{' '.join(counts)}</style>")


def _number(value: object) -> int:
    """How many choices a field of a view holds."""
    return len(value) if isinstance(value, tuple) and not hasattr(value, "_fields") else int(bool(value))


def _types(view: View, facets: Facets, t: Translator) -> None:
    pills(view, "event_types", facets, t, lambda v: t.word("type", v))


def _statuses(view: View, facets: Facets, t: Translator) -> None:
    pills(view, "statuses", facets, t, lambda v: t.word("status", v))


def _places(view: View, facets: Facets, t: Translator) -> None:
    near.draw(t)
    choices(view, "countries", facets, t, t.country)
    choices(view, "admin1", facets, t, str)


def _actors(view: View, facets: Facets, t: Translator) -> None:
    actor_finder.draw(facets, t)
    choices(view, "actors", facets, t, str)
    choices(view, "sides", facets, t, lambda v: t.word("side", v))
    st.html(tag("p", text(t("filter.stances")), class_="atlas atlas-note"))
    pills(view, "stances", facets, t, lambda v: t.word("stance", v))


def _sources(view: View, facets: Facets, t: Translator) -> None:
    choices(view, "sources", facets, t, lambda v: t.word("source", v))
    choices(view, "publishers", facets, t, str)
    choices(view, "languages", facets, t, t.tongue)


def _exactness(view: View, facets: Facets, t: Translator) -> None:
    precision(view, "coarsest_place", facets, t, "precision")
    precision(view, "coarsest_date", facets, t, "dated")


def _more(view: View, facets: Facets, t: Translator) -> None:
    choices(view, "targets", facets, t, str)
    choices(view, "weapons", facets, t, str)
    numbers(view, facets, t)
    switch(view, "only_contested", facets, t)
    switch(view, "machine_coded", facets, t, t("filter.machine_note"))


_MENUS: dict[str, tuple[tuple[str, ...], Draw]] = {
    "period": (("date_from", "date_to"), period),
    "event_types": (("event_types",), _types),
    "statuses": (("statuses",), _statuses),
    "where": (("countries", "admin1", "near"), _places),
    "actors": (("actors", "sides", "stances"), _actors),
    "sources": (("sources", "publishers", "languages"), _sources),
    "exactness": (("coarsest_place", "coarsest_date"), _exactness),
    "more": (
        ("targets", "weapons", "killed_at_least", "sources_at_least", "only_contested", "machine_coded"), _more,
    ),
}  # fmt: skip
"""A menu's name -> the fields of View that it sets, and what it draws."""


def chips(view: View, t: Translator) -> None:
    """Each active filter as a chip that removes it."""
    found = in_words(view, t)
    if not found:
        return
    with st.container(horizontal=True, key="chips", gap="small", vertical_alignment="center"):
        for number, chip in enumerate(found):
            words = unmarked(chip.text)
            st.button(words, key=f"chip:{number}:{chip.text}", icon=":material/close:", icon_position="right",
                      help=t("chip.remove", filter=words), on_click=gestures.refilter,
                      args=(chip.without,))  # fmt: skip
        if len(found) > 1:
            bare = View(language=view.language, camera=view.camera, selected=view.selected)
            st.button(t("chip.clear"), key="chip:clear", type="tertiary", on_click=gestures.refilter, args=(bare,))
