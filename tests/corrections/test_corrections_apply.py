"""What decisions change, and what becomes of those whose target is lost."""

from __future__ import annotations

from collections import namedtuple
from datetime import date

import pytest

from etl.corrections import Correction, apply, apply_to_incidents

Place = namedtuple("Place", "latitude longitude precision radius_km country admin1")
DAM = Place(13.5, 20.5, "site", 1.0, "TD", "Ouaddaï")


def place_of(gazetteer_id):
    return DAM if gazetteer_id == "site:dam" else None


def decision(number, target, action, field="", value="", *, day=1, incidents=()):
    return Correction(
        f"c{number}", target, action, field, value, "desk", date(2026, 1, day), "why", incidents, "x.csv", number
    )


def applied(tables, *decisions):
    """Events and incidents by id after the decisions, with the ids applied and those that no longer apply."""
    first = apply_to_incidents(decisions, tables["incidents"], place_of)
    then = apply(decisions, tables["events"], first.incidents, tables["aliases"], place_of)
    events = {row["event_id"]: row for row in then.events.to_pylist()}
    incidents = {row["incident_id"]: row for row in then.incidents.to_pylist()}
    assert then.events.schema == tables["events"].schema
    assert then.incidents.schema == tables["incidents"].schema
    missed = [*first.no_longer_applying, *then.no_longer_applying]
    return events, incidents, {*first.applied_ids, *then.applied_ids}, missed


def test_nothing_decided_changes_nothing(tables):
    assert apply_to_incidents((), tables["incidents"], place_of).incidents is tables["incidents"]
    then = apply((), tables["events"], tables["incidents"], tables["aliases"], place_of)
    assert (then.events, then.incidents) == (tables["events"], tables["incidents"])


def test_a_field_of_an_event_is_set_and_the_decision_is_named(tables):
    events, _, done, missed = applied(tables, decision(1, "ev-1", "set", "killed", "3-8"))
    event = events["ev-1"]
    assert [event[f"killed_{p}"] for p in ("low", "best", "high", "told")] == [3, None, 8, "3-8"]
    assert event["corrections"] == ["c1"]
    assert {"field": "killed", "incident_id": None, "rule": "correction c1"} in event["origins"]
    assert [o for o in event["origins"] if o["field"] == "killed"] == event["origins"][-1:]
    assert (done, missed) == ({"c1"}, [])
    assert events["ev-2"]["corrections"] == []


@pytest.mark.parametrize(
    ("field", "value", "column", "wanted"),
    [
        ("status", "foiled", "status", "foiled"),
        ("date_start", "2019-03-02", "date_start", date(2019, 3, 2)),
        ("date_end", "", "date_end", None),
        ("weapons", "rocket|mortar", "weapons", ["rocket", "mortar"]),
        ("killed", "", "killed_told", None),
        ("killed", "5-", "killed_high", None),
        ("killed", "5-", "killed_best", 5),
        ("wounded", "0", "wounded_high", 0),
        ("country", "SD", "country", "SD"),
    ],
)
def test_values_are_typed_for_events_and_incidents_alike(tables, field, value, column, wanted):
    events, incidents, *_ = applied(
        tables, decision(1, "ev-1", "set", field, value), decision(2, "r4#1", "set", field, value)
    )
    assert events["ev-1"][column] == wanted
    assert incidents["r4#1"][column] == wanted


def test_setting_who_did_it_sets_the_actors_of_the_event(tables):
    value = '[{"actor": "Side B", "stance": "accused", "by": "a minister"}]'
    events, *_ = applied(tables, decision(1, "ev-1", "set", "attributions", value))
    assert events["ev-1"]["attributions"] == [{"actor": "Side B", "stance": "accused", "by": "a minister"}]
    assert events["ev-1"]["actors"] == ["Side B"]


def test_a_corrected_value_no_longer_points_at_words_that_do_not_say_it(tables):
    _, incidents, *_ = applied(tables, decision(1, "r1#1", "set", "killed", "3"))
    assert {e["field"] for e in incidents["r1#1"]["evidence"]} == {"place", "incident"}


