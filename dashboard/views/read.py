"""Read a report: a pasted text becomes rows before the reader's eyes; nothing is stored, nothing is sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from dashboard import queries, wording
from dashboard.i18n import LANGUAGES, Translator
from dashboard.typed_days import typed_day
from dashboard.views import dossier, header, session
from dashboard.views.markup import Markup, highlighted, joined, spoken, tag, text
from etl.columns import COUNTS
from etl.errors import InputError
from etl.records import Incident, Remark, Report, Span

_RESULT = "atlas:read"
_WHOLE_DAY = r"\s*\d{4}-\d{1,2}-\d{1,2}\s*"

Result = tuple[Report, tuple[Incident, ...], tuple[Remark, ...]]


def draw() -> None:
    """The page."""
    reader = session.reader()
    t = reader.t
    header.draw(reader, t("page.read"), t("read.promise"))
    with st.form("read", border=False):
        pasted = st.text_area(t("read.text"), height=220, placeholder=t("read.text_hint"), key="read:text")
        tongue, when, go = st.columns([0.3, 0.3, 0.4], vertical_alignment="bottom")
        with tongue:
            language = st.selectbox(t("read.language"), ["", *LANGUAGES], key="read:language",
                                    format_func=lambda code: t.tongue(code) or t("read.find_language"))  # fmt: skip
        with when:
            day = st.text_input(t("read.published"), placeholder=t("read.day_hint"), key="read:published",
                                validate=(_WHOLE_DAY, t("filter.no_day")), help=t("read.published_why"))  # fmt: skip
        with go:
            asked = st.form_submit_button(t("read.go"), type="primary", icon=":material/manage_search:")
    if asked:
        _read(pasted or "", language or None, typed_day(day or "", last=False), t)
    result: Result | None = st.session_state.get(_RESULT)
    if result is not None:
        st.html(outcome(*result, t))


def _read(pasted: str, language: str | None, published: date | None, t: Translator) -> None:
    st.session_state[_RESULT] = None
    if not pasted.strip():
        st.info(t("read.empty"), icon=":material/content_paste:")
        return
    # Rules and gazetteer are heavy; a reader who pastes no text never waits for them.
    from etl.pipeline import read_text  # noqa: PLC0415

    with st.spinner(t("read.reading")):
        try:
            st.session_state[_RESULT] = read_text(pasted, language, published)
        except InputError:
            can = t.several([t.tongue(code) for code in LANGUAGES])
            st.warning(t("read.unreadable", languages=can), icon=":material/translate:")


def outcome(report: Report, incidents: Sequence[Incident], remarks: Sequence[Remark], t: Translator) -> Markup:
    """What was read: a line of counts, each incident with the words that say it, and the remarks."""
    line = t("read.found", incidents=t("read.incidents", count=len(incidents)),
             remarks=t("read.remarks", count=len(remarks)), language=t.tongue(report.language))  # fmt: skip
    parts = [tag("p", text(line), class_="atlas-lead", role="status")]
    if not incidents:
        parts.append(tag("p", text(t("read.none")), class_="atlas-note"))
    parts += [_incident(number, i, report, t) for number, i in enumerate(incidents, start=1)]
    if remarks:
        items = [
            tag("li", tag("strong", text(t.word("remark", r.kind))), text(" "), _said(report, [r.span], {}, t))
            for r in remarks
        ]
        parts.append(tag("section", tag("h2", text(t("report.remarks"))), tag("ul", *items, class_="atlas-list")))
    return tag("section", *parts, class_="atlas atlas-read")


def _incident(number: int, incident: Incident, report: Report, t: Translator) -> Markup:
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
    if incident.confidence_reasons:
        reasons = [tag("li", spoken(text(reason), "")) for reason in incident.confidence_reasons]
        body.append(tag("details", tag("summary", text(t("read.why_sure"))), tag("ul", *reasons)))
    return tag("article", *body, class_="atlas-report")


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
    pieces = [highlighted(report.text, span, marks, labels) for span in sorted(spans, key=lambda s: s.start)]
    return spoken(joined(pieces, " […] "), report.language)
