"""The datasets that can be fetched, from data/datasets.toml or a file of the user's own in the same form."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.errors import InputError
from etl.fetching.addresses import host_of
from etl.lexicon import DATA

OURS = DATA / "datasets.toml"
_NAME = re.compile(r"[a-z0-9][a-z0-9-]*")
_FILE = re.compile(r"\w[\w.-]*", re.ASCII)
_SUMS = {"md5": 32, "sha256": 64}


@dataclass(frozen=True, slots=True)
class Dataset:
    """Where a dataset lies and what it must be: size in bytes (None = not told), checksums by algorithm."""

    name: str
    url: str
    file: str
    size: int | None
    sums: Mapping[str, str]
    title: str
    licence: str
    page: str


def datasets(path: Path = OURS) -> dict[str, Dataset]:
    """The datasets of a file by their names. Raises InputError for one that cannot be used."""
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise InputError(str(path), f"the list of datasets cannot be read ({error})", "Write it as TOML.") from error
    return {name: _dataset(name, fields, str(path)) for name, fields in told.items()}


def _dataset(name: str, told: Any, path: str) -> Dataset:
    fields = told if isinstance(told, dict) else {}
    url, file, size = fields.get("url"), fields.get("file"), fields.get("bytes")
    sums = {sum_name: fields[sum_name] for sum_name in _SUMS if sum_name in fields}
    right = {
        "name of the table": bool(_NAME.fullmatch(name)),
        "url": isinstance(url, str) and bool(host_of(url)),
        "file": isinstance(file, str) and bool(_FILE.fullmatch(file)),
        "bytes": size is None or (isinstance(size, int) and size > 0),
        "checksum": all(re.fullmatch(rf"[0-9a-f]{{{_SUMS[n]}}}", str(v)) for n, v in sums.items()),
    }
    if wrong := [what for what, holds in right.items() if not holds]:
        remedy = "Give url (http or https), file (a bare name), bytes (a number), md5 or sha256 (hexadecimal)."
        raise InputError(path, f"dataset {name!r}: {', '.join(wrong)} cannot be used", remedy)
    words = {key: str(fields.get(key, "")) for key in ("title", "licence", "page")}
    return Dataset(name, str(url), str(file), size, sums, **words)
