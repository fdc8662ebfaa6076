"""The store's folder: which version is current, who may write, what is kept and what is cleared away."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow as pa

from etl.columns import COLUMNS_VERSION
from etl.errors import NoBuildError, StoreError
from etl.store import cache
from etl.store.disk import flush_folder, replace_json
from etl.store.lock import held
from etl.store.version import MANIFEST_FILE, Version
from etl.store.writer import UNFINISHED, Writer

KEPT_VERSIONS = 5
"""Finished versions that stay, the current one among them."""
_BUILD_NAME = "%Y%m%dT%H%M%S.%fZ"


def default_store(given: str | Path | None = None) -> Path:
    """The store's folder: as given (--store), else $ATLAS_STORE, else ./store."""
    return Path(given or os.environ.get("ATLAS_STORE") or "store")


class Store:
    """A local folder of versions. Readers need no lock; one writer at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._versions = path / "versions"
        self._pointer = path / "current.json"

    @property
    def log(self) -> Path:
        """The append-only log of editorial decisions; it may not exist yet."""
        return self.path / "corrections.csv"

    def current(self) -> Version:
        """The current version. Raises NoBuildError where nothing was built yet, StoreError where it is damaged.

        StoreError too where it was built in other columns than this program's.
        """
        version = self._pointed()
        if (columns := version.manifest.get("columns_version")) != COLUMNS_VERSION:
            raise StoreError(
                f"{version.folder}: was built by another release of the atlas, with other columns (version {columns}; "
                f"here {COLUMNS_VERSION}). Build again: python -m etl build"
            )
        return version

    def _pointed(self) -> Version:
        try:
            build = json.loads(self._pointer.read_text(encoding="utf-8"))["build"]
        except FileNotFoundError as error:
            raise NoBuildError(f"{self.path}: nothing was built here yet. Build it: python -m etl build") from error
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{self._pointer}: does not name a version. Build again: python -m etl build") from error
        return self.version(build)

    def latest(self) -> Version:
        """The current version, or the newest whole one where that is damaged: what a build goes on from.

        Raises NoBuildError where none is whole.
        """
        for version in self._newest_first():
            with suppress(StoreError):
                if not version.missing():
                    return version
        raise NoBuildError(f"{self.path}: no whole version is here. Name the inputs: python -m etl build INPUT ...")

    def last_manifest(self) -> dict[str, Any]:
        """The manifest of the current version, of a damaged one too, or the newest that can be read.

        Raises NoBuildError where none can.
        """
        for version in self._newest_first():
            with suppress(StoreError):
                return version.manifest
        raise NoBuildError(f"{self.path}: no manifest can be read. Name the inputs: python -m etl build INPUT ...")

    def _newest_first(self) -> Iterator[Version]:
        builds = dict.fromkeys((self._named(), *reversed(self.builds())))
        return (Version(self._versions / build) for build in builds if build)

    def version(self, build: str) -> Version:
        """A version by its name. Raises StoreError, naming those there are, where it is gone."""
        if build not in self.builds():
            there = ", ".join(self.builds()) or "none"
            raise StoreError(f"{self.path}: no version {build!r}; there are: {there}. Build: python -m etl build")
        return Version(self._versions / build)

    def builds(self) -> list[str]:
        """The names of the finished versions, oldest first."""
        return sorted(path.parent.name for path in self._versions.glob(f"[!.]*/{MANIFEST_FILE}"))

    @contextmanager
    def writing(self, wait: float = 0.0) -> Iterator[Writer]:
        """Hold the store for one build; waits up to `wait` seconds for another one, then raises StoreError naming it.

        Where the block ends without finish, raises, or the process dies, the previous version stays current.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        with held(self.path, wait):
            self._clear_unfinished()
            writer = Writer(self._versions, self._next_name(), self._before(), self._make_current)
            try:
                yield writer
            finally:
                for begun in (writer.folder, *cache.unkept(self.path / "cache")):
                    shutil.rmtree(begun, ignore_errors=True)

    def clear_up(self) -> None:
        """Clear away what a build that died left, where nobody builds and the folder may be written."""
        if self._unfinished():
            with suppress(StoreError, OSError), held(self.path, 0.0):
                self._clear_unfinished()

    @contextmanager
    def receiving(self, build: str) -> Iterator[Path]:
        """A folder for the files of a version made elsewhere; it becomes that version where the block ends well."""
        self.path.mkdir(parents=True, exist_ok=True)
        with held(self.path, wait=60.0):
            self._clear_unfinished()
            folder = self._versions / f"{UNFINISHED}{build}"
            try:
                yield folder
                shutil.rmtree(self._versions / build, ignore_errors=True)
                os.rename(folder, self._versions / build)
                flush_folder(self._versions)
            finally:
                shutil.rmtree(folder, ignore_errors=True)

    def take_up(self, build: str) -> Version:
        """Make a version that is here the current one. Raises StoreError where it is gone."""
        version = self.version(build)
        if self._named() != build:
            self._make_current(version)
        return version

    def cached(self, key: str) -> dict[str, pa.Table] | None:
        """The tables kept under `key` (`<input hash>-<code version>`), or None where none can be read."""
        return cache.get(self.path / "cache" / key)

    def entry(self, key: str) -> cache.Entry:
        """A new entry of the cache, to be written part by part; what is not kept goes with the next build."""
        return cache.Entry(self.path / "cache" / key)

    def keep(self, key: str, tables: Mapping[str, pa.Table]) -> None:
        """Keep the tables of one input, of any schema (its metadata included), for the next build."""
        entry = self.entry(key)
        entry.add(tables)
        entry.keep()

    def _make_current(self, version: Version) -> None:
        replace_json(self._pointer, {"build": version.build})
        builds = self.builds()
        for build in set(builds[:-KEPT_VERSIONS]) - {version.build}:
            shutil.rmtree(self._versions / build)
        if len(builds) >= KEPT_VERSIONS:
            oldest = self._versions / builds[-KEPT_VERSIONS]
            cache.forget_unused(self.path / "cache", since=oldest.stat().st_mtime)

    def _clear_unfinished(self) -> None:
        for stray in self._unfinished():
            shutil.rmtree(stray) if stray.is_dir() else stray.unlink()

    def _unfinished(self) -> list[Path]:
        """What a build that died left: what is not whole, and a whole version that never became current."""
        named, builds = self._named(), self.builds()
        whole = {build for build in builds if build <= (named or build)}
        versions = (folder for folder in self._versions.glob("*") if folder.name not in whole)
        return [*versions, *self.path.glob(".*.json.*.new"), *cache.unkept(self.path / "cache")]

    def _before(self) -> Version | None:
        """The version that the next one is compared with."""
        with suppress(StoreError):
            return self.latest()
        return None

    def _named(self) -> str:
        try:
            return self._pointed().build
        except StoreError:
            return ""

    def _next_name(self) -> str:
        """Now, in UTC; a clock that was set back never gives a name older than the current version's."""
        now = datetime.now(UTC)
        if named := self._named():
            now = max(now, datetime.strptime(named, _BUILD_NAME).replace(tzinfo=UTC) + timedelta(microseconds=1))
        return now.strftime(_BUILD_NAME)
