"""Real rows of UCDP: one dataset's own rows stay apart, one id in two layouts is one event."""

from __future__ import annotations

import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pytest

from etl.items import Rows
from etl.matching import match
from etl.sources import recognise

SHARED = Path(__file__).parents[2].parent / "shared" / "data" / "sources"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/data/sources is not here")


def _rows(name, most=None):
    path = SHARED / name
    rows = [item for item in recognise(path).read(path) if isinstance(item, Rows)]
    tables = [one.incidents for one in rows], [one.reports for one in rows]
    return tuple(pa.concat_tables(parts).slice(0, most) for parts in tables)


def _both(one, other):
    return pa.concat_tables([one[0], other[0]]), pa.concat_tables([one[1], other[1]])


def test_601_ids_in_two_layouts_are_601_events():
    one, other = _rows("ucdp_ged_bangladesh_hdx.csv.gz"), _rows("ucdp_ged19.1_bangladesh_myanmar_raw.csv.gz")
    shared = pc.is_in(other[0]["incident_id"], value_set=one[0]["incident_id"].combine_chunks())
    assert pc.sum(shared).as_py() == one[0].num_rows == 601
    found = match(*_both(one, other))
    assert found.events.num_rows == other[0].num_rows
    assert found.matches.num_rows == 0


def test_two_releases_handed_in_as_two_datasets_match_and_never_wrongly():
    one, other = _rows("ucdp_ged_bangladesh_hdx.csv.gz"), _rows("ucdp_ged19.1_bangladesh_myanmar_raw.csv.gz")
    found = match(*_both(one, _as_older(*other)))
    pairs = [ids for ids in found.events["incident_ids"].to_pylist() if len(ids) > 1]
    right = sum(len({i.partition(":")[2] for i in ids}) == 1 for ids in pairs)
    assert right == len(pairs)
    assert right > 0.85 * 601


def test_the_rows_of_the_union_stay_apart_and_take_seconds():
    incidents, reports = _rows("ucdp_ged_union_49col.csv.gz", most=15_000)
    began = time.process_time()
    found = match(incidents, reports)
    assert time.process_time() - began < 10
    assert found.events.num_rows == incidents.num_rows
    again = match(incidents, reports, found.events)
    assert again.events.equals(found.events)


def _as_older(incidents, reports):
    for column in ("incident_id", "report_id", "source"):
        incidents = _renamed(incidents, column)
    for column in ("report_id", "source", "publisher"):
        reports = _renamed(reports, column)
    return incidents, reports


def _renamed(table, column):
    older = [
        f"older:{value.partition(':')[2]}" if ":" in value else f"older {value}" for value in table[column].to_pylist()
    ]
    return table.set_column(table.column_names.index(column), column, pa.array(older, pa.string()))
