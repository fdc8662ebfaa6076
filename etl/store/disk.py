"""Writing files so that a crash leaves the old one or the new one, never half of either."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from etl.spilled import give_back, rows_at

ROW_GROUP = 32_768
"""Rows a Parquet row group: small enough that a filter on month or place skips most of the file."""


def flush_file(path: Path) -> None:
    """Ask the disk to hold the file's bytes."""
    with path.open("rb+") as opened:
        os.fsync(opened.fileno())


def flush_folder(path: Path) -> None:
    """Ask the disk to hold the folder's names, where the system lets a folder be opened."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def replace_json(path: Path, content: dict[str, Any]) -> None:
    """Write JSON beside `path`, flush it, then put it in place in one step."""
    beside = path.with_name(f".{path.name}.{os.getpid()}.new")
    beside.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    flush_file(beside)
    os.replace(beside, path)
    flush_folder(path.parent)


def write_parquet(path: Path, table: pa.Table, order: pa.Array) -> None:
    """The rows of a table by their numbers, as one zstd-compressed Parquet file, flushed; sorted a row group a time."""
    with pq.ParquetWriter(path, table.schema, compression="zstd") as writer:
        for begin in range(0, len(order), ROW_GROUP):
            writer.write_table(rows_at(table, order.slice(begin, ROW_GROUP)))
            give_back()
    flush_file(path)


def sha256(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()
