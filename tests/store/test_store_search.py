"""Full text without regard to accents and case."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_store import build, small_tables

from etl.store import search
from etl.store.search import ask, expression, write_index


@pytest.mark.parametrize(
    "query", ["BLESSE", "blessé", "hopital", "hôp", "kataib", "roquette radio", '"pres de l\'hopital"', "bagdad?", "5"]
)
def test_words_are_found_wherever_they_stand(store, query):
    assert build(store, small_tables()).search(query) == ["ev-0"]


@pytest.mark.parametrize("query", ["moscou", "roquette moscou", '"hopital pres"', "", "  ", "?!"])
def test_words_that_are_not_there_find_nothing(store, query):
    assert build(store, small_tables()).search(query) == []


def test_of_a_row_the_cells_are_found_and_not_the_names_of_columns(store):
    tables = small_tables()
    text = "side_a: Blue Guards\nbest: 12\nsource_headline: Shells fall on Harbour"
    row = tables["reports"].to_pylist()[0] | {"form": "row", "text": text}
    tables["reports"] = pa.Table.from_pylist([row], schema=tables["reports"].schema)
    told = tables["incidents"].to_pylist()[0] | {"evidence": [{"field": "incident", "start": 0, "end": len(text)}]}
    tables["incidents"] = pa.Table.from_pylist([told], schema=tables["incidents"].schema)
    version = build(store, tables)
    assert version.search("guards harbour") == ["ev-0"]
    assert version.search("source_headline") == version.search("best") == version.search("12") == []


@pytest.mark.parametrize("number", [1, 16, 17, 47])
def test_every_event_of_a_store_of_many_stretches_is_found(store, number, monkeypatch):
    monkeypatch.setattr(search, "_STRETCH", 1)
    found = build(store, small_tables(number=number)).search("bagdad", limit=100)
    assert sorted(found) == sorted(f"ev-{one}" for one in range(number))


def test_the_limit_holds(store):
    assert len(build(store, small_tables(number=5)).search("bagdad", limit=2)) == 2


@given(query=st.text())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
def test_whatever_a_reader_types_is_a_question(tmp_path_factory, query):
    base = tmp_path_factory.getbasetemp() / "typed"
    if not base.exists():
        base.mkdir()
        import pyarrow.parquet as pq

        for name, table in small_tables().items():
            pq.write_table(table, base / f"{name}.parquet")
        write_index(base, base / "search.sqlite")
    found = ask(base / "search.sqlite", query, 10)
    assert found in ([], ["ev-0"])
    assert bool(expression(query)) or not found
