"""`build`: a store of exactly the inputs named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from tqdm import tqdm

from etl.commands.lines import harmless
from etl.commands.options import model_of, own_store_of, reader_options, store_option
from etl.commands.status import since
from etl.commands.stories import faults_in
from etl.engines import engine
from etl.errors import UsageError
from etl.items import Rejected
from etl.pipeline import Built, Input, NothingBuilt, build, bundled_inputs, last_inputs
from etl.pipeline.build import Progress
from etl.sources import sources
from etl.tables import rejects_of

NOTHING_BUILT, FILE_UNREADABLE = 1, 3
_SHOWN_NOTICES = 12
_BAR = "{l_bar}{bar:30}| {n_fmt}/{total_fmt} {elapsed}"


def options(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `build`."""
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="a file or folder; or NAME:PATH to name its source")
    parser.add_argument("--add", action="store_true", help="the last build's inputs and these")
    parser.add_argument("--engine", default="plain", help="plain, dask or dask://HOST:PORT")
    reader_options(parser)
    store_option(parser)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 built, 3 built but a file was unreadable, 1 nothing built."""
    store = own_store_of(arguments)
    model = model_of(arguments)
    given = tuple(_input(text) for text in arguments.inputs)
    before = last_inputs(store) if arguments.add or not given else ()
    inputs = tuple(dict.fromkeys((*before, *given))) or bundled_inputs()
    with _bars() as progress:
        built = build(inputs, store, engine(arguments.engine), progress, model)
    if isinstance(built, NothingBuilt):
        for line in _refused(built.rejects, ""):
            print(harmless(line), file=sys.stderr)
        print("etl: no input gives a report or row; nothing was built, what stood there stays.", file=sys.stderr)
        return NOTHING_BUILT
    for line in (*summary(built), *faults_in(built.version)):
        print(harmless(line))
    return FILE_UNREADABLE if built.files_failed else 0


def _input(text: str) -> Input:
    given = Input.parse(text)
    if not text.strip():
        raise UsageError("build: an INPUT is empty. Name a file or folder, or leave it out.")
    if given.source and given.source not in sources():
        raise UsageError(f"{text}: there is no source {given.source!r}. Name one of: {', '.join(sources())}.")
    return given


@contextmanager
def _bars() -> Iterator[Progress]:
    """One progress bar a step, on standard error."""
    bars: dict[str, tqdm[NoReturn]] = {}

    def progress(step: str, done: int, total: int) -> None:
        if step not in bars:
            for bar in bars.values():
                bar.close()
            bars[step] = tqdm(total=total, desc=step.ljust(9), bar_format=_BAR)
        bars[step].update(done - bars[step].n)

    try:
        yield progress
    finally:
        for bar in bars.values():
            bar.close()


def summary(built: Built) -> Iterator[str]:
    """The closing lines: what came in, what came out, what a person should look at."""
    counts, manifest = built.counts, built.version.manifest
    if built.unchanged:
        yield f"Nothing has changed since build {built.version.build}."
    yield (
        f"{counts['reports']:,} reports, {counts['incidents']:,} incidents, {counts['events']:,} events "
        f"({counts['unplaced']:,} unplaced, {counts['undated']:,} undated), {counts['remarks']:,} remarks, "
        f"{counts['to_review']:,} to review."
    )
    yield (
        f"Rows in {counts['rows']:,} = kept {counts['kept']:,} + out of scope {counts['out_of_scope']:,} "
        f"+ rejected {counts['rejected']:,} + merged {counts['merged']:,}."
    )
    if counts["revised"]:
        yield f"Reports that came again in other words: {counts['revised']:,}; the last of each holds."
    if "asked" in (reader := manifest["reader"]):
        yield (
            f"Read by {reader['name']}: {reader['asked']:,} reports asked about, {reader['tokens_in']:,} tokens in, "
            f"{reader['tokens_out']:,} out; {reader['read_by_rules']:,} read by rules instead."
        )
    notices = [notice for file in manifest["inputs"] for notice in file["notices"]]
    yield from notices[:_SHOWN_NOTICES]
    if len(notices) > _SHOWN_NOTICES:
        yield f"... and {len(notices) - _SHOWN_NOTICES:,} more notices; see the page Data & method."
    yield from _refused([*rejects_of(built.version.read("rejects"))], f" in {built.version.table('rejects')}")
    if built.files_failed:
        yield f"Files that could not be read: {built.files_failed}. Everything else was built."
    if not built.unchanged and manifest["changes"]:
        yield f"{since(built.version)} See them: python -m etl status --changes"
    yield f"Store: {built.version.folder}"


def _refused(rejects: Sequence[Rejected], where_all_are: str) -> Iterator[str]:
    """What could not be kept, file by file, with the remedy; whole files first."""
    first = sorted(rejects, key=lambda reject: reject.row > 0)[:_SHOWN_NOTICES]
    for reject in first:
        where = f"{reject.file}, row {reject.row}" if reject.row else reject.file
        cell = f"{reject.field} {reject.value!r}: " if reject.field else ""
        yield f"Rejected: {where}: {cell}{reject.reason}. {reject.remedy}"
    if len(rejects) > len(first):
        yield f"... and {len(rejects) - len(first):,} more{where_all_are}."
