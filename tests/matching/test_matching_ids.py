"""Ids that stay, decisions that hold and can be undone, and order that does not matter."""

from __future__ import annotations

import random
from datetime import date

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st
from incidents_to_match import BAGHDAD, ERBIL, TAJI, by, groups, incident, tables

from etl.matching import match

A, B = incident("b:late", killed=14), incident("c:story", killed=14)


def _id(found, incident_id):
    return next(e["event_id"] for e in found.events.to_pylist() if incident_id in e["incident_ids"])


def test_a_late_report_keeps_the_id():
    first = match(*tables([A, B]))
    for late in ("a:early", "z:later"):
        again = match(*tables([A, B, incident(late, killed=14)]), first.events)
        assert groups(again) == [sorted(["b:late#1", "c:story#1", f"{late}#1"])]
        assert again.events["event_id"].to_pylist() == first.events["event_id"].to_pylist()
        assert len(again.aliases) == 0


def test_two_events_that_a_late_report_merges_leave_an_alias():
    south, north = incident("p:south", killed=3), incident("p:north", place=TAJI)
    first = match(*tables([south, north]))
    assert len(first.events) == 2
    second = match(*tables([south, north]), first.events, together=[("p:south#1", "p:north#1")])
    (kept,) = second.events["event_id"].to_pylist()
    (gone,) = set(first.events["event_id"].to_pylist()) - {kept}
    assert second.aliases.to_pylist() == [{"old_id": gone, "event_id": kept}]
    third = match(*tables([south, north]), second.events, previous_aliases=second.aliases,
                  together=[("p:south#1", "p:north#1")])  # fmt: skip
    assert third.aliases.equals(second.aliases)
    undone = match(*tables([south, north]), second.events, previous_aliases=second.aliases)
    assert groups(undone) == groups(first)
    assert kept in undone.events["event_id"].to_pylist()


def test_an_old_id_follows_its_event_through_two_merges():
    rows = [incident(f"p:s{n}", place=(30.0 + n, 44.0)) for n in range(3)]
    ids = [f"p:s{n}#1" for n in range(3)]
    first = match(*tables(rows))
    second = match(*tables(rows), first.events, together=[(ids[0], ids[1])])
    third = match(*tables(rows), second.events, together=[(ids[0], ids[1]), (ids[1], ids[2])],
                  previous_aliases=second.aliases)  # fmt: skip
    (live,) = third.events["event_id"].to_pylist()
    assert set(third.aliases["old_id"].to_pylist()) | {live} == set(first.events["event_id"].to_pylist())
    assert set(third.aliases["event_id"].to_pylist()) == {live}


def test_a_split_holds_and_its_undoing_brings_the_event_back():
    first = match(*tables([A, B]))
    split = match(*tables([A, B]), first.events, apart=[("c:story#1", "b:late#1")])
    assert len(split.events) == 2
    assert _id(split, "b:late#1") == _id(first, "b:late#1")
    (told,) = split.matches.to_pylist()
    assert told["event_id"] is None
    assert told["reasons"][-1] == "parted by an editor"
    back = match(*tables([A, B]), split.events)
    assert _id(back, "c:story#1") == _id(first, "c:story#1")


def test_editors_may_join_what_no_rule_would_and_apart_wins():
    rows = [incident("a:one"), incident("a:one", number=2, place=ERBIL)]
    pair = [("a:one#2", "a:one#1")]
    found = match(*tables(rows), together=pair)
    assert groups(found) == [["a:one#1", "a:one#2"]]
    assert found.matches["reasons"].to_pylist()[0][-1] == "put together by an editor"
    assert len(match(*tables(rows), together=pair, apart=pair).events) == 2
    assert len(match(*tables(rows), together=[("a:one#1", "gone#1")]).events) == 2


def test_what_an_editor_adds_to_an_event_drives_none_of_its_reports_out():
    rows = [incident("a:one"), incident("b:two"), incident("c:three", place=ERBIL, day=date(2020, 8, 1))]
    assert len(match(*tables(rows)).events) == 2
    found = match(*tables(rows), together=[("c:three#1", "a:one#1")])
    assert groups(found) == [["a:one#1", "b:two#1", "c:three#1"]]


_PLACES = st.sampled_from([BAGHDAD, TAJI, ERBIL, (33.4, 44.4), None])
_ROWS = st.lists(
    st.builds(
        lambda report, number, place, day, width, killed, actor, kind: incident(
            report, number=number, place=place, day=date(2020, 7, day), until=date(2020, 7, min(31, day + width)),
            killed=killed, attributions=by(actor) if actor else [], event_type=kind,
        ),
        st.sampled_from(["a:one", "a:two", "b:one", "b:two", "c:one"]), st.integers(1, 3), _PLACES,
        st.integers(1, 8), st.sampled_from([0, 0, 0, 1, 6, 30]), st.sampled_from([None, 0, 3, 14]),
        st.sampled_from(["", "Red Brigade", "Blue Guards"]), st.sampled_from(["shelling", "bombing", "protest"]),
    ),
    max_size=14,
)  # fmt: skip


@settings(deadline=None, max_examples=12)
@given(rows=_ROWS, seed=st.integers(0, 99), datasets=st.sets(st.sampled_from(["a", "b", "c"])))
def test_the_order_of_the_input_changes_nothing(rows, seed, datasets):
    shuffled = rows.copy()
    random.Random(seed).shuffle(shuffled)
    found, again = (_matched(some, datasets) for some in (rows, shuffled))
    assert found.events.equals(again.events)
    assert found.matches.equals(again.matches)
    _check_rules(found, datasets)


@settings(deadline=None, max_examples=8)
@given(rows=_ROWS, cut=st.integers(0, 14))
def test_one_build_or_two_give_the_same_events(rows, cut):
    incidents, reports = tables(rows)
    before = match(incidents.slice(0, cut), reports)
    after = match(incidents, reports, before.events, previous_aliases=before.aliases)
    assert groups(after) == groups(match(incidents, reports))
    live = set(after.events["event_id"].to_pylist())
    reached = live | set(after.aliases["old_id"].to_pylist())
    assert set(before.events["event_id"].to_pylist()) <= reached
    assert set(after.aliases["event_id"].to_pylist()) <= live


def _matched(rows, datasets):
    incidents, reports = tables(rows)
    forms = ["row" if source in datasets else "text" for source in reports["source"].to_pylist()]
    at = reports.column_names.index("form")
    return match(incidents, reports.set_column(at, "form", pa.array(forms, pa.string())))


def _check_rules(found, datasets):
    for ids in groups(found):
        reports = [i.partition("#")[0] for i in ids]
        assert len(set(reports)) == len(reports)
        for source in datasets:
            assert sum(r.startswith(f"{source}:") for r in reports) <= 1
