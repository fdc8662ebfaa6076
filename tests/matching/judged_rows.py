"""Pairs of rows of real datasets that were judged, by reading both, to tell one event or two.

`judged/datasets.jsonl` names them by their ids in the kit's samples: reports of VIINA (Ukrainian and Russian pages,
placed by a machine) against UCDP GED, whose rows of those days tell fronts and tolls; rows of GDELT against UCDP GED.
None was scored before it was judged. In the samples of GDELT no row tells an event of UCDP: all its pairs are hard
negatives, the same country or town on the same days. Even numbers of the first row are `fit`, odd ones `check`.
"""

from __future__ import annotations

import csv
import gzip
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from etl.items import Rows
from etl.pair_record import incident_of_record
from etl.records import Incident, Report
from etl.sources import recognise
from etl.tables import incidents_table, reports_table

_GDELT = ("gdelt2_20191024143000.export.CSV.gz", "gdelt2_20190121220000_semicolon_header.csv.gz",
          "gdelt2_20201113-15_renamed_headers.csv.gz")  # fmt: skip
_UKRAINE, _SINCE = "UA", "2022-01-01"
_MEANS = (("дрон", "air_strike"), ("авіа", "air_strike"), ("ракет", "shelling"), ("вибух", "bombing"))
"""What VIINA's words of attack say of the means, the first that is there."""

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class JudgedRows:
    """The tables to match (VIINA's reports, GDELT's rows, UCDP's rows of Ukraine and of the pairs), and the pairs."""

    incidents: pa.Table
    reports: pa.Table
    same: frozenset[Pair]
    apart: frozenset[Pair]


def half_of(pair: Pair) -> str:
    """Which half a pair is of."""
    return "check" if int(pair[0].partition(":")[2]) % 2 else "fit"


def judged_rows(sources: Path) -> JudgedRows:
    """The judged pairs with the rows of the kit's samples in the folder `sources`."""
    lines = (Path(__file__).parent / "judged" / "datasets.jsonl").read_text(encoding="utf-8").splitlines()
    told = [json.loads(line) for line in lines]
    same, apart = (frozenset((line["row"], other) for line in told for other in line.get(name, ()))
                   for name in ("is", "is_not"))  # fmt: skip
    named = {row for pair in same | apart for row in pair}
    tables = [_viina(sources), _gdelt(sources, named), _ucdp(sources, named)]
    return JudgedRows(*(pa.concat_tables(parts) for parts in zip(*tables, strict=True)), same, apart)


def found_pairs(events: Collection[Collection[str]], judged: Collection[Pair]) -> set[Pair]:
    """Those of the judged pairs of which one event holds both."""
    event_of = {one.removesuffix("#1"): number for number, ids in enumerate(events) for one in ids}
    return {(a, b) for a, b in judged if event_of[a] == event_of[b]}


def _viina(sources: Path) -> tuple[pa.Table, pa.Table]:
    """Reports of pages, each one incident: VIINA codes and places them, it does not tell one event once."""
    incidents: list[Incident] = []
    reports: list[Report] = []
    with gzip.open(sources / "viina_2022_rebuild.csv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            name, day = f"viina:{row['event_id_1pd']}", f"{row['date'][:4]}-{row['date'][4:6]}-{row['date'][6:]}"
            terms = row["attack_terms"].lower()
            record = {
                "event_type": next((means for word, means in _MEANS if word in terms), "armed_attack"), "date": day,
                "date_basis": "published", "place": [row["asciiname"], row["ADM2_NAME"], row["ADM1_NAME"]],
                "country": "UA", "latitude": row["latitude"], "longitude": row["longitude"],
                "place_precision": "town", "machine_coded": True,
            }  # fmt: skip
            incidents.append(incident_of_record(record, "VIINA", name))
            reports.append(Report(name, "VIINA", row["sources_matching"].partition(",")[0], "uk", "", ""))
    return incidents_table(incidents), reports_table(reports)


def _gdelt(sources: Path, named: set[str]) -> tuple[pa.Table, pa.Table]:
    items = (item for name in _GDELT for item in recognise(sources / name).read(sources / name))
    pairs = [item for item in items if isinstance(item, tuple) and item[0].report_id in named]
    return incidents_table([i for _, i in pairs]), reports_table([r for r, _ in pairs])


def _ucdp(sources: Path, named: set[str]) -> tuple[pa.Table, pa.Table]:
    incidents, reports = (pa.concat_tables(parts) for parts in zip(*_tables_of_union(sources), strict=True))
    since = pc.greater_equal(pc.cast(incidents["date_start"], pa.string()), _SINCE)
    wanted = pc.or_(pc.and_(pc.equal(incidents["country"], _UKRAINE), since),
                    pc.is_in(incidents["report_id"], value_set=pa.array(sorted(named))))  # fmt: skip
    incidents = incidents.filter(wanted)
    told = pc.is_in(reports["report_id"], value_set=incidents["report_id"].combine_chunks())
    return incidents, reports.filter(told)


def _tables_of_union(sources: Path) -> Iterator[tuple[pa.Table, pa.Table]]:
    path = sources / "ucdp_ged_union_49col.csv.gz"
    return ((item.incidents, item.reports) for item in recognise(path).read(path) if isinstance(item, Rows))
