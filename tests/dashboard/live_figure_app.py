"""The smallest app around the live figure, served by test_live_figure.py: three events, and a button that drops one."""

from pathlib import Path

import pandas as pd
import streamlit as st

from dashboard.figures import map_figure, timeline_figure
from dashboard.geography import Camera
from dashboard.i18n import translator
from dashboard.live_figure import heard, live_figure, prepare
from dashboard.queries.timeline import Bins

DAYS = pd.date_range("2020-03-01", "2020-03-20").strftime("%Y-%m-%d")
PLACES = [
    ("base", 33.52, 44.26, "site", 2.0),
    ("town", 33.34, 42.4, "town", 8.0),
    ("province", 32.6, 43.0, "province", 90.0),
]

prepare(Path(__file__).parent / "static")
st.set_page_config(layout="wide")
on_map, on_timeline = heard("map"), heard("time")
if "brush" in on_timeline.fresh:
    st.session_state.brush = on_timeline.brush
if on_map.clicked:
    st.session_state.clicked = on_map.clicked
fewer = st.toggle("fewer")
language = st.query_params.get("lang", "en")
t = translator(language)
rows = [
    {
        "event_id": f"event-{name}", "event_type": "shelling", "status": "carried_out", "place": name, "admin1": "",
        "country": "IQ", "latitude": latitude, "longitude": longitude,
        "place_precision": precision, "radius_km": radius,
        "date_start": DAYS[0], "date_end": DAYS[0], "date_precision": "day", "is_contested": False,
    }
    for name, latitude, longitude, precision, radius in PLACES[: 2 if fewer else 3]
]  # fmt: skip
stood = map_figure(pd.DataFrame(rows), t=t, camera=Camera(43.3, 33.2, 6.0))
live_figure(stood, key="map", label="Map of three events", height=400, language=language)
bins = pd.DataFrame({"start": DAYS, "end": DAYS, "event_type": "shelling", "events": 2 if fewer else 3, "spread": 0.0})
first, last = (pd.Timestamp(day).date() for day in (DAYS[0], DAYS[-1]))
over_time = timeline_figure(Bins("day", first, last, bins), t=t, brush=st.session_state.get("brush"))
live_figure(over_time, key="time", label="Timeline of three events", height=200, language=language)
st.text(f"clicked {st.session_state.get('clicked')}")
st.text(f"box {' '.join(f'{side:.0f}' for side in on_map.box or ())}")
st.text(f"outline {' '.join(f'{x:.0f}/{y:.0f}' for x, y in on_map.outline)}")
st.text(f"zoom {on_map.view.camera.zoom if on_map.view else None}")
st.text(f"brush {'~'.join(on_timeline.brush or ())}")
