"""The page of one event: what is held, who says what, the words of every report, and why they were matched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from dashboard import queries, wording
from dashboard.figures import small_map, small_timeline
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.live_figure import live_figure
from dashboard.live_figure.page_buttons import page_buttons
from dashboard.queries import EventFile, Match, NearMiss
from dashboard.views import (
    cite,
    corrected,
    decide,
    dossier,
    header,
    linked,
    mistake,
    near_misses,
    reports,
    session,
    side_by_side,
)
from dashboard.views.markup import Markup, spoken, tag, text
from dashboard.views.session import Reader

_MATCHES = 4
"""Pairs of reports whose match is explained at once; the others are folded away."""
_SMALL_MAP, _SMALL_TIMELINE = 300, 150


def draw() -> None:
    """The page."""
    reader = session.reader()
    t, chosen = reader.t, reader.view.selected
    found = queries.event(reader.version, chosen, t.language) if chosen else None
    if found is None:
        header.draw(reader, t("page.event"))
        message = t("event.unknown", id=chosen) if chosen else t("event.none_chosen")
        st.html(tag("p", text(message), class_="atlas atlas-empty", role="status"))
        if st.button(t("event.to_explore"), key="to-explore", icon=":material/map:"):
            session.go_to(replace(reader.view, page="explore", selected=""))
        return
    header.draw(reader, wording.headline(found.values, t))
    if found.asked_for != found.event_id:
        st.info(t("event.moved"), icon=":material/merge:")
    _page(reader, found)


def _page(reader: Reader, found: EventFile) -> None:
    t = reader.t
    if st.button(t("event.show_on_map"), key="to-explore", icon=":material/map:", type="tertiary"):
        session.go_to(replace(reader.view, page="explore", selected=found.event_id))
    near = queries.near_misses(reader.version, found, t.language)
    main, side = st.columns([0.62, 0.38], gap="large")
    with main:
        table = side_by_side.side_by_side(found, t)
        parts = dossier.under_headline(found.values, t), _episode(found, near, t), dossier.body(found, t, "h2"), table
        st.html(tag("div", *parts, class_="atlas atlas-event"))
        terms = queries.sources(reader.version)
        st.html(reports.reports(found, t, terms, "h2"))
        others = linked.linked(queries.linked(reader.version, found, t.language), t, terms)
        alike = near_misses.near_misses(found, near, t)
        st.html(
            tag("div", others, matched(found, reader), alike, corrected.corrected(found, t), class_="atlas atlas-event")
        )
    with side:
        _charts(reader, found)
        _leave(reader, found)
        mistake.draw(found, t)
        decide.draw(found, near, t)


def _episode(found: EventFile, near: Sequence[NearMiss], t: Translator) -> Markup:
    """That some of what tells of the event, or nearly does, is of several days and some of one; "" where none is."""
    if not any(match.is_episode for match in (*found.matches, *(pair for one in near for pair in one.pairs))):
        return Markup("")
    return tag("p", text(t("event.episode")), class_="atlas-note atlas-episode")


def _charts(reader: Reader, found: EventFile) -> None:
    t = reader.t
    one = queries.one_event(reader.version, found.event_id, t.language)
    said, exactness = wording.headline(found.values, t), wording.exactness(found.values, t)
    where = small_map(one, t=t, theme=reader.theme, height=_SMALL_MAP)
    if where is not None:
        live_figure(where, key=f"small-map:{found.event_id}", height=_SMALL_MAP, language=t.language,
                    label=t("event.map_label", headline=said, exactness=exactness))  # fmt: skip
    days = [r.published.isoformat() for r in found.reports.values() if r.published]
    told = [(i.date_start, i.date_end) for i in found.incidents if i.date_start and i.date_end]
    when = small_timeline(one, t=t, theme=reader.theme, reported=days, told=told)
    if when is not None:
        live_figure(when, key=f"small-timeline:{found.event_id}", height=_SMALL_TIMELINE, language=t.language,
                    label=t("event.timeline_label", when=wording.when(found.values, t)))  # fmt: skip


def matched(found: EventFile, reader: Reader) -> Markup:
    """Why the reports were held to tell of one event; "" where there is one only."""
    t = reader.t
    if not found.matches:
        return Markup("")
    rows = [tag("li", *_pair(match, found, t)) for match in found.matches]
    shown, rest = rows[:_MATCHES], rows[_MATCHES:]
    parts = [tag("ul", *shown, class_="atlas-list")]
    if rest:
        more = tag("summary", text(t("match.more", count=len(rest))))
        parts.append(tag("details", more, tag("ul", *rest, class_="atlas-list")))
    return tag(
        "section", tag("h2", text(t("match.heading"))), tag("p", text(t("match.note")), class_="atlas-note"), *parts
    )


def _pair(match: Match, found: EventFile, t: Translator) -> list[Markup]:
    names = {
        "left": near_misses.told_by(match.left_id, found, t),
        "right": near_misses.told_by(match.right_id, found, t),
    }
    pair = spoken(text(t("match.pair", score=round(100 * match.score), **names)), "")
    return [pair, near_misses.reasons(match, t)]


def _leave(reader: Reader, found: EventFile) -> None:
    """The event's own link, and how it is cited."""
    t = reader.t
    built = datetime.fromisoformat(reader.version.manifest["built"]).date()
    address = session.link_to(View(page="event", selected=found.event_id))
    where = cite.Reference(reader.version.build, built, address, datetime.now(UTC).date())
    st.html(tag("h2", text(t("cite.heading")), class_="atlas-heading atlas-small"))
    st.html(tag("p", text(t("cite.link")), class_="atlas atlas-note"))
    st.code(address, language=None, wrap_lines=True)
    page_buttons(address, copy=t("cite.copy"), copied=t("cite.copied"), printed=t("cite.print"), key="page-buttons")
    forms = {"APA": cite.apa, "BibTeX": cite.bibtex, "CSL-JSON": cite.csl}
    for tab, form in zip(st.tabs(list(forms)), forms.values(), strict=True):
        with tab:
            st.code(form(found, where, t), language=None, wrap_lines=True)
