"""What a finished version says of itself: inputs, sources, licences, counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from etl import reading
from etl.pipeline.gathering import Gathered
from etl.pipeline.inputs import Input, code_version
from etl.pipeline.leaving import Edition
from etl.pipeline.taken import Taken
from etl.pipeline.terms import all_may_leave, source_of, terms_of
from etl.reading.llm import Settings, prompt_version


def manifest_of(
    inputs: Sequence[Input],
    taken: Sequence[Taken],
    gathered: Gathered,
    tables: dict[str, pa.Table],
    model: Settings | None,
) -> dict[str, Any]:
    """What the Data & method page, `status` and the next build need to know of this one."""
    terms = terms_of(taken)
    files = []
    for one, merged in zip(taken, gathered.merged, strict=True):
        counts = {**one.counts, "kept": one.counts["kept"] - merged, "merged": merged}
        files.append({"file": one.file.shown, "source": source_of(one).name, "bytes": one.file.size,
                      "sha256": one.file.sha256, "may_leave": all_may_leave(one, terms),
                      "notices": list(one.notices), **counts})  # fmt: skip
    return {
        "inputs_given": [str(i) for i in inputs],
        "inputs": files,
        "sources": terms,
        "reader": {"name": reader_name(model), **_spent(taken)},
        "counts": _counts(files, tables, gathered.revised),
        "code_version": code_version(),
    }


def reader_name(model: Settings | None) -> str:
    """What reads the texts of a build: our rules by their version, or a model, where it runs, and with which prompt."""
    return f"llm {model.model} at {model.address}, prompt {prompt_version()}" if model else reading.READER


def _spent(taken: Sequence[Taken]) -> dict[str, int]:
    """What a model was asked and what it cost, over all files; nothing where rules read."""
    total: Counter[str] = Counter()
    for one in taken:
        for name in ("asked", "tokens_in", "tokens_out", "read_by_rules"):
            if name in one.counts:
                total[name] += one.counts[name]
    return dict(total)


def _counts(files: Sequence[dict[str, Any]], tables: dict[str, pa.Table], revised: int) -> dict[str, int]:
    totals: Counter[str] = Counter()
    for file in files:
        for name in ("rows", "kept", "out_of_scope", "rejected", "merged"):
            totals[name] += file[name]
    events = tables["events"]
    confidence = pc.fill_null(tables["incidents"].column("reading_confidence"), 1.0)
    return {
        **totals,
        "reports": tables["reports"].num_rows,
        "incidents": tables["incidents"].num_rows,
        "to_review": int(pc.sum(pc.less(confidence, reading.REVIEW_BELOW)).as_py() or 0),
        "events": events.num_rows,
        "unplaced": events.column("latitude").null_count,
        "undated": int(
            pc.sum(pc.and_(*(pc.is_null(events.column(day)) for day in ("date_start", "date_end")))).as_py() or 0
        ),
        "remarks": tables["remarks"].num_rows,
        "revised": revised,
    }


def manifest_of_edition(edition: Edition, whole: dict[str, Any]) -> dict[str, Any]:
    """What an edition says of itself: only the sources in it, and the files that they alone gave, by their bare names.

    A file's folder tells of the machine on which the store was built; a notice may tell cells of any row.
    """
    modules = {terms["module"] for terms in edition.sources}
    files = [
        {**file, "file": Path(file["file"]).name, "notices": []}
        for file in whole["inputs"]
        if file["source"] in modules and file["may_leave"]
    ]
    return {
        "edition": edition.name,
        "inputs": files,
        "sources": list(edition.sources),
        "reader": {"name": whole["reader"]["name"]},
        "counts": _counts(files, edition.tables, 0),
        "code_version": whole["code_version"],
    }


def rejects_of_edition(rejects: pa.Table, manifest: dict[str, Any], whole: dict[str, Any]) -> pa.Table:
    """The rejects of the files that an edition names, by their bare names."""
    named = {file["sha256"] for file in manifest["inputs"]}
    shown = [file["file"] for file in whole["inputs"] if file["sha256"] in named]
    left = rejects.filter(pc.is_in(rejects["file"], value_set=pa.array(shown, pa.string())))
    bare = pa.array([Path(file).name for file in left["file"].to_pylist()], pa.string())
    return left.set_column(left.column_names.index("file"), "file", bare)
