"""Damage and contradictions are named."""

from __future__ import annotations

import json

import pyarrow as pa
from small_store import TEXT, build, small_tables

from etl.tables import table_of


def _changed(table, column, values):
    index = table.column_names.index(column)
    return table.set_column(index, table.schema.field(column), pa.array(values, type=table.schema.field(column).type))


def test_a_sound_version_has_no_problem(store):
    assert build(store, small_tables(number=3)).verify() == []


def test_a_missing_and_a_torn_file_are_named(store):
    version = build(store, small_tables())
    version.table("events").unlink()
    path = version.table("reports")
    path.write_bytes(path.read_bytes()[:-20])
    (version.folder / "search.sqlite").write_bytes(b"x" * (version.folder / "search.sqlite").stat().st_size)
    found = [line.split(":")[0] for line in sorted(version.verify()) if not line.startswith("public/")]
    assert found == ["events.parquet", "reports.parquet", "search.sqlite"]


def test_a_manifest_that_tells_other_counts_is_named(store):
    version = build(store, small_tables())
    path = version.folder / "manifest.json"
    content = json.loads(path.read_text())
    content["files"]["events.parquet"]["rows"] = 7
    path.write_text(json.dumps(content))
    assert store.current().verify() == ["events.parquet: 1 rows where the manifest says 7"]


def _of_the_whole(version):
    return [problem for problem in version.verify() if not problem.startswith("public/")]


def test_an_edition_is_checked_as_well(store):
    version = build(store, small_tables())
    (version.public.folder / "events.parquet").unlink()
    assert version.verify() == ["public/events.parquet: the file is missing"]
    (version.public.folder / "manifest.json").write_text("{torn", encoding="utf-8")
    assert version.verify() == ["public/manifest.json: cannot be read"]


def test_an_account_that_does_not_close_is_named(store):
    file = {"file": "a.csv", "rows": 9, "kept": 5, "out_of_scope": 1, "rejected": 1, "merged": 1}
    version = build(store, small_tables(), inputs=[file], counts={"events": 2, "reports": 1})
    assert version.verify() == [
        "a.csv: 9 rows went in where 8 are accounted for",
        "the manifest counts 2 events where 1 are written",
    ]


def test_references_that_lead_nowhere_are_named(store):
    tables = small_tables(number=2)
    tables["reports"] = tables["reports"].slice(0, 1)
    tables["matches"] = table_of("matches", [{"event_id": "ev-9", "left_id": "ours:0#1", "right_id": "ours:8#1"}])
    tables["aliases"] = table_of("aliases", [{"old_id": "ev-old", "event_id": "ev-gone"}])
    found = "\n".join(build(store, tables).verify())
    assert "incidents tell of a report that is missing: ours:1#1 -> ours:1" in found
    assert "matches name an incident that is missing: ours:0#1 -> ours:8#1" in found
    assert "matches name an event that is missing: ours:0#1 -> ev-9" in found
    assert "old ids lead to an event that is missing: ev-old -> ev-gone" in found


def test_an_incident_in_two_events_is_named(store):
    tables = small_tables(number=2)
    tables["events"] = _changed(tables["events"], "incident_ids", [["ours:0#1"], ["ours:0#1"]])
    assert _of_the_whole(build(store, tables)) == ["incidents belong to more than one event: ours:0#1"]


def test_a_span_outside_its_text_is_named(store):
    tables = small_tables()
    outside = [[{"field": "date", "start": 3, "end": len(TEXT) + 1}]]
    tables["incidents"] = _changed(tables["incidents"], "evidence", outside)
    assert _of_the_whole(build(store, tables)) == ["spans lie outside their report's text: ours:0#1 (date)"]


def test_a_count_told_in_other_words_than_its_span_is_named(store):
    tables = small_tables()
    tables["incidents"] = _changed(tables["incidents"], "wounded_told", ["cinq"])
    assert _of_the_whole(build(store, tables)) == [
        "counts are told in other words than their spans': ours:0#1 (wounded)"
    ]


def test_a_value_that_its_span_does_not_say_is_named(store):
    tables = small_tables()
    where = {"field": "place", "start": 0, "end": 6}
    tables["incidents"] = _changed(tables["incidents"], "places", [["Bagdad"]])
    tables["incidents"] = _changed(tables["incidents"], "evidence", [[where]])
    assert build(store, tables).verify() == []
    tables["incidents"] = _changed(tables["incidents"], "places", [["Bassora", "Bagdad"]])
    assert _of_the_whole(build(store, tables)) == ["values are not in their spans: ours:0#1 (place: Bassora)"]


def test_a_link_that_leads_nowhere_or_points_outside_its_text_is_named(store):
    told = {"kind": "answers_to", "from_event_id": "ev-0", "to_event_id": "ev-9", "from_incident_id": "ours:0#1",
            "to_incident_id": "ours:9#1", "report_id": "ours:0", "start": 0, "end": len(TEXT) + 1}  # fmt: skip
    version = build(store, {**small_tables(), "links": table_of("links", [told])})
    assert _of_the_whole(version) == [
        "links name an event that is missing: ours:0 -> ev-9",
        "links name an incident that is missing: ours:0 -> ours:9#1",
        "spans lie outside their report's text: ours:0 (links)",
    ]
