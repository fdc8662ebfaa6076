"""A table and the TOML file that maps it, by their names.

`events.csv.gz` is mapped by `events.csv.gz.toml`, `events.csv.toml` or `events.toml` in its folder; a mapping that lies
elsewhere names its table under `file`. A table in an archive is mapped by its own name, beside the archive.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from etl.sources._archives import on_disk

TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".json", ".geojson", ".gz", ".zip")
"""Endings of the files that may be tables."""


def mapping_beside(table: Path) -> Path | None:
    """The mapping of a table, by its name; None where there is none."""
    if table.suffix.lower() not in TABLES:
        return None
    name, folder = table.name, on_disk(table).parent
    while True:
        found = folder / f"{name}.toml"
        if found.is_file():
            return found
        shorter = name.rpartition(".")[0]
        if not shorter or Path(name).suffix.lower() not in TABLES:
            return None
        name = shorter


def table_beside(mapping: Path) -> Path | None:
    """The table that a mapping names or is named after; None where it is not there, or more than one is."""
    try:
        named = tomllib.loads(mapping.read_text(encoding="utf-8")).get("file")
    except (OSError, ValueError):
        named = None  # what is wrong with it is told when the table is read
    if isinstance(named, str):
        found = mapping.parent / named
        return found if found.is_file() else None
    own = mapping.name.removesuffix(".toml")
    if (mapping.parent / own).is_file():
        return mapping.parent / own
    beside = sorted(p for p in mapping.parent.glob("*") if p != mapping and mapping_beside(p) == mapping)
    return beside[0] if len(beside) == 1 else None


def is_mapping_in(mapping: Path, folder: Path) -> bool:
    """Whether a TOML file maps a table of a folder, so that it is no input of its own there."""
    table = table_beside(mapping) if mapping.suffix == ".toml" else None
    return table is not None and mapping_beside(table) == mapping and table.resolve().is_relative_to(folder.resolve())