def test_an_event_names_the_decisions_on_its_incidents(tables):
    events, *_ = applied(tables, decision(1, "r3#1", "set", "status", "foiled"))
    assert events["ev-2"]["corrections"] == ["c1"]


def test_a_place_by_point_and_by_gazetteer_id(tables):
    events, incidents, _, missed = applied(
        tables,
        decision(1, "ev-1", "place", value="13.1,20.2,district"),
        decision(2, "r4#1", "place", value="site:dam"),
        decision(3, "ev-2", "place", value="site:none"),
    )
    event, incident = events["ev-1"], incidents["r4#1"]
    assert (event["latitude"], event["place_precision"], event["radius_km"]) == (13.1, "district", 25.0)
    assert event["gazetteer_id"] == ""
    assert (incident["longitude"], incident["gazetteer_id"], incident["admin1"]) == (20.5, "site:dam", "Ouaddaï")
    assert [m.reason for m in missed] == ["the gazetteer holds no place 'site:none'"]
    assert events["ev-2"]["corrections"] == []


def test_rejected_events_and_incidents_leave_the_tables(tables):
    events, incidents, *_ = applied(tables, decision(1, "ev-2", "reject"), decision(2, "r1#1", "reject"))
    assert set(events) == {"ev-1", "ev-3"}
    assert set(incidents) == {"r4#1"}


def test_a_restore_undoes_what_came_before_and_nothing_after(tables):
    events, incidents, done, _ = applied(
        tables,
        decision(1, "ev-1", "reject", day=1),
        decision(2, "ev-1", "restore", day=2),
        decision(3, "ev-3", "set", "status", "foiled", day=1),
        decision(4, "ev-3", "restore", "status", day=2),
        decision(5, "ev-3", "set", "status", "threatened", day=3),
        decision(6, "r2#1", "restore", day=1),
        decision(7, "r2#1", "reject", day=2),
    )
    assert "ev-1" in events
    assert events["ev-3"]["status"] == "threatened"
    assert "r2#1" not in incidents
    assert done == {"c5", "c7"}


def test_an_old_id_is_found_by_its_alias_or_by_its_incidents(tables):
    events, *_ = applied(
        tables,
        decision(1, "ev-0", "set", "status", "foiled"),
        decision(2, "ev-lost", "set", "status", "threatened", incidents=("r4#1", "r-gone#1")),
    )
    assert (events["ev-2"]["status"], events["ev-3"]["status"]) == ("foiled", "threatened")


def test_a_rejected_event_never_takes_one_along_that_it_was_merged_into(tables):
    events, _, done, missed = applied(tables, decision(1, "ev-0", "reject", incidents=("r2#1",)))
    assert "ev-2" in events
    assert not done
    assert "holds more than what was rejected" in missed[0].reason
    events, *_ = applied(tables, decision(1, "ev-0", "reject", incidents=("r2#1", "r3#1")))
    assert "ev-2" not in events


def test_a_decision_whose_target_is_lost_is_reported_with_its_line(tables):
    *_, done, missed = applied(
        tables,
        decision(4, "ev-lost", "reject"),
        decision(5, "r9#1", "reject"),
        decision(6, "r9#1", "sensitivity", value="withheld"),
    )
    assert done == set()
    assert {(m.file, m.row) for m in missed} == {("x.csv", 4), ("x.csv", 5), ("x.csv", 6)}
    assert all(m.remedy for m in missed)


def test_a_merge_is_named_in_its_event_and_reported_once_its_incidents_are_gone(tables):
    events, _, done, missed = applied(
        tables, decision(1, "r2#1", "merge", value="r3#1"), decision(2, "r1#1", "split", value="r9#1|r4#1")
    )
    assert events["ev-2"]["corrections"] == ["c1"]
    assert events["ev-3"]["corrections"] == ["c2"]
    assert done == {"c1", "c2"}
    assert [m.reason for m in missed] == ["no report tells of r9#1 any more"]


def test_sensitivity_of_an_incident_is_that_of_its_event(tables):
    events, *_ = applied(tables, decision(1, "r3#1", "sensitivity", value="coarse_place"))
    assert events["ev-2"]["sensitivity"] == "coarse_place"
