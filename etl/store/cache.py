"""The tables of inputs that have not changed, as Arrow files, one folder a key."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
from pyarrow import feather

from etl.store.disk import flush_file, flush_folder


def get(folder: Path) -> dict[str, pa.Table] | None:
    """The tables of an entry; None where there is none, or where one of its files cannot be read."""
    try:
        tables = {path.stem: feather.read_table(path, memory_map=False) for path in sorted(folder.glob("*.arrow"))}
    except (OSError, pa.ArrowInvalid):
        return None
    if not tables:
        return None
    os.utime(folder)
    return tables


def put(folder: Path, tables: Mapping[str, pa.Table]) -> None:
    """Write an entry beside its place, flush it, then move it there; an entry that cannot be read is replaced."""
    beside = folder.with_name(f".{folder.name}.{os.getpid()}")
    shutil.rmtree(beside, ignore_errors=True)
    beside.mkdir(parents=True)
    for name, table in tables.items():
        feather.write_feather(table, beside / f"{name}.arrow", compression="lz4")
        flush_file(beside / f"{name}.arrow")
    shutil.rmtree(folder, ignore_errors=True)
    os.rename(beside, folder)
    flush_folder(folder.parent)


def forget_unused(caches: Path, since: float) -> None:
    """Remove the entries that no build has used since the time `since` (seconds since 1970)."""
    for entry in caches.glob("[!.]*"):
        if entry.stat().st_mtime < since:
            shutil.rmtree(entry)
