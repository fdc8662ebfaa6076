"""One finished, immutable version of the whole table."""

from __future__ import annotations

import json
from collections.abc import Iterator
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
PUBLIC = "public"
"""The edition that a public instance shows: each event told by free sources alone, or by those of one other licence."""


class Version:
    """A version that a reader has pinned: it stays the same while newer ones are built."""

    def __init__(self, folder: Path, whole: Version | None = None) -> None:
        self.folder = folder
        self._whole = whole

    @property
    def build(self) -> str:
        """The version's name, which sorts by time of building."""
        return self.whole.folder.name

    @property
    def whole(self) -> Version:
        """The version that this is an edition of, or itself."""
        return self._whole or self

    @property
    def public(self) -> Version:
        """What a public instance may show: merged again from incidents of sources that permit display and export.

        Raises StoreError where the version was built without it.
        """
        # A version that was published holds nothing else.
        return self.whole if self.whole.manifest.get("edition") == PUBLIC else self._edition(PUBLIC)

    @property
    def share_alike(self) -> tuple[Version, ...]:
        """What leaves in files of its own: for each share-alike licence all that its sources tell, merged by itself."""
        return tuple(edition for edition in self.whole.editions() if edition.folder.name != PUBLIC)

    def editions(self) -> tuple[Version, ...]:
        """All that may leave. Raises StoreError where one is gone."""
        return tuple(self._edition(name) for name in self.manifest.get("editions", []))

    def _edition(self, name: str) -> Version:
        folder = self.whole.folder / name
        if not folder.is_dir():
            raise StoreError(f"{folder}: is missing, so nothing may leave. Build again: python -m etl build")
        return Version(folder, self.whole)

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
        """The files that are not there, or not in the size they were written: a look, no reading. Editions too."""
        gone = []
        for part, files in self._files():
            if files is None:
                gone.append(part.folder / MANIFEST_FILE)
            for name, told in (files or {}).items():
                path = part.folder / name
                if not path.is_file() or path.stat().st_size != told["bytes"]:
                    gone.append(path)
        return [str(path.relative_to(self.folder)) for path in gone]

    def _files(self) -> Iterator[tuple[Version, dict[str, Any] | None]]:
        """The version and its editions, each with the files of its manifest; None where an edition's is damaged."""
        yield self, self.manifest["files"]
        names = [] if self._whole else self.manifest.get("editions", [])
        for edition in (Version(self.folder / name, self) for name in names):
            try:
                yield edition, edition.manifest["files"]
            except StoreError:
                yield edition, None

    def search(self, query: str, limit: int = 10_000) -> list[str]:
        """Ids of the events that hold every word of the query, without regard to case and accents, best first.

        Words in "double quotes" must stand together; any other word may be the beginning of a longer one.
        """
        return search.ask(self.folder / SEARCH_FILE, query, limit)

    def verify(self) -> list[str]:
        """What is wrong with the version, in words; empty where checksums, counts, references and spans hold."""
        found = []
        for part, files in self._files():
            where = "" if part is self else f"{part.folder.name}/"
            told = [f"{MANIFEST_FILE}: cannot be read"] if files is None else problems(part.folder, part.manifest)
            found += [where + problem for problem in told]
        return found
