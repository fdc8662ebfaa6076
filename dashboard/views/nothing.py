"""An empty result, said on the map itself with its remedies: which filter to drop, and what that would bring back."""

from __future__ import annotations

import streamlit as st

from dashboard import queries
from dashboard.chips import in_words
from dashboard.filters import View
from dashboard.views import gestures
from dashboard.views.markup import tag, text, unmarked
from dashboard.views.session import Reader

_MOST_WAYS = 5


def draw(reader: Reader) -> None:
    """A button a filter whose removal brings events back, the most first, and one that clears them all."""
    t, view = reader.t, reader.view
    chips = in_words(view, t)
    counted = [(queries.totals(reader.version, chip.without).shown, chip) for chip in chips]
    ways = sorted((way for way in counted if way[0]), key=lambda way: -way[0])[:_MOST_WAYS]
    said = t("nothing.heading") if ways else t("nothing.several") if chips else t("nothing.store")
    with st.container(key="nothing"):
        st.html(tag("p", text(said), class_="atlas atlas-lead", role="status"))
        for place, (number, chip) in enumerate(ways):
            st.button(unmarked(t("nothing.without", filter=chip.text, count=number)), key=f"nothing:{place}",
                      icon=":material/close:", on_click=gestures.refilter, args=(chip.without,))  # fmt: skip
        if chips:
            bare = View(language=view.language, camera=view.camera, selected=view.selected)
            st.button(t("chip.clear"), key="nothing:clear", type="primary", on_click=gestures.refilter, args=(bare,))
