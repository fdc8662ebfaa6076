"""People killed over time and on the map, and what the sources cover."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest
from checked_figures import map_figure, timeline_figure

from dashboard import queries
from dashboard.figures.spans import edges
from dashboard.filters import View
from dashboard.i18n import translator
from dashboard.queries.timeline import Bins
from etl.store import Version

T = translator("en")


def test_the_shares_of_the_killed_add_up_to_what_is_told(version: Version) -> None:
    table = queries.bins(version, View(date_from=date(2020, 3, 5), date_to=date(2020, 3, 30))).bins
    assert table["killed_best"].sum() + table["killed_spread"].sum() == pytest.approx(2)
    assert table["killed_low"].sum() == table["killed_high"].sum() == pytest.approx(2)


def test_the_band_reaches_from_the_lowest_to_the_highest_number() -> None:
    row = {"start": "2020-03-01", "end": "2020-03-31", "event_type": "shelling", "events": 2, "spread": 0.0,
           "killed_best": 5, "killed_spread": 0.0, "killed_low": 3, "killed_high": 9}  # fmt: skip
    bins = Bins("month", date(2020, 1, 1), date(2020, 6, 30), pd.DataFrame([row]))
    figure = timeline_figure(bins, t=T, measure="killed")
    bar, band = figure.data
    assert list(bar.y) == [5]
    assert {y for y in band.y if y is not None} == {3, 9}
    assert figure.layout.yaxis.range[1] >= 9


def test_days_without_a_report_differ_from_days_without_an_event(version: Version) -> None:
    bins = queries.bins(version, View())
    covered = queries.coverage(version, View())
    assert bins.width == "week"
    assert dict(zip(covered["start"], covered["reports"], strict=True))["2020-06-29"] == 4
    strip = timeline_figure(bins, t=T, coverage=covered).data[-1]
    said = [text for text in strip.hovertext if "no data" in text]
    assert len(said) == len(covered) - 1 > 10


@pytest.mark.parametrize(
    ("width", "first", "last", "expected"),
    [
        ("day", date(2020, 2, 28), date(2020, 3, 1), ["2020-02-28", "2020-02-29", "2020-03-01", "2020-03-02"]),
        ("week", date(2020, 7, 1), date(2020, 7, 8), ["2020-07-01", "2020-07-06", "2020-07-09"]),
        ("month", date(2019, 12, 5), date(2020, 2, 2), ["2019-12-05", "2020-01-01", "2020-02-01", "2020-02-03"]),
        ("year", date(2019, 5, 5), date(2020, 5, 5), ["2019-05-05", "2020-01-01", "2020-05-06"]),
    ],
)
def test_the_steps_of_the_player_are_whole_bins(width: str, first: date, last: date, expected: list[str]) -> None:
    assert edges(Bins(width, first, last, pd.DataFrame())) == expected


def _row(number: int, **told: Any) -> dict[str, Any]:
    return {
        "event_id": f"e{number}", "event_type": "shelling", "status": "carried_out", "date_start": "2020-03-01",
        "date_end": "2020-03-01", "date_precision": "day", "latitude": 33.3, "longitude": 44.4, "radius_km": 1.0,
        "place_precision": "site", "place": "Taji", "admin1": "", "country": "IQ", "is_contested": False,
        "killed_low": None, "killed_best": None, **told,
    }  # fmt: skip


def test_a_ring_says_how_many_were_killed_and_never_nought_where_nobody_tells() -> None:
    told = pd.DataFrame([_row(1, killed_best=3), _row(2, killed_low=4), _row(3)])
    unknown = pd.DataFrame([_row(1), _row(2)])
    for rows, label in ((told, "7"), (unknown, "?")):
        images = map_figure(rows, t=T, measure="killed").layout.meta["images"]
        assert [spec["label"] for spec in images.values() if "slices" in spec] == [label]
