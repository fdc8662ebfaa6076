"""An actor found by any of its names, in any language and script."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.i18n import Translator
from dashboard.queries import Facets
from dashboard.views import gestures, session
from dashboard.views.markup import tag, text, unmarked
from dashboard.wording import isolated

_MOST = 8


def draw(facets: Facets, t: Translator) -> None:
    """A field for a name, and under it a button for each actor that goes by it."""
    words = st.text_input(t("actor.called"), key="actor:called", placeholder=t("place.hint")).strip()
    if not words:
        return
    reader = session.reader()
    found = queries.actors_found(reader.version, reader.view, words, facets["actors"], _MOST)
    if not found:
        st.html(tag("p", text(t("actor.none", name=isolated(words, t))), class_="atlas atlas-note", role="status"))
    for one in found:
        alias = "" if one.alias == one.name else f" · {isolated(one.alias, t)}"
        st.button(unmarked(f"{isolated(one.name, t)}{alias} ({t.number(one.events)})"), key=f"actor:{one.name}",
                  type="tertiary", icon=":material/add:", on_click=_take, args=(one.name,))  # fmt: skip


def _take(name: str) -> None:
    """Filter by the actor; the field is free for the next."""
    view = session.view_now()
    st.session_state["actor:called"] = ""
    gestures.refilter(replace(view, actors=(*view.actors, name)))
