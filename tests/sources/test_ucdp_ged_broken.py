"""Broken files: nothing is lost, nothing crashes, and the account closes."""

from __future__ import annotations

import csv
import gzip
import io
import random
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import InputError
from etl.items import Notice, Rejected
from etl.sources import sources
from etl.tables import rejects_table

ROW = {
    "id": "1", "type_of_violence": "1", "where_prec": "1", "where_coordinates": "Well town", "country": "Chad",
    "latitude": "13.8", "longitude": "20.8", "date_prec": "1", "date_start": "2019-03-03", "date_end": "2019-03-03",
    "side_a": "Side A", "side_b": "Side B", "best": "3", "low": "2", "high": "5", "source_date": "2019-03-04",
    "number_of_sources": "2",
}  # fmt: skip
COLUMNS, GOOD = tuple(ROW), tuple(ROW.values())
CELL = st.one_of(
    st.sampled_from(
        [*GOOD, "", "-1", "0", "NA", "1e400", "nan", "١", "9" * 30, "4/3/2019", "17/3/2019", "a\nb", '"', "=1"]
    ),
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=12),
)
SLOW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def written(path, rows):
    text = io.StringIO()
    csv.writer(text).writerows([COLUMNS, *rows])
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    return path


@SLOW
@given(rows=st.lists(st.tuples(*[st.one_of(st.just(good), CELL) for good in GOOD]), max_size=8))
def test_rows_in_are_items_out(take, tmp_path, rows):
    found = take("ucdp_ged", written(tmp_path / "x.csv", rows))
    # A row of nothing but empty cells is a blank line; one of nothing but tags under the header is HXL's.
    tags = rows[:1] and all(not c or c.startswith("#") for c in rows[0]) and any(rows[0])
    assert found.accounted == sum(any(row) for row in rows) - bool(tags)
    for report, incident in found.rows:
        assert incident.date_start <= incident.date_end
        assert all(0 <= s.start < s.end <= len(report.text) for spans in incident.evidence.values() for s in spans)
        assert (incident.latitude is None) == (incident.longitude is None)


@SLOW
@given(content=st.binary(max_size=400), cut=st.integers(0, 3000))
def test_broken_bytes_are_named_and_never_crash(take, fixtures, tmp_path, content, cut):
    good = (fixtures / "ucdp_ged" / "yearly_49_columns.csv").read_bytes()
    path = tmp_path / "x.csv"
    header_end = good.index(b"\n") + 1
    path.write_bytes(good[: header_end + cut] + content)
    found = take("ucdp_ged", path)
    assert all(i.file and i.message if isinstance(i, Notice) else i for i in found.items)
    assert all(r.row > 1 and r.reason and r.remedy for r in found.items if isinstance(r, Rejected))


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfei\x00d\x00", b"{", b'{"a": 1}', b"[1, 2"])
def test_a_file_that_is_no_table_is_named(take, tmp_path, content):
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    with pytest.raises(InputError, match=r"x\.csv"):
        take("ucdp_ged", path)


def test_a_file_cut_short_gives_what_came_before(fixtures, tmp_path):
    header, row = (fixtures / "ucdp_ged" / "yearly_49_columns.csv").read_bytes().split(b"\n")[:2]
    noise = random.Random(7)
    lines = [row.replace(b"market", noise.randbytes(8).hex().encode()) for _ in range(2000)]
    packed = gzip.compress(b"\n".join([header, *lines]))
    path = tmp_path / "x.csv.gz"
    path.write_bytes(packed[: len(packed) // 2])
    kept = []
    with pytest.raises(InputError, match=r"x\.csv\.gz: the file is damaged"):
        kept.extend(sources()["ucdp_ged"].read(path))
    assert 0 < len(kept) < 2000


def test_archives_that_are_damaged_or_hold_several_tables_are_named(take, tmp_path):
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.csv", "id")
        archive.writestr("b.csv", "id")
    with pytest.raises(InputError, match=r"should hold one table and holds a\.csv, b\.csv"):
        take("ucdp_ged", path)
    path.write_bytes(b"PK\x03\x04 and nothing else")
    with pytest.raises(InputError, match="damaged"):
        take("ucdp_ged", path)


def test_an_open_quotation_mark_swallows_no_row_in_silence(take, tmp_path):
    rows = [(str(n), *GOOD[1:]) for n in range(1, 40)]
    path = written(tmp_path / "x.csv", rows)
    path.write_text(path.read_text().replace("\n5,1,1,Well town", '\n5,1,1,"Well town'), newline="")
    found = take("ucdp_ged", path)
    assert len(found.rows) == 4
    assert [r.row for r in found.rejected] == [6]
    assert "cells and the header names 17" in found.rejected[0].reason


def test_half_characters_in_json_are_rejected(take, tmp_path):
    path = tmp_path / "x.json"
    path.write_text('[{"id":1,"type_of_violence":1,"date":"2019-03-03","latitude":1,"longitude":1,"best":1,'
                    '"country":"Chad","side_a":"\\ud800"}, 7]')  # fmt: skip
    found = take("ucdp_ged", path)
    assert {r.row: r.reason for r in found.rejected} == {
        1: "a cell holds half a character",
        2: "the entry is no object",
    }
    assert sorted(rejects_table(found.rejected)["value"].to_pylist()) == ["7", "\\ud800"]
