"""One DuckDB connection a process, a cursor a call; values are always bound, never written into the SQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa

from etl.errors import StoreError
from etl.store import Version

THREADS = 2
"""Threads that the queries of all readers share; more of them only queue on a laptop."""


@cache
def _connection() -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect(":memory:")
    connection.execute(f"set threads = {THREADS}")
    connection.execute("set parquet_metadata_cache = true")
    connection.execute("set enable_progress_bar = false")
    return connection


def file(version: Version, table: str) -> str:
    """The Parquet file of a table, to be bound to read_parquet(?)."""
    return str(version.table(table))


@contextmanager
def _reading() -> Iterator[duckdb.DuckDBPyConnection]:
    try:
        yield _connection().cursor()
    except (duckdb.IOException, duckdb.InvalidInputException) as error:
        raise StoreError(f"the store cannot be read ({error}). Build again: python -m etl build") from error


def run(sql: str, values: Mapping[str, Any]) -> None:
    """A statement without an answer."""
    with _reading() as cursor:
        cursor.execute(sql, values)


def one(sql: str, values: Sequence[Any] | Mapping[str, Any]) -> tuple[Any, ...] | None:
    """The first row of the answer. Every question raises StoreError where a file of the version is gone or damaged."""
    with _reading() as cursor:
        return cursor.execute(sql, values).fetchone()


def every(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """All rows of the answer."""
    with _reading() as cursor:
        return cursor.execute(sql, values).fetchall()


def frame(sql: str, values: Sequence[Any]) -> pd.DataFrame:
    """The answer as a DataFrame; by way of Arrow, which takes half the time that DuckDB's own way takes."""
    answer: pd.DataFrame = arrow(sql, values).to_pandas()
    return answer


def arrow(sql: str, values: Sequence[Any]) -> pa.Table:
    """The answer as an Arrow table."""
    with _reading() as cursor:
        return cursor.sql(sql, params=list(values)).to_arrow_table()
