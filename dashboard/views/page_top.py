"""What Streamlit's own page leaves amiss: where a page begins, and the role of the field that takes a file."""

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
_ROLE = """
export default function () {
  // Not "nothing but decoration": it has a name and takes the focus. Streamlit draws it when it has loaded its parts.
  const mend = () => {
    for (const field of document.querySelectorAll("[data-testid=stFileUploaderDropzone][role=presentation]"))
      field.setAttribute("role", "group");
  };
  const watch = new MutationObserver(mend);
  watch.observe(document.body, { childList: true, subtree: true });
  mend();
  return () => watch.disconnect();
}
"""


def scroll_to_top(view: View) -> None:
    """Bring the reader to the top, where Streamlit keeps the place on the page before.

    Only where `view` is another page, or another event's page, than the one seen last.
    """
    shown = f"{view.page} {view.selected}" if view.page == "event" else view.page
    _component()(key="page-top", data=shown)


def name_file_fields() -> None:
    """Give the fields for files above a role that fits their name."""
    _roles()(key="file-roles", data="")


@st.cache_resource(show_spinner=False)
def _roles() -> Any:
    return st.components.v2.component("incident_atlas_file_roles", js=_ROLE, isolate_styles=False)


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("incident_atlas_page_top", js=_SCRIPT, isolate_styles=False)
