"""For the classroom: two accounts of one event fact by fact, and the glossary."""

from __future__ import annotations

from itertools import combinations

import streamlit as st

from dashboard import queries, wording
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import EventFile
from dashboard.stories.glossary import KINDS
from dashboard.stories.glossary import glossary as entries
from dashboard.views import dossier, session
from dashboard.views.markup import Markup, link, spoken, tag, text
from dashboard.views.session import Reader
from etl.records import Incident

_MOST = 40
_FACTS = ("date", "place", "event_type", "targets", "killed", "wounded", "attributions")
_QUESTIONS = ("same", "differ", "know", "blame", "open")


def accounts(reader: Reader) -> None:
    """Choose an event on which reports differ; see two of its accounts side by side, and what to ask of them."""
    t = reader.t
    st.html(tag("p", text(t("accounts.lead")), class_="atlas"))
    files = ((event_id, queries.event(reader.version, event_id, t.language))
             for event_id in queries.differing(reader.version, _MOST))  # fmt: skip
    found = {event_id: file for event_id, file in files if file is not None and _pair(file) is not None}
    if not found:
        st.html(tag("p", text(t("accounts.none")), class_="atlas atlas-empty"))
        return
    chosen = st.selectbox(t("accounts.choose"), list(found), key="accounts:event",
                          format_func=lambda event_id: wording.headline(found[event_id].values, t))  # fmt: skip
    pair = _pair(found[chosen])
    if pair is None:
        return
    asked = [tag("li", text(t(f"accounts.ask_{name}"))) for name in _QUESTIONS]
    address = session.link_to(View(page="event", selected=chosen, language=t.language))
    st.html(tag("div", _table(found[chosen], pair, t), tag("h3", text(t("accounts.ask"))), tag("ol", *asked),
                tag("p", link(address, text(t("accounts.all")))), class_="atlas"))  # fmt: skip


def _pair(found: EventFile) -> tuple[Incident, Incident] | None:
    """The two accounts of different publishers that differ in most facts; None where no two differ."""
    ordered = sorted(found.incidents, key=lambda incident: incident.incident_id)
    pairs = [
        (len(_differing(one, other)), one, other)
        for one, other in combinations(ordered, 2)
        if found.reports[one.report_id].publisher != found.reports[other.report_id].publisher
    ]
    best = max(pairs, key=lambda pair: pair[0], default=None)
    return (best[1], best[2]) if best and best[0] else None


def _differing(one: Incident, other: Incident) -> list[str]:
    """The facts in which two accounts differ though both tell them."""
    left, right = _facts(one), _facts(other)
    return [name for name, fact in left.items() if fact is not None and right[name] is not None and fact != right[name]]


def _facts(incident: Incident) -> dict[str, object]:
    """What can be compared of an account; None where it does not tell it."""
    dated = incident.date_start or incident.date_end
    return {
        "date": (incident.date_start, incident.date_end) if dated else None,
        "event_type": incident.event_type,
        "killed": incident.killed and (incident.killed.low, incident.killed.high),
        "wounded": incident.wounded and (incident.wounded.low, incident.wounded.high),
        "attributions": frozenset((a.actor, a.stance) for a in incident.attributions) or None,
    }


def _table(found: EventFile, pair: tuple[Incident, Incident], t: Translator) -> Markup:
    reports = [found.reports[incident.report_id] for incident in pair]
    heads = [tag("th", text(t("accounts.fact")), scope="col")]
    for report in reports:
        day = f" · {t.day(report.published)}" if report.published else ""
        heads.append(tag("th", link(report.url, spoken(text(f"{report.publisher}{day}"), "")), scope="col"))
    differing = set(_differing(*pair))
    rows = []
    for fact in _FACTS:
        cells = [
            tag("td", link(report.url, _told(incident, fact, report.language, t)))
            for incident, report in zip(pair, reports, strict=True)
        ]
        mark = tag("span", text(t("event.reports_differ")), class_="atlas-differs")
        name = tag("th", text(t.word("field", fact)), *([mark] if fact in differing else []), scope="row")
        rows.append(tag("tr", name, *cells))
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", table, class_="atlas-scroll", tabindex="0", role="region", aria_label=t("accounts.lead"))


def _told(incident: Incident, fact: str, language: str, t: Translator) -> Markup:
    values = queries.flat(incident)
    if fact == "date":
        return text(wording.when(values, t))
    if fact == "place":
        return spoken(text(wording.place(values, t)), "")
    if fact == "event_type":
        return text(t.word("type", values["event_type"]))
    if fact == "targets":
        words = ", ".join(wording.distinct(values["targets"]))
        return spoken(text(words), language) if words else text(t("number.not_told"))
    if fact == "attributions":
        return dossier.voices(values["attributions"], t) or text(t("number.not_told"))
    return text(wording.number(values, fact, t) or t("number.not_told"))


def glossary(reader: Reader) -> None:
    """Terms, weapons, actors and places with their sources, and what the types of events mean."""
    t = reader.t
    parts = []
    for kind in KINDS:
        rows = [
            tag("div", tag("dt", text(entry.names[t.language])),
                tag("dd", text(entry.meanings[t.language]), text(" "), link(entry.source, text(t("glossary.more")))))
            for entry in entries() if entry.kind == kind
        ]  # fmt: skip
        parts.append(tag("section", tag("h2", text(t(f"glossary.{kind}"))), tag("dl", *rows, class_="atlas-facts")))
    types = [
        tag("div", tag("dt", text(t.word("type", name))), tag("dd", text(t.word("type_of", name))))
        for name in queries.facets(reader.version, View())["event_types"]
    ]
    parts.append(tag("section", tag("h2", text(t("glossary.types"))), tag("dl", *types, class_="atlas-facts")))
    st.html(tag("div", *parts, class_="atlas atlas-about"))
