"""Map and timeline as a picture to take away, PNG or SVG, made in the reader's own browser."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from dashboard.live_figure.assets import address

_SCRIPT = """
export default function ({ data, parentElement }) {
  const told = data;
  import(new URL(told.script, document.baseURI).href).then((module) => module.draw(told, parentElement));
}
"""


def picture(told: Mapping[str, Any], *, key: str) -> None:
    """Two buttons that save the page's map and timeline.

    told: title, counts, said (what it shows, in words), lines (at its foot), signs (path, colour, label), name (of the
    file), buttons (png, svg), direction, and the colours ink, quiet, paper.
    """
    _component()(key=key, data={**told, "script": address("picture.js")})


@st.cache_resource(show_spinner=False)
def _component() -> Any:
    return st.components.v2.component("incident_atlas_picture", js=_SCRIPT, isolate_styles=False)
