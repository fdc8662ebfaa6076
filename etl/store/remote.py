"""Stores at an address: a finished version published there, and a copy of it for whoever reads.

An address is anything that fsspec opens (`s3://bucket/atlas`, `gs://`, `sftp://`, `file:///srv/atlas`); what a protocol
needs beside fsspec is for its user to install. Layout as in a local store: versions/<build>/..., current.json last.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

from etl.columns import TABLES
from etl.errors import MissingExtraError, StoreError, UsageError
from etl.store.disk import flush_file, sha256
from etl.store.folder import Store, default_store
from etl.store.version import MANIFEST_FILE, SEARCH_FILE, Version

Progress = Callable[[int, int], None]
"""Called with the number of files that are through, and of all."""

_BUILD = re.compile(r"\d{8}T\d{6}\.\d{6}Z")
_EDITION = re.compile(r"share-alike-[a-z0-9-]+|public")
_FILES = {SEARCH_FILE, *(f"{name}.parquet" for name in TABLES)}


def is_address(store: str) -> bool:
    """Whether a store is named by an address, not by a folder."""
    return "://" in store


def open_store(given: str | None = None) -> Store:
    """The store as given (--store), else $ATLAS_STORE, else ./store; one at an address is copied here first.

    Where the address cannot be reached, the copy of before is taken. Raises StoreError where there is none.
    """
    named = str(given or os.environ.get("ATLAS_STORE") or "")
    if not is_address(named):
        return Store(default_store(given))
    base = os.environ.get("ATLAS_CACHE") or Path.home() / ".cache" / "incident-atlas"
    store = Store(Path(base) / hashlib.sha256(named.encode()).hexdigest()[:16])
    try:
        mirror(named, store)
    except StoreError:
        if not store.builds():
            raise
    return store


def publish(version: Version, address: str, progress: Progress, *, whole: bool = False) -> int:
    """Copy a finished version to an address, current.json last; the number of files.

    What goes is what may leave: the public edition, and those under share-alike licences. whole=True takes everything,
    for a place that nobody else reads. Raises StoreError for a damaged version or where the address cannot be written.
    """
    if problems := version.verify():
        raise StoreError(f"{version.folder}: is damaged ({problems[0]}). Build again: python -m etl build")
    files, manifest = _leaving(version, whole=whole)
    system, root = _opened(address)
    folder = f"{root}/versions/{version.build}"
    try:
        for number, (name, path) in enumerate(files):
            progress(number, len(files))
            system.makedirs(str(PurePosixPath(folder, name).parent), exist_ok=True)
            system.put_file(str(path), f"{folder}/{name}")
            if system.size(f"{folder}/{name}") != path.stat().st_size:
                raise StoreError(f"{address}: {name} came there in another size. Publish again.")
        _put(system, f"{folder}/{MANIFEST_FILE}", manifest)
        _put(system, f"{root}/current.json", {"build": version.build})
    except (OSError, ValueError) as error:
        raise _named(address, error) from error
    progress(len(files), len(files))
    return len(files)


def mirror(address: str, store: Store) -> Version:
    """The current version of an address as the store's own; nothing is copied that is here already.

    Every file is checked against the manifest. Raises StoreError where the address cannot be read or is damaged.
    """
    system, root = _opened(address)
    try:
        build = str(json.loads(system.cat_file(f"{root}/current.json"))["build"])
        if not _BUILD.fullmatch(build):
            raise StoreError(f"{address}: current.json names no version.")
        if build in store.builds() and not store.version(build).missing():
            return store.take_up(build)
        with store.receiving(build) as folder:
            _copy_edition(system, f"{root}/versions/{build}", folder, address)
        return store.take_up(build)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _named(address, error) from error


def _leaving(version: Version, *, whole: bool) -> tuple[list[tuple[str, Path]], dict[str, Any]]:
    """Names and files to copy, manifests of inner editions last, and the manifest of the outermost."""
    outer = version if whole else version.public
    inner = version.editions() if whole else version.share_alike
    files = [(name, outer.folder / name) for name in outer.manifest["files"]]
    for edition in inner:
        names = (*edition.manifest["files"], MANIFEST_FILE)
        files += [(f"{edition.folder.name}/{name}", edition.folder / name) for name in names]
    return files, {**outer.manifest, "editions": [edition.folder.name for edition in inner]}


def _copy_edition(system: Any, there: str, folder: Path, address: str) -> None:
    manifest = json.loads(system.cat_file(f"{there}/{MANIFEST_FILE}"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, told in manifest["files"].items():
        if name not in _FILES:
            raise StoreError(f"{address}: the manifest names {name!r}, which is no file of a version.")
        system.get_file(f"{there}/{name}", str(folder / name))
        if sha256(folder / name) != told["sha256"]:
            raise StoreError(f"{address}: {name} is other than its manifest says. Publish it again.")
        flush_file(folder / name)
    for edition in manifest.get("editions", []):
        if not _EDITION.fullmatch(edition):
            raise StoreError(f"{address}: the manifest names {edition!r}, which is no edition.")
        _copy_edition(system, f"{there}/{edition}", folder / edition, address)
    (folder / MANIFEST_FILE).write_text(json.dumps(manifest, ensure_ascii=False, indent=1), encoding="utf-8")
    flush_file(folder / MANIFEST_FILE)


def _opened(address: str) -> tuple[Any, str]:
    import fsspec  # noqa: PLC0415 - takes long to load, and most stores are folders

    if not is_address(address):
        raise UsageError(f"{address}: is no address. Write one such as s3://bucket/atlas or file:///srv/atlas.")
    try:
        system, root = fsspec.core.url_to_fs(address)
    except ImportError as error:
        raise MissingExtraError(f"{address}: {error}") from error
    except (OSError, ValueError) as error:
        raise _named(address, error) from error
    return system, str(root).rstrip("/")


def _put(system: Any, path: str, content: dict[str, Any]) -> None:
    """Write JSON in one step, where the system knows such a thing."""
    with system.transaction, system.open(path, "wb") as target:
        target.write(json.dumps(content, ensure_ascii=False, indent=1).encode())


def _named(address: str, error: Exception) -> StoreError:
    if isinstance(error, StoreError):
        return error
    return StoreError(f"{address}: cannot be used ({type(error).__name__}: {error}). Check the address and its rights.")
