"""Tables in mapped files: the same rows as in memory, in whatever order they are asked for."""

from __future__ import annotations

import numpy as np
import pyarrow as pa
import pytest

from etl.spilled import STRETCH, give_back, mapped, rows_at, spilled

TOTAL = 2 * STRETCH + 7


@pytest.fixture(scope="module")
def table():
    numbers = pa.array(np.arange(TOTAL))
    words = pa.array([None if n % 5 == 0 else f"é{n}" for n in range(TOTAL)])
    parts = pa.table({"n": numbers, "word": words, "list": pa.array([[n] * (n % 3) for n in range(TOTAL)])})
    return spilled(parts.schema, (parts.slice(begin, 10_000) for begin in range(0, TOTAL, 10_000)))


@pytest.mark.parametrize("kind", ["int64", "uint64"])  # sorting gives numbers without a sign
@pytest.mark.parametrize("order", ["any", "rising", "falling"])
def test_rows_come_in_the_order_in_which_they_are_asked_for(table, kind, order):
    rows = np.random.default_rng(1).integers(0, TOTAL, 5_000)
    rows = {"any": rows, "rising": np.unique(rows), "falling": np.unique(rows)[::-1]}[order]
    asked = pa.array(rows.astype(kind))
    assert rows_at(table, asked).equals(table.take(asked))


def test_no_row_and_rows_that_are_missing(table):
    assert rows_at(table, pa.array([], pa.int64())).num_rows == 0
    assert rows_at(table, pa.array([3, None])).column("n").to_pylist() == [3, None]


def test_what_was_given_back_can_be_looked_at_again(table):
    before = table["word"].to_pylist()
    give_back()
    assert table["word"].to_pylist() == before


@pytest.mark.parametrize("content", [b"", b"no table"])
def test_what_is_no_table_is_told(tmp_path, content):
    (tmp_path / "a.arrow").write_bytes(content)
    with pytest.raises(ValueError, match=r"empty|too small"):
        mapped(tmp_path / "a.arrow")
