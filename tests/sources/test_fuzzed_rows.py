"""Any cell of any table may hold anything: nothing crashes, no row is lost, and what is kept fits the tables."""

from __future__ import annotations

import contextlib
import csv
import io
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from etl.errors import InputError
from etl.items import GivenEvent, Notice, OutOfScope, Rejected, Rows
from etl.sources import sources
from etl.tables import incidents_table, pairs_of, rejects_table, reports_table, table_of

FIXTURES = Path(__file__).resolve().parents[1] / "fixtures" / "sources"
SAMPLES = {
    "acled": ("acled/31_columns.csv", ","), "gtd": ("gtd/135_columns.csv", ","),
    "gdelt": ("gdelt/61_columns.export.CSV", "\t"), "mapped": ("mapped/incidents.csv", ";"),
    "ucdp_ged": ("ucdp_ged/yearly_49_columns.csv", ","), "atlas_export": ("atlas_export/events.csv", ","),
}  # fmt: skip
NASTY = st.sampled_from([
    "", " ", "0", "-0", "-1", "-9", "-99", "999999999999", "1e400", "nan", "inf", "NA", "٣", "³", "１２",
    "0x10", "1_000",
    "2021-02-30", "0000-00-00", "9999-12-31", "0001-01-01", "31/12/9999", "1/1/0001", "20210230", "May 2021", "12/2020",
    "90.0001", "180", "-180", "0,0", "1,2,3", "5-3", "3+", "3.0", "=1+1", "'=1", "a\nb", "\r", "\x00", "\u2028", "🙂",
    "x" * 3_000, "[{}]", "{}", "[1]", "null", '"', "\\", " | ", "a/b", "/", "1/", "11/", "#", "GLOBALEVENTID",
])  # fmt: skip
CELLS = st.one_of(NASTY, st.text(st.characters(codec="utf-8"), max_size=12), st.integers(-100, 100).map(str))


def _rows(name: str) -> tuple[list[list[str]], str]:
    path, delimiter = SAMPLES[name]
    with (FIXTURES / path).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter)), delimiter


def _items(name: str, rows: list[list[str]], delimiter: str) -> list[object]:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(rows)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "t.csv"
        path.write_bytes(text.getvalue().encode())
        if name == "mapped":
            mapping = FIXTURES / "mapped" / "incidents.csv.toml"
            (Path(folder) / "t.csv.toml").write_bytes(mapping.read_bytes())
        items = sources()[name].read(path)
        return [one for item in items for one in (pairs_of(item) if isinstance(item, Rows) else (item,))]


def _check(items: list[object], expected: int) -> None:
    rows = [item for item in items if not isinstance(item, Notice)]
    assert len(rows) == expected
    assert all(isinstance(item, tuple | GivenEvent | Rejected | OutOfScope) for item in rows)
    told = [item for item in rows if isinstance(item, tuple)]
    given = [item for item in rows if isinstance(item, GivenEvent)]
    texts = {report.report_id: report.text for item in given for report in item.reports}
    pairs = [(report.text, incident) for report, incident in told]
    pairs += [(texts[incident.report_id], incident) for item in given for incident in item.incidents]
    for text, incident in pairs:
        assert all(0 <= s.start <= s.end <= len(text) for spans in incident.evidence.values() for s in spans)
        if incident.latitude is not None:
            assert -90 <= incident.latitude <= 90
            assert -180 <= incident.longitude <= 180
        if incident.date_start and incident.date_end:
            assert incident.date_start <= incident.date_end
    assert incidents_table([incident for _, incident in pairs]).num_rows == len(pairs)
    assert reports_table([report for report, _ in told]).num_rows == len(told)
    assert table_of("events", [item.event for item in given]).num_rows == len(given)
    assert rejects_table([item for item in rows if isinstance(item, Rejected)]).num_columns == 6


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_cells_that_hold_anything(name, data):
    rows, delimiter = _rows(name)
    first = 0 if name == "gdelt" else 1
    for _ in range(data.draw(st.integers(1, 4))):
        row = data.draw(st.integers(1, len(rows) - 1))  # the first line says what the file is
        column = data.draw(st.integers(0, len(rows[row]) - 1))
        rows[row][column] = data.draw(CELLS)
    blank = sum(not any(row) for row in rows[first:])
    _check(_items(name, rows, delimiter), len(rows) - first - blank)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "gdelt"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_headers_that_say_anything(name, data):
    rows, delimiter = _rows(name)
    column = data.draw(st.integers(0, len(rows[0]) - 1))
    rows[0][column] = data.draw(st.one_of(CELLS, st.sampled_from(rows[0])))
    # A header without a needed column makes the file unreadable, which is told and no crash.
    with contextlib.suppress(InputError):
        _check(_items(name, rows, delimiter), len(rows) - 1)


@pytest.mark.parametrize("name", SAMPLES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_rows_that_are_cut_or_too_long_are_told(name, data):
    rows, delimiter = _rows(name)
    first = 0 if name == "gdelt" else 1
    row = data.draw(st.integers(1, len(rows) - 1))
    rows[row] = rows[row][: data.draw(st.integers(1, len(rows[row])))] + data.draw(st.lists(CELLS, max_size=3))
    blank = sum(not any(row) for row in rows[first:])
    _check(_items(name, rows, delimiter), len(rows) - first - blank)
