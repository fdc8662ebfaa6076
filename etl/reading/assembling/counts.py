"""How many people an incident befell, from all that its clauses tell."""

from __future__ import annotations

from dataclasses import replace

from etl.reading.incidents.draft import Draft
from etl.reading.scan.clauses import Scan
from etl.reading.tolls.toll_sums import KINDS, Toll, added_up
from etl.records import Count

Spans = list[tuple[int, int]]


def counts_of(scanned: Scan, draft: Draft, evidence: dict[str, Spans]) -> dict[str, Count | None]:
    """The counts by kind, the attackers' share apart; the spans that tell them are added to `evidence`."""
    counts: dict[str, Count | None] = {}
    for kind in KINDS:
        parts = [part for part in draft.parts if any(toll.kind == kind for toll in part.tolls)]
        if scanned.layout.sort == "clock":
            # In a live page the newest entry holds.
            parts = [part for part in parts if part.clause.sentence.paragraph == parts[-1].clause.sentence.paragraph]
        of_kind = [toll for part in parts for toll in part.tolls if toll.kind == kind]
        whole = added_up(_still_wounded(of_kind, draft) if kind == "wounded" else of_kind)
        if whole is None:
            continue
        evidence[kind] = list(dict.fromkeys((toll.start, toll.end) for toll in of_kind))
        counts[kind] = _count(scanned, whole, evidence[kind])
        if kind != "detained" and whole.attackers:
            some = [toll for toll in of_kind if toll.attackers]
            name = f"{kind}_attackers"
            evidence[name] = [(toll.start, toll.end) for toll in some]
            told = _told(scanned, evidence[name])
            counts[name] = Count(whole.attackers, whole.attackers, whole.attackers, told)
    return counts


def _still_wounded(wounded: list[Toll], draft: Draft) -> list[Toll]:
    """The statements of wounded without those who are told later to have died of it."""
    dead = [toll for part in draft.parts for toll in part.tolls if "died_later" in toll.marks]
    left: list[Toll] = []
    for toll in wounded:
        gone = sum(one.low for one in dead if toll.end <= one.start)
        high = None if toll.high is None else toll.high - gone
        left.append(replace(toll, low=toll.low - gone, high=high) if toll.low > gone else toll)
    return left


def _count(scanned: Scan, toll: Toll, spans: Spans) -> Count:
    best = toll.low if toll.high is None or toll.high == toll.low else None
    return Count(toll.low, best, toll.high, _told(scanned, spans))


def _told(scanned: Scan, spans: Spans) -> str:
    return " / ".join(scanned.text.words(*span) for span in spans)
