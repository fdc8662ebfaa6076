"""A build: every input in, one finished version of the store out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pyarrow as pa

from etl.engines import Engine
from etl.errors import NoBuildError, StoreError
from etl.items import Rejected
from etl.pipeline.batch import collector_at_rest
from etl.pipeline.decisions import correction_files, decisions_for
from etl.pipeline.events import Before, decided
from etl.pipeline.gathering import gather
from etl.pipeline.inputs import Input, InputFile, code_version, content_hash, files_to_read
from etl.pipeline.intake import take
from etl.pipeline.leaving import editions
from etl.pipeline.manifest import manifest_of, manifest_of_edition, reader_name, rejects_of_edition
from etl.pipeline.memories import Memories
from etl.pipeline.taken import Taken, from_cache, to_cache
from etl.reading.llm import Settings
from etl.spilled import give_back
from etl.store import Entry, Store, Version, Writer
from etl.tables import rejects_of, rejects_table

Progress = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done and how much there is."""


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build. `unchanged` is True where the same inputs had been built already."""

    version: Version
    unchanged: bool
    files_failed: int

    @property
    def counts(self) -> dict[str, int]:
        """The figures of the closing summary."""
        counts: dict[str, int] = self.version.manifest["counts"]
        return counts


@dataclass(frozen=True, slots=True)
class NothingBuilt:
    """No input gave a row; why, and the previous version stays current."""

    rejects: tuple[Rejected, ...]


def build(
    inputs: Sequence[Input], store: Store, engine: Engine, progress: Progress, model: Settings | None = None
) -> Built | NothingBuilt:
    """Build a version of exactly these inputs; NothingBuilt where none of them gives a row. model: who is asked to
    read texts, if not our rules.

    Raises StoreError where another build holds the store.
    """
    files, unreadable = files_to_read(inputs)
    fingerprint = _fingerprint(files, unreadable, store, model)
    if (same := _same_build(store, fingerprint, inputs)) is not None:
        store.clear_up()
        return Built(same, True, int(same.manifest["counts"]["files_failed"]))
    with store.writing() as writer:
        taken = _take_all(files, store, engine, progress, model)
        failed = len(unreadable) + sum(t.failed for t in taken)
        if not any(t.counts["kept"] for t in taken):
            return NothingBuilt((*unreadable, *(one for t in taken for one in rejects_of(t.tables["rejects"]))))
        with collector_at_rest():
            manifest = _written(writer, inputs, taken, store, model, unreadable, progress)
            manifest["counts"]["files_failed"] = failed
            manifest["fingerprint"] = fingerprint
            give_back()
            version = writer.finish(manifest)
        progress("writing", 1, 1)
    return Built(version, False, failed)


def _written(  # noqa: PLR0913, PLR0917 - all that a manifest tells
    writer: Writer, inputs: Sequence[Input], taken: Sequence[Taken], store: Store, model: Settings | None,
    unreadable: Sequence[Rejected], progress: Progress,
) -> dict[str, Any]:  # fmt: skip
    """Match what was taken, write its tables and those of the editions that may leave; the manifest of it all.

    The tables are given up with its return: the index, which is made next, needs room of its own.
    """
    gathered = gather(taken)
    give_back()
    progress("matching", 0, 1)
    decisions = decisions_for(store, gathered.tables["reports"])
    memories = Memories(store)
    before = Before(_previous(store, "events"), _previous(store, "aliases"))
    whole = decided(gathered.tables, decisions, before, memories, "all")
    give_back()
    told = rejects_table([*unreadable, *whole.no_longer_applying])
    tables = {**whole.tables, "rejects": pa.concat_tables([gathered.tables["rejects"], told])}
    manifest = manifest_of(inputs, taken, gathered, tables, model)
    manifest["counts"]["corrections"] = whole.applied
    progress("matching", 1, 1)
    progress("writing", 0, 1)
    for name, table in tables.items():
        writer.put(name, table)
    for edition in editions(gathered.tables, whole, manifest["sources"], decisions, memories):
        own = manifest_of_edition(edition, manifest)
        rejects = rejects_of_edition(tables["rejects"], own, manifest)
        writer.put_edition(edition.name, {**edition.tables, "rejects": rejects}, own)
    return manifest


def _fingerprint(
    files: Sequence[InputFile], unreadable: Sequence[Rejected], store: Store, model: Settings | None
) -> str:
    """What a build depends on: inputs, those that cannot be read and why, code, corrections, the reader."""
    parts = [f"{f.source}:{f.shown}:{f.sha256}" for f in files] + [f"{r.file}:{r.reason}" for r in unreadable]
    decisions = content_hash(correction_files(store))
    return hashlib.sha256(json.dumps([parts, code_version(), decisions, reader_name(model)]).encode()).hexdigest()


def _same_build(store: Store, fingerprint: str, inputs: Sequence[Input]) -> Version | None:
    try:
        current = store.current()
        manifest = current.manifest
    except StoreError:  # damaged, or nothing built yet: either way there is something to build
        return None
    same = manifest["fingerprint"] == fingerprint and manifest["inputs_given"] == [str(i) for i in inputs]
    same = same and not manifest["reader"].get("read_by_rules")
    return current if same and not current.missing() else None


def _take_all(
    files: Sequence[InputFile], store: Store, engine: Engine, progress: Progress, model: Settings | None
) -> list[Taken]:
    """What every file gives, in the order of the files; unchanged ones come from the cache.

    What a model gave no answer to is not kept there, so that it is asked again.
    """
    taken: dict[int, Taken] = {}
    todo: list[int] = []
    for number, file in enumerate(files):
        kept = store.cached(_cache_key(file, model))
        if kept is None:
            todo.append(number)
        else:
            taken[number] = from_cache(file, kept)
    progress("reading", len(taken), len(files))
    open_entry = partial(_entry, store, model)
    # What workers read comes back from them; only what is read here can be written as it is read.
    work = partial(take, model=model, open_entry=open_entry if engine.is_here else None)
    for number, result in zip(todo, engine.run(work, [files[n] for n in todo]), strict=True):
        taken[number] = result
        if not result.counts.get("read_by_rules"):
            to_cache(result, open_entry)
        elif result.entry:
            result.entry.drop()
        progress("reading", len(taken), len(files))
    return [taken[number] for number in range(len(files))]


def _entry(store: Store, model: Settings | None, file: InputFile) -> Entry:
    return store.entry(_cache_key(file, model))


def _cache_key(file: InputFile, model: Settings | None) -> str:
    named = hashlib.sha256(f"{file.sha256}:{file.source}:{file.shown}:{reader_name(model)}".encode()).hexdigest()
    return f"{named[:32]}-{code_version()}"


def _previous(store: Store, table: str) -> pa.Table | None:
    try:
        return store.latest().read(table)
    except NoBuildError:
        return None
