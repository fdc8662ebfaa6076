"""What the cells of UCDP GED mean, on rows of our own under its real header."""

from __future__ import annotations

from datetime import date

import pytest

from etl.records import Attribution, Count


@pytest.fixture
def yearly(take, fixtures):
    return take("ucdp_ged", fixtures / "ucdp_ged" / "yearly_49_columns.csv")


def incident(taken, number):
    return taken.incidents[f"ucdp-ged:{number}#1"]


def test_every_row_is_accounted_for(yearly):
    assert yearly.accounted == 14
    assert (len(yearly.rows), len(yearly.rejected)) == (8, 6)


def test_a_plain_row(yearly):
    found = incident(yearly, 1)
    assert (found.event_type, found.source_type, found.status) == ("armed_clash", "1", "carried_out")
    assert (found.date_start, found.date_end, found.date_precision) == (date(2019, 3, 3), date(2019, 3, 3), "day")
    assert found.places == ("Abéché town", "Ouara department", "Ouaddaï region", "Chad")
    assert (found.latitude, found.longitude) == (13.829, 20.832)
    assert (found.place_precision, found.radius_km, found.country) == ("town", 5.0, "TD")
    assert found.attributions == (Attribution("Side A", "stated"), Attribution("Side B", "stated"))
    assert found.targets == ()
    assert found.killed == Count(2, 3, 5, "best: 3")
    assert (found.wounded, found.reading_confidence) == (None, None)


def test_a_row_is_a_report_with_the_sources_it_rests_on(yearly):
    report = next(r for r, _ in yearly.rows if r.report_id == "ucdp-ged:1")
    assert (report.form, report.source, report.title) == ("row", "UCDP GED", "Side A - Side B")
    assert report.publisher == "Uppsala Conflict Data Program"
    assert report.published == date(2019, 3, 4), "the earliest of its sources"
    assert report.agency == "Radio One; Radio Two"
    assert report.url == ""
    assert "deaths_a: 1\ndeaths_b: 1" in report.text


def test_one_sided_violence_has_an_actor_and_a_target(yearly):
    found = incident(yearly, 3)
    assert found.event_type == "armed_attack"
    assert found.attributions == (Attribution("Side A", "stated"),)
    assert found.targets == ("Civilians",)


@pytest.mark.parametrize(
    ("number", "precision", "radius"),
    [(1, "town", 5), (2, "province", 100), (4, "area", 200), (5, "site", 3), (6, "district", 25), (7, "area", 100)],
)
def test_a_place_is_as_exact_as_where_prec_says(yearly, number, precision, radius):
    found = incident(yearly, number)
    assert (found.place_precision, found.radius_km) == (precision, radius)


def test_a_country_is_drawn_as_large_as_it_is(yearly):
    found = incident(yearly, 3)
    assert found.place_precision == "country"
    assert 600 < found.radius_km < 700


@pytest.mark.parametrize(
    ("number", "precision", "days"), [(1, "day", 1), (2, "month", 28), (3, "year", 365), (4, "days", 4), (6, "week", 7)]
)
def test_a_date_is_as_exact_as_date_prec_says(yearly, number, precision, days):
    found = incident(yearly, number)
    assert found.date_precision == precision
    assert (found.date_end - found.date_start).days + 1 == days


def test_an_event_of_several_known_days_is_no_single_day(yearly):
    found = incident(yearly, 5)
    assert (found.date_start, found.date_end, found.date_precision) == (date(2019, 3, 3), date(2019, 3, 5), "days")


def test_contradictions_are_kept_and_told(yearly):
    assert incident(yearly, 2).killed == Count(2, 9, 7, "best: 9")
    assert incident(yearly, 6).killed == Count(4, 3, 5, "best: 3")
    assert "best is above high in 1 rows (kept as given): rows 3" in yearly.told()
    assert "low is above best in 1 rows (kept as given): rows 7" in yearly.told()
    assert "year is not that of date_start in 1 rows (kept as given): rows 15" in yearly.told()


def test_nobody_killed_is_not_unknown(yearly):
    assert incident(yearly, 3).killed == Count(0, 0, 4, "best: 0")


def test_what_ucdp_doubts_is_said(yearly):
    doubts = " ".join(incident(yearly, 6).confidence_reasons)
    assert "Check deaths" in doubts
    assert "event_clarity 2" in doubts


def test_minus_one_source_means_not_recorded(yearly):
    assert "number_of_sources" not in yearly.texts["ucdp-ged:2"]
    assert "number_of_sources: 2" in yearly.texts["ucdp-ged:1"]


def test_an_unknown_country_is_told_and_not_guessed(yearly):
    assert incident(yearly, 14).country == ""
    assert "the country 'Examplia' is unknown" in yearly.told()


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [(9, "type_of_violence", "4"), (10, "where_prec", "9"), (11, "date_prec", "6"), (12, "date_end", "2019-03-01"),
     (13, "best", "-3"), (14, "latitude", "91, 20.832")],
)  # fmt: skip
def test_a_row_that_cannot_be_kept_is_named(yearly, line, field, value):
    found = next(r for r in yearly.rejected if r.row == line)
    assert (found.field, found.value) == (field, value)
    assert found.reason
    assert found.remedy


def test_every_value_points_at_the_cells_that_say_it(yearly):
    for report, found in yearly.rows:
        for spans in found.evidence.values():
            assert all(0 <= s.start < s.end <= len(report.text) for s in spans)
        words = {field: [report.text[s.start : s.end] for s in spans] for field, spans in found.evidence.items()}
        assert words["event_type"] == [f"type_of_violence: {found.source_type}"]
        assert f"date_start: {found.date_start}" in words["date"][0]
        assert found.killed.told in words["killed"]
        assert all(any(a.actor in w for w in words["attributions"]) for a in found.attributions)
        assert all(any(t in w for w in words["targets"]) for t in found.targets)
        assert all(place in words["place"][0] for place in found.places)
