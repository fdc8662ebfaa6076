"""A page starts at its top: Streamlit keeps the scroll position where one page takes the place of another."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboard.filters import View

_SCRIPT = """
export default function ({ data }) {
  const page = document.documentElement;
  if (page.dataset.atlasPage !== undefined && page.dataset.atlasPage !== data)
    document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0);
  page.dataset.atlasPage = data;
}
"""


def scroll_to_top(view: View) -> None:
    """Bring the reader to the top where `view` is another page, or another event's page, than the one seen last."""
    shown = f"{view.page} {view.selected}" if view.page == "event" else view.page
    _component()(key="page-top", data=shown)


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("incident_atlas_page_top", js=_SCRIPT, isolate_styles=False)
