"""What was read of a text: each incident with the words that say it, what the reader changes, and the rows to take."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from dashboard import queries, wording
from dashboard.i18n import Translator
from dashboard.views import dossier, read_changes
from dashboard.views.markup import Markup, highlighted, joined, spoken, tag, text
from dashboard.views.session import Reader
from etl.records import Incident, Reading, Report, Span
from etl.told_columns import COUNTS

Result = tuple[Report, Reading]


def draw(result: Result, reader: Reader) -> None:
    """A line of counts, the incidents, the remarks, and what can be taken away."""
    report, read = result
    incidents, remarks = read.incidents, read.remarks
    t = reader.t
    st.html(tag("section", *_opening(result, t), class_="atlas atlas-read"))
    changed = read_changes.applied(incidents)
    for number, incident in enumerate(incidents, start=1):
        as_changed = changed.get(incident.incident_id)
        shown = _incident(number, incident, report, t, as_changed)
        st.html(tag("section", shown, class_="atlas atlas-read"))
        read_changes.draw(incident, report, reader)
    if read.links:
        st.html(tag("section", *_links(report, read, t), class_="atlas atlas-read"))
    if remarks:
        items = [
            tag("li", tag("strong", text(t.word("remark", r.kind))), text(" "), _said(report, [r.span], {}, t))
            for r in remarks
        ]
        listed = tag("ul", *items, class_="atlas-list")
        st.html(tag("section", tag("h2", text(t("report.remarks"))), listed, class_="atlas atlas-read"))
    if incidents:
        read_changes.leave(list(changed.values()), report, t)


def _opening(result: Result, t: Translator) -> list[Markup]:
    report, read = result
    line = t("read.found", incidents=t("read.incidents", count=len(read.incidents)),
             remarks=t("read.remarks", count=len(read.remarks)), language=t.tongue(report.language))  # fmt: skip
    parts = [tag("p", text(line), class_="atlas-lead", role="status")]
    if not read.incidents:
        parts.append(tag("p", text(t("read.none")), class_="atlas-note"))
    return parts


def _links(report: Report, read: Reading, t: Translator) -> list[Markup]:
    """Which incidents the text's own words link, and how, each with the sentence that says it."""
    names = {one.incident_id: t("read.number", number=at) for at, one in enumerate(read.incidents, start=1)}
    items = []
    for link in read.links:
        kind = t.word("linked", link.kind) if link.other_id else t("linked.series")
        told = f"{names[link.incident_id]} · {kind} {names.get(link.other_id, '')}".rstrip()
        items.append(tag("li", tag("strong", text(told)), text(" "), _said(report, [link.span], {}, t)))
    return [tag("h2", text(t("read.linked"))), tag("ul", *items, class_="atlas-list")]


def _incident(number: int, incident: Incident, report: Report, t: Translator, changed: Incident | None) -> Markup:
    """One incident with the words that say it; changed: as the reader would have it, None where it is no incident."""
    values = queries.flat(incident)
    sure = incident.reading_confidence
    notes = [t("read.confidence", percent=round(100 * sure))] if sure is not None else []
    marks = {field: list(spans) for field, spans in incident.evidence.items() if field != "incident"}
    sentences = list(incident.evidence.get("incident", ()))
    body = [
        tag("p", text(t("read.number", number=number)), class_="atlas-kind"),
        tag("h2", spoken(text(wording.headline(values, t)), "")),
        tag("p", text(" · ".join([*wording.tolls(values, t), *notes])), class_="atlas-toll"),
        tag("p", _said(report, sentences, marks, t), class_="atlas-words"),
        _table(values, incident, report, t),
    ]
    if changed is None:
        body.append(tag("p", text(t("read.left_out")), class_="atlas-differs"))
    elif changed != incident:
        body.append(_changed(queries.flat(changed), values, report.language, t))
    if incident.confidence_reasons:
        reasons = [tag("li", spoken(text(reason), "")) for reason in incident.confidence_reasons]
        body.append(tag("details", tag("summary", text(t("read.why_sure"))), tag("ul", *reasons)))
    return tag("article", *body, class_="atlas-report")


def _changed(after: wording.Values, before: wording.Values, language: str, t: Translator) -> Markup:
    """What the reader changed, each value as it is now."""
    earlier = dict(_values(before, language, t))
    lines = [
        tag("li", tag("strong", text(t.word("field", field))), text(": "), words)
        for field, words in _values(after, language, t)
        if words != earlier.get(field)
    ]
    return tag("div", tag("p", text(t("read.changed")), class_="atlas-kind"), tag("ul", *lines), class_="atlas-changed")


def _table(values: wording.Values, incident: Incident, report: Report, t: Translator) -> Markup:
    """Each value beside the words that say it."""
    rows = []
    for field, words in _values(values, report.language, t):
        spans = incident.evidence.get(field, ())
        said = _said(report, spans, {}, t) if spans else text(t("read.no_words"))
        rows.append(tag("tr", tag("th", text(t.word("field", field)), scope="row"), tag("td", words), tag("td", said)))
    heads = [tag("th", text(t(f"read.column_{name}")), scope="col") for name in ("field", "value", "words")]
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    return tag("div", table, class_="atlas-scroll", tabindex="0", role="region", aria_label=t("read.table"))


def _values(values: wording.Values, language: str, t: Translator) -> list[tuple[str, Markup]]:
    found = [
        ("event_type", text(t.word("type", values["event_type"]))),
        ("status", text(t.word("status", values["status"]))),
        ("date", text(wording.when(values, t))),
        ("place", dossier.where(values, t)),
    ]
    named = [field for field in ("launched_from", "targets", "weapons") if values[field]]
    found += [(field, spoken(text(", ".join(wording.distinct(values[field]))), language)) for field in named]
    counted = [(field, wording.number(values, field, t)) for field in COUNTS]
    found += [(field, text(words)) for field, words in counted if words]
    if spoken_of := dossier.voices(values["attributions"], t):
        found.append(("attributions", spoken_of))
    return found


def _said(report: Report, spans: Sequence[Span], marks: dict[str, list[Span]], t: Translator) -> Markup:
    labels = {field: t.word("field", field) for field in marks}
    pieces = [highlighted(report.text, span, marks, labels) for span in sorted(set(spans), key=lambda s: s.start)]
    return spoken(joined(pieces, " […] "), report.language)
