"""The records that flow through Incident Atlas, and the words they may use.

All are frozen: a room makes a new record, it never changes one. Spans count Unicode code points of `Report.text`.
Days are calendar days at the place of the incident, never timestamps.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

EventType = Literal[
    "armed_clash", "shelling", "air_strike", "bombing", "armed_attack", "abduction",
    "sabotage", "arrest_raid", "protest", "riot", "sexual_violence", "other",
]  # fmt: skip
Status = Literal["carried_out", "foiled", "threatened"]
Stance = Literal["stated", "claimed", "accused", "denied"]
DatePrecision = Literal["day", "days", "week", "month", "season", "year", "unknown"]
DateBasis = Literal["explicit", "relative", "offset", "published", "none"]
PlacePrecision = Literal["site", "neighbourhood", "town", "district", "province", "country", "area"]
RemarkKind = Literal["aggregate", "test", "plan", "opinion", "denial"]
LinkKind = Literal["answers_to", "claimed_with", "follows", "same_series"]
Sensitivity = Literal["none", "coarse_place", "no_text", "withheld"]

EVENT_TYPES: tuple[EventType, ...] = get_args(EventType)
STATUSES: tuple[Status, ...] = get_args(Status)
STANCES: tuple[Stance, ...] = get_args(Stance)
DATE_PRECISIONS: tuple[DatePrecision, ...] = get_args(DatePrecision)
PLACE_PRECISIONS: tuple[PlacePrecision, ...] = get_args(PlacePrecision)
REMARK_KINDS: tuple[RemarkKind, ...] = get_args(RemarkKind)


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a report, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as told: "at least 5" is low 5, best 5, high None (open), told "at least 5".

    `told` are the words of its evidence; where several spans tell it, their words joined by " / ".
    """

    low: int | None
    best: int | None
    high: int | None
    told: str


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who did it (`actor`), with which stance, according to whom (`by`, empty where the report itself says it)."""

    actor: str
    stance: Stance | None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """One item as published: an article, a statement, or one row of a dataset.

    A row's `text` is its mapped cells as lines "column: value", so that spans point into rows as they do into prose.
    `publisher` is who published what the report tells (for our summaries: the publisher of the page). Where not the
    day but a month of publication is known, `published` is None and `published_by` its last day.
    """

    report_id: str
    source: str
    publisher: str
    language: str
    title: str
    text: str
    published: date | None = None
    published_by: date | None = None
    retrieved: date | None = None
    agency: str = ""
    url: str = ""
    form: Literal["text", "row"] = "text"
    text_is_summary: bool = False
    content_sha256: str = ""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place name found in a text, before it is placed.

    kind: what the words look like: "country", "demonym", "area" (first- or second-level area, region, river, road),
    "site", "town", or "unknown". countries: ISO 3166-1 alpha-2 codes it could lie in, most likely first.
    """

    span: Span
    text: str
    kind: str
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """What one report says happened once, at one place and time, with its evidence.

    evidence maps a field ("incident" for the whole sentences, "event_type", "status", "date", "place",
    "launched_from", "weapons", "attributions", "targets", "killed", "wounded", "detained", ...) to spans.
    `places` are names as written, most exact first. `source_type` is the source's own code. `machine_coded`: its source
    declares that a program coded it from one mention in the news and that nobody looked.
    """

    incident_id: str
    report_id: str
    source: str
    event_type: EventType
    status: Status = "carried_out"
    source_type: str = ""
    date_start: date | None = None
    date_end: date | None = None
    date_precision: DatePrecision = "unknown"
    date_basis: DateBasis = "none"
    places: tuple[str, ...] = ()
    launched_from: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    place_precision: PlacePrecision | None = None
    radius_km: float | None = None
    gazetteer_id: str = ""
    place_candidates: tuple[str, ...] = ()
    country: str = ""
    admin1: str = ""
    weapons: tuple[str, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    targets: tuple[str, ...] = ()
    killed: Count | None = None
    wounded: Count | None = None
    detained: Count | None = None
    killed_attackers: Count | None = None
    wounded_attackers: Count | None = None
    evidence: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    reading_confidence: float | None = None
    confidence_reasons: tuple[str, ...] = ()
    machine_coded: bool = False
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Remark:
    """What a report says that is no incident; shown under the report, never on the map."""

    report_id: str
    kind: RemarkKind
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """What a report's own words say of two of its incidents, or of one and a series that it is counted into.

    kind: "answers_to" (the first answers the other), "claimed_with" (one voice claims both), "follows" (it is dated by
    the other, after it), "same_series" (counted together with it). other_id is empty where the words count an incident
    into a series and name no other of it. span: the sentence of the report that says it.
    """

    kind: LinkKind
    incident_id: str
    other_id: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """All that a reader took out of one report. `mentions` are all place names it saw, in the order of the text."""

    incidents: tuple[Incident, ...]
    remarks: tuple[Remark, ...]
    mentions: tuple[PlaceMention, ...] = ()
    links: tuple[Link, ...] = ()


FindPlaces = Callable[[str, str], Sequence[PlaceMention]]
"""(text, language) -> the place names of a text that the gazetteer knows, in order, never overlapping."""
