"""Pure functions from tables to plotly figures: nothing here asks the store or knows Streamlit."""

from dashboard.figures.candidates import Point, candidates_map
from dashboard.figures.map import map_figure
from dashboard.figures.marks import legend, statuses
from dashboard.figures.palette import Theme
from dashboard.figures.small import small_map, small_timeline
from dashboard.figures.timeline import timeline_figure

__all__ = [
    "Point",
    "Theme",
    "candidates_map",
    "legend",
    "map_figure",
    "small_map",
    "small_timeline",
    "statuses",
    "timeline_figure",
]
