"""The page of one event: what is held, who says what, the words of every report, and why they were matched."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import streamlit as st

from dashboard import queries, wording
from dashboard.figures import small_map, small_timeline
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.live_figure import live_figure
from dashboard.queries import EventFile
from dashboard.views import cite, dossier, header, linked, mistake, reports, session
from dashboard.views.markup import Markup, spoken, tag, text
from dashboard.views.session import Reader
from etl.records import Incident
from etl.told_columns import COUNTS

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
    main, side = st.columns([0.62, 0.38], gap="large")
    with main:
        parts = dossier.under_headline(found.values, t), dossier.body(found, t, "h2"), side_by_side(found, reader)
        st.html(tag("div", *parts, class_="atlas atlas-event"))
        terms = queries.sources(reader.version)
        st.html(reports.reports(found, t, terms, "h2"))
        others = linked.linked(queries.linked(reader.version, found, t.language), t, terms)
        st.html(tag("div", others, matched(found, reader), corrected(found, reader), class_="atlas atlas-event"))
    with side:
        _charts(reader, found)
        _leave(reader, found)


def _charts(reader: Reader, found: EventFile) -> None:
    t = reader.t
    one = queries.one_event(reader.version, found.event_id, t.language)
    said, exactness = wording.headline(found.values, t), wording.exactness(found.values, t)
    where = small_map(one, t=t, theme=reader.theme, height=_SMALL_MAP)
    if where is not None:
        live_figure(where, key=f"small-map:{found.event_id}", height=_SMALL_MAP, language=t.language,
                    label=t("event.map_label", headline=said, exactness=exactness))  # fmt: skip
    days = [r.published.isoformat() for r in found.reports.values() if r.published]
    when = small_timeline(one, t=t, theme=reader.theme, reported=days)
    if when is not None:
        live_figure(when, key=f"small-timeline:{found.event_id}", height=_SMALL_TIMELINE, language=t.language,
                    label=t("event.timeline_label", when=wording.when(found.values, t)))  # fmt: skip


def side_by_side(found: EventFile, reader: Reader) -> Markup:
    """What each report tells of the day, the counts, the target and the weapons, in its own words, one row a report.

    "" where only one tells it.
    """
    t = reader.t
    if len(found.incidents) < 2:
        return Markup("")
    fields = [f for f in COUNTS if any(getattr(i, f) is not None for i in found.incidents)]
    differing = set(found.values["disagreements"] or ())
    heads = [tag("th", text(t("event.report")), scope="col"), tag("th", text(t("field.date")), scope="col")]
    heads += [
        tag("th", text(t.word("field", f) + (f" · {t('event.reports_differ')}" if f in differing else "")), scope="col",
            class_="atlas-differs" if f in differing else "atlas-number")
        for f in fields
    ]  # fmt: skip
    named = [f for f in ("targets", "weapons") if any(getattr(i, f) for i in found.incidents)]
    heads += [tag("th", text(t.word("field", f)), scope="col") for f in named]
    rows = [tag("tr", *_told_by(i, fields, named, found, reader)) for i in found.incidents]
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    scrolled = tag("div", table, class_="atlas-scroll", tabindex="0", role="region", aria_label=t("event.side_by_side"))
    return tag("section", tag("h2", text(t("event.side_by_side"))), scrolled)


def _told_by(incident: Incident, fields: list[str], named: list[str], found: EventFile, reader: Reader) -> list[Markup]:
    t = reader.t
    report = found.reports[incident.report_id]
    values = queries.flat(incident)
    cells = [tag("th", spoken(text(report.publisher or report.source), ""), scope="row")]
    cells.append(tag("td", text(wording.when(values, t, short=True)), class_="atlas-when"))
    cells += [tag("td", text(wording.number(values, f, t) or t("number.not_told"))) for f in fields]
    for field in named:
        words = ", ".join(wording.distinct(values[field]))
        cells.append(tag("td", spoken(text(words), report.language) if words else text(t("number.not_told"))))
    return cells


def matched(found: EventFile, reader: Reader) -> Markup:
    """Why the reports were held to tell of one event; "" where there is one only."""
    t = reader.t
    if not found.matches:
        return Markup("")
    rows = [
        tag("li", spoken(text(t("match.pair", left=_named(m.left_id, found, t), right=_named(m.right_id, found, t),
                                score=round(100 * m.score))), ""),
            tag("span", text(", ".join(m.reasons)), class_="atlas-note", lang="en"))
        for m in found.matches
    ]  # fmt: skip
    shown, rest = rows[:_MATCHES], rows[_MATCHES:]
    parts = [tag("ul", *shown, class_="atlas-list")]
    if rest:
        more = tag("summary", text(t("match.more", count=len(rest))))
        parts.append(tag("details", more, tag("ul", *rest, class_="atlas-list")))
    return tag(
        "section", tag("h2", text(t("match.heading"))), tag("p", text(t("match.note")), class_="atlas-note"), *parts
    )


def _named(incident_id: str, found: EventFile, t: Translator) -> str:
    report = found.reports.get(incident_id.rpartition("#")[0])
    return wording.isolated(report.publisher, t) if report and report.publisher else incident_id


def corrected(found: EventFile, reader: Reader) -> Markup:
    """The editorial corrections applied to the event; "" where there are none."""
    ids = found.values["corrections"] or ()
    if not ids:
        return Markup("")
    items = [tag("li", text(correction)) for correction in ids]
    return tag("section", tag("h2", text(reader.t("event.corrections"))), tag("ul", *items, class_="atlas-list"))


def _leave(reader: Reader, found: EventFile) -> None:
    """The event's own link, how it is cited, and how a mistake is reported."""
    t = reader.t
    built = datetime.fromisoformat(reader.version.manifest["built"]).date()
    address = session.link_to(View(page="event", selected=found.event_id))
    where = cite.Reference(reader.version.build, built, address, datetime.now(UTC).date())
    st.html(tag("h2", text(t("cite.heading")), class_="atlas-heading atlas-small"))
    st.html(tag("p", text(t("cite.link")), class_="atlas atlas-note"))
    st.code(address, language=None, wrap_lines=True)
    forms = {"APA": cite.apa, "BibTeX": cite.bibtex, "CSL-JSON": cite.csl}
    for tab, form in zip(st.tabs(list(forms)), forms.values(), strict=True):
        with tab:
            st.code(form(found, where, t), language=None, wrap_lines=True)
    mistake.draw(found, t)
