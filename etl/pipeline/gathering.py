"""The tables of many files as one: a report that came twice is kept once, its newest content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from etl.pipeline.batch import OF_REPORTS
from etl.pipeline.intake import Taken


@dataclass(frozen=True, slots=True)
class Gathered:
    """Tables by name over all files; merged[i] counts the rows of file i whose report another row replaced."""

    tables: dict[str, pa.Table]
    merged: tuple[int, ...]
    revised: int


def gather(taken: Sequence[Taken]) -> Gathered:
    """Join the files in their order: of two rows with one report_id the later file's (or row's) holds."""
    ids = [t.tables["reports"].column("report_id").to_pandas() for t in taken]
    frame = pd.concat(
        [pd.DataFrame({"report_id": column, "file": number}) for number, column in enumerate(ids)]
        or [pd.DataFrame({"report_id": pd.Series(dtype=str), "file": pd.Series(dtype=int)})],
        ignore_index=True,
    )
    hashes = pd.concat(
        [t.tables["reports"].column("content_sha256").to_pandas() for t in taken] or [pd.Series(dtype=str)]
    )
    frame["hash"] = hashes.to_numpy()
    holds = ~frame.duplicated("report_id", keep="last")
    revised = frame[frame.duplicated("report_id", keep=False)].groupby("report_id")["hash"].nunique().gt(1).sum()
    merged = (~holds).groupby(frame["file"]).sum()
    kept = [_only(t, frame[frame["file"] == n], holds[frame["file"] == n]) for n, t in enumerate(taken)]
    given, again = _given(taken)
    kept = [{**tables, "given": own} for tables, own in zip(kept, given, strict=True)]
    names = kept[0] if kept else ()
    tables = {name: pa.concat_tables([k[name] for k in kept]) for name in names}
    # A file of given events is accounted for by them: its reports are as many as they name.
    counted = [again[n] if t.tables["given"].num_rows else int(merged.get(n, 0)) for n, t in enumerate(taken)]
    return Gathered(tables, tuple(counted), int(revised))


def _given(taken: Sequence[Taken]) -> tuple[list[pa.Table], list[int]]:
    """The given events of each file without those that a later file gives again, and how many these were."""
    kept: list[pa.Table] = []
    again: list[int] = []
    later = pa.array([], pa.string())
    for one in reversed(taken):
        own = one.tables["given"]
        left = own.filter(pc.invert(pc.is_in(own["event_id"], value_set=later)))
        later = pa.concat_arrays([later, own["event_id"].combine_chunks()])
        kept.append(left)
        again.append(own.num_rows - left.num_rows)
    return kept[::-1], again[::-1]


def _only(taken: Taken, rows: pd.DataFrame, holds: pd.Series) -> dict[str, pa.Table]:
    """One file's tables without the reports that another row replaced."""
    tables = taken.tables
    if bool(holds.all()):
        return tables
    wanted = pa.array(rows["report_id"][holds].tolist(), type=pa.string())
    of_those = {
        name: tables[name].filter(pc.is_in(tables[name].column("report_id"), value_set=wanted)) for name in OF_REPORTS
    }
    return {**tables, "reports": tables["reports"].filter(pa.array(holds.to_numpy())), **of_those}
