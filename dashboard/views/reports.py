"""The reports behind an event, in markup: who published them, and the words that say each value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from dashboard.i18n import Translator
from dashboard.queries import EventFile, Terms
from dashboard.views.markup import Markup, highlighted, is_web, joined, link, spoken, tag, text, windows
from dashboard.wording import isolated
from etl.records import Incident, Remark, Report, Span

LONGEST_ROW = 14
"""Lines of a dataset's row that are shown before the rest is folded away."""


def reports(found: EventFile, t: Translator, sources: Mapping[str, Terms], heading: str = "h3") -> Markup:
    """Every report, earliest first, under a heading of a level."""
    ordered = sorted(found.reports.values(), key=lambda r: (r.published or date.max, r.report_id))
    blocks = [
        report(r, [i for i in found.incidents if i.report_id == r.report_id], found.remarks.get(r.report_id, ()), t,
               may_quote=permitted(r, sources) and found.values["sensitivity"] != "no_text")
        for r in ordered
    ]  # fmt: skip
    head = tag(heading, text(t("report.heading", count=len(blocks))))
    note = tag("p", text(t("report.content_note")), class_="atlas-note")
    return tag("section", head, note, *blocks, class_="atlas atlas-reports")


def permitted(told: Report, sources: Mapping[str, Terms]) -> bool:
    """Whether the words of a report may be shown; not those of a source without terms."""
    return told.source in sources and sources[told.source].text


def report(
    told: Report, incidents: Sequence[Incident], remarks: Sequence[Remark], t: Translator, *, may_quote: bool
) -> Markup:
    """One report: where it comes from, its words with each value marked, and its remarks."""
    parts = [_origin(told, t)]
    if not may_quote:
        parts += [tag("p", text(t("report.not_shown")), class_="atlas-note"), _offsets(incidents, t)]
    else:
        parts.append(_words(told, incidents, t))
        parts += [_remarks(told, remarks, t)] * bool(remarks)
    return tag("article", *parts, class_="atlas-report")


def _offsets(incidents: Sequence[Incident], t: Translator) -> Markup:
    """Where the text that is not shown says each value, in signs from its beginning: who has it can look."""
    told = {(field, span.start, span.end) for i in incidents for field, spans in i.evidence.items() for span in spans}
    lines = [
        tag("li", text(t("report.offset", field=t.word("field", field), start=t.number(start), end=t.number(end))))
        for field, start, end in sorted(told, key=lambda one: one[1:])
        if field != "incident"
    ]
    return tag("details", tag("summary", text(t("report.offsets"))), tag("ul", *lines)) if lines else Markup("")


def _origin(told: Report, t: Translator) -> Markup:
    publisher = isolated(told.publisher, t)
    notes = [
        t.tongue(told.language) if told.language else "",
        t("report.agency", agency=isolated(told.agency, t)) * bool(told.agency),
    ]
    line = [text(" · ".join(note for note in notes if note))]
    if is_web(told.url):
        line.append(link(told.url, text(t("report.open", publisher=publisher)), class_="atlas-open"))
    title = spoken(text(told.title), told.language, "p", class_="atlas-title")
    return tag(
        "header",
        tag("p", text(published_by(told, t)), class_="atlas-origin"),
        title,
        tag("p", *_parted(line), class_="atlas-note"),
    )


def published_by(told: Report, t: Translator) -> str:
    """Who published the words of a report and when; of a summary of ours, that it is one, and of what."""
    day = t.day(told.published) if told.published else t("report.undated")
    said = "report.summary_of" if told.text_is_summary else "report.published_by"
    return t(said, publisher=isolated(told.publisher, t), day=day)


def _parted(parts: Sequence[Markup]) -> list[Markup]:
    return [joined([p for p in parts if p], " · ")]


def _words(told: Report, incidents: Sequence[Incident], t: Translator) -> Markup:
    marks: dict[str, list[Span]] = {}
    for incident in incidents:
        for field, spans in incident.evidence.items():
            marks.setdefault(field, []).extend(spans)
    sentences = marks.pop("incident", [])
    labels = {field: t.word("field", field) for field in marks}
    if told.form == "row":
        return _row(told, marks, labels, t)
    shown = windows(sentences, [s for spans in marks.values() for s in spans], len(told.text))
    if not shown:
        return tag("p", text(t("report.no_words")), class_="atlas-note")
    pieces = [highlighted(told.text, window, marks, labels) for window in shown]
    words = spoken(joined(pieces, " […] "), told.language, "p", class_="atlas-words")
    label = t("report.words_of_summary") if told.text_is_summary else t("report.words_of_report")
    return tag("div", words, tag("p", text(label), class_="atlas-note"), class_="atlas-quoted")


def _row(told: Report, marks: dict[str, list[Span]], labels: dict[str, str], t: Translator) -> Markup:
    """A dataset's row: the cells that say a value, then all of it folded away."""
    lines: list[Span] = []
    start = 0
    for line in told.text.split("\n"):
        lines.append(Span(start, start + len(line)))
        start += len(line) + 1
    meant = [s for spans in marks.values() for s in spans]
    chosen = [w for w in lines if any(s.start < w.end and s.end > w.start for s in meant)][:LONGEST_ROW]
    said = [tag("li", highlighted(told.text, window, marks, labels)) for window in chosen]
    whole = tag("pre", text(told.text), class_="atlas-row", tabindex="0")
    folded = tag("details", tag("summary", text(t("report.whole_row"))), whole)
    return tag("div", tag("ul", *said, class_="atlas-cells"), folded, class_="atlas-quoted")


def _remarks(told: Report, remarks: Sequence[Remark], t: Translator) -> Markup:
    lines = [
        tag("li", tag("strong", text(t.word("remark", r.kind))), Markup(" "),
            spoken(text(told.text[r.span.start : r.span.end]), told.language))
        for r in remarks
    ]  # fmt: skip
    return tag(
        "div", tag("p", text(t("report.remarks")), class_="atlas-note"), tag("ul", *lines), class_="atlas-remarks"
    )
