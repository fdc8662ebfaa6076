"""One dataset, from its publisher's server to a file that is what it should be."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from etl.errors import FetchError
from etl.fetching.archives import check
from etl.fetching.catalogue import Dataset
from etl.fetching.transfer import Manners, Part, transfer


@dataclass(frozen=True, slots=True)
class Fetched:
    """Where the file is. is_new: False where it was there already, whole, and nobody was asked."""

    path: Path
    is_new: bool


def fetch(dataset: Dataset, folder: Path, manners: Manners, progress: Callable[[int, int], None]) -> Fetched:
    """Download a dataset into a folder, under the name that its entry gives it, whatever the server says.

    The file appears in one step once its size and checksums are those told and its archive is whole. What came of a
    broken transfer stays beside it and is gone on from. Raises FetchError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / dataset.file
    if target.is_file() and not _wrong(target, dataset):
        return Fetched(target, is_new=False)
    part = Part(folder / f".{dataset.file}.part", dataset.size)
    try:
        with FileLock(folder / f".{dataset.file}.lock", timeout=0):
            transfer(dataset.url, part, manners, progress)
            _accept(part, dataset, target)
    except Timeout as error:
        raise FetchError(f"{target}: another process is fetching it. Wait for it.") from error
    return Fetched(target, is_new=True)


def _accept(part: Part, dataset: Dataset, target: Path) -> None:
    try:
        if wrong := _wrong(part.path, dataset):
            raise FetchError(f"{dataset.url}: {wrong}. It was not kept; fetch it again, or look at the dataset's page.")
        named = part.path.with_name(f".{dataset.file}.checking{target.suffix}")
        os.replace(part.path, named)
        try:
            check(named)
            os.replace(named, target)
        finally:
            named.unlink(missing_ok=True)
    finally:
        part.forget()


def _wrong(path: Path, dataset: Dataset) -> str:
    """How a file differs from what its publisher tells; "" where it does not."""
    size = path.stat().st_size
    if dataset.size is not None and size != dataset.size:
        return f"it has {size:,} bytes where {dataset.size:,} are told"
    for name, told in dataset.sums.items():
        with path.open("rb") as opened:
            found = hashlib.file_digest(opened, partial(hashlib.new, name, usedforsecurity=False)).hexdigest()
        if found != told:
            return f"its {name} is {found} where {told} is told"
    return ""
