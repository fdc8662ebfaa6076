"""Machine-placed strikes, simulated: UCDP rows of several campaigns against copies whose points stray.

Three in ten copies lie near, the others far off (log-normal); one in eight is a day or two off; tolls are ranges of
which 96 % overlap; names are respelled or left out, actors left out in half. The seed is fixed.
"""

from __future__ import annotations

import random
from datetime import timedelta
from math import cos, log, pi, radians, sin
from pathlib import Path
from statistics import median
from typing import Any

from etl.matching import match
from etl.pipeline.pairs import judge_pairs
from etl.tables import table_of
from tests.benchmarks.replicas import union

SEED = 7
CAMPAIGNS = {"Pakistan": "PK", "Yemen": "YE", "Somalia": "SO", "Afghanistan": "AF", "Ukraine": "UA"}
_KM_PER_DEGREE = 111.2
_ASKED = 130

Row = dict[str, Any]


def run(kit: Path) -> None:
    """Print recall and precision of each campaign, matched as a whole and asked in pairs."""
    path = kit / "data" / "sources" / "ucdp_ged_union_49col.csv.gz"
    if not path.exists():
        print("skipped: the kit's UCDP union is not there")
        return
    rows = [row for row in union(path)[0].to_pylist() if row["latitude"] is not None]
    print("campaign      rows  median km off  recall  precision   asked in pairs: recall  precision")
    for name, country in CAMPAIGNS.items():
        chosen = [
            row for row in rows if row["country"] == country and (country != "UA" or row["date_start"].year > 2021)
        ]
        chance = random.Random(SEED)
        ours = [_told(row, "A") for row in chosen if chance.random() < 0.85]
        copies = [(_copy(row, chance), chance.random() < 0.85) for row in chosen]
        theirs = [row for (row, _), kept in copies if kept]
        both = {row["incident_id"][2:] for row in ours} & {row["incident_id"][2:] for row in theirs}
        found = [ids for ids in _groups(ours + theirs) if len(ids) > 1]
        right = sum(len(ids) == 2 and ids[0][2:] == ids[1][2:] for ids in found)
        off = median(km for (_, km), kept in copies if kept)
        recall, precision = _asked(chosen, [row for (row, _), _ in copies])
        print(
            f"{name:12} {len(chosen):5} {off:14.0f} {right / len(both):7.2f} {right / max(1, len(found)):10.2f}"
            f" {recall:23.2f} {precision:10.2f}"
        )


def _asked(rows: list[Row], copies: list[Row]) -> tuple[float, float]:
    """Recall and precision of `match --pairs` over _ASKED rows, each with its copy and with that of its nearest day."""
    chance = random.Random(SEED)
    lines = []
    for at in chance.sample(range(len(rows)), min(_ASKED, len(rows))):
        day = rows[at]["date_start"]
        others = [n for n in range(len(rows)) if n != at]
        near = min(others, key=lambda n: (abs((rows[n]["date_start"] - day).days), chance.random()))
        lines += [{"id": n == at, "a": _record(rows[at], "A"), "b": _record(copies[n], "B")} for n in (at, near)]
    answers = judge_pairs("strays", list(enumerate(lines, start=1)))
    right = sum(answer.same and answer.pair_id for answer in answers)
    return right / (len(lines) / 2), right / max(1, sum(answer.same for answer in answers))


def _record(row: Row, source: str) -> Row:
    """A row as a line of a file of pairs tells it."""
    told = {name: row[name] for name in ("latitude", "longitude", "country", "places")}
    told |= {"source": source, "event_type": "air_strike", "date": [row["date_start"], row["date_end"]]}
    told["date"] = [day.isoformat() for day in told["date"]]
    if row["killed_best"] is not None:
        told["killed"] = {part: row[f"killed_{part}"] for part in ("low", "best", "high")}
    return told | {"actors": [a["actor"] for a in row["attributions"]]}


def _groups(rows: list[Row]) -> list[list[str]]:
    reports = [{"report_id": row["report_id"], "source": row["source"], "form": "row", "text": ""} for row in rows]
    groups: list[list[str]] = (
        match(table_of("incidents", rows), table_of("reports", reports)).events["incident_ids"].to_pylist()
    )
    return groups


def _told(row: Row, source: str) -> Row:
    names = {name: f"{source}:{row[name]}" for name in ("incident_id", "report_id")}
    return {**row, **names, "event_type": "air_strike", "source": source}


def _copy(row: Row, chance: random.Random) -> tuple[Row, float]:
    """The row as another dataset tells it, and how many km its point lies off."""
    copy = _told(row, "B")
    copy["date_start"] += timedelta(days=chance.choices((0, -1, 1, 2), (88, 5, 5, 2))[0])
    copy["date_end"] = copy["date_start"]
    km = chance.uniform(0, 10) if chance.random() < 0.3 else min(400, chance.lognormvariate(log(105), 0.7))
    way = chance.uniform(0, 2 * pi)
    copy["latitude"] += km / _KM_PER_DEGREE * sin(way)
    copy["longitude"] += km / _KM_PER_DEGREE * cos(way) / cos(radians(row["latitude"]))
    copy |= {"place_precision": "town", "radius_km": chance.choice((None, 8.0))}
    names = list(row["places"])
    if names and chance.random() < 0.5:
        names[0] = f"{names[0][:-1]}{chance.choice('ehk')}{names[0][-1:]}"
    copy["places"] = names[1:] if chance.random() < 0.4 else names
    if row["killed_best"] is not None:
        far = 0 if chance.random() < 0.96 else chance.choice((3, 5, 10))
        low = max(0, row["killed_best"] - (0 if far else chance.choice((0, 0, 1, 2)))) + far
        high = max(low, row["killed_best"] + far + (0 if far else chance.choice((0, 0, 1, 3))))
        copy |= {"killed_low": low, "killed_best": (low + high) // 2, "killed_high": high}
    if chance.random() < 0.5:
        copy["attributions"] = []
    return copy, km
