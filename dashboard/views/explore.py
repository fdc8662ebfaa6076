"""Explore: map, timeline and table under one set of filters, the chosen event beside them."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.address import MEASURES
from dashboard.figures import statuses
from dashboard.queries import Facets
from dashboard.views import (
    charts,
    dossier,
    downloads,
    embedding,
    failure,
    filter_bar,
    gestures,
    header,
    nothing,
    picture,
    reports,
    session,
    sight,
    story_desk,
    summary,
    table,
    type_key,
)
from dashboard.views.markup import Markup, tag, text
from dashboard.views.session import Reader

_MEASURE, _CONTEXT = "atlas:measure", "atlas:context"
_HOW = ("exact", "dates", "coverage", "choose", "keyboard")


def draw() -> None:
    """The page: the map first, for which a reader waits, and then what counts and lists the same events."""
    failure.told_before()
    gestures.heed()
    reader = session.reader()
    view, version, t = reader.view, reader.version, reader.t
    if st.context.is_embedded:
        embedding.page(reader)
        gestures.done()
        return
    above, (canvas, beside) = st.container(), st.columns([0.66, 0.34], gap="medium")
    drawn = canvas.container(key="canvas")
    with drawn:
        _charts(reader)
    totals, facets = queries.totals(version, view), queries.leading(version, view)
    said = summary.sentences(view, totals, facets, queries.bins(version, view), t)
    with above:
        header.draw(reader, t("app"), summary.counts(totals, t))
        filter_bar.draw()
        filter_bar.chips(view, t)
    if not totals.shown:
        with drawn:
            nothing.draw(reader)
    with beside, st.container(key="beside", height=sight.MAP_HEIGHT + charts.TIMELINE_HEIGHT + 108, border=False):
        _beside(reader, facets, said)
    st.html(tag("h2", text(t("table.heading", count=totals.shown)), class_="atlas-heading"))
    table.draw(reader, totals, t("table.label", count=totals.shown))
    _leaving(totals, facets, said)
    gestures.done()


@st.fragment(key=gestures.ADDRESS)
@failure.guarded
def _leaving(totals: queries.Totals, facets: Facets, said: list[str]) -> None:
    """All that takes the address of the view along, of which the place of the map is a part."""
    reader = session.reader()
    downloads.draw(reader)
    picture.draw(reader, totals, facets, said)
    embedding.code(reader)
    story_desk.collect(reader)


def _charts(reader: Reader) -> None:
    t = reader.t
    with st.container(key="map-tools", horizontal=True, vertical_alignment="center", width="content"):
        st.button(t("map.fit"), key="fit", icon=":material/fit_screen:", type="tertiary", on_click=gestures.fit)
        st.session_state["follow"] = gestures.follows()
        st.toggle(t("map.follow"), key="follow", on_change=lambda: gestures.follow(st.session_state["follow"]))
    charts.draw_map()
    with st.container(key="measure", horizontal=True, vertical_alignment="center"):
        st.session_state[_MEASURE] = reader.view.measure
        st.segmented_control(t("measure.label"), MEASURES, key=_MEASURE, required=True, on_change=_count,
                             format_func=lambda name: t(f"measure.{name}"), label_visibility="collapsed")  # fmt: skip
        st.session_state[_CONTEXT] = reader.view.context
        st.toggle(t("context.show"), key=_CONTEXT, on_change=_count, help=t("context.note"))
    charts.draw_timeline(reader, queries.bins(reader.version, reader.view))


def _count() -> None:
    session.change(replace(session.view_now(), measure=st.session_state[_MEASURE], context=st.session_state[_CONTEXT]))


def _beside(reader: Reader, facets: Facets, said: list[str]) -> None:
    """The chosen event, or what is shown in words and what the marks mean."""
    view, t = reader.view, reader.t
    if not view.selected:
        _key(reader, facets, said)
        return
    embedding.described(said)
    found = queries.event(reader.version, view.selected, t.language)
    with st.container(horizontal=True, key="card-tools"):
        st.button(t("event.close"), key="close", icon=":material/close:", type="tertiary", on_click=session.change,
                  args=(replace(view, selected=""),))  # fmt: skip
        if found is not None and st.button(
            t("event.open"), key="open-event", icon=":material/open_in_full:", type="tertiary"
        ):
            session.go_to(replace(view, page="event", selected=found.event_id))
    if found is None:
        st.html(tag("p", text(t("event.unknown", id=view.selected)), class_="atlas atlas-note"))
        return
    st.html(dossier.card(found, t))
    st.html(reports.reports(found, t, queries.sources(reader.version)))


def _key(reader: Reader, facets: Facets, said: list[str]) -> None:
    """What is shown in words, how often each type occurs, and how the marks are read."""
    t = reader.t
    looks = [
        tag("li", _picture(sign["picture"]), text(sign["label"]))
        for sign in statuses(t, reader.theme).to_dict("records")
    ]
    st.html(
        tag(
            "section",
            tag("h2", text(t("key.heading"))),
            tag("div", *(tag("p", text(sentence)) for sentence in said), id=charts.DESCRIPTION),
            class_="atlas atlas-summary",
        )
    )
    type_key.draw(reader, facets)
    st.html(
        tag(
            "section",
            tag("h3", text(t("key.reading"))),
            tag("ul", *looks, class_="atlas-looks"),
            *(tag("p", text(t(f"key.{line}")), class_="atlas-note") for line in _HOW),
            class_="atlas atlas-summary",
        )
    )


def _picture(address: str) -> Markup:
    return tag("img", src=address, alt="", width="16", height="16")
