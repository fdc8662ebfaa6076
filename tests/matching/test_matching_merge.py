"""One event's values: each by a rule, naming who gave it; disagreement kept."""

from __future__ import annotations

from datetime import date, timedelta

from incidents_to_match import by, event, incident, tables

from etl.columns import schema
from etl.matching import match
from etl.matching.place_rules import where


def test_conflicting_tolls_keep_the_range_and_the_best_of_most_voices():
    rows = [incident("a:one", killed=12), incident("b:two", killed=14), incident("c:three", killed=14)]
    told = event(match(*tables(rows)))
    assert (told["killed_low"], told["killed_best"], told["killed_high"], told["killed_told"]) == (12, 14, 14, "14")
    assert told["disagreements"] == ["killed"]
    assert {"field": "killed", "incident_id": "b:two#1", "rule": "most voices, then latest report; range over all"} in (
        told["origins"]
    )


def test_with_as_many_voices_the_latest_report_gives_the_toll():
    rows = [incident("a:one", killed=14), incident("b:two", killed=12)]
    told = event(match(*tables(rows, one={"published": date(2020, 7, 5)}, two={"published": date(2020, 7, 9)})))
    assert (told["killed_low"], told["killed_best"], told["killed_high"]) == (12, 12, 14)


def test_what_an_origin_tells_again_it_tells_instead():
    rows = [incident("a:one", killed=3), incident("b:two", killed=3), incident("c:three", killed=5)]
    days = {"one": {"published": date(2020, 7, 5)}, "two": {"published": date(2020, 7, 5)}}
    later = {"published": date(2020, 7, 6), "publisher": "One"}
    told = event(match(*tables(rows, **days, three=later)))
    assert (told["killed_low"], told["killed_best"], told["killed_high"]) == (3, 5, 5)
    assert told["independent_sources"] == 2


def test_a_date_that_one_wire_prints_often_weighs_as_one_voice():
    night, next_day = date(2020, 7, 4), date(2020, 7, 5)
    wire = [incident(f"s:{name}", killed=14, targets=["embassy"], day=next_day) for name in "abc"]
    others = [incident(f"t:{name}", killed=14, targets=["embassy"], day=night) for name in "de"]
    told = event(match(*tables([*wire, *others], **{name: {"agency": "AFP"} for name in "abc"})))
    assert (told["date_start"], told["date_end"]) == (night, night)
    assert told["disagreements"] == ["date"]


def test_an_open_toll_stays_open_only_above_the_others():
    at_least = {"killed_low": 5, "killed_best": 5, "killed_high": None, "killed_told": "at least 5"}
    told = event(match(*tables([incident("a:one", **at_least), incident("b:two", killed=6)])))
    assert (told["killed_low"], told["killed_high"]) == (5, 6)
    assert told["disagreements"] == []
    told = event(match(*tables([incident("a:one", **at_least), incident("b:two", killed=4)])))
    assert (told["killed_low"], told["killed_high"]) == (4, None)
    assert told["disagreements"] == ["killed"]


def test_untold_is_not_none():
    told = event(match(*tables([incident("a:one"), incident("b:two", killed=0)])))
    assert (told["killed_low"], told["killed_best"], told["wounded_best"]) == (0, 0, None)


def test_the_most_exact_place_and_the_narrowest_date_that_the_others_allow():
    wide = {"day": date(2020, 7, 1), "until": date(2020, 7, 7)}
    base = {"place": (33.305, 44.375), "place_precision": "site", "radius_km": 1.0, "places": ["Green Zone", "Baghdad"]}
    rows = [
        incident("a:one", killed=5, targets=["zone"]),
        incident("b:two", killed=5, targets=["zone"], **wide, **base),
    ]
    told = event(match(*tables(rows)))
    assert (told["latitude"], told["place_precision"], told["places"]) == (33.305, "site", ["Green Zone", "Baghdad"])
    assert (told["date_start"], told["date_end"]) == (date(2020, 7, 4), date(2020, 7, 4))
    given = {o["field"]: o["incident_id"] for o in told["origins"]}
    assert (given["place"], given["date"]) == ("b:two#1", "a:one#1")


def test_a_quarter_that_one_of_many_names_is_not_where_it_was():
    south = {"place": (33.2, 44.4), "place_precision": "town", "radius_km": 20.0, "places": ["Baghdad"]}
    quarter = {"place": (33.305, 44.375), "place_precision": "site", "radius_km": 1.0, "places": ["Green Zone"]}
    rows = [incident(f"s:{name}", detained=14, targets=["base"], **south) for name in "abcde"]
    one = event(match(*tables([*rows, incident("s:f", detained=14, targets=["base"], **quarter)])))
    assert (one["places"], one["place_precision"]) == (["Baghdad"], "town")
    two = [incident(f"s:{name}", detained=14, targets=["base"], **quarter) for name in "fg"]
    assert event(match(*tables([*rows, *two])))["places"] == ["Green Zone"]
    assert event(match(*tables([*rows[:2], *two[:1]])))["places"] == ["Green Zone"]


