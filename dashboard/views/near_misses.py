"""What may be the same event as another, in markup: how alike, and why; nobody has decided on it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard import wording
from dashboard.filters import View
from dashboard.i18n import Translator
from dashboard.queries import EventFile, Match, NearMiss
from dashboard.reasons import said
from dashboard.views import session
from dashboard.views.markup import Markup, link, spoken, tag, text

_AT_ONCE = 3
"""Other events that are told at once; the rest is folded away."""


def near_misses(found: EventFile, near: Sequence[NearMiss], t: Translator) -> Markup:
    """The section of the Event page; "" where there are none."""
    if not near:
        return Markup("")
    items = [tag("li", *_one(one, found, t)) for one in near]
    parts = [tag("ul", *items[:_AT_ONCE], class_="atlas-list")]
    if rest := items[_AT_ONCE:]:
        more = tag("summary", text(t("near_miss.more", count=len(rest))))
        parts.append(tag("details", more, tag("ul", *rest, class_="atlas-list")))
    note = tag("p", text(t("near_miss.note")), class_="atlas-note")
    return tag("section", tag("h2", text(t("near_miss.heading"))), note, *parts, class_="atlas-near-misses")


def _one(near: NearMiss, found: EventFile, t: Translator) -> list[Markup]:
    address = session.link_to(View(page="event", selected=near.values["event_id"], language=t.language))
    surest = near.pairs[0]
    told = [link(address, spoken(text(wording.headline(near.values, t)), "")), tag("div", text(" · ".join(
        [*wording.tolls(near.values, t), t("near_miss.alike", score=round(100 * surest.score), count=len(near.pairs))]
    )))]  # fmt: skip
    if any(pair.is_episode for pair in near.pairs):
        told.append(tag("div", tag("strong", text(t("match.episode"))), class_="atlas-episode"))
    return [*told, reasons(surest, t, told_by(surest.left_id, found, t))]


def reasons(match: Match, t: Translator, by: str = "") -> Markup:
    """What speaks for and against a match, one after the other; by: whose words were compared."""
    told = " · ".join(said(reason, t) for reason in match.reasons) or t("match.no_reasons")
    shown = t("match.by", by=by, reasons=told) if by else told
    return tag("span", text(shown), class_="atlas-note", lang=t.language, dir="auto")


def told_by(incident_id: str, found: EventFile, t: Translator) -> str:
    """Who published the report of an incident of the event; its id where that is not known."""
    report = found.reports.get(incident_id.rpartition("#")[0])
    return wording.isolated(report.publisher, t) if report and report.publisher else incident_id
