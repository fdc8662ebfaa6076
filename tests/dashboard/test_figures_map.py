"""The map never makes a place sharper than it is told, and loses no event on the way to the screen."""

from math import cos, hypot, radians
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest
from checked_figures import map_figure, small_map
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import queries
from dashboard.figures.areas import circle, hexagon
from dashboard.figures.basemap import OVER, STATIC, style
from dashboard.figures.places import KM_A_DEGREE, camera_for, spots
from dashboard.geography import Camera
from dashboard.i18n import translator
from dashboard.live_figure.assets import BASEMAP
from dashboard.queries.marks import Cell, Cells
from etl.records import EVENT_TYPES, PLACE_PRECISIONS

T = translator("en")


def event(number: int, **told: Any) -> dict[str, Any]:
    return {
        "event_id": f"event-{number}", "event_type": "shelling", "status": "carried_out", "date_start": "2020-07-04",
        "date_end": "2020-07-04", "date_precision": "day", "latitude": 33.3, "longitude": 44.4,
        "place_precision": "site", "radius_km": 1.0, "place": "Taji", "admin1": "Baghdad", "country": "IQ",
        "is_contested": False, **told,
    }  # fmt: skip


def drawn(figure: go.Figure) -> list[str]:
    return [name for meant in figure.data[0].customdata for name in meant["ids"]]


def over(figure: go.Figure, kind: str) -> list[Any]:
    """What lies over the ground and under the marks."""
    features = figure.layout.meta["over"]["features"]
    return [feature for feature in features if feature["properties"]["kind"] == kind]


placed = st.fixed_dictionaries(
    {
        "latitude": st.floats(-85, 85) | st.none(),
        "longitude": st.floats(-180, 180),
        "place_precision": st.sampled_from(PLACE_PRECISIONS),
        "radius_km": st.floats(0.1, 900) | st.none(),
        "event_type": st.sampled_from(EVENT_TYPES),
    }
)


@settings(deadline=None, max_examples=40)
@given(st.lists(placed, max_size=40), st.floats(0, 14))
def test_each_placed_event_is_behind_exactly_one_mark(told: list[dict[str, Any]], zoom: float) -> None:
    events = pd.DataFrame([event(i, **values) for i, values in enumerate(told)], columns=list(event(0)))
    figure = map_figure(events, t=T, camera=Camera(44.0, 33.0, zoom))
    found = spots(events, zoom)
    behind = sorted(events["event_id"].iloc[row] for spot in found for row in spot.rows)
    assert behind == sorted(events.loc[events["latitude"].notna(), "event_id"])
    marks = figure.data[0].customdata or ()
    # A ring that comes apart on zooming carries no names; all others name their own events alone.
    assert [meant["ids"] for meant in marks] == [
        [events["event_id"].iloc[row] for row in spot.rows] if spot.same_place else [] for spot in found
    ]


@settings(deadline=None, max_examples=60)
@given(st.integers(2, 30), st.floats(3, 16), st.floats(0.5, 20))
def test_marks_side_by_side_stay_within_the_radius_of_their_place(count: int, zoom: float, radius: float) -> None:
    events = pd.DataFrame([event(i, place_precision="town", radius_km=radius) for i in range(count)])
    marks = map_figure(events, t=T, camera=Camera(44.4, 33.3, zoom)).data[0]
    for lon, lat in zip(marks.lon, marks.lat, strict=True):
        away = hypot((lon - 44.4) * cos(radians(33.3)), lat - 33.3) * KM_A_DEGREE
        assert away <= radius * 1.01


def test_an_area_is_a_dashed_ring_at_its_true_size_and_a_site_is_none() -> None:
    site = map_figure(pd.DataFrame([event(1)]), t=T, camera=Camera(44, 33, 6))
    assert not site.layout.meta["over"]["features"]
    province = pd.DataFrame([event(2, place_precision="province", radius_km=90.0)])
    (edge,) = over(map_figure(province, t=T, camera=Camera(44, 33, 6)), "dash")
    (ring,) = edge["geometry"]["coordinates"]
    assert max(lat for _, lat in ring) - 33.3 == pytest.approx(90 / KM_A_DEGREE, rel=0.01)
    assert "badge" in next(iter(map_figure(province, t=T, camera=Camera(44, 33, 6)).layout.meta["images"].values()))


@pytest.mark.parametrize(("latitude", "radius"), [(0.0, 50.0), (33.3, 420.0), (70.0, 100.0)])
def test_a_circle_lies_at_its_distance_all_round(latitude: float, radius: float) -> None:
    for lon, lat in circle(44.4, latitude, radius):
        one, other = radians(latitude), radians(lat)
        haversine = (1 - cos(other - one)) / 2 + cos(one) * cos(other) * (1 - cos(radians(lon - 44.4))) / 2
        assert 2 * 6371 * haversine**0.5 == pytest.approx(radius, rel=0.02)


def test_events_of_a_province_are_not_mixed_with_those_of_the_town_at_its_middle() -> None:
    rows = [event(1, place_precision="town", radius_km=8.0), event(2, place_precision="province", radius_km=90.0)]
    marks = map_figure(pd.DataFrame(rows), t=T, camera=Camera(44, 33, 5)).data[0]
    assert [meant["ids"] for meant in marks.customdata] == [["event-2"], ["event-1"]]


def test_words_of_a_report_are_never_markup() -> None:
    rows = [event(1, place="<b>x</b><a href='javascript:1'>y</a> & co")]
    (said,) = map_figure(pd.DataFrame(rows), t=T).data[0].hovertext
    assert "<a" not in said
    assert "&lt;b&gt;x&lt;/b&gt;" in said
    assert "4 July 2020" in said


def test_hexagons_carry_their_numbers_and_no_ids() -> None:
    many = Cell(44.0, 33.0, 1200, None, None, None, "bombing")
    cells = Cells((many, many._replace(longitude=45.0, latitude=33.5, events=3, event_type="riot")), 0.4)
    figure = map_figure(queries.no_events(), t=T, camera=Camera(44, 33, 5), cells=cells)
    assert [meant["opens"] for meant in figure.data[0].customdata] == ["zoom", "zoom"]
    assert {spec["label"] for spec in figure.layout.meta["images"].values()} == {"1,200", ""}
    assert len(hexagon(44.0, 33.0, 0.4)) == 7


def test_the_style_asks_only_for_files_that_are_served() -> None:
    for theme in ("light", "dark"):
        told = style(theme, "ar")  # type: ignore[arg-type]
        assert "glyphs" not in told
        assert "sprite" not in told
        assert told["sources"].pop(OVER)["data"]["features"] == []
        for source in told["sources"].values():
            assert source["data"].startswith(STATIC)
            assert (BASEMAP / source["data"].removeprefix(STATIC)).is_file()


def test_the_map_stands_where_the_events_are() -> None:
    assert camera_for(pd.DataFrame(columns=list(event(0)))).zoom < 1
    camera = camera_for(pd.DataFrame([event(1), event(2, latitude=36.2, longitude=43.9)]))
    assert 33.3 < camera.latitude < 36.2
    assert 5 < camera.zoom < 9


def test_an_event_without_a_place_has_no_small_map() -> None:
    assert small_map(pd.DataFrame([event(1, latitude=None, longitude=None)]), t=T) is None
    assert small_map(pd.DataFrame([event(1)]), t=T) is not None
