"""What Incident Atlas can read: one module a source, found by its name, each defining `SOURCE`.

A module whose name begins with "_" serves the others and is no source.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
from functools import cache
from pathlib import Path

from etl.errors import DataError, InputError
from etl.items import Source
from etl.sources._archives import is_readable, members_of, on_disk
from etl.sources._beside import TABLES, is_mapping_in
from etl.sources._draft import draft
from etl.sources._opening import refuse_unreadable

__all__ = ["draft", "files_of", "on_disk", "recognise", "sources"]

_BESIDE = (".incidents.jsonl", ".incidents.jsonl.gz", ".about.txt")
"""Endings of what stands beside inputs and is none: gold annotation, and what tells of an export of ours."""


@cache
def _found() -> dict[str, Source]:
    found: dict[str, Source] = {}
    for module in sorted(pkgutil.iter_modules(__path__), key=lambda m: m.name):
        if module.name.startswith("_"):
            continue
        source = getattr(importlib.import_module(f"{__name__}.{module.name}"), "SOURCE", None)
        if not isinstance(source, Source) or source.name != module.name:
            raise DataError(f"etl/sources/{module.name}.py: define SOURCE = Source(name={module.name!r}, ...)")
        found[source.name] = source
    return found


def sources() -> dict[str, Source]:
    """Every source by its name, in the order of the names."""
    return dict(_found())


def recognise(path: Path, name: str | None = None) -> Source:
    """The source that reads a file, or the one named. Raises InputError where there is none, or more than one."""
    known = ", ".join(_found())
    if name is not None:
        if name not in _found():
            raise InputError(str(path), f"there is no source named {name!r}", f"Name one of: {known}.")
        return _found()[name]
    if is_store(path):
        raise InputError(str(path), "the folder is a store of the atlas and no input", "Keep stores beside the inputs.")
    if path.is_dir():
        raise InputError(str(path), "the folder cannot be opened", "Allow reading it, or name other inputs.")
    if not is_readable(path):
        raise InputError(str(path), "there is no such file", "Check the path.")
    able = [source for source in _found().values() if source.recognises(path)]
    # Who put a mapping beside a file has said what it is.
    able = [source for source in able if source.beside] or able
    if not able:
        refuse_unreadable(path)
        remedy = f"Name its source as NAME:{path.name}, with NAME one of: {known}."
        if path.suffix.lower() in TABLES:
            remedy += f" Or propose a mapping for it: python -m etl sources draft {path.name}"
        raise InputError(str(path), "no source recognises this file", remedy)
    if len(able) > 1:
        names = " and ".join(source.name for source in able)
        raise InputError(str(path), f"{names} both recognise this file", f"Name one of them as NAME:{path.name}.")
    return able[0]


def files_of(path: Path) -> list[Path]:
    """The input files of a folder (or a file itself), sorted by path; of an archive of several tables each of them.

    Among them what is to be told: a folder that cannot be opened, or that is a store.

    Left out: hidden files and folders, README files, `*.incidents.jsonl` (gold annotation),
    `*.about.txt` (what stands beside an export of ours), mappings of tables there.
    Raises InputError where the path does not exist.
    """
    if is_readable(path):
        return members_of(path) or [path]
    if is_store(path):
        return [path]
    if not path.is_dir():
        raise InputError(str(path), "there is no such file or folder", "Check the path.")
    found: list[Path] = []
    seen = {path.resolve()}
    closed: list[OSError] = []
    stores: list[Path] = []
    for folder, inner, names in os.walk(path, onerror=closed.append, followlinks=True):
        # A link may lead back up: each folder is walked once.
        real = {Path(folder, name).resolve(): name for name in inner}
        inner[:] = [name for place, name in real.items() if place not in seen]
        seen.update(real)
        stores.extend(Path(folder, name) for name in inner if is_store(Path(folder, name)))
        inner[:] = [name for name in inner if not is_store(Path(folder, name))]
        found.extend(Path(folder, name) for name in names)
    found = [p for p in found if (p.is_file() or p.is_symlink()) and _is_input(p.relative_to(path))]
    found = [p for p in found if not is_mapping_in(p, path)]
    found = [one for p in found for one in members_of(p) or [p]]
    return sorted([*found, *stores, *(Path(error.filename) for error in closed)])


def is_store(folder: Path) -> bool:
    """Whether a folder is a store that a build made."""
    return (folder / "current.json").is_file() and (folder / "versions").is_dir()


def _is_input(inside: Path) -> bool:
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and inside.stem.upper() != "README" and not inside.name.endswith(_BESIDE)
