"""A match that goes on from what an earlier one found gives what a match of everything at once gives."""

from __future__ import annotations

from datetime import date, timedelta

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_to_match import BAGHDAD, ERBIL, TAJI, by, incident, tables

from etl.matching import match

_PLACES = st.sampled_from([BAGHDAD, TAJI, ERBIL, (33.4, 44.4), (33.9, 44.9), None])
_DATASETS = ("d", "e", "m")
_ROW = st.builds(
    lambda report, number, place, day, width, told: incident(
        report, number=number, place=place, day=date(2020, 7, day), until=date(2020, 7, day) + timedelta(width), **told
    ),
    st.sampled_from(["a:one", "b:one", "c:one", *(f"{source}:{n}" for source in _DATASETS for n in range(6))]),
    st.integers(1, 2), _PLACES, st.integers(1, 6), st.sampled_from([0, 0, 0, 1, 6, 30]),
    st.builds(
        lambda killed, actor, kind, target: {
            "killed": killed, "attributions": by(actor) if actor else [], "event_type": kind, "targets": [target]
        },
        st.sampled_from([None, 0, 3, 14]), st.sampled_from(["", "Red Brigade", "Blue Guards"]),
        st.sampled_from(["shelling", "bombing", "protest"]), st.sampled_from(["embassy", "camp gate", "convoy"]),
    ),
)  # fmt: skip
_BUILDS = st.lists(st.lists(_ROW, max_size=16, unique_by=lambda row: row["incident_id"]), min_size=2, max_size=4)


@settings(deadline=None, max_examples=6)
@given(builds=_BUILDS, grows=st.booleans())
def test_what_was_found_before_changes_nothing(builds, grows):
    _check_builds(builds, grows)


@pytest.mark.soak
@settings(deadline=None, max_examples=60)
@given(builds=_BUILDS, grows=st.booleans())
def test_what_was_found_before_changes_nothing_for_long(builds, grows):
    _check_builds(builds, grows)


def _check_builds(builds, grows):
    """Reports come, change and go; with `grows` none goes."""
    memory, rows = {}, {}
    for build in builds:
        rows = {**(rows if grows else {}), **{row["incident_id"]: row for row in build}}
        told = _told(rows.values())
        anew, again = match(*told), match(*told, memory=memory)
        assert again.events.equals(anew.events)
        assert again.matches.equals(anew.matches)
        memory = again.memory


def test_a_late_report_touches_what_lies_near_it_and_nothing_else():
    far = [
        incident(f"{source}:{n}", place=(10.0 + 4 * (n % 9), 5.0 + n // 9), day=date(2001, 1, 1) + timedelta(9 * n))
        for n in range(200)
        for source in "de"
    ]
    first = match(*_told(far))
    assert first.touched == 400
    late = match(*_told([*far, incident("a:late", place=(10.0, 5.0), day=date(2001, 1, 1))]), memory=first.memory)
    assert 3 <= late.touched < 20
    again = match(*_told(far), memory=first.memory)
    assert again.touched == 0
    assert again.events.equals(first.events)


def test_what_meets_no_late_report_is_not_compared_even_where_nothing_is_remembered():
    alone = [incident(f"d:{n}", day=date(2001, 1, 1) + timedelta(9 * n)) for n in range(50)]
    late = match(*_told([*alone, incident("a:late", day=date(2001, 1, 1))]), memory=match(*_told(alone)).memory)
    assert late.touched == 2


def test_a_report_that_only_says_more_is_told_in_the_event():
    rows = [incident("a:one", killed=3), incident("b:two", killed=3)]
    first = match(*_told(rows))
    more = match(*_told([rows[0], {**rows[1], "launched_from": ["the hills"]}]), memory=first.memory)
    assert more.events["launched_from"].to_pylist() == [["the hills"]]


def test_a_memory_of_another_kind_is_no_memory():
    told = _told([incident("a:one", killed=3), incident("b:two", killed=3)])
    assert match(*told, memory={"seen": pa.table({"i": [1]})}).events.equals(match(*told).events)


def _told(rows):
    """The tables, rows of _DATASETS as rows of datasets; "m" is placed by a machine."""
    incidents, reports = tables([{**row, "machine_coded": row["source"] == "m"} for row in rows])
    forms = ["row" if source in _DATASETS else "text" for source in reports["source"].to_pylist()]
    return incidents, reports.set_column(reports.column_names.index("form"), "form", pa.array(forms, pa.string()))
