"""Two buttons that only the reader's browser can serve: copy an address, print the page."""

from __future__ import annotations

from typing import Any

import streamlit as st

_SCRIPT = """
export default function ({ data, parentElement }) {
  const row = document.createElement("div"), told = document.createElement("span");
  row.className = "atlas-buttons";
  told.setAttribute("role", "status");
  const button = (words, act) => {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = words;
    made.onclick = act;
    row.append(made);
  };
  // Browsers keep the clipboard from pages that come over plain http from another machine.
  if (navigator.clipboard) {
    const said = () => { told.textContent = data.copied; };
    button(data.copy, () => navigator.clipboard.writeText(data.address).then(said));
  }
  button(data.print, () => window.print());
  row.append(told);
  parentElement.querySelector(".atlas-buttons")?.remove();
  parentElement.append(row);
}
"""


def page_buttons(address: str, *, copy: str, copied: str, printed: str, key: str) -> None:
    """The buttons. copy, printed: their words; copied: what is said once the address is in the clipboard."""
    _component()(key=key, data={"address": address, "copy": copy, "copied": copied, "print": printed})


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("incident_atlas_page_buttons", js=_SCRIPT, isolate_styles=False)
