"""Reading: the text of a report to incidents and remarks, every value with the words that say it.

Rules over one data folder a language (`data/languages/<xx>/`); see docs/reading.md.
"""

from __future__ import annotations

from bisect import bisect_left

from etl.reading.assembling.assembly import READER, incident_of
from etl.reading.assembling.confidence import REVIEW_BELOW
from etl.reading.assembling.numbering import numbered
from etl.reading.dating.anchor import anchor_of
from etl.reading.incidents.charges import charged
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.drafts import drafts_of
from etl.reading.incidents.facts import Facts, facts_of
from etl.reading.incidents.scenes import with_scene
from etl.reading.incidents.seams import clauses_of
from etl.reading.incidents.twins import shared
from etl.reading.links.linked import links_of
from etl.reading.placing.headings import heading, in_dateline
from etl.reading.placing.local_voices import of_locals
from etl.reading.placing.sites import sites_told_again
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan, scan
from etl.reading.scan.names import as_places
from etl.reading.scan.recasing import as_printed
from etl.reading.scan.sentences import dateline_of
from etl.reading.words.language import language, languages, supports
from etl.reading.words.recognition import language_of
from etl.reading.words.text import text_of
from etl.records import FindPlaces, Reading, Remark, RemarkKind, Report

_PLACES_BACK = 60
_LONG_AGO = frozenset({"month", "season", "year"})
_APART = frozenset({"event_before", "event_after"})
"""Times that tell of something else than what was told before, whose place is then not inherited."""

__all__ = ["READER", "REVIEW_BELOW", "language_of", "languages", "read", "supports"]


def read(report: Report, find_places: FindPlaces) -> Reading:
    """The incidents, remarks and links of a report, in the order of its text; none in a language that is not supported.

    find_places names the places of the text. Dates are reckoned from `report.published`, or from a dateline shortly
    before it. Never raises on any text.
    """
    if not supports(report.language):
        return Reading((), (), ())
    spoken = language(report.language)
    printed = as_printed(report.text, spoken, find_places)
    text = text_of(report.text, printed)
    mentions = as_places(text, find_places(printed, report.language), spoken)
    scanned = scan(text, spoken, mentions)
    facts: list[Facts] = []
    for clause in clauses_of(scanned):
        one = facts_of(scanned, clause, facts[-1] if facts else None)
        one = charged(facts[-1], one) if clause.is_charge and facts else one
        facts.append(shared(scanned, facts[-1], one) if clause.is_twin and facts else with_scene(scanned, facts, one))
    anchor = anchor_of(scanned, report.published)
    drafts = drafts_of(scanned, facts, anchor)
    told = [
        incident_of(scanned, draft, report, drafts[:number], _nearest_place(scanned, facts, draft))
        for number, draft in enumerate(drafts, start=1)
    ]
    incidents = numbered(scanned, told)
    links = links_of(scanned, facts, drafts, incidents, anchor)
    return Reading(incidents, tuple(_remarks(scanned, facts, report)), mentions, links)


def _nearest_place(scanned: Scan, facts: list[Facts], draft: Draft) -> Where:
    """The place to inherit: that of the site an incident names again ("near the cathedral"), else the one told last."""
    first_told = draft.parts[0]
    mission = any("mission" in thing.phrase.marks for thing in first_told.clause.of("thing", "site"))
    back = first_told.goes_back or mission or bool(sites_told_again(scanned, first_told.clause))
    if first_told.time is not None and first_told.time.means in _APART and not back:
        return Where()
    wide = draft.days is not None and draft.days.precision in _LONG_AGO
    if wide and not first_told.goes_back and not any(part.clause.of("thing", "site") for part in draft.parts):
        return Where()
    at = bisect_left(facts, first_told.clause.order, key=lambda one: one.clause.order)
    section = scanned.layout.sections[first_told.clause.sentence.paragraph]
    sent_from = in_dateline(scanned)
    # What a headline above the dateline tells is told again below it, more exactly.
    headline = dateline_of(scanned.text)[0] if sent_from.places else 0
    told = [one for one in facts[max(0, at - _PLACES_BACK) : at] if one.clause.end > headline]
    if scanned.layout.is_apart:
        told = [one for one in told if one.clause.sentence.paragraph == section.number]
    here = first_told.clause.sentence.paragraph
    before = [
        one.where
        for one in told
        if one.where.located and (one.acts or one.tolls or one.clause.sentence.paragraph == here)
    ]
    sites = [
        scanned.text.folded[thing.start : thing.end]
        for part in draft.parts
        for thing in part.clause.of("thing", "site")
    ]
    for where in reversed(before):
        first = scanned.text.folded[slice(*where.places[0])]
        if any(site in first for site in sites):
            return where
    if before:
        return before[-1]
    is_headed = section.place is not None or scanned.layout.is_apart
    theirs = of_locals(scanned, (part.clause for part in draft.parts))
    return heading(scanned, section) if is_headed else theirs if theirs.places else sent_from


def _remarks(scanned: Scan, facts: list[Facts], report: Report) -> list[Remark]:
    """One remark for neighbouring clauses of one kind."""
    found: list[tuple[RemarkKind, int, int]] = []
    for one in facts:
        if one.remark is None:
            continue
        start, end = one.clause.start, one.clause.end
        if found and found[-1][0] == one.remark and not scanned.text.plain[found[-1][2] : start].strip():
            found[-1] = (one.remark, found[-1][1], end)
        else:
            found.append((one.remark, start, end))
    return [Remark(report.report_id, kind, scanned.text.span(start, end)) for kind, start, end in found]
