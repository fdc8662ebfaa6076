"""The table under the map: one row an event, chosen with a click or a key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Any

import streamlit as st

from dashboard.i18n import Translator
from dashboard.queries import PAGE_ROWS, Totals
from dashboard.views import session, shared_figures
from dashboard.views.session import Reader

_PICKED = "atlas:picked"


def draw(reader: Reader, totals: Totals, alt: str) -> None:
    """One page of the table, and the pages."""
    t, view = reader.t, reader.view
    digest = sha256(view.filters.to_query().encode()).hexdigest()[:12]
    pages = max(1, -(-totals.shown // PAGE_ROWS))
    number = min(view.table_page, pages)
    ids, rows = shared_figures.page_of_table(reader, number - 1)
    elsewhere = "" if view.selected == st.session_state.get(_PICKED) else view.selected
    key = f"table:{digest}:{number}:{elsewhere}"
    chosen = [ids.index(view.selected)] if elsewhere and view.selected in ids else []
    st.dataframe(
        rows,
        key=key,
        hide_index=True,
        height=min(38 + 35 * max(1, len(rows)), 430),
        on_select=lambda: _pick(key, ids),
        selection_mode="single-row",
        selection_default=_selected(chosen),
        column_config=_columns(t),
        alt=alt,
    )
    if pages > 1:
        turned = f"page:{digest}:{number}"
        st.pagination(pages, default=number, key=turned, on_change=_turn, args=(turned,))


def _turn(key: str) -> None:
    session.change(replace(session.view_now(), table_page=int(st.session_state[key])))


def _columns(t: Translator) -> dict[str, Any]:
    def words(name: str, width: int) -> Any:
        return st.column_config.TextColumn(t(f"table.{name}"), width=width)

    return {
        "date": words("date", 182),
        "event_type": words("event_type", 170),
        "place": words("place", 245),
        "exactness": words("exactness", 245),
        "killed": words("killed", 80),
        "wounded": words("wounded", 78),
        "voices": st.column_config.NumberColumn(t("table.voices"), width=70),
        "status": words("status", 100),
    }


def _selected(rows: list[int]) -> Any:
    return {"selection": {"rows": rows, "columns": [], "cells": []}}


def _pick(key: str, ids: Sequence[str]) -> None:
    rows = st.session_state[key]["selection"]["rows"]
    chosen = ids[rows[0]] if rows else ""
    st.session_state[_PICKED] = chosen
    session.change(replace(session.view_now(), selected=chosen))
