"""One complete set of tables in a folder: the whole version, or an edition of what may leave it."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.columns import COLUMNS_VERSION, TABLES, schema
from etl.errors import StoreError
from etl.spilled import give_back
from etl.store.changes import changes, counted
from etl.store.disk import flush_file, replace_json, sha256, write_parquet
from etl.store.locality import order
from etl.store.search import write_index
from etl.store.version import MANIFEST_FILE, SEARCH_FILE, Version

_INDEXED = {"events", "incidents", "reports"}
"""The tables that the full-text index is made of."""


class Edition:
    """Takes tables one by one; `close` adds the index and the manifest."""

    def __init__(self, folder: Path, build: str) -> None:
        self.folder = folder
        self.build = build
        self._same: set[str] = set()
        self.folder.mkdir(parents=True)

    def put(self, name: str, table: pa.Table) -> None:
        """Write a table of TABLES, in the store's own order.

        Raises StoreError for an unknown name, a table given twice, or columns that are not those of the schema.
        """
        path = self._free_place(name)
        wanted = schema(name)
        if table.column_names != wanted.names:
            differing = sorted(set(table.column_names) ^ set(wanted.names)) or ["their order"]
            raise StoreError(f"the table {name!r} is not in its schema (etl/columns.py): {', '.join(differing)}")
        write_parquet(path, table.cast(wanted), order(name, table))

    def put_same(self, name: str, other: Edition) -> None:
        """Take a table as another edition has it: one file on the disk, where the system can."""
        _link(other.folder / f"{name}.parquet", self._free_place(name))
        self._same.add(name)

    def close(self, manifest: dict[str, Any], before: Version | None, other: Edition | None = None) -> None:
        """Write what is missing: empty tables, the index (the other's, where it was made of the same), the manifest.

        before: the version whose differences to this one make up the table "changes". Added to the manifest: build,
        built (UTC), columns_version, changes (since which build, how many) and files {name: rows, bytes, sha256}.
        """
        for name in TABLES:
            if not (self.folder / f"{name}.parquet").exists() and name != "changes":
                self.put(name, schema(name).empty_table())
        changed = self._changes(before, with_words=other is None)
        rows = {f"{name}.parquet": pq.read_metadata(self.folder / f"{name}.parquet").num_rows for name in TABLES}
        rows[SEARCH_FILE] = self._index(other if self._same >= _INDEXED else None, rows["events.parquet"])
        files = {
            name: {"rows": number, "bytes": (self.folder / name).stat().st_size, "sha256": sha256(self.folder / name)}
            for name, number in rows.items()
        }
        built = datetime.now(UTC).isoformat(timespec="seconds")
        own = {
            "build": self.build,
            "built": built,
            "columns_version": COLUMNS_VERSION,
            "changes": changed,
            "files": files,
        }
        replace_json(self.folder / MANIFEST_FILE, {**manifest, **own})

    def _changes(self, before: Version | None, *, with_words: bool) -> dict[str, Any]:
        found = None
        with suppress(StoreError):  # a damaged version before must not stop the one that mends the store
            found = changes(before, Version(self.folder), with_words=with_words) if before else None
        self.put("changes", schema("changes").empty_table() if found is None else found)
        return {"since": before.build, **counted(found)} if before and found is not None else {}

    def _index(self, other: Edition | None, events: int) -> int:
        index = self.folder / SEARCH_FILE
        if other is not None:
            _link(other.folder / SEARCH_FILE, index)
            return events
        give_back()  # what sorting the tables took; the index needs room of its own
        try:
            indexed = write_index(self.folder, index)
        except sqlite3.Error as error:
            raise StoreError(f"{index}: cannot be written ({error}). Make room, or name another --store") from error
        flush_file(index)
        return indexed

    def _free_place(self, name: str) -> Path:
        if name not in TABLES:
            raise StoreError(f"the store has no table {name!r}; it has {', '.join(TABLES)}")
        path = self.folder / f"{name}.parquet"
        if path.exists():
            raise StoreError(f"the table {name!r} was given twice to the build {self.build}")
        return path


def _link(source: Path, target: Path) -> None:
    try:
        os.link(source, target)
    except OSError:  # a disk without hard links
        shutil.copyfile(source, target)
        flush_file(target)
