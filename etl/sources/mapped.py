"""Any other table: a TOML file beside it, or named in its stead, tells which column is what (docs/sources.md)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from etl.errors import InputError
from etl.items import Item, Licence, Source
from etl.sources._beside import mapping_beside, table_beside
from etl.sources._mapped_table import read_mapped, source_of
from etl.sources._mapping import TableMapping
from etl.sources._mapping_file import mapping_of


def _recognises(path: Path) -> bool:
    return _pair(path) is not None


def _pair(path: Path) -> tuple[Path, Path] | None:
    """The mapping and the table of a file that is one of the two; None where the other is not there."""
    mapping, table = (path, table_beside(path)) if path.suffix == ".toml" else (mapping_beside(path), path)
    return (mapping, table) if mapping and table else None


def _beside(path: Path) -> tuple[Path, ...]:
    return tuple(one for one in _pair(path) or () if one != path)


def _read(path: Path) -> Iterator[Item]:
    mapping, table = _pair_of(path)
    return read_mapped(table, mapping_of(mapping))


def _pair_of(path: Path) -> tuple[Path, Path]:
    pair = _pair(path)
    if pair is None:
        raise InputError(str(path), "no mapping lies beside it", f"Make one: python -m etl sources draft {path.name}")
    return pair


def _described(path: Path, _name: str) -> Source:
    try:
        mapping = mapping_of(_pair_of(path)[0])
    except InputError:
        return SOURCE
    return _of(mapping)


def _of(mapping: TableMapping) -> Source:
    return replace(source_of(f"mapped:{mapping.prefix}", mapping, _recognises, _read), beside=_beside)


SOURCE = Source(
    name="mapped",
    title="A table with a mapping",
    publisher="The publisher that the mapping names",
    licence=Licence("What the mapping tells", "", display=False, text=False, export=False),
    citation="What the mapping tells",
    recognises=_recognises,
    read=_read,
    beside=_beside,
    described=_described,
)
