"""A view inside another page: map and timeline alone, with a way into the atlas; and the code that puts it there."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard.queries import Bins, Totals
from dashboard.views import charts, nothing, session, summary
from dashboard.views.markup import link, tag, text
from dashboard.views.session import Reader

_HEIGHT = 860


def page(reader: Reader, bins: Bins, totals: Totals, said: list[str]) -> None:
    """What `?embed=true` shows."""
    t, view = reader.t, reader.view
    words = " ".join(said)
    heading = tag("h1", text(summary.title(view, t)))
    counts = tag("p", text(summary.counts(totals, t)), class_="atlas-counts")
    st.html(tag("header", heading, counts, class_="atlas atlas-page"))
    with st.container(key="canvas"):
        charts.draw_map(reader, t("map.label", summary=words))
        charts.draw_timeline(reader, bins, t("timeline.label", summary=words))
        if not totals.shown:
            nothing.draw(reader)
    into = link(session.link_to(replace(view, selected="")), text(t("embed.open")))
    st.html(tag("p", into, class_="atlas"))


def code(reader: Reader) -> None:
    """The frame that shows this view elsewhere, to be copied."""
    t = reader.t
    address = session.link_to(replace(reader.view, selected=""))
    address += ("&" if "?" in address else "?") + "embed=true"
    title = escape(f"{t('app')}: {summary.title(reader.view, t)}", quote=True)
    with st.popover(t("embed.heading"), icon=":material/code:"):
        st.html(tag("p", text(t("embed.note")), class_="atlas atlas-note"))
        frame = f'<iframe src="{escape(address, quote=True)}" title="{title}" width="100%" height="{_HEIGHT}"'
        st.code(f'{frame} loading="lazy" style="border:0"></iframe>', language=None, wrap_lines=True)
