"""Pairs that somebody asks about: judged as in a build, but all of them, however little speaks for one event."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb
import pyarrow as pa

from etl.matching import blocking, frequency, placing, reasons, scoring, weights
from etl.matching.features import features


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one pair: how likely the two are one event (0 to 1), whether a build would match them, and why."""

    probability: float
    same: bool
    reasons: tuple[str, ...]


def judge(incidents: pa.Table, reports: pa.Table, pairs: Sequence[tuple[int, int]]) -> list[Verdict]:
    """One verdict a pair of row numbers of `incidents`, each row once a record.

    Rows of one dataset that stand in several pairs with one other incident share the odds, and how far points stray is
    learned from the pairs themselves: a file of many pairs is judged better than its pairs one by one.
    """
    if not pairs:
        return []
    asked = pa.table({"l": [min(p) for p in pairs], "r": [max(p) for p in pairs]},
                     schema=pa.schema([("l", pa.int32()), ("r", pa.int32())]))  # fmt: skip
    with duckdb.connect() as reader:
        reader.register("told", features(incidents, reports))
        reader.register("asked", asked)
        frequency.weigh(reader)
        reader.execute("create table met as select distinct l, r from asked where l <> r")
        weights.define(reader)
        placing.liken(reader)
        placing.learn(reader, blocking.GAP_DAYS)
        scoring.compare(reader, scoring.ALL)
        scoring.share(reader)
        reader.execute("create table kept as select null::int as event, l, r, null::varchar as note from met")
        rows = reasons.told(reader).to_pylist()
    found = {(row["l"], row["r"]): Verdict(row["score"], row["score"] >= scoring.MATCHED, tuple(row["reasons"]))
             for row in rows}  # fmt: skip
    return [found.get((min(p), max(p)), Verdict(1.0, True, ("the same record twice",))) for p in pairs]
