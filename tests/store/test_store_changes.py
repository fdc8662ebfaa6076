"""What changed between two builds."""

from __future__ import annotations

import pyarrow as pa
import pyarrow.compute as pc
from small_store import OURS, build, small_tables

from etl.tables import table_of


def _with(tables, **changes):
    """The tables with some columns of the events changed: {event_id: {column: value}}."""
    rows = [row | changes.get(row["event_id"].replace("-", "_"), {}) for row in tables["events"].to_pylist()]
    return {**tables, "events": pa.Table.from_pylist(rows, tables["events"].schema)}


def _told(version):
    return [tuple(row.values()) for row in version.read("changes").to_pylist()]


def test_the_first_build_has_nothing_to_be_compared_with(store):
    version = build(store, small_tables())
    assert (version.manifest["changes"], _told(version)) == ({}, [])


def test_events_added_changed_merged_and_removed_are_told_with_old_and_new(store):
    before = build(store, small_tables(number=4))
    after = _with(small_tables(number=6), ev_1={"killed_best": 3, "weapons": ["roquette", "mine"]})
    gone = pa.array(["ev-2", "ev-3", "ev-5"])
    after["events"] = after["events"].filter(pc.invert(pc.is_in(after["events"]["event_id"], value_set=gone)))
    after["aliases"] = table_of("aliases", [{"old_id": "ev-2", "event_id": "ev-0"}])
    version = build(store, after)
    assert version.manifest["changes"] == {"since": before.build, "added": 1, "changed": 1, "merged": 1, "removed": 1}
    assert _told(version) == [
        ("ev-4", "added", "shelling, 2020-07-05, Bagdad", None, None, None),
        ("ev-1", "changed", "shelling, 2020-07-02, Bagdad", "killed_best", None, "3"),
        ("ev-1", "changed", "shelling, 2020-07-02, Bagdad", "weapons", '["roquette"]', '["roquette","mine"]'),
        ("ev-2", "merged", "shelling, 2020-07-03, Bagdad", None, None, "ev-0"),
        ("ev-3", "removed", "shelling, 2020-07-04, Bagdad", None, None, None),
    ]
    assert version.verify() == []


def test_a_build_of_the_same_events_changes_none(store):
    build(store, small_tables(number=3))
    version = build(store, small_tables(number=3))
    assert set(version.manifest["changes"].values()) - {version.manifest["changes"]["since"]} == {0}
    assert _told(version) == []


def test_an_event_that_became_sensitive_does_not_tell_what_it_was(store):
    build(store, small_tables())
    version = build(store, _with(small_tables(), ev_0={"latitude": 33.25, "places": [], "sensitivity": "coarse_place"}))
    assert [row[3:] for row in _told(version)] == [("sensitivity", None, "coarse_place")]


def test_what_may_leave_is_compared_with_what_might_leave_before_and_names_nothing_gone(store):
    build(store, small_tables(number=2))
    version = build(store, small_tables(number=1))
    assert _told(version.public) == [("ev-1", "removed", None, None, None, None)]


def test_the_values_of_a_source_that_may_no_longer_leave_are_not_told_as_old_ones(store):
    build(store, small_tables())
    with store.writing() as writer:
        tables = _with(small_tables(), ev_0={"killed_best": 9})
        writer.put_edition("public", tables, {"sources": [{**OURS, "name": "another"}]})
        version = writer.finish({"sources": [OURS]})
    assert version.public.manifest["changes"] == {}
    assert _told(version.public) == []


def test_a_damaged_version_before_stops_no_build(store):
    before = build(store, small_tables())
    path = before.table("events")
    path.write_bytes(b"x" * path.stat().st_size)
    version = build(store, small_tables())
    assert version.manifest["changes"] == {}
    assert version.verify() == []
