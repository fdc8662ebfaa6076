"""A view inside another page: map and timeline alone, with a way into the atlas; and the code that puts it there."""

from __future__ import annotations

from dataclasses import replace
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.views import charts, failure, gestures, nothing, session, summary
from dashboard.views.markup import link, tag, text
from dashboard.views.session import Reader

_HEIGHT = 860


def page(reader: Reader) -> None:
    """What `?embed=true` shows."""
    version, view, t = reader.version, reader.view, reader.t
    totals, bins = queries.totals(version, view), queries.bins(version, view)
    described(summary.sentences(view, totals, queries.leading(version, view), bins, t))
    heading = tag("h1", text(summary.title(view, t)))
    counts = tag("p", text(summary.counts(totals, t)), class_="atlas-counts")
    st.html(tag("header", heading, counts, class_="atlas atlas-page"))
    with st.container(key="canvas"):
        charts.draw_map()
        charts.draw_timeline(reader, bins)
        if not totals.shown:
            nothing.draw(reader)
    _way_in()


@st.fragment(key=gestures.ADDRESS)
@failure.guarded
def _way_in() -> None:
    reader = session.reader()
    into = link(session.link_to(replace(reader.view, selected="")), text(reader.t("embed.open")))
    st.html(tag("p", into, class_="atlas"))


def described(said: list[str]) -> None:
    """What map and timeline show in words, for those who cannot see them, where no one else is told so."""
    st.html(tag("p", text(" ".join(said)), id=charts.DESCRIPTION, class_="atlas-unseen"))


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
