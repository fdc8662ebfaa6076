"""Writing one version: its tables, then the editions that may leave it, then its name."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl.store.disk import flush_folder
from etl.store.edition import Edition
from etl.store.version import Version

UNFINISHED = ".unfinished-"
"""A version's folder bears this before its name until it is whole."""


class Writer:
    """Takes the tables of one version; finish makes it whole, and then current."""

    def __init__(
        self, versions: Path, build: str, before: Version | None, make_current: Callable[[Version], None]
    ) -> None:
        self.build = build
        self._before = before
        self.folder = versions / f"{UNFINISHED}{build}"
        self._final = versions / build
        self._make_current = make_current
        self._whole = Edition(self.folder, build)
        self._tables: dict[str, pa.Table] = {}
        self._leaving: dict[str, tuple[Edition, dict[str, Any]]] = {}

    def put(self, name: str, table: pa.Table) -> None:
        """Write a table of TABLES. Raises StoreError as `Edition.put` does."""
        self._whole.put(name, table)
        self._tables[name] = table

    def put_edition(self, edition: str, tables: dict[str, pa.Table], manifest: dict[str, Any]) -> None:
        """Write an edition of what may leave (its name is one of a folder); after `put` has all tables.

        A table that is the very one of the whole version is written once.
        """
        made = Edition(self.folder / edition, self.build)
        for name, table in tables.items():
            if table is self._tables.get(name):
                made.put_same(name, self._whole)
            else:
                made.put(name, table)
        self._leaving[edition] = made, manifest

    def finish(self, manifest: dict[str, Any]) -> Version:
        """Close the version and make it the current one; tables never given are empty.

        The store adds to the manifest: build, built (UTC), columns_version, files, and editions (their names).
        """
        self._tables.clear()  # nothing is compared with them any more, and closing needs room
        self._whole.close({**manifest, "editions": sorted(self._leaving)}, self._before)
        for edition, told in self._leaving.values():
            edition.close(told, self._edition_before(edition.folder.name, told), self._whole)
            flush_folder(edition.folder)
        os.rename(self.folder, self._final)
        flush_folder(self._final.parent)
        version = Version(self._final)
        self._make_current(version)
        return version

    def _edition_before(self, name: str, manifest: dict[str, Any]) -> Version | None:
        """The same edition of the version before; None where it held a source that may no longer leave."""
        for edition in self._before.editions() if self._before else ():
            if edition.folder.name == name:
                held, left = ({told["name"] for told in one.get("sources", [])} for one in (edition.manifest, manifest))
                return edition if held <= left else None
        return None
