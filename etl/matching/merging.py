"""Merging the incidents of one event: each value by a stated rule, naming the incident that gave it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from etl.lexicon import actor_named, fold
from etl.matching.place_rules import where
from etl.matching.toll_rules import Origin, Row, count, when
from etl.matching.voices import Telling, voices
from etl.records import EVENT_TYPES
from etl.told_columns import COUNTS

_WHERE = ("latitude", "longitude", "place_precision", "radius_km", "gazetteer_id", "country", "admin1")
_WHEN = ("date_start", "date_end", "date_precision", "date_basis")
_LUMPED = ("armed_clash", "armed_attack", "other")
"""Types that name no means: with as many voices for each, a type that does is told more exactly."""


def merged(rows: Sequence[Row], tellings: Sequence[Telling]) -> dict[str, Any]:
    """One event (without its id) of several incidents, given by incident id with the report of each.

    A machine-coded row gives no value and is no voice where a report or a row that somebody read tells the event too.
    """
    looked_at = [at for at, row in enumerate(rows) if not row["machine_coded"]] or list(range(len(rows)))
    told, reports = [rows[at] for at in looked_at], [tellings[at] for at in looked_at]
    voice = voices(reports)
    origins: list[Origin] = []
    differing: list[str] = []
    event: dict[str, Any] = {"origins": origins, "disagreements": differing}
    for part in (_what(told, voice), _placed(told, voice), _dated(told, voice), _named(told), *_counted(told, voice)):
        values, given, differ = part
        event |= values
        origins += given
        differing += differ
    contested = _is_contested(told)
    differing += ["attributions"] if contested else []
    told_on = [t.published for t in reports if t.published]
    confidence = [row["reading_confidence"] for row in told if row["reading_confidence"] is not None]
    return event | {
        "origins": [{"field": f, "incident_id": i, "rule": r} for f, i, r in origins],
        "incident_ids": [row["incident_id"] for row in rows],
        "report_ids": _distinct(t.report_id for t in tellings),
        "sources": sorted({row["source"] for row in rows}),
        "publishers": sorted({t.publisher for t in tellings if t.publisher}),
        "languages": sorted({t.language for t in tellings if t.language}),
        "actors": actors_of(told),
        "independent_sources": len(set(voice)),
        "first_reported": min(told_on, default=None),
        "is_contested": contested,
        "reading_confidence": max(confidence, default=None),
        "corrections": [],
        "sensitivity": "none",
    }


Part = tuple[dict[str, Any], list[Origin], list[str]]


def _what(rows: Sequence[Row], voice: Sequence[int]) -> Part:
    values: dict[str, Any] = {}
    origins: list[Origin] = []
    differing: list[str] = []
    for field in ("event_type", "status"):
        heard = Counter(told for told, _ in {(row[field], v) for row, v in zip(rows, voice, strict=True)})
        best = min(heard, key=lambda told: (-heard[told], told in _LUMPED, _order(told)))
        giver = next(row for row in rows if row[field] == best)
        values[field] = best
        origins.append((field, giver["incident_id"], "most voices"))
        differing += [field] if len(heard) > 1 else []
        if field == "event_type":
            values["source_type"] = giver["source_type"]
    return values, origins, differing


def _order(told: str) -> int:
    return EVENT_TYPES.index(told) if told in EVENT_TYPES else ("carried_out", "foiled", "threatened").index(told)


def _placed(rows: Sequence[Row], voice: Sequence[int]) -> Part:
    placed = [(row, v) for row, v in zip(rows, voice, strict=True) if row["latitude"] is not None]
    named = [row for row in rows if row["places"]]
    if not placed and not named:
        return {"places": [], "launched_from": _union(rows, "launched_from"), "place_candidates": []}, [], []
    giver, apart = where([row for row, _ in placed], [v for _, v in placed]) if placed else (named[0], False)
    values = {field: giver[field] for field in _WHERE}
    values["places"] = giver["places"] or (named[0]["places"] if named else [])
    values["place_candidates"] = giver["place_candidates"] or []
    values["launched_from"] = _union(rows, "launched_from")
    rule = "most exact place that enough tell" if placed else "only names, no point"
    return values, [("place", giver["incident_id"], rule)], ["place"] if apart else []


def _dated(rows: Sequence[Row], voice: Sequence[int]) -> Part:
    giver, differ = when(rows, voice)
    if giver is None:
        return {"date_precision": "unknown", "date_basis": "none"}, [], []
    rule = "narrowest date that most voices allow"
    return {f: giver[f] for f in _WHEN}, [("date", giver["incident_id"], rule)], ["date"] if differ else []


def _named(rows: Sequence[Row]) -> Part:
    values: dict[str, Any] = {}
    origins: list[Origin] = []
    for field in ("weapons", "targets"):
        values[field] = _union(rows, field)
        origins += [(field, row["incident_id"], "all told") for row in rows if row[field]]
    told: dict[tuple[str, str, str], dict[str, Any]] = {}
    for row in rows:
        for a in row["attributions"] or ():
            told.setdefault((canonical(a["actor"]), a["stance"] or "", fold(a["by"] or "")), a)
        origins += [("attributions", row["incident_id"], "all told")] if row["attributions"] else []
    values["attributions"] = list(told.values())
    return values, origins, []


def _counted(rows: Sequence[Row], voice: Sequence[int]) -> Iterable[Part]:
    for name in COUNTS:
        values, origins, disjoint = count(name, rows, voice)
        yield values, origins, [name] if disjoint else []


def canonical(actor: str) -> str:
    """The actor's name in the actor file, else the name as written."""
    known = actor_named(actor)
    return known.name if known else actor


def actors_of(rows: Sequence[Row]) -> list[str]:
    """Actors of all stances under their names in the actor file, each once, in the order told."""
    found = {fold(name): name for row in rows for a in row["attributions"] or () if (name := canonical(a["actor"]))}
    return list(found.values())


def _is_contested(rows: Sequence[Row]) -> bool:
    """An attribution is denied, or two reports name actors of which none is the same."""
    told = [row["attributions"] or () for row in rows]
    if any(a["stance"] == "denied" for attributions in told for a in attributions):
        return True
    named = [{fold(canonical(a["actor"])) for a in attributions} for attributions in told if attributions]
    return any(one.isdisjoint(other) for one in named for other in named)


def _union(rows: Sequence[Row], field: str) -> list[str]:
    return list({fold(text): text for row in reversed(rows) for text in reversed(row[field] or ())}.values())[::-1]


def _distinct(ids: Iterable[str]) -> list[str]:
    return sorted(set(ids))
