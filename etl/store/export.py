"""What leaves as a file: exactly the rows that were asked for, with what they mean, their licence and their address."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyarrow as pa

from etl.errors import UsageError
from etl.store.disk import flush_file
from etl.store.formats import FORMATS
from etl.store.leaving import Part, Select, about_text, evidence, parts
from etl.store.version import Version

Write = Callable[[pa.Table, Mapping[str, Any], BinaryIO], None]
HOLDS_NOTHING_ELSE = ("csv", "jsonl")
"""Formats with no place for licence, citation and dictionary: these stand in a text beside the file."""

_ONE_DAY = (1980, 1, 1, 0, 0, 0)
"""The day of every file in a zip, so that the same rows give the same bytes."""


@dataclass(frozen=True, slots=True)
class Exported:
    """How many events left, and how many that were shown stayed because no source of theirs may leave.

    apart: of those that left, how many went into files of their own under a share-alike licence; in a stream, which
    holds one file only, they stay behind. files: what was written.
    """

    rows: int
    withheld: int
    apart: int
    files: tuple[Path, ...] = ()


def export(
    version: Version, select: Select, form: str, target: Path | BinaryIO, context: Mapping[str, str]
) -> Exported:
    """Write the events that `select` gives of each edition, as csv, geojson, jsonl, parquet or xlsx.

    target: a path gets the file, in one step, with what it cannot hold beside it (`<file>.about.txt`) and what leaves
    under a share-alike licence in a file of its own (`<name>.<licence>.<ending>`); a path that ends in .zip gets all of
    that and the evidence in one file; a stream gets the free rows alone.
    context: "address" = the page with the reader's filters; "event_address" = an event's page, with {event_id} in it;
    "title" = a heading. Raises UsageError for another format, and for more rows than a spreadsheet can hold.
    """
    if form not in FORMATS:
        raise UsageError(f"no export format {form!r}; there are {', '.join(FORMATS)}")
    write = FORMATS[form]
    leaving = [*parts(version, select, context)]
    files: list[Path] = []
    if not isinstance(target, Path):
        write(leaving[0].events, leaving[0].about, target)
    elif target.exists() and not target.is_file():  # a pipe or a device holds one file, and has nothing beside it
        with target.open("wb") as opened:
            write(leaving[0].events, leaving[0].about, opened)
    elif target.suffix.lower() == ".zip":
        with _in_one_step(target) as opened:
            _write_zip(leaving, form, write, opened)
        files = [target]
    else:
        files = [*_write_beside(leaving, form, write, target)]
    left = {i for part in leaving for i in part.events["event_id"].to_pylist()}
    shown = set(select(version)["event_id"].to_pylist())
    apart = sum(part.events.num_rows for part in leaving[1:])
    rows = leaving[0].events.num_rows + (apart if files else 0)
    return Exported(rows, len(shown - left), apart, tuple(files))


def zipped(version: Version, select: Select, form: str, context: Mapping[str, str]) -> bytes:
    """The zip that `export` writes to a path ending in .zip."""
    target = io.BytesIO()
    _write_zip([*parts(version, select, context)], form, FORMATS[form], target)
    return target.getvalue()


def _write_beside(leaving: list[Part], form: str, write: Write, target: Path) -> Iterator[Path]:
    for part in leaving:
        path = target.with_name(f"{target.stem}.{part.name}{target.suffix}") if part.name else target
        with _in_one_step(path) as opened:
            write(part.events, part.about, opened)
        yield path
        if form in HOLDS_NOTHING_ELSE:
            beside = path.with_name(f"{path.name}.about.txt")
            with _in_one_step(beside) as opened:
                opened.write(about_text(part.about).encode())
            yield beside


def _write_zip(leaving: list[Part], form: str, write: Write, target: BinaryIO) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as whole:
        for part in leaving:
            folder = f"{part.name}/" if part.name else ""
            with whole.open(_entry(f"{folder}events.{form}"), "w", force_zip64=True) as entry:
                write(part.events, part.about, cast(BinaryIO, entry))
            with whole.open(_entry(f"{folder}evidence.csv"), "w", force_zip64=True) as entry:
                FORMATS["csv"](evidence(part), {}, cast(BinaryIO, entry))
            whole.writestr(_entry(f"{folder}about.txt"), about_text(part.about))


def _entry(name: str) -> zipfile.ZipInfo:
    told = zipfile.ZipInfo(name, _ONE_DAY)
    told.compress_type = zipfile.ZIP_DEFLATED
    return told


@contextmanager
def _in_one_step(path: Path) -> Iterator[BinaryIO]:
    """A file that appears whole, or not at all: what stood there before stays until then."""
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder", str(path.parent))
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as opened:
            yield opened
        flush_file(beside)
        os.replace(beside, path)
    finally:
        beside.unlink(missing_ok=True)
