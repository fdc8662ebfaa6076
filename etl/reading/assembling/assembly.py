"""Drafts to incident records: every value with the spans that say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from etl.reading.actors.who import Who
from etl.reading.assembling.confidence import confidence
from etl.reading.assembling.counts import counts_of
from etl.reading.assembling.marks import marks_of
from etl.reading.assembling.whereabouts import whereabouts
from etl.reading.dating.intervals import untold
from etl.reading.incidents.draft import Draft
from etl.reading.placing.where import Where
from etl.reading.scan.clauses import Scan
from etl.reading.targets.target_choice import chosen_targets
from etl.records import Attribution, Incident, Report, Span, Status

READER = "rules 1"
"""Name and version of this reader, kept with every incident."""

Spans = list[tuple[int, int]]


def incident_of(scanned: Scan, draft: Draft, report: Report, drafts: Sequence[Draft], fallback: Where) -> Incident:
    """One record of the last of the drafts so far. `fallback` is the place to inherit where it tells none."""
    evidence: dict[str, Spans] = {"incident": _sentences(draft)}
    where = whereabouts(scanned, draft, fallback)
    status, evidence["status"] = _status(draft)
    evidence["event_type"] = _type_spans(draft)
    evidence["place"] = list(where.places)
    origins = evidence["launched_from"] = [span for part in draft.parts for span in part.where.origins]
    heads = [scanned.layout.sections[part.clause.sentence.paragraph].day for part in draft.parts]
    times = [part.time for part in draft.parts] + heads
    evidence["date"] = [(time.start, time.end) for time in times if time is not None][:1]
    counts = counts_of(scanned, draft, evidence)
    site = where.places[0] if where.names and where.names[0].kind in ("site", "neighbourhood") else None
    site = None if draft.event_type in ("arrest_raid", "protest") else site
    aims = chosen_targets([part.targets for part in draft.parts], site, draft.event_type)
    targets = evidence["targets"] = _distinct(scanned, aims)
    weapons = evidence["weapons"] = _distinct(scanned, [s for part in draft.parts for s in part.weapons])
    whos = _whos(scanned, draft)
    evidence["attributions"] = [span for who in whos for span in ((who.start, who.end), who.by) if span is not None]
    days = draft.days or untold(report, status)
    incident = Incident(
        incident_id="", report_id=report.report_id, source=report.source,
        event_type=draft.event_type or "other", status=status,
        date_start=days.start if days else None, date_end=days.end if days else None,
        date_precision=days.precision if days else "unknown", date_basis=days.basis if days else "none",
        places=tuple(dict.fromkeys(scanned.text.words(*span) for span in where.places)),
        launched_from=tuple(scanned.text.words(*span) for span in origins),
        country=where.countries[0] if where.countries else "",
        weapons=tuple(scanned.text.words(*span) for span in weapons),
        attributions=tuple(Attribution(scanned.text.words(w.start, w.end), w.stance, _by(scanned, w)) for w in whos),
        targets=tuple(scanned.text.words(*span) for span in targets),
        killed=counts.get("killed"), wounded=counts.get("wounded"), detained=counts.get("detained"),
        killed_attackers=counts.get("killed_attackers"), wounded_attackers=counts.get("wounded_attackers"),
        evidence=_spans(scanned, evidence), reader=READER,
    )  # fmt: skip
    sure, reasons = confidence(marks_of(scanned, drafts, incident, report))
    return replace(incident, reading_confidence=sure, confidence_reasons=reasons)


def _sentences(draft: Draft) -> Spans:
    return sorted((part.clause.start, part.clause.end) for part in draft.parts)


def _status(draft: Draft) -> tuple[Status, Spans]:
    # Attackers shot in the clause that tells how they were stopped did not carry it out.
    harm = [(part, toll) for part in draft.parts for toll in part.tolls if toll.kind in ("killed", "wounded")]
    done = any(toll.low > (toll.attackers if part.status == "foiled" else 0) for part, toll in harm)
    done = done or any(part.status == "carried_out" and part.hits_home for part in draft.parts)
    done = done or (draft.event_type == "riot" and draft.parts[0].status == "carried_out")
    for part in draft.parts:
        if part.status == "carried_out" or part.status_span is None or (done and part.status == "foiled"):
            continue
        return part.status, [part.status_span]
    return "carried_out", []


def _type_spans(draft: Draft) -> Spans:
    hits = [act.hit for part in draft.parts for act in part.acts]
    own = [hit for hit in hits if hit.phrase.kind == draft.event_type]
    return [(hit.start, hit.end) for hit in (own or hits)[:3]]


def _whos(scanned: Scan, draft: Draft) -> list[Who]:
    """One entry for each actor and stance; a description only where no name stands for it."""
    found: dict[tuple[str, str], Who] = {}
    for part in draft.parts:
        for who in part.actors:
            key = who.actor_id or scanned.text.folded[who.start : who.end]
            kept = found.get((key, who.stance))
            if kept is None or (who.end - who.start > kept.end - kept.start):
                found[key, who.stance] = who
    named = [who for who in found.values() if who.is_name]
    named += _answers(draft, named)
    told = {who.stance for who in named}
    described = [who for who in found.values() if not who.is_name and (who.is_party or who.stance not in told)]
    described = [who for who in described if who.is_party or who.stance != "stated" or not named]
    chosen = [*named, *[who for who in described[:2] if who is described[0] or not _goes_back(scanned, who)]]
    strong = {who.actor_id for who in chosen if who.stance in ("claimed", "accused")}
    return [who for who in chosen if who.stance != "stated" or not who.is_name or who.actor_id not in strong]


def _goes_back(scanned: Scan, who: Who) -> bool:
    """Whether a description has the article, in a script that writes it with its word: "the gunmen" told before."""
    parting = scanned.language.parting
    has_article = parting is not None and scanned.text.folded.startswith(parting.writing.article, who.start)
    return has_article and not who.is_party


def _by(scanned: Scan, who: Who) -> str:
    """The words for who says so, "" where the report says it itself."""
    return scanned.text.words(*who.by) if who.by is not None else ""


def _answers(draft: Draft, named: Sequence[Who]) -> list[Who]:
    """A denial or claim by a pronoun ("which denied", "its leader rejects") is that of the actor named before."""
    answers: list[Who] = []
    for part in draft.parts:
        told = {who.stance for who in part.actors}
        before = [who for who in named if who.start < part.clause.end]
        accused = [who for who in before if who.stance == "accused"]
        if part.denies and "denied" not in told and accused:
            last = accused[-1]
            answers.append(replace(last, stance="denied", by=(last.start, last.end)))
        if part.clause.has_cue("mutual") and part.clause.has_cue("accuse") and "accused" not in told:
            last_two = sorted({who.start: who for who in before}.values(), key=lambda who: who.start)[-2:]
            for one, other in zip(last_two, last_two[::-1], strict=True):
                answers.append(replace(one, stance="accused", by=(other.start, other.end)))
        groups = [who for who in before if who.stance in ("stated", "accused") and not part.clause.of("actor")]
        if part.claims and "claimed" not in told and groups and not part.clause.names:
            answers.append(replace(groups[-1], stance="claimed", by=(groups[-1].start, groups[-1].end)))
    return answers


def _distinct(scanned: Scan, spans: Spans) -> Spans:
    """Spans whose words are not inside others' words."""
    kept: Spans = []
    for span in sorted(spans, key=lambda s: s[0] - s[1]):
        words = scanned.text.folded[span[0] : span[1]]
        if not any(words in scanned.text.folded[other[0] : other[1]] for other in kept):
            kept.append(span)
    return sorted(kept)


def _spans(scanned: Scan, evidence: dict[str, Spans]) -> dict[str, tuple[Span, ...]]:
    """Spans of the report's own text; touching sentences are merged."""
    result: dict[str, tuple[Span, ...]] = {}
    for name, spans in evidence.items():
        if not spans:
            continue
        merged = merged_spans(scanned, sorted(spans)) if name == "incident" else spans
        result[name] = tuple(scanned.text.span(*span) for span in merged)
    return result


def merged_spans(scanned: Scan, spans: Sequence[tuple[int, int]]) -> Spans:
    """Sorted spans of the levelled text, those that touch within a paragraph as one."""
    merged: Spans = []
    for start, end in spans:
        if (
            merged
            and not scanned.text.plain[merged[-1][1] : start].strip()
            and "\n" not in scanned.text.plain[merged[-1][1] : start]
        ):
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif not merged or start >= merged[-1][1]:
            merged.append((start, end))
    return merged
