"""What a step says beside its figures: its text with the glossary's words explained, and its sources."""

from __future__ import annotations

from dashboard import queries
from dashboard.stories import Step, filled, is_web
from dashboard.stories.glossary import meanings
from dashboard.views.markup import Markup, joined, link, spoken, tag, text
from dashboard.views.session import Reader
from dashboard.views.story_prose import prose


def told(reader: Reader, step: Step, words: str) -> Markup:
    """A text of the step with the data's own numbers in it, and the words of the glossary explained."""
    t = reader.t
    return prose(filled(words, step.view, reader.version, t), meanings(t.language))


def sources(reader: Reader, step: Step, *, with_addresses: bool = False) -> Markup:
    """The step's sources as links; with_addresses: the addresses in words, as paper needs them."""
    t = reader.t
    known = queries.known_reports(reader.version, [one for one in step.sources if not is_web(one)])
    items = []
    for source in step.sources:
        if is_web(source):
            items.append(tag("li", link(source, text(source))))
        elif report := known.get(source):
            day = t.day(report.published) if report.published else t("report.undated")
            named = joined([spoken(text(report.publisher or report.source), ""), text(f" · {day}")])
            shown = link(report.url, named)
            items.append(tag("li", joined([shown, text(f" · {report.url}")]) if with_addresses else shown))
    return tag("section", tag("h3", text(t("story.sources"))), tag("ul", *items, class_="atlas-list"))
