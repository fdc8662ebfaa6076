"""Other events that the reports link with one, in markup: how, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dashboard import wording
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import LinkedEvent, Terms
from dashboard.views import session
from dashboard.views.markup import Markup, link, spoken, tag, text
from dashboard.views.reports import permitted, published_by
from etl.records import Report, Span


def linked(events: Sequence[LinkedEvent], t: Translator, sources: Mapping[str, Terms]) -> Markup:
    """The section of the Event page; "" where no report links it with another."""
    if not events:
        return Markup("")
    items = [tag("li", *_one(event, t, sources)) for event in events]
    note = tag("p", text(t("linked.note")), class_="atlas-note")
    return tag(
        "section",
        tag("h2", text(t("linked.heading"))),
        note,
        tag("ul", *items, class_="atlas-list"),
        class_="atlas-linked",
    )


def _one(event: LinkedEvent, t: Translator, sources: Mapping[str, Terms]) -> list[Markup]:
    quotes = [_quote(report, span, t, sources) for report, span in event.said]
    if event.values is None:
        return [tag("strong", text(t("linked.series"))), *quotes]
    address = session.link_to(View(page="event", selected=event.values["event_id"], language=t.language))
    headline = link(address, spoken(text(wording.headline(event.values, t)), ""))
    kind = tag("strong", text(t.word("linked", event.kind)))
    return [kind, text(" "), headline, *quotes]


def _quote(report: Report, span: Span, t: Translator, sources: Mapping[str, Terms]) -> Markup:
    """The sentence and who published it; of words that may not be shown, where they stand."""
    by = tag("span", text(published_by(report, t)), class_="atlas-note")
    if not permitted(report, sources):
        where = t("report.offset", field=t("linked.sentence"), start=t.number(span.start), end=t.number(span.end))
        return tag("div", tag("span", text(where), class_="atlas-note"), text(" "), by)
    words = spoken(text(report.text[span.start : span.end]), report.language, "q")
    return tag("div", words, text(" "), by)
