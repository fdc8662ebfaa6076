"""The tables of inputs that have not changed, as Arrow files, one folder a key.

Entries are mapped rather than read: of a table only the columns that somebody looks at take memory.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa

from etl.spilled import mapped
from etl.store.disk import flush_file, flush_folder


class Entry:
    """An entry in the making, beside its place: its tables are written part by part."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._beside = place.with_name(f".{place.name}.{os.getpid()}")
        self._writers: dict[str, pa.ipc.RecordBatchFileWriter] = {}
        shutil.rmtree(self._beside, ignore_errors=True)
        self._beside.mkdir(parents=True)

    def add(self, tables: Mapping[str, pa.Table]) -> None:
        """Write rows of each table behind those before."""
        for name, table in tables.items():
            if name not in self._writers:
                self._writers[name] = pa.ipc.new_file(str(self._beside / f"{name}.arrow"), table.schema)
            self._writers[name].write_table(table.combine_chunks())

    def tables(self) -> dict[str, pa.Table]:
        """What was written. Nothing can be added any more."""
        for writer in self._writers.values():
            writer.close()
        return _mapped(self._beside)

    def keep(self) -> None:
        """Move the entry to its place, flushed; one that stands there is replaced. Its tables stay as they are."""
        self.tables()
        for path in self._beside.glob("*.arrow"):
            flush_file(path)
        shutil.rmtree(self._place, ignore_errors=True)
        os.rename(self._beside, self._place)
        flush_folder(self._place.parent)

    def drop(self) -> None:
        """Remove the entry, unless it was kept."""
        shutil.rmtree(self._beside, ignore_errors=True)


def get(folder: Path) -> dict[str, pa.Table] | None:
    """The tables of an entry; None where there is none, or where one of its files cannot be read."""
    try:
        tables = _mapped(folder)
    except (OSError, ValueError):  # Arrow's own errors of a torn file are ValueErrors
        return None
    if not tables:
        return None
    os.utime(folder)
    return tables


def forget_unused(caches: Path, since: float) -> None:
    """Remove the entries that no build has used since the time `since` (seconds since 1970)."""
    for entry in caches.glob("[!.]*"):
        if entry.stat().st_mtime < since:
            shutil.rmtree(entry)


def unkept(caches: Path) -> list[Path]:
    """The entries that were begun and not kept."""
    return [*caches.glob(".*")]


def _mapped(folder: Path) -> dict[str, pa.Table]:
    return {path.stem: mapped(path) for path in sorted(folder.glob("*.arrow"))}