def test_a_far_place_that_one_tells_against_two_is_not_taken():
    def row(at: float, exact: str, radius: float, told: str) -> dict[str, object]:
        return {"latitude": at, "longitude": 44.4, "place_precision": exact, "radius_km": radius, "places": ["X"],
                "reading_confidence": None, "incident_id": told}  # fmt: skip

    told = [row(33.3, "town", 5.0, "a"), row(33.3, "town", 5.0, "b"), row(34.0, "site", 1.0, "c")]
    assert where(told, [0, 1, 2]) == (told[0], True)
    assert where(told, [0, 0, 1])[0] == told[2]
    assert where([*told, row(33.0, "country", 400.0, "d")], [0, 1, 2, 3])[0] == told[0]


def test_dates_that_do_not_meet_are_flagged():
    rows = [incident("a:one", killed=14), incident("b:two", killed=14, day=date(2020, 7, 5))]
    assert event(match(*tables(rows)))["disagreements"] == ["date"]


def test_reprints_of_one_wire_are_one_voice():
    rows = [incident("a:one"), incident("b:two"), incident("c:three")]
    wired = match(*tables(rows, one={"agency": "AFP"}, two={"agency": "afp"}))
    assert event(wired)["independent_sources"] == 2
    copied = match(*tables(rows, one={"text": "The same words. " * 20}, two={"text": "The same words. " * 20}))
    assert event(copied)["independent_sources"] == 2
    other_day = match(*tables(rows, one={"agency": "AFP"}, two={"agency": "AFP", "published": date(2020, 8, 1)}))
    assert event(other_day)["independent_sources"] == 3
    itself = match(*tables(rows, one={"publisher": "Reuters"}, two={"agency": "Reuters"}))
    assert event(itself)["independent_sources"] == 2


def test_who_is_blamed_is_kept_with_stance_and_contested_where_it_is():
    rows = [incident("a:one", attributions=by("Red Brigade", stance="accused")),
            incident("b:two", attributions=by("Brigade rouge", stance="denied"))]  # fmt: skip
    told = event(match(*tables(rows)))
    assert told["actors"] == ["Red Brigade"]
    assert [a["stance"] for a in told["attributions"]] == ["accused", "denied"]
    assert told["is_contested"]
    both = event(match(*tables([incident("a:one", attributions=by("Red Brigade")),
                                incident("b:two", attributions=by("Brigade rouge"))])))  # fmt: skip
    assert not both["is_contested"]
    assert len(both["attributions"]) == 1
    other = [incident("a:one", killed=14, attributions=by("Red Brigade")),
             incident("b:two", killed=14, attributions=by("Blue Guards"))]  # fmt: skip
    assert event(match(*tables(other)))["is_contested"]


def test_an_event_of_one_report_says_the_same_as_the_report():
    row = incident(
        "a:one", killed=3, attributions=by("Brigade rouge", "Red Brigade", stance="denied"), weapons=["rocket"]
    )
    found = match(*tables([row]))
    told = event(found)
    assert found.events.schema.equals(schema("events"))
    assert {name: told[name] for name in row if name in told} == {name: row[name] for name in row if name in told}
    assert (told["actors"], told["is_contested"], told["independent_sources"]) == (["Red Brigade"], True, 1)
    assert (told["publishers"], told["languages"], told["first_reported"]) == (["One"], ["en"], date(2020, 7, 5))
    assert {o["field"] for o in told["origins"]} == {
        "event_type", "status", "place", "date", "weapons", "attributions", "killed",
    }  # fmt: skip
    assert {o["rule"] for o in told["origins"]} == {"only report"}


def test_an_incident_whose_report_is_missing_is_still_an_event():
    incidents, reports = tables([incident("a:one")])
    told = event(match(incidents, reports.slice(0, 0)))
    assert (told["publishers"], told["first_reported"]) == ([], None)


def test_one_very_long_report_of_many_incidents_is_no_burden():
    rows = [incident("a:long", number=n, day=date(2019, 1, 1) + timedelta(days=n)) for n in range(1, 801)]
    found = match(*tables(rows, long={"text": "x" * 3_000_000}))
    assert found.events.num_rows == 800


def test_machine_coded_rows_give_no_value_and_no_voice_where_something_else_tells_the_event():
    nowhere = {"place": None, "latitude": None, "longitude": None, "place_precision": None, "radius_km": None}
    by_hand = incident("a:one", **nowhere, day=date(2020, 7, 4), weapons=["rocket"], attributions=by("Red Brigade"))
    machine = {"killed": 9, "targets": ["bank"], "attributions": by("POLICE"), "machine_coded": True}
    rows = [by_hand, incident("m:row", **machine), incident("n:row", **machine)]
    told = event(match(*tables(rows), together=[("a:one#1", "m:row#1"), ("a:one#1", "n:row#1")]))
    assert {one["incident_id"] for one in told["origins"]} == {"a:one#1"}
    assert (told["killed_best"], told["latitude"], told["targets"], told["actors"]) == (None, None, [], ["Red Brigade"])
    assert (told["independent_sources"], told["is_contested"], len(told["incident_ids"])) == (1, False, 3)


def test_machine_coded_rows_alone_tell_their_event():
    rows = [incident(f"{source}:row", killed=9, machine_coded=True) for source in "mn"]
    told = event(match(*tables(rows)))
    assert (told["killed_best"], told["latitude"], len(told["incident_ids"])) == (9, rows[0]["latitude"], 2)
