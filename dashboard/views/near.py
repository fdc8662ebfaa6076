"""The distance from a place as a filter: a name in any language, which of the places it may mean, and how far."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.geography import Near
from dashboard.i18n import Translator
from dashboard.views import gestures, session
from dashboard.views.markup import tag, text, unmarked
from dashboard.views.mistake import place_line
from dashboard.wording import isolated

_USUAL_KM = 25


def draw(t: Translator) -> None:
    """The widgets; the filter is set by the last of them."""
    name = st.text_input(t("near.place"), key="near:name", placeholder=t("place.hint")).strip()
    if not name:
        return
    # The gazetteer is heavy; a reader who names no place never waits for it.
    from etl.pipeline import candidates  # noqa: PLC0415

    found = candidates(name, t.language)
    if not found:
        st.html(tag("p", text(t("place.none", name=isolated(name, t))), class_="atlas atlas-note", role="status"))
        return
    chosen = st.selectbox(t("place.which"), found, key="near:which", format_func=lambda c: unmarked(place_line(c, t)))
    km = st.number_input(t("near.km"), min_value=1, max_value=20_000, value=_USUAL_KM, key="near:km")
    near = Near(chosen.longitude, chosen.latitude, float(km), chosen.name)
    reader = session.reader()
    shown = queries.totals(reader.version, replace(reader.view, near=near)).shown
    said = f"{t('near.set')} ({t.number(shown)})"
    st.button(said, key="near:set", type="primary", on_click=_take, args=(near,))


def _take(near: Near) -> None:
    """Filter by it, and bring the map there."""
    session.change(replace(session.view_now(), near=near))
    gestures.fit()
    st.rerun("app")
