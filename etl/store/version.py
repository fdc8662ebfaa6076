"""One finished, immutable version of the whole table."""

from __future__ import annotations

import json
from functools import cached_property
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.columns import TABLES
from etl.errors import StoreError
from etl.store import search
from etl.store.verify import problems

SEARCH_FILE = "search.sqlite"
MANIFEST_FILE = "manifest.json"


class Version:
    """A version that a reader has pinned: it stays the same while newer ones are built."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def build(self) -> str:
        """The version's name, which sorts by time of building."""
        return self.folder.name

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """What went in and what came out. Raises StoreError where the file is missing or torn."""
        path = self.folder / MANIFEST_FILE
        try:
            content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise StoreError(f"{path}: cannot be read ({error}). Build again: python -m etl build") from error
        return content

    def table(self, name: str) -> Path:
        """The Parquet file of a table of TABLES. Raises StoreError for another name."""
        if name not in TABLES:
            raise StoreError(f"the store has no table {name!r}; it has {', '.join(TABLES)}")
        return self.folder / f"{name}.parquet"

    def read(self, name: str, columns: list[str] | None = None) -> pa.Table:
        """A table of TABLES, whole or some of its columns. Raises StoreError where its file is missing or torn."""
        path = self.table(name)
        try:
            return pq.read_table(path, columns=columns)
        except (OSError, pa.ArrowException) as error:
            raise StoreError(f"{path}: cannot be read ({error}). Build again: python -m etl build") from error

    def missing(self) -> list[str]:
        """The files of the manifest that are not there, or not in the size they were written: a look, no reading."""
        return [
            name for name, told in self.manifest["files"].items()
            if not (path := self.folder / name).is_file() or path.stat().st_size != told["bytes"]
        ]  # fmt: skip

    def search(self, query: str, limit: int = 10_000) -> list[str]:
        """Ids of the events that hold every word of the query, without regard to case and accents, best first.

        Words in "double quotes" must stand together; any other word may be the beginning of a longer one.
        """
        return search.ask(self.folder / SEARCH_FILE, query, limit)

    def verify(self) -> list[str]:
        """What is wrong with the version, in words; empty where checksums, counts, references and spans hold."""
        return problems(self.folder, self.manifest)
