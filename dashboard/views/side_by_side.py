"""What each report of an event tells of its day, place, kind, counts, targets and weapons, one row a report."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dashboard import queries, wording
from dashboard.i18n import Translator
from dashboard.queries import EventFile
from dashboard.views.markup import Markup, joined, spoken, tag, text
from etl.records import Incident
from etl.told_columns import COUNTS

_WHERE_DIFFERENT = ("event_type", "status", "place")
"""What is the same for most events, and shown only where reports differ on it."""


def side_by_side(found: EventFile, t: Translator) -> Markup:
    """The table; a column on which the reports differ says so at its head. "" where only one report tells it."""
    if len(found.incidents) < 2:
        return Markup("")
    differing = set(found.values["disagreements"] or ())
    fields = ["date", *(f for f in COUNTS if any(getattr(i, f) is not None for i in found.incidents))]
    fields += [f for f in _WHERE_DIFFERENT if f in differing]
    fields += [f for f in ("targets", "weapons") if any(getattr(i, f) for i in found.incidents)]
    heads = [tag("th", text(t("event.report")), scope="col"), *(_head(f, f in differing, t) for f in fields)]
    episodes = _of_several_days(found)
    rows = [tag("tr", *_row(incident, fields, found, episodes, t)) for incident in found.incidents]
    table = tag("table", tag("thead", tag("tr", *heads)), tag("tbody", *rows))
    scrolled = tag("div", table, class_="atlas-scroll", tabindex="0", role="region", aria_label=t("event.side_by_side"))
    return tag("section", tag("h2", text(t("event.side_by_side"))), scrolled)


def _head(field: str, differs: bool, t: Translator) -> Markup:
    name = text(t.word("field", field))
    if not differs:
        return tag("th", name, scope="col", class_="atlas-number" if field in COUNTS else "")
    return tag("th", name, tag("div", text(t("event.reports_differ"))), scope="col", class_="atlas-differs")


def _row(
    incident: Incident, fields: Sequence[str], found: EventFile, episodes: Collection[str], t: Translator
) -> list[Markup]:
    report = found.reports[incident.report_id]
    values = queries.flat(incident)
    cells = [tag("th", spoken(text(report.publisher or report.source), ""), scope="row")]
    for field in fields:
        told = _cell(field, values, report.language, t)
        if field == "date" and incident.incident_id in episodes:
            told = joined([told, tag("div", text(t("event.several_days")), class_="atlas-note")])
        cells.append(tag("td", told, class_="atlas-when" if field == "date" else ""))
    return cells


def _cell(field: str, values: wording.Values, language: str, t: Translator) -> Markup:
    not_told = text(t("number.not_told"))
    if field == "date":
        return text(wording.when(values, t, short=True))
    if field == "event_type":
        return text(t.word("type", values[field]))
    if field == "status":
        return text(t.word("status", values[field]))
    if field in COUNTS:
        return text(wording.number(values, field, t) or t("number.not_told"))
    words = ", ".join(wording.distinct(values["places" if field == "place" else field]))
    return spoken(text(words), language) if words else not_told


def _of_several_days(found: EventFile) -> set[str]:
    """The incidents that tell of several days where another of the event tells of one of them."""
    days = {i.incident_id: (i.date_end - i.date_start).days for i in found.incidents if i.date_start and i.date_end}
    pairs = [sorted((m.left_id, m.right_id), key=lambda one: days.get(one, 0)) for m in found.matches if m.is_episode]
    return {widest for _, widest in pairs}
