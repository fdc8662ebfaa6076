"""What the queries answer for the small store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import page_store
import pytest

from dashboard import queries
from dashboard.filters import View
from dashboard.geography import Bounds, Near
from etl.store import Version

WORLD = Bounds(-180, -85, 180, 85)


def shown(version: Version, view: View) -> list[str]:
    return sorted(queries.events(version, view, 100)["event_id"])


@pytest.mark.parametrize(
    ("view", "ids"),
    [
        (View(), ["ev-bomb", "ev-raid", "ev-rockets"]),
        (View(event_types=("shelling", "bombing")), ["ev-bomb", "ev-rockets"]),
        (View(actors=("Kataib Hezbollah",)), ["ev-rockets"]),
        (View(sources=("closed",)), ["ev-raid"]),
        (View(languages=("fr",)), ["ev-rockets"]),
        (View(countries=("IQ",), admin1=("Nineveh",)), ["ev-bomb"]),
        (View(coarsest_place="site"), ["ev-rockets"]),
        (View(coarsest_place="town"), ["ev-bomb", "ev-rockets"]),
        (View(only_contested=True), ["ev-rockets"]),
        (View(killed_at_least=2), ["ev-bomb"]),
        (View(killed_at_least=3), []),
        (View(sources_at_least=2), ["ev-rockets"]),
        (View(stances=("denied",)), ["ev-rockets"]),
        (View(stances=("claimed",)), []),
        (View(weapons=("rockets",)), ["ev-rockets"]),
        (View(near=Near(44.3661, 33.3152, 20, "Baghdad")), ["ev-rockets"]),
        (View(near=Near(44.3661, 33.3152, 5, "Baghdad")), []),
        (View(near=Near(43.2, 36.3, 500, "Mosul")), ["ev-bomb", "ev-rockets"]),
        (View(within=Bounds(44, 33, 45, 34)), ["ev-rockets"]),
        (View(within=Bounds(170, -80, 44, 80)), ["ev-bomb"]),
        (View(text="AÉROPORT"), ["ev-rockets"]),
        (View(text="aeroport bagdad"), ["ev-rockets"]),
        (View(text="no such words"), []),
    ],
)
def test_each_filter_keeps_what_it_names(version: Version, view: View, ids: list[str]) -> None:
    assert shown(version, view) == ids


@pytest.mark.parametrize(
    ("first", "last", "ids"),
    [
        (date(2020, 3, 31), date(2020, 4, 30), ["ev-bomb"]),
        (date(2020, 7, 4), None, ["ev-rockets"]),
        (None, date(2020, 3, 1), ["ev-bomb"]),
        (date(2020, 4, 1), date(2020, 7, 3), []),
    ],
)
def test_a_period_keeps_events_whose_days_overlap_it(
    version: Version, first: date | None, last: date | None, ids: list[str]
) -> None:
    assert shown(version, View(date_from=first, date_to=last)) == ids


def test_hostile_values_are_values_only(version: Version) -> None:
    for text in ("' or 1=1 --", '"', "%", "'; drop table x; --"):
        assert shown(version, View(actors=(text,))) == []
        assert queries.totals(version, View(text=text, publishers=(text,))).shown == 0


def test_days_reach_figures_as_iso_strings(version: Version) -> None:
    row = queries.events(version, View(event_types=("bombing",)), 1).iloc[0]
    assert (row["date_start"], row["date_end"]) == ("2020-03-01", "2020-03-31")


def test_totals_count_what_cannot_be_drawn_under_the_other_filters(version: Version) -> None:
    totals = queries.totals(version, View(date_from=date(2020, 7, 1)))
    assert (totals.shown, totals.total, totals.undated, totals.unplaced) == (1, 3, 1, 0)
    totals = queries.totals(version, View())
    assert (totals.shown, totals.placed, totals.unplaced, totals.undated, totals.contested) == (3, 2, 1, 1, 1)
    assert (totals.first, totals.through) == (date(2020, 3, 1), date(2020, 7, 4))
    assert totals.killed == (2, 2, 2, False, 1)


def test_the_number_killed_is_unknown_where_no_report_tells_it(version: Version) -> None:
    assert queries.totals(version, View(event_types=("shelling",))).killed.low is None


def test_facets_count_under_the_other_filters_and_keep_what_is_chosen(version: Version) -> None:
    found = queries.facets(version, View(event_types=("shelling",), countries=("SY",)))
    assert found["event_types"] == {"shelling": 0}
    assert found["countries"] == {"IQ": 1, "SY": 0}
    assert queries.facets(version, View(event_types=("shelling",)))["event_types"] == {
        "arrest_raid": 1, "bombing": 1, "shelling": 1,
    }  # fmt: skip


def test_bins_part_exact_days_from_wider_ones_and_ignore_the_brush(version: Version) -> None:
    view = View(brush=(date(2020, 7, 4), date(2020, 7, 4)))
    answer = queries.bins(version, view)
    assert (answer.width, answer.first, answer.last) == ("week", date(2020, 3, 1), date(2020, 7, 4))
    by_type = answer.bins.groupby("event_type")[["events", "spread"]].sum()
    assert by_type.loc["shelling", "events"] == 1
    assert by_type.loc["bombing", "events"] == 0
    assert by_type.loc["bombing", "spread"] == pytest.approx(1)
    rockets = answer.bins[answer.bins["event_type"] == "shelling"].iloc[0]
    assert (rockets["start"], rockets["end"]) == ("2020-06-29", "2020-07-05")


def test_a_year_long_period_does_not_make_a_wide_date_exact(version: Version) -> None:
    answer = queries.bins(version, View(date_from=date(2020, 3, 5), date_to=date(2020, 3, 5)))
    assert answer.width == "day"
    assert (answer.bins["events"].sum(), answer.bins["spread"].sum()) == (0, 1)


def test_bins_of_nothing_are_empty(version: Version) -> None:
    assert queries.bins(version, View(killed_at_least=99)).bins.empty


def test_cells_hold_every_placed_event_once_and_their_centres_are_near(version: Version) -> None:
    for zoom in range(12):
        answer = queries.cells(version, View(), WORLD, zoom)
        assert sum(cell.events for cell in answer.cells) == 2
        nearest = min(abs(cell.longitude - 44.2346) for cell in answer.cells)
        assert nearest <= answer.radius


def test_an_old_id_answers_with_the_event_it_became(version: Version) -> None:
    found = queries.event(version, "ev-older")
    assert found is not None
    assert (found.asked_for, found.event_id) == ("ev-older", "ev-rockets")
    assert [i.incident_id for i in found.incidents] == ["atlas:1#1", "atlas:2#1", "atlas:3#1"]
    assert set(found.reports) == {"atlas:1", "atlas:2", "atlas:3"}
    assert [r.kind for r in found.remarks["atlas:1"]] == ["test"]
    assert found.matches[0].reasons == ("same day (+7.0)", "both shelling (+2.0)")
    assert queries.event(version, "ev-never") is None


@pytest.mark.parametrize(
    "view",
    [View(), View(event_types=("shelling",)), View(text="airport"), View(brush=(date(2020, 7, 1), date(2020, 7, 5)))],
)
def test_what_leaves_is_what_the_table_shows(version: Version, view: View) -> None:
    leaving = queries.export_table(version, view)
    assert leaving["event_id"].to_pylist() == list(queries.table(version, view, 0)["event_id"])
    assert leaving.num_rows == queries.totals(version, view).shown


def test_an_open_end_stands_at_its_known_day_and_is_counted_where_it_may_reach(tmp_path: Path) -> None:
    row = page_store.event("ev-open", [page_store.INCIDENTS[3]], date_start=None, date_precision="unknown")
    version = page_store.build(tmp_path / "store", row)
    before = View(date_from=date(2020, 2, 1), date_to=date(2020, 2, 29))
    assert shown(version, before) == []
    assert queries.totals(version, before).maybe == 1
    at_its_day = View(date_from=date(2020, 3, 31), date_to=date(2020, 3, 31))
    assert shown(version, at_its_day) == ["ev-bomb", "ev-open"]
    assert queries.totals(version, at_its_day).maybe == 0
    bombs = queries.bins(version, View(event_types=("bombing",))).bins
    assert (bombs["events"].sum(), round(bombs["spread"].sum(), 6)) == (0, 2)


def test_what_a_machine_coded_is_hidden_said_and_shown_when_asked_for(tmp_path: Path) -> None:
    coded = page_store.event("ev-coded", [page_store.INCIDENTS[3]], machine_coded=True)
    version = page_store.build(tmp_path / "store", coded)
    assert "ev-coded" not in shown(version, View())
    assert queries.totals(version, View()).machine_coded == 1
    assert queries.totals(version, View(event_types=("shelling",))).machine_coded == 0
    assert "ev-coded" in shown(version, View(machine_coded=True))
    assert queries.totals(version, View(machine_coded=True)).machine_coded == 0
    assert "ev-coded" not in queries.export_table(version, View())["event_id"].to_pylist()
