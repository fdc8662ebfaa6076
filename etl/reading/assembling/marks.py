"""The structure of an incident and of its report as marks that are there or not: what the confidence is reckoned from.

No mark looks at a word: they tell of kinds of phrases found, of what is told and what is not, and of the text's form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from etl.reading.grammar.acts import Act
from etl.reading.incidents.draft import Draft
from etl.reading.incidents.facts import Facts
from etl.reading.scan.clauses import Scan
from etl.reading.scan.names import is_all_capitals
from etl.reading.scan.sentences import dateline_end
from etl.records import Incident, Report

_EDITORS_MARK = re.compile(r"\[[^\[\]]{3,200}\]")
_RECENT_DAYS, _OLD_DAYS = 7, 62
_LONG, _VERY_LONG = 2500, 5000
_MANY_CLAUSES = 4
_MANY_DRAFTS = 4
_FEW_DEAD, _MANY_DEAD = 5, 100
_DOUBTS = ("habit", "since", "condition", "plan", "opinion", "negated_event", "threat", "threat_to", "says", "accuse",
           "deny", "claim", "response", "another", "back", "number_of", "incidents", "test", "address")  # fmt: skip
_WIDE = frozenset({"week", "month", "season", "year"})


def marks_of(scanned: Scan, drafts: Sequence[Draft], incident: Incident, report: Report) -> list[str]:
    """The names of the marks an incident has, in a fixed order; it is that of the last of the drafts so far."""
    draft = drafts[-1]
    acts = [act for part in draft.parts for act in part.acts]
    groups = (
        _of_acts(acts), _of_day(incident, report.published), _of_place(draft, incident), _of_toll(incident),
        _of_people(draft, incident), _of_clauses(scanned, draft), _of_text(scanned, report),
        _of_others(drafts),
    )  # fmt: skip
    return [f"type_{incident.event_type}", *(name for group in groups for name, there in group if there)]


def _of_acts(acts: list[Act]) -> Iterator[tuple[str, bool]]:
    told = [act.hit.phrase.marks for act in acts]
    yield "no_act", not acts
    yield "single_act", any(act.is_single and not act.definite for act in acts)
    yield "act_by_verb", any("verb" in marks for marks in told)
    yield "several_acts", len(acts) > 1
    yield "only_back_reference", bool(acts) and all(act.definite for act in acts)
    yield "only_plural", bool(acts) and all("many" in marks for marks in told)
    yield "only_weak", bool(acts) and all("weak" in marks for marks in told)


def _of_day(incident: Incident, published: date | None) -> Iterator[tuple[str, bool]]:
    told = incident.date_basis not in ("none", "published")
    end = incident.date_end
    age = (published - end).days if told and end and published else None
    yield "no_day", not told
    yield "no_publication", published is None
    yield "day_told", told and incident.date_precision in ("day", "days")
    yield "day_from_event", incident.date_basis == "offset"
    yield "wide_date", told and incident.date_precision in _WIDE
    yield "day_recent", age is not None and age <= _RECENT_DAYS
    yield "day_old", age is not None and age > _OLD_DAYS
    yield "day_to_come", age is not None and age < -1


def _of_place(draft: Draft, incident: Incident) -> Iterator[tuple[str, bool]]:
    kinds = {name.kind for part in draft.parts for name in part.where.names}
    yield "place_told", bool(incident.places) and not draft.inherited
    yield "place_inherited", bool(incident.places) and draft.inherited
    yield "no_place", not incident.places
    yield "place_is_town", bool(kinds & {"town", "site", "neighbourhood"})
    yield "place_is_unknown", kinds == {"unknown"}
    yield "place_is_wide", bool(kinds) and kinds <= {"country", "area"}
    yield "place_located", any(part.where.located for part in draft.parts)
    yield "places_two", len(draft.towns) > 1


def _of_toll(incident: Incident) -> Iterator[tuple[str, bool]]:
    killed = incident.killed.low if incident.killed else None
    yield "toll_told", incident.killed is not None or incident.wounded is not None
    yield "killed_told", killed is not None and killed > 0
    yield "killed_few", killed is not None and 0 < killed <= _FEW_DEAD
    yield "killed_many", killed is not None and killed >= _MANY_DEAD
    yield "wounded_told", incident.wounded is not None and bool(incident.wounded.low)
    yield "detained_told", incident.detained is not None


def _of_people(draft: Draft, incident: Incident) -> Iterator[tuple[str, bool]]:
    sorts = {target.sort for part in draft.parts for target in part.targets}
    stances = {attribution.stance for attribution in incident.attributions}
    names = {who.is_name for part in draft.parts for who in part.actors}
    yield "target_told", bool(incident.targets)
    yield "target_named_person", "person" in sorts
    yield "target_thing", "thing" in sorts
    yield "target_people", bool({"victim", "people"} & sorts)
    yield "actor_told", bool(incident.attributions)
    yield "actor_named", True in names
    yield "actor_claimed", "claimed" in stances
    yield "actor_accused", "accused" in stances
    yield "weapon_told", bool(incident.weapons)
    yield "foiled", incident.status == "foiled"
    yield "threatened", incident.status == "threatened"


def _of_clauses(scanned: Scan, draft: Draft) -> Iterator[tuple[str, bool]]:
    first: Facts = draft.parts[0]
    sentence = first.clause.sentence
    telling = [part for part in draft.parts if part.acts or part.tolls]
    words = "".join(scanned.text.plain[part.clause.start : part.clause.end] for part in draft.parts[:1])
    yield "in_first_sentence", sentence.paragraph == 0 and sentence.number == 0
    yield "in_first_paragraph", sentence.paragraph == 0
    yield "several_sentences", len(draft.parts) > 1
    yield "many_sentences", len(draft.parts) >= _MANY_CLAUSES
    yield "told_twice", len(telling) > 1
    yield "remark_near", any(part.remark is not None for part in draft.parts)
    yield "quoted", '"' in words
    yield "asked_or_exclaimed", words.rstrip('" ')[-1:] in ("?", "!")
    kinds = {cue.phrase.kind for cue in first.clause.of("cue")}
    for kind in _DOUBTS:
        yield f"cue_{kind}", kind in kinds


def _of_others(drafts: Sequence[Draft]) -> Iterator[tuple[str, bool]]:
    """What was told before: one of the same type, on the same days or in the same town, or of the same person."""
    draft, before = drafts[-1], [one for one in drafts[:-1] if one.event_type == drafts[-1].event_type]
    yield "first_told", len(drafts) == 1
    yield "told_late", len(drafts) > _MANY_DRAFTS
    yield "type_told_before", bool(before)
    yield "days_told_before", draft.days is not None and any(one.days == draft.days for one in before)
    yield "town_told_before", any(one.towns & draft.towns for one in before)
    yield "person_told_before", any(one.sufferers & draft.sufferers for one in drafts[:-1])


def _of_text(scanned: Scan, report: Report) -> Iterator[tuple[str, bool]]:
    head = scanned.text.plain[: dateline_end(scanned.text)]
    length = len(scanned.text.plain)
    yield "text_in_capitals", is_all_capitals(report.text)
    yield "text_long", length >= _LONG
    yield "text_very_long", length >= _VERY_LONG
    yield "text_with_editors_marks", len(_EDITORS_MARK.findall(head)) > 1
