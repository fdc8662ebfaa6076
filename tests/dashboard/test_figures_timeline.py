"""The timeline: ISO days only, bars as long as a date is uncertain, every event somewhere."""

import json
from datetime import date
from itertools import pairwise
from typing import Any

import pandas as pd
from checked_figures import small_timeline, timeline_figure

from dashboard import figures
from dashboard.figures.paper import for_paper
from dashboard.i18n import translator
from dashboard.queries.timeline import Bins

T = translator("en")
DAY = 86_400_000


def event(number: int, start: str | None, end: str | None, **told: Any) -> dict[str, Any]:
    return {
        "event_id": f"event-{number}", "event_type": "shelling", "status": "carried_out", "date_start": start,
        "date_end": end, "date_precision": "days", "latitude": 33.3, "longitude": 44.4, "place_precision": "town",
        "radius_km": 5.0, "place": "Taji", "admin1": "", "country": "IQ", "is_contested": False, **told,
    }  # fmt: skip


def bins(width: str = "month", first: date = date(2019, 10, 1), last: date = date(2021, 12, 31)) -> Bins:
    rows = [
        {"start": "2020-03-01", "end": "2020-03-31", "event_type": "shelling", "events": 4, "spread": 0.5},
        {"start": "2020-04-01", "end": "2020-04-30", "event_type": "bombing", "events": 2, "spread": 0.5},
    ]
    return Bins(width, first, last, pd.DataFrame(rows))


def test_bars_stand_on_iso_days_and_hold_every_event() -> None:
    figure = timeline_figure(bins(), t=T)
    assert sum(sum(trace.y) for trace in figure.data) == 7
    assert {day for trace in figure.data for day in trace.x} == {"2020-03-01", "2020-04-01"}
    told = json.loads(figure.to_json())
    assert told["layout"]["xaxis"]["range"] == ["2019-10-01", "2022-01-01"]
    assert "T00:00" not in figure.to_json()


def test_on_paper_types_are_told_apart_without_colour() -> None:
    figure = for_paper(figures.timeline_figure(bins(), t=T), width=660, height=190)
    shelling, bombing, _ = figure.data
    assert shelling.marker.pattern.shape != bombing.marker.pattern.shape
    assert [trace.name for trace in figure.data if trace.showlegend] == ["Shelling or rockets", "Bombing"]


def test_marked_days_are_drawn_to_the_end_of_the_last() -> None:
    (box,) = timeline_figure(bins(), t=T, brush=("2020-03-02", "2020-03-05")).layout.selections
    assert (box.x0, box.x1) == ("2020-03-02", "2020-03-06")
    assert not timeline_figure(bins(), t=T).layout.selections


def test_marked_days_stand_over_the_full_height_and_the_others_are_veiled() -> None:
    layout = timeline_figure(bins(), t=T, brush=("2020-03-02", "2020-03-05")).layout
    (box,) = layout.selections
    assert (box.y0, box.y1) == tuple(layout.yaxis.range)
    assert box.y1 > 4.5
    before, after = layout.shapes
    assert (before.x1, after.x0) == ("2020-03-02", "2020-03-06")


def test_names_of_lanes_keep_two_rows_apart_where_rows_are_many() -> None:
    rows = [event(i, "2020-07-01", "2020-07-09") for i in range(11)]
    rows += [
        event(20, "2020-07-01", "2020-07-01", event_type="riot"),
        event(21, None, "2020-07-02", event_type="protest"),
    ]
    figure = timeline_figure(bins("day", date(2020, 7, 1), date(2020, 7, 9)), t=T, events=pd.DataFrame(rows))
    names = sorted(figure.layout.yaxis.tickvals)
    assert all(above - below >= 2 for below, above in pairwise(names))


def test_a_foiled_event_is_a_hollow_bar_with_an_edge() -> None:
    rows = [event(1, "2020-07-04", "2020-07-04"), event(2, "2020-07-06", "2020-07-06", status="foiled")]
    figure = timeline_figure(bins("day", date(2020, 7, 1), date(2020, 7, 9)), t=T, events=pd.DataFrame(rows))
    widths = dict(zip(figure.data[0].base, figure.data[0].marker.line.width, strict=True))
    assert widths == {"2020-07-04": 0, "2020-07-06": 1.5}


def test_at_close_range_a_bar_is_as_long_as_its_date_is_uncertain() -> None:
    close = bins("day", date(2020, 6, 20), date(2020, 7, 10))
    rows = [
        event(1, "2020-07-04", "2020-07-04"),
        event(2, "2020-06-21", "2020-06-30", event_type="arrest_raid", status="foiled"),
        event(3, None, "2020-07-01"),
        event(4, None, None),
    ]
    (lanes,) = timeline_figure(close, t=T, events=pd.DataFrame(rows)).data
    lengths = {meant["ids"][0]: x / DAY for meant, x in zip(lanes.customdata, lanes.x, strict=True)}
    assert lengths == {"event-1": 1, "event-2": 10, "event-3": 1}
    assert "2020-06-21" in lanes.base


def test_bars_of_one_lane_never_cover_each_other() -> None:
    rows = [event(i, f"2020-07-0{1 + i % 3}", f"2020-07-0{3 + i % 3}") for i in range(8)]
    (lanes,) = timeline_figure(bins("day", date(2020, 7, 1), date(2020, 7, 9)), t=T, events=pd.DataFrame(rows)).data
    spans = [
        (y, pd.Timestamp(base), pd.Timestamp(base) + pd.Timedelta(milliseconds=x))
        for y, base, x in zip(lanes.y, lanes.base, lanes.x, strict=True)
    ]
    for i, (line, start, end) in enumerate(spans):
        assert all(line != other or end <= first or last <= start for other, first, last in spans[i + 1 :])


def test_too_many_bars_become_a_histogram() -> None:
    rows = [event(i, "2020-07-01", "2020-07-09") for i in range(60)]
    figure = timeline_figure(bins("day", date(2020, 7, 1), date(2020, 7, 9)), t=T, events=pd.DataFrame(rows))
    assert figure.layout.barmode == "stack"


def test_an_empty_period_is_drawn_empty() -> None:
    nothing = Bins("day", None, None, bins().bins.iloc[:0])
    assert not timeline_figure(nothing, t=T).data


def test_an_undated_event_has_no_small_timeline() -> None:
    assert small_timeline(pd.DataFrame([event(1, None, None)]), t=T) is None
    figure = small_timeline(pd.DataFrame([event(1, "2020-07-04", "2020-07-04")]), t=T, reported=["2020-07-05"])
    assert figure is not None
    assert figure.data[1].x[0].startswith("2020-07-05")


def test_what_each_report_tells_of_the_days_is_drawn_where_it_is_not_the_same() -> None:
    one = pd.DataFrame([event(1, "2020-07-04", "2020-07-04")])
    night, week = (date(2020, 7, 4), date(2020, 7, 4)), (date(2020, 7, 1), date(2020, 7, 7))
    alike = small_timeline(one, t=T, reported=["2020-07-05"], told=[night, night])
    differing = small_timeline(one, t=T, reported=["2020-07-05"], told=[night, week])
    assert alike is not None
    assert differing is not None
    assert "As told" not in alike.layout.yaxis.ticktext
    assert list(differing.layout.yaxis.ticktext) == ["Shelling or rockets", "As told", "Reports"]
    told = differing.data[-2]
    assert list(told.x) == ["2020-07-01", "2020-07-08", None, "2020-07-04", "2020-07-05", None]
    first, last = differing.layout.yaxis.range
    assert all(first < place < last for place in differing.layout.yaxis.tickvals)
