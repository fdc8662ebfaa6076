"""Writing one version: tables first, then the index, then the manifest."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.columns import COLUMNS_VERSION, TABLES, schema
from etl.errors import StoreError
from etl.store.disk import flush_file, flush_folder, replace_json, sha256, write_parquet
from etl.store.locality import in_order
from etl.store.search import write_index
from etl.store.version import MANIFEST_FILE, SEARCH_FILE, Version

UNFINISHED = ".unfinished-"
"""A version's folder bears this before its name until it is whole."""


class Writer:
    """Takes the tables of one version; finish makes it whole, and then current."""

    def __init__(self, versions: Path, build: str, make_current: Callable[[Version], None]) -> None:
        self.build = build
        self.folder = versions / f"{UNFINISHED}{build}"
        self._final = versions / build
        self._make_current = make_current
        self.folder.mkdir(parents=True)

    def put(self, name: str, table: pa.Table) -> None:
        """Write a table of TABLES, in the store's own order.

        Raises StoreError for an unknown name, a table given twice, or columns that are not those of the schema.
        """
        if name not in TABLES:
            raise StoreError(f"the store has no table {name!r}; it has {', '.join(TABLES)}")
        path = self.folder / f"{name}.parquet"
        if path.exists():
            raise StoreError(f"the table {name!r} was given twice to the build {self.build}")
        wanted = schema(name)
        if table.column_names != wanted.names:
            differing = sorted(set(table.column_names) ^ set(wanted.names)) or ["their order"]
            raise StoreError(f"the table {name!r} is not in its schema (etl/columns.py): {', '.join(differing)}")
        write_parquet(path, in_order(name, table.cast(wanted)))

    def finish(self, manifest: dict[str, Any]) -> Version:
        """Close the version and make it the current one; tables never given are empty.

        The store adds to the manifest: build, built (UTC), columns_version, and files {name: rows, bytes, sha256}.
        """
        for name in TABLES:
            if not (self.folder / f"{name}.parquet").exists():
                self.put(name, schema(name).empty_table())
        index = self.folder / SEARCH_FILE
        try:
            indexed = write_index(self.folder, index)
        except sqlite3.Error as error:
            raise StoreError(f"{index}: cannot be written ({error}). Make room, or name another --store") from error
        flush_file(index)
        rows = {f"{name}.parquet": pq.read_metadata(self.folder / f"{name}.parquet").num_rows for name in TABLES}
        files = {
            name: {"rows": number, "bytes": (self.folder / name).stat().st_size, "sha256": sha256(self.folder / name)}
            for name, number in {**rows, SEARCH_FILE: indexed}.items()
        }
        built = datetime.now(UTC).isoformat(timespec="seconds")
        own = {"build": self.build, "built": built, "columns_version": COLUMNS_VERSION, "files": files}
        replace_json(self.folder / MANIFEST_FILE, {**manifest, **own})
        os.rename(self.folder, self._final)
        flush_folder(self._final.parent)
        version = Version(self._final)
        self._make_current(version)
        return version
