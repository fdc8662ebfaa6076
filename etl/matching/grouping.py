"""Which incidents are one event: blocked, compared, and joined from the surest pair on."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from etl.matching import blocking, frequency, placing, reasons, scoring, weights
from etl.matching.clusters import Clusters, Pair
from etl.matching.features import features
from etl.matching.fitting import Fitting
from etl.matching.memory import Memory, compare_again, keep, liken_again, moved, recall
from etl.matching.vague import settle, vague_texts

_MEMORY = "1GB"
_PAIRS = pa.schema([
    ("event", pa.int32()), ("l", pa.int32()), ("r", pa.int32()), ("score", pa.float64()),
    ("reasons", pa.list_(pa.string())), ("is_episode", pa.bool_()),
])  # fmt: skip

_COMPARED_ANEW = "select count(distinct i) from (select unnest([l, r]) as i from met)"

_BY_EDITOR = "put together by an editor"
_PARTED = "parted by an editor"
_ONLY = "told in passing: the one event that fits"
_UNFIT = "left apart: does not fit every other report of the event"


@dataclass(frozen=True, slots=True)
class Grouped:
    """group_of: each incident's group, numbered by first members; groups: those of several (rows, in order);
    pairs: event (the group, null = to review), l, r, score, reasons, is_episode; memory: for the next match;
    touched: how many incidents stand in a pair that was compared anew."""

    group_of: np.ndarray[Any, Any]
    groups: list[tuple[int, ...]]
    pairs: pa.Table
    memory: dict[str, pa.Table]
    touched: int


def grouped(
    incidents: pa.Table,
    reports: pa.Table,
    together: Sequence[tuple[str, str]],
    apart: Sequence[tuple[str, str]],
    memory: Memory,
) -> Grouped:
    """Group the incidents (sorted by id, each once). Ids in `together` and `apart` that are not there are ignored."""
    ids = incidents["incident_id"].combine_chunks()
    joined, parted = _rows_of(together, ids), _rows_of(apart, ids)
    if not joined and _is_one_dataset(incidents, reports):
        return Grouped(np.arange(len(ids)), [], _PAIRS.empty_table(), {}, 0)
    told = features(incidents, reports)
    with tempfile.TemporaryDirectory(prefix="atlas-matching-") as spill, duckdb.connect() as reader:
        reader.execute(f"set temp_directory = '{spill}'")
        reader.execute(f"set memory_limit = '{_MEMORY}'")
        reader.execute("set enable_progress_bar = false")
        reader.register("told", told)
        _score(reader, _named(incidents, told), memory)
        scored = _scored(reader)
        clusters, settled = _clusters(told, scored, joined, parted)
        group_of = _numbered(clusters, incidents.num_rows)
        kept = _kept(scored, group_of, {_ONLY: settled, _BY_EDITOR: joined, _PARTED: parted})
        reader.register("kept", kept)
        pairs = reasons.told(reader)
        remembered = keep(reader)
        touched = reader.sql(_COMPARED_ANEW).fetchall()[0][0]
    groups = sorted(clusters.groups())
    return Grouped(group_of, groups, pairs, remembered, touched)


def _is_one_dataset(incidents: pa.Table, reports: pa.Table) -> bool:
    """Whether all are rows of one dataset, which tells each event once: no two of them can be the same."""
    if pc.count_distinct(incidents["source"]).as_py() > 1:
        return False
    of_each = pc.index_in(incidents["report_id"], value_set=reports["report_id"].combine_chunks())
    return of_each.null_count == 0 and pc.unique(reports["form"]).to_pylist() in ([], ["row"])


def _score(reader: duckdb.DuckDBPyConnection, named: pa.Table, memory: Memory) -> None:
    """From "told" make "feature" and "scored": pairs that are not remembered are compared, all share the odds."""
    frequency.weigh(reader)
    weights.define(reader)
    recall(reader, named, memory)
    blocking.meet(reader)
    placing.liken(reader)
    liken_again(reader, memory)
    placing.learn(reader, blocking.GAP_DAYS)
    if moved(reader, memory):
        blocking.meet(reader)
    blocking.meet_astray(reader)
    scoring.compare(reader, scoring.Limits(blocking.GAP_DAYS, blocking.SLACK_KM))
    compare_again(reader, memory)
    scoring.share(reader)


def _named(incidents: pa.Table, told: pa.Table) -> pa.Table:
    columns = [incidents[name] for name in ("incident_id", "report_id", "source")]
    return pa.table([told["i"], *columns], ["i", "incident_id", "report_id", "name"])


def _rows_of(pairs: Sequence[tuple[str, str]], ids: pa.Array) -> list[Pair]:
    """Pairs of ids as pairs of rows (lower first), in order; those of which one is not there are left out."""
    if not pairs:
        return []
    at = [pc.index_in(pa.array([pair[side] for pair in pairs], pa.string()), value_set=ids) for side in (0, 1)]
    both = zip(at[0].to_pylist(), at[1].to_pylist(), strict=True)
    return sorted({(min(a, b), max(a, b)) for a, b in both if a is not None and b is not None and a != b})


def _scored(reader: duckdb.DuckDBPyConnection) -> dict[str, np.ndarray[Any, Any]]:
    """l, r, bits and score of the compared pairs, the surest first."""
    asked = reader.sql("select l, r, bits, score, meets, agrees from scored order by score desc, bits desc, l, r")
    found: pa.Table = asked.to_arrow_table()
    return {name: found[name].to_numpy() for name in found.column_names}


def _clusters(
    told: pa.Table, scored: dict[str, np.ndarray[Any, Any]], joined: list[Pair], parted: list[Pair]
) -> tuple[Clusters, set[Pair]]:
    """The groups, and the pairs by which vague tellings came to theirs."""
    clusters = Clusters(told["rivals"].to_pylist(), Fitting(told, scored), parted)
    sure = int((scored["score"] >= scoring.MATCHED).sum())
    for left, right in zip(scored["l"][:sure].tolist(), scored["r"][:sure].tolist(), strict=True):
        clusters.join(left, right)
    settled = settle(clusters, scored, vague_texts(told))
    # Last, for what an editor adds to an event may fit none of the others, and must not drive them out.
    for left, right in joined:
        clusters.together(left, right)
    return clusters, settled


def _numbered(clusters: Clusters, total: int) -> np.ndarray[Any, Any]:
    first = np.arange(total)
    for members in clusters.groups():
        first[list(members)] = members[0]
    _, group_of = np.unique(first, return_inverse=True)
    return group_of


def _kept(
    scored: dict[str, np.ndarray[Any, Any]], group_of: np.ndarray[Any, Any], noted: Mapping[str, Iterable[Pair]]
) -> pa.Table:
    """The pairs that a reader or an editor should see: event (null = to review), l, r, note."""
    left, right = scored["l"], scored["r"]
    same = group_of[left] == group_of[right]
    shown = same | (scored["score"] >= scoring.REVIEWED)
    refused = ~same & (scored["score"] >= scoring.MATCHED)
    pairs = zip(left[shown].tolist(), right[shown].tolist(), refused[shown].tolist(), strict=True)
    told: dict[Pair, str | None] = {(a, b): _UNFIT if unfit else None for a, b, unfit in pairs}
    for note, noted_pairs in noted.items():
        told |= dict.fromkeys(sorted(noted_pairs), note)
    events = [int(group_of[a]) if group_of[a] == group_of[b] else None for a, b in told]
    return pa.table(
        {
            "event": pa.array(events, pa.int32()),
            "l": pa.array([a for a, _ in told], pa.int32()),
            "r": pa.array([b for _, b in told], pa.int32()),
            "note": pa.array(list(told.values()), pa.string()),
        }
    )
